/** The parts of `natural` that retrieval uses, typed here and imported by submodule, since its root costs 0.7 s and prints. */
import { createRequire } from 'node:module'

// `natural` is CommonJS without an exports map; its submodules are reached one by one, each on first need.
const require = createRequire(import.meta.url)

/** Reduces a lower-case word to its stem: "detained" -> "detain". */
export type Stem = (word: string) => string

type StemmerName = `porter_stemmer_${'de' | 'es' | 'fr' | 'it' | 'nl' | 'no' | 'pt' | 'ru' | 'sv' | 'uk'}`
type StopWordsName = 'stopwords' | `stopwords_${'es' | 'fr' | 'it' | 'nl' | 'no' | 'pl' | 'pt' | 'ru' | 'sv' | 'uk'}`

/** One of natural's stemmers (of M. Porter's Snowball family); for English there is `porter.ts`. */
export function loadStemmer(name: StemmerName): Stem {
  // A parsed boundary: natural's own declarations cover its root only.
  const stemmer = require(`natural/lib/natural/stemmers/${name}`) as { stem(word: string): string }
  return word => stemmer.stem(word)
}

/** One of natural's lists of stop words, lower-case. */
export function loadStopWords(name: StopWordsName): readonly string[] {
  // A parsed boundary: natural's own declarations cover its root only.
  return (require(`natural/lib/natural/util/${name}`) as { words: readonly string[] }).words
}
