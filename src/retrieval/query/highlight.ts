/** Finds the words of a text that a query matched; marking them up is left to whoever renders. */

import type { TextSpan } from '../index/segment.ts'
import { analyserFor } from '../text/analyse.ts'
import { scanWords } from '../text/words.ts'
import type { Query } from './query.ts'

/** The words inside `span` that match the query, corrected and added words included, in the order of the text. */
export function highlight(text: string, span: TextSpan, query: Query): TextSpan[] {
  const wanted = new Set(query.words.flatMap(({ terms, added }) => [...terms, ...added].map(({ term }) => term)))
  const matches: TextSpan[] = []
  scanWords(text, span.start, span.end, (start, end) => {
    const word = text.slice(start, end)
    const matched = query.languages.some(language => {
      const { term, stop } = analyserFor(language).analyse(word)
      return !stop && wanted.has(term)
    })
    if (matched) matches.push({ start, end })
  })
  return matches
}
