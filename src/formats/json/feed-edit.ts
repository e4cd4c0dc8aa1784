/** Takes one article out of a feed and leaves the bytes of the others as they are. Reading feeds is `feed.ts`'s. */

import type { Article } from '../../article/article.ts'
import { CorpusError } from '../../errors.ts'
import { wideEncoding } from '../decode.ts'
import { parseFile } from '../parse.ts'
import type { SourceFile } from '../source-file.ts'

/**
 * The bytes of `feed`, which holds several articles, without the article called `slug`. Articles after it that are called by their number are
 * given their name as `slug`, so that they keep it; nothing else is touched.
 * @throws CorpusError when the feed has faults, or no article of that name, or is written so that it cannot be taken out: with file and line.
 */
export async function withoutArticle(feed: SourceFile, slug: string): Promise<Uint8Array> {
  const articles = await parseFile(feed)
  const number = articles.findIndex(article => article.slug === slug)
  const fail = (line: number | null, message: string): never => {
    throw new CorpusError([{ path: feed.path, line, message }])
  }
  if (number < 0) fail(null, `expected an article called \`${slug}\`, got none`)
  const view = viewOf(feed.bytes)
  const isLines = feed.path.toLowerCase().endsWith('.jsonl')
  const entries = isLines ? linesOf(view.text) : elementsOf(view.text)
  const entry = entries[number]
  const advice = `expected to take \`${slug}\` out of this feed, got one that is written in an unusual way: please take it out by hand`
  if (entry === undefined || entries.length !== articles.length) return fail(null, advice)
  const gap = isLines ? entry : gapOf(entries, number)
  const pieces = [view.text.slice(0, gap.start)]
  let kept = gap.end
  for (const [later, { start }] of entries.entries()) {
    const numbered = `${feed.slug}-${later + 1}`
    if (later <= number || articles[later]?.slug !== numbered) continue
    const at = view.text.indexOf('{', start) + 1
    pieces.push(view.text.slice(kept, at), slugKey(numbered))
    kept = at
  }
  const bytes = view.toBytes(pieces.join('') + view.text.slice(kept))
  const left = await parseFile({ ...feed, bytes }).catch(() => [])
  const others = articles.filter(article => article.slug !== slug)
  return isSame(left, others) ? bytes : fail(lineOf(view.text, entry.start), advice)
}

type Entry = { readonly start: number; readonly end: number }

/** The bytes as text in which each unit stands for the same bytes: JSON's own signs are ASCII. */
function viewOf(bytes: Uint8Array): { readonly text: string; readonly toBytes: (text: string) => Uint8Array } {
  const buffer = Buffer.from(bytes)
  const wide = wideEncoding(bytes)
  if (wide === null) return { text: buffer.toString('latin1'), toBytes: text => Buffer.from(text, 'latin1') }
  if (wide === 'utf-16le') return { text: buffer.toString('utf16le'), toBytes: text => Buffer.from(text, 'utf16le') }
  return { text: buffer.swap16().toString('utf16le'), toBytes: text => Buffer.from(text, 'utf16le').swap16() }
}

/** ASCII alone, so that it stands in any encoding. */
function slugKey(slug: string): string {
  const escaped = JSON.stringify(slug).replace(
    /[^ -~]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `"slug": ${escaped}, `
}

/** The lines that hold something, each with its line end, none with the byte-order mark. */
function linesOf(text: string): Entry[] {
  const lines: Entry[] = []
  let start = /^(?:\uFEFF|\u00EF\u00BB\u00BF)/.exec(text)?.[0].length ?? 0
  for (const end of text.matchAll(/\r\n?|\n|$/g)) {
    const next = end.index + end[0].length
    if (text.slice(start, end.index).trim() !== '') lines.push({ start, end: next })
    start = next
  }
  return lines
}

/** The elements of the list that the text is, or of its list `articles`. */
function elementsOf(text: string): Entry[] {
  const elements: Entry[] = []
  const signs = /"(?:[^"\\]|\\.)*"|[[\]{},]/gsu
  let [depth, listDepth, start] = [0, 0, 0]
  let key = ''
  for (const { 0: sign, index } of text.matchAll(signs)) {
    if (sign.startsWith('"')) {
      if (depth === 1) key = sign
      continue
    }
    const isInList = listDepth > 0 && depth === listDepth
    if (isInList && (sign === ',' || sign === ']')) {
      const end = text.slice(start, index).trimEnd().length + start
      if (end > start) elements.push({ start: end - text.slice(start, end).trimStart().length, end })
      start = index + 1
      if (sign === ']') return elements
    }
    if (sign === '[' && listDepth === 0 && (depth === 0 || (depth === 1 && key === '"articles"'))) {
      listDepth = depth + 1
      start = index + 1
    }
    if (sign === '[' || sign === '{') depth += 1
    if (sign === ']' || sign === '}') depth -= 1
  }
  return elements
}

/** The element with the comma that parts it from the next, or the last with the one before it. */
function gapOf(elements: readonly Entry[], number: number): Entry {
  const [before, entry, next] = [elements[number - 1], elements[number], elements[number + 1]]
  const [start, end] = [entry?.start ?? 0, entry?.end ?? 0]
  return next === undefined ? { start: before?.end ?? start, end } : { start, end: next.start }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length
}

function isSame(articles: readonly Article[], others: readonly Article[]): boolean {
  return JSON.stringify(articles) === JSON.stringify(others)
}
