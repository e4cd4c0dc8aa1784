/** Whose words stand in a stretch of an article: everybody who speaks there, each with the words they say first. */
import type { Article, Span } from '../article/article.ts'
import { quotationsOf } from '../library/quotations-of.ts'

/** `speaker`, or else `description`, says who speaks; never are both null. */
export type Voice = {
  readonly speaker: string | null
  readonly description: string | null
  readonly words: Span
}

/** Everybody whose words stand in `span`, in the order in which they begin to speak there. */
export function voicesIn(article: Article, span: Span): readonly Voice[] {
  const voices = new Map<string, Voice>()
  for (const { parts, speaker, description } of quotationsOf(article)) {
    const words = parts.find(({ start, end }) => start < span.end && end > span.start)
    const who = speaker ?? description
    if (words !== undefined && who !== null && !voices.has(who)) voices.set(who, { speaker, description, words })
  }
  return [...voices.values()]
}
