/** Tells whether printed words are a part of their sentence only, so that a check can say so. */
import type { Article, Span } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import { tokenise } from './align.ts'

/**
 * Whether words of the same sentence stand before or after `printed`: of what the speaker said where it is a quotation, since the
 * reporter's "he said" is no part of it, else of what the article prints.
 */
export function isCutFromSentence(article: Article, printed: readonly Span[], quotation: Quotation | null): boolean {
  const [first, last] = [printed[0], printed.at(-1)]
  if (first === undefined || last === undefined) return false
  const within = quotation?.parts ?? article.paragraphs
  const before = within.findLast(part => part.start <= first.start)
  const after = within.find(part => part.end >= last.end)
  const sentences = article.paragraphs.flatMap(paragraph => paragraph.sentences)
  const from = Math.max(before?.start ?? first.start, startOfSentence(sentences, first.start))
  const to = Math.min(after?.end ?? last.end, endOfSentence(sentences, last.end))
  return hasWords(article, from, first.start) || hasWords(article, last.end, to)
}

function startOfSentence(sentences: readonly Span[], at: number): number {
  return sentences.findLast(({ start }) => start <= at)?.start ?? at
}

function endOfSentence(sentences: readonly Span[], at: number): number {
  return sentences.find(({ end }) => end >= at)?.end ?? at
}

function hasWords({ body }: Article, start: number, end: number): boolean {
  return start < end && tokenise(body, start, end).some(({ kind }) => kind === 'word')
}
