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
  const first = lines.findIndex(line => line.trim() !== '')
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
