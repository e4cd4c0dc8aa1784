/** Names for articles and sentences that outlive a restart and a re-indexing: hashes of what they are. Finding what they name is `find-by-id.ts`'s. */
import { hash } from 'node:crypto'
import type { Article, Span } from '../../article/article.ts'

/** Characters of an article's id: 36 bits, so that even a hundred thousand slugs rarely share one; those that do are told apart by `find-by-id.ts`. */
export const ARTICLE_ID_LENGTH = 6
const SENTENCE_ID_LENGTH = 6

/** Six characters of base64url that stand for an article's slug. */
export function articleId(article: Article): string {
  return digest(article.slug, ARTICLE_ID_LENGTH)
}

/** Six characters of base64url that change when the article's words do. */
export function versionId(article: Article): string {
  return digest(article.body, ARTICLE_ID_LENGTH)
}

/**
 * Twelve characters of base64url that stand for one sentence of one article: the hash of the slug, then that of the sentence's
 * text. A sentence that the article prints again is told apart by how often it stood there before.
 */
export function passageId(article: Article, sentence: Span): string {
  const text = article.body.slice(sentence.start, sentence.end)
  let before = 0
  for (const paragraph of article.paragraphs) {
    if (paragraph.start >= sentence.start) break
    for (const other of paragraph.sentences) {
      if (other.start >= sentence.start) break
      if (other.end - other.start === text.length && article.body.startsWith(text, other.start)) before += 1
    }
  }
  return articleId(article) + sentenceId(text, before)
}

/** The last six characters of a passage's id: of the sentence's text, and how often it stood in the article before. */
export function sentenceId(text: string, before: number): string {
  return digest(before === 0 ? text : `${text}\n${before}`, SENTENCE_ID_LENGTH)
}

/** The first `length` characters of the text's SHA-256 as base64url. */
export function digest(text: string, length: number): string {
  return hash('sha256', text, 'base64url').slice(0, length)
}
