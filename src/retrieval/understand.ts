/** Reads a question against an index: words that it lacks are corrected, or looked for in other words; what was done is said. */
import { analyserFor } from './analyse.ts'
import { documentFrequency, isInContext } from './frequency.ts'
import { parseQuery, type Query, type QueryTerm, type QueryWord, queryWord } from './query.ts'
import { closeWords } from './related.ts'
import type { SearchIndex } from './search-index.ts'
import { correct } from './spelling.ts'

/** What was done to a question before it was searched for. */
export type Reading = {
  readonly corrected: readonly { readonly from: string; readonly to: string }[]
  readonly added: readonly { readonly word: string; readonly because: string }[]
  /** Words that no article of the index has, as typed. */
  readonly absent: readonly string[]
}

// Looking through the dictionary for each of many unknown words would cost more than it brings.
const MOST_CORRECTIONS = 4
const MOST_ADDED = 3
const LEAST_WEIGHT = 0.6
const ADDED_WEIGHT = 0.5
const CORRECTED_WEIGHT = 0.9

/** The query of a question, and how it was read. */
export function understand(index: SearchIndex, question: string): { query: Query; reading: Reading } {
  const query = parseQuery(question, index.languages)
  const corrected: { from: string; to: string }[] = []
  const added: { word: string; because: string }[] = []
  const absent: string[] = []
  let tries = 0
  const words = query.words.map((word): QueryWord => {
    if (isKnown(index, word)) return word
    if (query.languages.includes('en') && tries++ < MOST_CORRECTIONS) {
      const correction = correct(index, word.word)
      if (correction !== undefined) {
        corrected.push({ from: word.word, to: correction.printed })
        const terms = [{ term: correction.term, weight: CORRECTED_WEIGHT }]
        return { ...queryWord(correction.printed, query.languages), word: word.word, isName: word.isName, terms }
      }
    }
    absent.push(word.word)
    const others = otherWords(index, word)
    for (const { printed } of others) added.push({ word: printed, because: word.word })
    return { ...word, added: others.map(({ term, weight }) => ({ term, weight })) }
  })
  return { query: { ...query, words }, reading: { corrected, added, absent } }
}

function isKnown(index: SearchIndex, { terms }: QueryWord): boolean {
  return terms.some(({ term }) => documentFrequency(index, term) > 0 || isInContext(index, term))
}

/** Words of about the same meaning that the index has, closest first. */
function otherWords(index: SearchIndex, { word, terms }: QueryWord): (QueryTerm & { printed: string })[] {
  const { analyse } = analyserFor('en')
  const found = new Map<string, QueryTerm & { printed: string }>()
  for (const related of closeWords(word)) {
    if (related.weight < LEAST_WEIGHT || found.size >= MOST_ADDED) break
    if (related.word.includes(' ')) continue
    const { term, stop } = analyse(related.word)
    if (stop || found.has(term) || terms.some(own => own.term === term) || documentFrequency(index, term) === 0)
      continue
    found.set(term, { term, weight: related.weight * ADDED_WEIGHT, printed: related.word })
  }
  return [...found.values()]
}
