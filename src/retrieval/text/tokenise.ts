/** Reads texts into tokens: numbers that say which term a word is and how it is printed. What is made of them is left to `segment.ts`. */

import type { ForwardBuilder } from '../index/forward-builder.ts'
import type { Numbers } from '../index/numbers.ts'
import { type Analyser, analyserFor, fold, isPlain } from './analyse.ts'
import { scanWords } from './words.ts'

/**
 * A token is `term << TERM_SHIFT | print << PRINT_SHIFT | flags`. The print is six bits of a hash of the word as printed, case
 * and accents folded: it tells "detained" from "detains", which share a term, so that a phrase can be matched to the letter.
 */
export const TERM_SHIFT = 10
const PRINT_SHIFT = 4
const PRINTS = 64
const MOST_TERMS = 2 ** (32 - TERM_SHIFT)
// Flags: what the word as printed shows beyond its term.
export const CAPITAL = 1
export const STOP = 4
export const NUMBER = 8

/** What two words must share to be one word of a phrase: the token without its flags. */
export function phraseCode(term: number, word: string): number {
  return (term * PRINTS + printOf(word)) >>> 0
}

/** The phrase code of a token. */
export const phraseCodeOf = (token: number): number => token >>> PRINT_SHIFT

function printOf(word: string): number {
  const folded = isPlain(word) ? word : fold(word.replace(/['’ʼ.,]/gu, ''))
  let hash = 7
  for (let at = 0; at < folded.length; at++) hash = (Math.imul(hash, 31) + folded.charCodeAt(at)) | 0
  return (hash ^ (hash >>> 11)) & (PRINTS - 1)
}

/** Reads the text between `start` and `end` into tokens. */
export type Tokenise = (into: Numbers, text: string, start: number, end: number, language: string) => void

/** A reader of texts for a builder. It keeps the words that it has seen, since most words of a text are such. */
export function createTokeniser(builder: ForwardBuilder): Tokenise {
  const seen = new Map<string, Map<string, number>>()
  return (into, text, start, end, language) => {
    const tokens = seen.get(language) ?? new Map<string, number>()
    seen.set(language, tokens)
    scanWords(text, start, end, (from, to) => {
      const word = text.slice(from, to)
      let token = tokens.get(word)
      if (token === undefined) {
        const own = ownCopy(word)
        token = tokenOf(builder, own, analyserFor(language))
        tokens.set(own, token)
      }
      into.push(token)
    })
  }
}

// V8 keeps a slice of this length or more as a view, which holds the whole text in memory as long as the word.
const LEAST_VIEW = 13
const LONGEST_COPY = 1000

function ownCopy(slice: string): string {
  if (slice.length < LEAST_VIEW || slice.length > LONGEST_COPY) return slice
  return String.fromCharCode(...Array.from({ length: slice.length }, (_, at) => slice.charCodeAt(at)))
}

function tokenOf(builder: ForwardBuilder, word: string, { analyseAnew }: Analyser): number {
  const { term, stop, number } = analyseAnew(word)
  const id = builder.termId(term, word)
  if (id >= MOST_TERMS) throw new RangeError(`expected at most ${MOST_TERMS} terms in a segment`)
  return ((phraseCode(id, word) << PRINT_SHIFT) | capitalFlag(word) | (stop ? STOP : 0) | (number ? NUMBER : 0)) >>> 0
}

function capitalFlag(word: string): number {
  const letter = word.charCodeAt(0)
  if (letter >= 0x61 && letter <= 0x7a) return 0
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  return first === first.toLowerCase() ? 0 : CAPITAL
}
