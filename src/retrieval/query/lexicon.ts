/** What questions and answers taught about words: which are seldom repeated in an answer, and which are answered in other words. */
import { readFileSync } from 'node:fs'

/** The file `lexicon.json`, written by `test/bench/fit`. */
export type LexiconFile = {
  /** How it was obtained. */
  readonly about: string
  /** By common English term: the share of sentences that have it. */
  readonly frequency: Readonly<Record<string, number>>
  /** By English term: how often an answering sentence repeats it, against the average of all terms; only terms far from 1. */
  readonly expectation: Readonly<Record<string, number>>
  /** By English term of a question: terms that stand in answers in its place, with their weights. */
  readonly instead: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** By form of question (`question-type.ts`): how much a term or a class of words speaks for an answer, as a logarithm of odds. */
  readonly cues: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export type Lexicon = {
  readonly frequency: ReadonlyMap<string, number>
  readonly expectation: ReadonlyMap<string, number>
  readonly instead: ReadonlyMap<string, readonly { readonly term: string; readonly weight: number }[]>
  readonly cues: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The lexicon with its words as keys of maps, where "constructor" is a word too. */
export function parseLexicon(file: LexiconFile): Lexicon {
  return {
    frequency: new Map(Object.entries(file.frequency)),
    expectation: new Map(Object.entries(file.expectation)),
    cues: new Map(Object.entries(file.cues).map(([form, weights]) => [form, new Map(Object.entries(weights))])),
    instead: new Map(
      Object.entries(file.instead).map(([term, others]) => [
        term,
        Object.entries(others).map(([other, weight]) => ({ term: other, weight })),
      ]),
    ),
  }
}

let shipped: Lexicon | undefined

/** The shipped lexicon, read on first need. */
export function loadLexicon(): Lexicon {
  // A parsed boundary: the file is our own, and a test reads it.
  shipped ??= parseLexicon(JSON.parse(readFileSync(new URL('lexicon.json', import.meta.url), 'utf8')) as LexiconFile)
  return shipped
}

/** Puts another lexicon in place of the shipped one, for fitting on some articles what is tried on others; null takes it back. */
export function useLexicon(lexicon: Lexicon | null): void {
  shipped = lexicon ?? undefined
}

/** The share of sentences of general English that have a term; 0 for terms that are not common. */
export function commonness(term: string): number {
  return loadLexicon().frequency.get(term) ?? 0
}
