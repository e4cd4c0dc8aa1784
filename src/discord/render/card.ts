/** A quote card as a message: the picture, and all that stands on it again as text for those who do not see pictures. */

import type { Context } from '../../../commands/command.ts'
import type { FoundQuotation } from '../../answer/answer.ts'
import { wordsOf } from '../../answer/quote/quote.ts'
import { quotationAgain } from '../../answer/revisit.ts'
import type { Card } from '../../card/card.ts'
import type { CardDrawer } from '../../card/drawer.ts'
import { UserError } from '../../errors.ts'
import type { View } from '../custom-id.ts'
import { ALT_TEXT } from '../limits.ts'
import { escapeWithin } from './parts/cut.ts'
import { type Frame, formatDate, messageButton } from './parts/frame.ts'
import {
  button,
  colours,
  container,
  linkButton,
  type MessageBody,
  message,
  picture,
  row,
  text,
} from './parts/layout.ts'

const FILE = 'quote.png'
const LINE_TEXT = 300

/**
 * The card of the quotation that the view names, or of the one at the passage that it shows.
 * @throws UserError when there is none any more, or it cannot be drawn.
 */
export async function drawCard(view: View, context: Context, frame: Frame, cards: CardDrawer): Promise<MessageBody> {
  const { messages } = frame
  const found =
    view.kind === 'quotation'
      ? quotationAgain(view.passage, view.offset, context)
      : quotationAgain(passageOf(view), null, context)
  if (found === null || found.quotation.speaker === null) throw new UserError(messages.cardWithoutQuotation)
  const card = cardOf(found, found.quotation.speaker, frame)
  const drawn = await cards.draw(card)
  if ('refused' in drawn) throw new UserError(messages.cardRefused[drawn.refused])
  return renderCard(found, card, drawn.png, frame)
}

function passageOf(view: View): string {
  return view.kind === 'passages' ? (view.passages[view.position] ?? '') : ''
}

function cardOf({ quotation, passage }: FoundQuotation, speaker: string, { messages, locale }: Frame): Card {
  const { headline, outlet, published, paragraph, edition } = passage.attribution
  const printed = [
    outlet,
    published === null ? null : formatDate(published, locale),
    messages.paragraph(paragraph),
    edition === 'digest' ? messages.digest : null,
  ]
  return {
    words: wordsOf(passage, quotation),
    speaker,
    description: quotation.description,
    headline: headline.trim() === '' ? messages.noHeadline : headline,
    printed: printed.filter(part => part !== null).join(' · '),
    citation: passage.id,
  }
}

function renderCard({ passage }: FoundQuotation, card: Card, png: Uint8Array, frame: Frame): MessageBody {
  const { messages, asker, isPrivate } = frame
  const alt = messages.cardAlt(
    card.words,
    messages.said(card.speaker, card.description),
    `${card.headline}. ${card.printed}`,
  )
  const description = alt.length <= ALT_TEXT ? alt : `${alt.slice(0, ALT_TEXT - 1).replace(/\s+\S*$/, '')}…`
  const view: View = { kind: 'passages', passages: [passage.id], position: 0, growth: 0, nearest: false, within: false }
  const below = `${escapeWithin(card.headline, LINE_TEXT)}\n-# ${escapeWithin(`${card.printed} · ${card.citation}`, LINE_TEXT)}`
  return message(
    [
      container(colours.plain, [
        picture(FILE, description),
        text(below),
        row([
          button(messages.readArticle, { verb: 'read', asker, view }),
          linkButton(messages.link, passage.attribution.url),
          isPrivate ? null : messageButton(view, frame),
        ]),
      ]),
    ],
    [{ attachment: Buffer.from(png), name: FILE, description }],
  )
}
