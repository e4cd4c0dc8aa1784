/** What a search engine is to the benchmark, and the words that all of them are given. */
import { analyse } from '../../../src/retrieval/analyse.ts'
import type { BenchCorpus } from '../search-corpus.ts'

/** Numbers of sentences, best first, at most ten. */
export type Search = (question: string) => Promise<number[]> | number[]

export type Engine = {
  readonly name: string
  /** No larger corpus is given to it, so that a run of the benchmark stays within minutes. */
  readonly largest: number
  readonly build: (corpus: BenchCorpus) => Promise<Search> | Search
}

/** The words of a text as our own analyser reads them: without stop words, stemmed by natural's Porter stemmer, from a cache. */
export function stems(text: string): string[] {
  return analyse(text).flatMap(({ term, stop }) => (stop ? [] : [term]))
}
