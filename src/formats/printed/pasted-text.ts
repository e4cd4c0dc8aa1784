/** Reads text pasted from a web page: which line is the headline, which are its credits, and which are the article. */
import type { Article } from '../../article/article.ts'
import { createArticle, type SourceText } from '../create-article.ts'
import { isFurnitureLine } from './furniture.ts'
import { readHeader, readOpening } from './page-header.ts'
import { findDate } from './printed-date.ts'
import { isSummaryTitle, withoutRepetition } from './repetition.ts'

/**
 * The article in a text without front matter. The first line that is not furniture is the headline unless it is prose; the short lines between
 * it and the first prose give byline, outlet, dateline and date where they say so, else stay in the body. Furniture is left out, a
 * paragraph that is repeated stands once, and one that only a summary ("Story highlights") repeats is the standfirst.
 * @throws CorpusError when no text is left.
 */
export function parsePastedText(source: SourceText): Article {
  const lines = source.text.split('\n').map(line => (isFurnitureLine(line) ? '' : line))
  const first = firstLine(lines)
  const headline = lines[first]?.trim() ?? ''
  const titled = headline !== '' && !isProse(headline)
  const below = titled ? lines.slice(first + 1) : lines
  const prose = below.findIndex(line => isProse(line.trim()) || isSummaryTitle(line))
  const header = readHeader(titled ? below.slice(0, prose < 0 ? below.length : prose) : [])
  const text = below.map((line, index) => (header.used.has(index) ? '' : line))
  const { paragraphs, standfirst } = withoutRepetition(toParagraphs(text))
  const known = { ...readOpening(paragraphs[0] ?? ''), ...header.metadata, ...(standfirst !== null && { standfirst }) }
  // A headline alone is all the text there is.
  return createArticle(source, titled ? { headline, ...known } : known, paragraphs.join('\n\n') || headline)
}

const MENU_ENTRIES = 3

/** The first line that is neither empty nor of the site's menu, which people copy along: a row with gaps, or an entry a line. */
function firstLine(lines: readonly string[]): number {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
  const textAt = (at: number): string => lines[filled[at] ?? -1]?.trim() ?? ''
  let at = 0
  while (isMenuRow(textAt(at))) at += 1
  let end = at
  while (/^\p{Lu}[\p{L}&]*(?: [\p{L}&]+){0,2}$/u.test(textAt(end))) end += 1
  // Short lines above a longer title; above prose or a date they may be the headline and its credits.
  const isMenu = end - at >= MENU_ENTRIES && isTitle(textAt(end))
  return filled[isMenu ? end : at] ?? filled[0] ?? -1
}

function isTitle(line: string): boolean {
  return line.split(/\s+/).length > 3 && !isProse(line) && findDate(line) === null
}

function isMenuRow(line: string): boolean {
  const entries = line.split(/\t\s*| {2,}/)
  return entries.length >= MENU_ENTRIES && entries.every(entry => /^[\p{L}&’' -]{1,24}$/u.test(entry))
}

// A sentence rather than a title or a credit: long, or ended as sentences are.
function isProse(line: string): boolean {
  return line.length > 160 || (line.length > 60 && /[.!?…。।]["'”’)]*$/u.test(line) && findDate(line) === null)
}

// Pages pasted without blank lines have a paragraph a line; wrapped text has short lines.
function toParagraphs(lines: readonly string[]): string[] {
  return lines
    .map(line => (isSummaryTitle(line) ? `\n${line}\n` : line))
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap(block => (isWrapped(block) ? [block] : block.split('\n')))
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
}

function isWrapped(block: string): boolean {
  return block.split('\n').every(line => line.length <= 100)
}
