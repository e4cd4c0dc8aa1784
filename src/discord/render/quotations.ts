/** Quotations as a message: the words to the letter, who spoke them, and where they stand; a few a page. */
import type { FoundQuotation, QuotationsAnswer } from '../../answer/answer.ts'
import type { View } from '../custom-id.ts'
import { MESSAGE_TEXT } from '../limits.ts'
import { renderRequest } from '../request.ts'
import { escapeWithin } from './cut.ts'
import { attributionLines, type Frame, messageButton, noteLines, pageButtons, speakerLine } from './frame.ts'
import { colours, container, type MessageBody, message, row, separator, text } from './layout.ts'
import { quotePassage } from './passages.ts'

export type QuotationsView = Extract<View, { kind: 'quotations' }>

const QUOTATIONS_A_PAGE = 3
const SPARE = 100
const NAMES_TEXT = 400

/** `view.page` beyond the last page shows the last. */
export function renderQuotations(answer: QuotationsAnswer, view: QuotationsView, frame: Frame): MessageBody {
  const { messages } = frame
  const request = renderRequest(frame.request)
  const pages = Math.ceil(answer.quotations.length / QUOTATIONS_A_PAGE)
  const page = Math.max(0, Math.min(view.page, pages - 1))
  const shown = answer.quotations.slice(page * QUOTATIONS_A_PAGE, (page + 1) * QUOTATIONS_A_PAGE)
  if (shown.length === 0) {
    const lines = [...noteLines(frame), `**${messages.noQuotation(answer.articlesSearched)}**`]
    const similar = escapeWithin(messages.similarSpeakers(answer.similarSpeakers.join(', ')), NAMES_TEXT)
    const hint = answer.similarSpeakers.length === 0 ? messages.whatCanBeAsked : similar
    return message([
      container(colours.nothing, [...request, text([...lines, hint].join('\n')), row([messageButton(view, frame)])]),
    ])
  }
  const head = [...noteLines(frame), `**${messages.quotationsShown(shown.length, answer.total)}**`]
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
      ...shown.flatMap(found => [separator(), text(quotationText(found, share, frame))]),
      ...position,
      row([...pageButtons(page, pages, { ...view, page }, frame), messageButton(view, frame)]),
    ]),
  ])
}

/** One quotation with the passage around it, in at most `budget` characters; its attribution is laid out first. */
function quotationText({ passage }: FoundQuotation, budget: number, frame: Frame): string {
  const speaker = speakerLine(passage.attribution, frame)
  const below = [...(speaker === null ? [] : [speaker]), ...attributionLines(passage.attribution, frame)].join('\n')
  return `${quotePassage(passage, budget - below.length - 1).markdown}\n${below}`
}
