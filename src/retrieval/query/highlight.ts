/** Finds the words of a text that a query matched; marking them up is left to whoever renders. */

import type { TextSpan } from '../index/segment.ts'
import { analyserFor } from '../text/analyse.ts'
import { scanWords } from '../text/words.ts'
import type { Query } from './query.ts'

/** The words inside `span` that match the query, corrected and added words included, in the order of the text. */
export function highlight(text: string, span: TextSpan, query: Query): TextSpan[] {
  const wanted = query.words.flatMap(({ terms, added }) => [...terms, ...added].map(({ term }) => term))
  return wordsOf(text, span, query, new Set(wanted))
}

/** Whether one of the words that the query excludes stands inside `span`. */
export function hasExcluded(text: string, span: TextSpan, query: Query): boolean {
  return query.excluded.length > 0 && wordsOf(text, span, query, new Set(query.excluded)).length > 0
}

function wordsOf(text: string, span: TextSpan, { languages }: Query, wanted: ReadonlySet<string>): TextSpan[] {
  const matches: TextSpan[] = []
  scanWords(text, span.start, span.end, (start, end) => {
    const word = text.slice(start, end)
    const matched = languages.some(language => {
      const { term, stop } = analyserFor(language).analyse(word)
      return !stop && wanted.has(term)
    })
    if (matched) matches.push({ start, end })
  })
  return matches
}
