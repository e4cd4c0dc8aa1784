/** Reads a question into a query: its terms with their weights, phrases that must match, and words that must not. */
import { type AnalysedWord, analyserFor } from './analyse.ts'
import { scanWords } from './words.ts'

/** One distinct word of the question that is searched for, and every term it may stand as. */
export type QueryWord = {
  /** As typed. */
  readonly word: string
  readonly terms: readonly { readonly term: string; readonly weight: number }[]
}

export type Query = {
  readonly text: string
  readonly words: readonly QueryWord[]
  /** The languages of which `words` hold terms. */
  readonly languages: readonly string[]
}

// A question longer than this is read up to here: nobody asks for more words, and each costs time.
const MOST_WORDS = 64

/** The query of a question, for an index that holds these languages. */
export function parseQuery(text: string, languages: readonly string[]): Query {
  const words = new Map<string, QueryWord>()
  scanWords(text, 0, text.length, (start, end) => {
    if (words.size >= MOST_WORDS) return
    const word = text.slice(start, end)
    const analysed = languages.map(language => analyserFor(language).analyse(word)).filter(isContent)
    const key = analysed[0]?.term
    if (key === undefined || words.has(key)) return
    words.set(key, { word, terms: [...new Set(analysed.map(({ term }) => term))].map(term => ({ term, weight: 1 })) })
  })
  return { text, words: [...words.values()], languages }
}

const isContent = ({ stop }: AnalysedWord) => !stop
