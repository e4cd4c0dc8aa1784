/** Makes an article of what a format read: the one place where text is normalised and paragraphs are split. */

import type { Article } from '../article/article.ts'
import { asName } from '../article/control-characters.ts'
import { splitParagraphs } from '../article/paragraphs.ts'
import { CorpusError } from '../errors.ts'
import type { Metadata } from './front-matter.ts'

/** A file's text, decoded. `path` is what faults name; `slug` is what the article is called. */
export type SourceText = { readonly path: string; readonly slug: string; readonly text: string }

/** Text as the corpus keeps it: NFC, lines ended by `\n`, no byte-order mark. Nothing else is touched. */
export function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

/** A slug as a headline, for an article that names none: `kremlin-talks` is `kremlin talks`. */
export function headlineFromSlug(slug: string): string {
  return slug.replace(/-+/g, ' ').trim()
}

/**
 * The article with this body, whose outer blank lines are dropped.
 * @throws CorpusError when the body holds no text.
 */
export function createArticle(
  source: { readonly path: string; readonly slug: string },
  metadata: Metadata,
  text: string,
): Article {
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

/** A part of the attribution; null when it holds no word. */
function name(value: string | undefined): string | null {
  return value === undefined ? null : asName(value).normalize('NFC') || null
}
