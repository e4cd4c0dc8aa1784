/** What a search engine is to the benchmark, and the words that all of them are given. */
import { analyse } from '../../../src/retrieval/text/analyse.ts'
import type { BenchCorpus } from '../search-corpus.ts'

/** Numbers of sentences, best first, at most ten. */
export type Search = (question: string) => Promise<number[]> | number[]

/** An engine with a corpus in it. */
export type Built = {
  readonly search: Search
  /** Saves the index and opens what was saved, where the engine's users would: milliseconds of the opening alone. */
  readonly reopen?: () => number
}

export type Engine = {
  readonly name: string
  /** No larger corpus is given to it, so that a run of the benchmark stays within minutes. */
  readonly largest: number
  readonly build: (corpus: BenchCorpus) => Promise<Built> | Built
}

/**
 * The words of a text as our own analyser reads them: without stop words, by Porter's stems, from a cache. Engines that take a
 * tokeniser or a stemmer are given this one: it is the same stemming, and it costs them less than natural's own would.
 */
export function stems(text: string): string[] {
  return analyse(text).flatMap(({ term, stop }) => (stop ? [] : [term]))
}
