/** Makes an article of what a format read: the one place where text is normalised and paragraphs are split. */

import type { Article } from '../article/article.ts'
import { asName } from '../article/control-characters.ts'
import { splitParagraphs } from '../article/paragraphs.ts'
import { CorpusError } from '../errors.ts'
import type { Metadata } from './front-matter.ts'

/** A file's text, decoded. `path` is what faults name; `slug` is what the article is called. */
export type SourceText = { readonly path: string; readonly slug: string; readonly text: string }

// Putting combining marks in order takes time quadratic in how many stand in a row (256 KB of them: 31 s). No script piles up this many.
const pile = /\p{M}{65}/u
// What an article cannot hold, since it could not be written as UTF-8 text and read again.
const unwritable = new Map([
  ['a carriage return inside a line', /\r/],
  ['a NUL character', /\0/],
  ['half a character (a lone surrogate)', /\p{Cs}/u],
  ['more than 64 combining marks in a row', pile],
])

/** Text as the corpus keeps it, which `createArticle` refuses where marks pile up: NFC, lines ended by `\n`, no byte-order mark. Nothing else is touched. */
export function normalise(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return pile.test(lines) ? lines : lines.normalize('NFC')
}

/** A slug as a headline, for an article that names none: `kremlin-talks` is `kremlin talks`. */
export function headlineFromSlug(slug: string): string {
  return slug.replace(/-+/g, ' ').trim()
}

/**
 * The article with this body, whose outer blank lines are dropped.
 * @throws CorpusError when the body holds no text, or characters that cannot be kept.
 */
export function createArticle(
  source: { readonly path: string; readonly slug: string },
  metadata: Metadata,
  text: string,
): Article {
  for (const part of [text, ...Object.values(metadata)]) refuseUnwritable(source.path, part)
  // Character references and escapes come to light only when a format is read.
  const body = text
    .normalize('NFC')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
  const paragraphs = splitParagraphs(body)
  if (paragraphs.length === 0) {
    throw new CorpusError([{ path: source.path, line: null, message: 'expected an article, got no text' }])
  }
  return {
    slug: source.slug,
    headline: name(metadata.headline) ?? headlineFromSlug(source.slug),
    outlet: name(metadata.outlet),
    byline: name(metadata.byline),
    published: metadata.published ?? null,
    dateline: name(metadata.dateline),
    url: metadata.url ?? null,
    standfirst: name(metadata.standfirst),
    language: metadata.language ?? null,
    edition: metadata.edition ?? null,
    body,
    paragraphs,
  }
}

function refuseUnwritable(path: string, text: string): void {
  for (const [what, pattern] of unwritable) {
    if (pattern.test(text)) throw new CorpusError([{ path, line: null, message: `expected text, got ${what}` }])
  }
}

/** A part of the attribution; null when it holds no word. */
function name(value: string | undefined): string | null {
  return value === undefined ? null : asName(value).normalize('NFC') || null
}
