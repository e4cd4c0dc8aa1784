/** An article page by page, as a message. Where pages end is left to `pages.ts`. */

import type { Article } from '../../article/article.ts'
import type { View } from '../custom-id.ts'
import { escapeMarkdown } from '../escape.ts'
import { quoteStretch } from './parts/cut.ts'
import { type Frame, formatDate, headlineLine, noteLines, pageButtons } from './parts/frame.ts'
import { colours, container, linkButton, type MessageBody, message, row, separator, text } from './parts/layout.ts'
import { pagesOf } from './parts/pages.ts'
import { blockQuote } from './passages.ts'

export type ReadingView = Extract<View, { kind: 'reading' }>

/** A page number beyond the last shows the last page. */
export function renderReading(article: Article, view: ReadingView, frame: Frame): MessageBody {
  const { messages, locale } = frame
  const pages = pagesOf(article)
  const number = Math.max(0, Math.min(view.page, pages.length - 1))
  const page = pages[number] ?? { start: 0, end: 0 }
  const { outlet, byline, dateline, published, edition, url } = article
  const printed = [outlet, byline, dateline, published === null ? null : formatDate(published, locale)]
  const digest = edition === 'digest' ? [messages.digest] : []
  const head = [
    ...noteLines(frame),
    headlineLine(article.headline, messages),
    [...printed.filter(part => part !== null).map(escapeMarkdown), ...digest].join(' · '),
  ]
  const shown = { ...view, page: number }
  const place = pages.length > 1 ? [messages.pageOf(number + 1, pages.length)] : []
  return message([
    container(colours.plain, [
      text(head.filter(line => line !== '').join('\n')),
      separator(),
      ...(pages.length === 0
        ? []
        : [text(blockQuote(quoteStretch(article.body, page, wholeParagraphs(article, page), [])))]),
      text(`-# ${[...place, paragraphsOn(article, page, frame)].join(' · ')}`),
      row([...pageButtons(number, pages.length, shown, frame), linkButton(messages.link, url)]),
    ]),
  ])
}

/** The page drawn out to whole paragraphs: where it is shorter than this, `[…]` says that the paragraph goes on. */
function wholeParagraphs(article: Article, page: { start: number; end: number }): { start: number; end: number } {
  const on = article.paragraphs.filter(({ start, end }) => start < page.end && page.start < end)
  return { start: on[0]?.start ?? page.start, end: on.at(-1)?.end ?? page.end }
}

function paragraphsOn(article: Article, page: { start: number; end: number }, { messages }: Frame): string {
  const numbers = article.paragraphs.flatMap(({ start, end }, at) =>
    start < page.end && page.start < end ? [at + 1] : [],
  )
  return messages.paragraphs(numbers[0] ?? 1, numbers.at(-1) ?? 1)
}
