/**
 * Says which files look as if the saving of them had been broken off, and holds those back while a folder is watched. How bytes end is
 * looked at in `formats/file-end.ts`.
 *
 * A suspicion is not a fault of the file: a program that starts reads it as it is and warns. While the folder is watched, somebody may be at
 * work on the file or have been broken off in it, and the version before is at hand: then it counts as one.
 */

import type { Article } from '../article/article.ts'
import type { Fault } from '../errors.ts'
import type { FileReading } from './article-file.ts'

/** What is suspicious about a file by itself; null when nothing is. */
export function doubtOf({ path, end }: Pick<FileReading, 'path' | 'end'>): Fault | null {
  return end === undefined || end.doubt === null ? null : describe(path, end.doubt)
}

/**
 * The reading of a file that changed, or, where it looks unfinished, a fault in its place. `before` are the last good articles of the file:
 * what ends as they did is finished, and what is nothing but their beginning, and ends within a paragraph of theirs, is not.
 */
export function heldBack(reading: FileReading, before: readonly Article[]): FileReading {
  if (reading.faults.length > 0 || reading.end === undefined) return reading
  const fault = whyUnfinished(reading, before)
  return fault === null ? reading : { ...reading, articles: [], faults: [fault] }
}

function whyUnfinished(reading: FileReading, before: readonly Article[]): Fault | null {
  const [article] = reading.articles
  const old = before.find(({ slug }) => slug === article?.slug)
  if (article === undefined || old === undefined) return doubtOf(reading)
  const last = lastParagraph(article)
  if (last === lastParagraph(old)) return null
  const hasLineEnd = reading.end?.hasLineEnd === true
  const isCutInParagraph = !hasLineEnd && hasLongerParagraph(old, last)
  const isCutAtBlock = reading.end?.isWholeBlocks === true && isBeginning(article.body, old.body)
  if (!isCutInParagraph && !isCutAtBlock) return doubtOf(reading)
  return describe(reading.path, 'one that stops where the version before goes on')
}

function describe(path: string, got: string): Fault {
  const end = /\.html?$/i.test(path) ? '`</html>`' : 'a line end'
  const message = `expected a whole article, got ${got}: save it again, or, if that is all of it, put ${end} at its end`
  return { path, line: null, message }
}

function lastParagraph({ body, paragraphs }: Article): string {
  const last = paragraphs.at(-1)
  return last === undefined ? '' : body.slice(last.start, last.end)
}

function hasLongerParagraph({ body, paragraphs }: Article, text: string): boolean {
  return paragraphs.some(({ start, end }) => end - start > text.length && body.startsWith(text, start))
}

function isBeginning(text: string, whole: string): boolean {
  return text.length < whole.length && whole.startsWith(text)
}
