/** Divides an article's body into pages that can be sent, at the same places every time. Showing a page is left to `reading.ts`. */

import type { Article } from '../../../article/article.ts'
import { escapeMarkdown } from '../../escape.ts'
import { wordsThatFit } from './cut.ts'

type Range = { readonly start: number; readonly end: number }

/** Characters of Markdown on one page: what is read without tiring, with ample room for the attribution. */
const PAGE_TEXT = 2_400

/**
 * The pages of an article, in order. Together they hold every word of every paragraph. A page ends with a paragraph where it can,
 * else with a sentence, else with a word.
 */
export function pagesOf(article: Article): readonly Range[] {
  const { body } = article
  const pages: Range[] = []
  let used = 0
  for (const piece of article.paragraphs.flatMap(paragraph => piecesOf(article, paragraph))) {
    const page = pages.at(-1)
    const extended =
      page === undefined ? Number.POSITIVE_INFINITY : used + lengthOf(body, { start: page.end, end: piece.end })
    if (page !== undefined && extended <= PAGE_TEXT) {
      pages[pages.length - 1] = { start: page.start, end: piece.end }
      used = extended
    } else {
      pages.push({ start: piece.start, end: piece.end })
      used = lengthOf(body, piece)
    }
  }
  return pages
}

/** The number, from 0, of the page on which the character at `position` stands. */
export function pageAt(article: Article, position: number): number {
  const page = pagesOf(article).findIndex(({ end }) => position < end)
  return Math.max(0, page)
}

/** A paragraph, or its sentences where it is too long for a page, or their parts. */
function piecesOf(article: Article, paragraph: Article['paragraphs'][number]): Range[] {
  if (lengthOf(article.body, paragraph) <= PAGE_TEXT) return [{ start: paragraph.start, end: paragraph.end }]
  return paragraph.sentences.flatMap(sentence => {
    const pieces: Range[] = []
    for (let { start } = sentence; start < sentence.end; ) {
      const piece = wordsThatFit(article.body, { start, end: sentence.end }, PAGE_TEXT)
      pieces.push(piece)
      start = piece.end
    }
    return pieces
  })
}

function lengthOf(body: string, { start, end }: Range): number {
  return escapeMarkdown(body.slice(start, end)).length
}
