/** Quotations as a message: the words to the letter, who spoke them, and where they stand; a few a page. */
import type { FoundQuotation, QuotationsAnswer } from '../../answer/answer.ts'
import { isOfSameSentences, sentenceSaysMore, wordsOf } from '../../answer/quote/quote.ts'
import { reportInstead } from '../../report/conversation-report.ts'
import { reportSeveral } from '../../report/several-report.ts'
import type { View } from '../custom-id.ts'
import { renderReadAs, renderRequest } from '../handlers/request.ts'
import { MESSAGE_TEXT } from '../limits.ts'
import { escapeWithin } from './parts/cut.ts'
import {
  askOnButton,
  attributionLines,
  copiesLines,
  type Frame,
  messageButton,
  noteLines,
  pageButtons,
  speakerLine,
} from './parts/frame.ts'
import {
  button,
  colours,
  container,
  linkButton,
  type MessageBody,
  message,
  row,
  separator,
  text,
} from './parts/layout.ts'
import { chosenLines, othersMenu } from './parts/meant.ts'
import { blockQuote, quotePassage } from './passages.ts'

export type QuotationsView = Extract<View, { kind: 'quotations' }>

const QUOTATIONS_A_PAGE = 3
const SPARE = 100
const NAMES_TEXT = 400
const COPIES_TEXT = 240
/** What a mark and a label take beside the sentence around a quotation, and the room that the sentence needs. */
const FEWEST_AROUND = 20
const SENTENCE_AROUND = 300

/** `view.page` beyond the last page shows the last. */
export function renderQuotations(answer: QuotationsAnswer, view: QuotationsView, frame: Frame): MessageBody {
  const { messages } = frame
  const request = [...renderRequest(frame.request), ...renderReadAs(frame.request, messages)]
  const pages = Math.ceil(answer.quotations.length / QUOTATIONS_A_PAGE)
  const page = Math.max(0, Math.min(view.page, pages - 1))
  const shown = answer.quotations.slice(page * QUOTATIONS_A_PAGE, (page + 1) * QUOTATIONS_A_PAGE)
  if (shown.length === 0) {
    const lines = [...noteLines(frame), `**${messages.noQuotation(answer.articlesSearched)}**`]
    const similar = escapeWithin(messages.similarSpeakers(answer.similarSpeakers.join(', ')), NAMES_TEXT)
    const hint = answer.similarSpeakers.length === 0 ? reportInstead(answer, messages) : similar
    return message([
      container(colours.nothing, [
        ...request,
        text([...lines, hint].join('\n')),
        row([askOnButton(view, frame), messageButton(view, frame)]),
      ]),
    ])
  }
  const isAll = shown.length === answer.total
  const count = isAll ? messages.quotationCount(answer.total) : messages.quotationsShown(shown.length, answer.total)
  const { meant = null } = answer
  const head = [
    ...noteLines(frame),
    ...chosenLines(meant?.chosen ?? null, meant?.article ?? null, frame),
    `**${count}**`,
    ...reportSeveral(answer, messages).map(line => escapeWithin(line, NAMES_TEXT)),
  ]
  const position = pages > 1 ? [text(`-# ${messages.pageOf(page + 1, pages)}`)] : []
  const fixed = [...request, text(head.join('\n')), ...position].reduce(
    (sum, { content }) => sum + content.length,
    SPARE,
  )
  const share = Math.floor((MESSAGE_TEXT - fixed) / shown.length)
  return message([
    container(colours.found, [
      ...request,
      text(head.join('\n')),
      ...shown.flatMap((found, at) => [
        separator(),
        text(quotationText(found, { budget: share, above: shown[at - 1], below: shown[at + 1] }, frame)),
        row(quotationButtons(found, frame)),
      ]),
      ...position,
      row([
        ...pageButtons(page, pages, { ...view, page }, frame),
        askOnButton(view, frame),
        messageButton(view, frame),
      ]),
      othersMenu(meant?.others ?? [], view, frame),
    ]),
  ])
}

/**
 * A quotation in at most `budget` characters: the words, who said them, where they stand, and then the sentence around them, unless that
 * is known from the quotation above. One article's attribution stands under its last.
 */
function quotationText(
  found: FoundQuotation,
  {
    budget,
    above,
    below: next,
  }: { readonly budget: number } & Partial<Record<'above' | 'below', FoundQuotation | undefined>>,
  frame: Frame,
): string {
  const { quotation, passage } = found
  const isKnown = isOfSameSentences(above, found)
  const isGoingOn = next?.passage.article === passage.article
  const { attribution } = passage
  const speaker = speakerLine(attribution, frame)
  const below = [
    ...(speaker === null ? [] : [speaker]),
    ...(isGoingOn ? [`-# ${frame.messages.paragraph(attribution.paragraph)}`] : attributionLines(attribution, frame)),
    ...copiesLines(passage, frame, COPIES_TEXT),
    `-# ${frame.messages.citation.id(`\`${passage.id}\``)}`,
  ].join('\n')
  const words = wordsOf(passage, quotation)
  const room = budget - below.length - '> ****“”\n\n'.length
  const shown = blockQuote(`**“${escapeWithin(onOneLine(words), room)}”**`)
  const left = room - shown.length - FEWEST_AROUND
  const around = !isKnown && sentenceSaysMore({ quotation, passage }) && left > SENTENCE_AROUND
  return [
    shown,
    below,
    ...(around ? [`-# ${frame.messages.sentenceAround}`, quotePassage(passage, left).markdown] : []),
  ].join('\n')
}

/** The words with each line end, and the blanks around it, as one blank. */
export function onOneLine(words: string): string {
  // No attempt begins within a row of blanks, where each would look through the rest of the row.
  return words.replace(/(?<!\s)\s*\n\s*/g, ' ')
}

/** Reading on, the picture, and the source; no card without a speaker, since it would say less than the article. */
function quotationButtons({ quotation, passage }: FoundQuotation, { messages, asker }: Frame) {
  const start = quotation.parts[0]?.start ?? 0
  const offset = Math.max(0, start - passage.sentence.start)
  const view: View = { kind: 'quotation', passage: passage.id, offset }
  return [
    button(messages.readArticle, { verb: 'read', asker, view }),
    quotation.speaker === null ? null : button(messages.card, { verb: 'card', asker, view }),
    linkButton(messages.link, passage.attribution.url),
  ]
}
