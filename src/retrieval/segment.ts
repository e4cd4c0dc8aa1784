/** An immutable run of indexed articles: its own dictionary, its tokens in order, and postings from terms to sentences. */
import { analyserFor } from './analyse.ts'
import { at, Numbers } from './numbers.ts'
import { scanWords } from './words.ts'

/** A half-open range `[start, end)` in UTF-16 units of a source's `text`. */
export type TextSpan = { readonly start: number; readonly end: number }

/** One article, as retrieval sees it. */
export type Source = {
  readonly id: string
  /** BCP 47; null is read as English. */
  readonly language: string | null
  /** Headline and standfirst, a line each: evidence, never itself a hit. */
  readonly context: string
  readonly text: string
  /** The sentences of `text`, by paragraph. */
  readonly paragraphs: readonly (readonly TextSpan[])[]
}

// A token is `term << TOKEN_FLAG_BITS | flags`: 2^27 terms, and what the word as printed shows beyond its term.
export const TOKEN_FLAG_BITS = 4
export const CAPITAL = 1
export const ALL_CAPITALS = 2
export const STOP = 4
export const NUMBER = 8

/**
 * Documents are sentences, numbered in the order of the text; those of a paragraph, and of a source, are contiguous.
 * `postings` holds, for each term, one entry for each of its occurrences: the sentence's number, ascending, so that a
 * sentence stands as often as its term frequency. Stop words have tokens but no postings.
 */
export type Segment = {
  readonly terms: readonly string[]
  readonly termIds: ReadonlyMap<string, number>
  /** By term: in how many sentences it stands. */
  readonly documentFrequency: Uint32Array
  /** By term: in how many sources' context it stands. */
  readonly contextFrequency: Uint32Array
  readonly postings: Uint32Array
  /** By term, one more than there are terms: where its postings start. */
  readonly postingsStart: Uint32Array
  readonly tokens: Uint32Array
  /** By sentence, one more. */
  readonly tokensStart: Uint32Array
  readonly contextTokens: Uint32Array
  /** By source, one more. */
  readonly contextStart: Uint32Array
  readonly paragraphOfSentence: Uint32Array
  /** By paragraph, one more: its first sentence. */
  readonly paragraphStart: Uint32Array
  readonly sourceOfParagraph: Uint32Array
  /** By source, one more: its first paragraph. */
  readonly sourceStart: Uint32Array
  readonly sourceIds: readonly string[]
  /** By source: the primary language of its analyser. */
  readonly languages: readonly string[]
}

/** The sentences of a source: the first, and one more than the last. */
export function sentencesOf(segment: Segment, source: number): [number, number] {
  const first = at(segment.paragraphStart, at(segment.sourceStart, source))
  return [first, at(segment.paragraphStart, at(segment.sourceStart, source + 1))]
}

/** The distinct terms of a sentence without its stop words. */
export function contentTerms(segment: Segment, sentence: number): Set<number> {
  const terms = new Set<number>()
  for (let index = at(segment.tokensStart, sentence); index < at(segment.tokensStart, sentence + 1); index++) {
    const token = at(segment.tokens, index)
    if ((token & STOP) === 0) terms.add(token >>> TOKEN_FLAG_BITS)
  }
  return terms
}

/** Builds a segment from sources with distinct ids. `onSentences` is told how many sentences are in, now and then. */
export function buildSegment(sources: Iterable<Source>, onSentences?: (sentences: number) => void): Segment {
  const builder = new SegmentBuilder()
  for (const source of sources) {
    builder.add(source)
    onSentences?.(builder.sentenceCount)
  }
  return builder.build()
}

class SegmentBuilder {
  readonly #terms: string[] = []
  readonly #termIds = new Map<string, number>()
  readonly #tokens = new Numbers()
  readonly #tokensStart = new Numbers()
  readonly #contextTokens = new Numbers()
  readonly #contextStart = new Numbers()
  readonly #paragraphOfSentence = new Numbers()
  readonly #paragraphStart = new Numbers()
  readonly #sourceOfParagraph = new Numbers()
  readonly #sourceStart = new Numbers()
  readonly #sourceIds: string[] = []
  readonly #languages: string[] = []
  /** Words as printed to their tokens, for the language of `#wordsLanguage`: most words of a text were seen before. */
  readonly #wordTokens = new Map<string, Map<string, number>>()

  get sentenceCount(): number {
    return this.#tokensStart.length
  }

  add(source: Source): void {
    const number = this.#sourceIds.length
    const { language } = analyserFor(source.language)
    this.#sourceIds.push(source.id)
    this.#languages.push(language)
    this.#contextStart.push(this.#contextTokens.length)
    this.#addTokens(this.#contextTokens, source.context, 0, source.context.length, language)
    this.#sourceStart.push(this.#paragraphStart.length)
    for (const sentences of source.paragraphs) {
      const paragraph = this.#paragraphStart.length
      this.#paragraphStart.push(this.sentenceCount)
      this.#sourceOfParagraph.push(number)
      for (const { start, end } of sentences) {
        this.#paragraphOfSentence.push(paragraph)
        this.#tokensStart.push(this.#tokens.length)
        this.#addTokens(this.#tokens, source.text, start, end, language)
      }
    }
  }

  build(): Segment {
    const sentences = this.sentenceCount
    this.#tokensStart.push(this.#tokens.length)
    this.#contextStart.push(this.#contextTokens.length)
    this.#paragraphStart.push(sentences)
    this.#sourceStart.push(this.#sourceOfParagraph.length)
    const forward = {
      terms: this.#terms,
      termIds: this.#termIds,
      tokens: this.#tokens.toArray(),
      tokensStart: this.#tokensStart.toArray(),
      contextTokens: this.#contextTokens.toArray(),
      contextStart: this.#contextStart.toArray(),
      paragraphOfSentence: this.#paragraphOfSentence.toArray(),
      paragraphStart: this.#paragraphStart.toArray(),
      sourceOfParagraph: this.#sourceOfParagraph.toArray(),
      sourceStart: this.#sourceStart.toArray(),
      sourceIds: this.#sourceIds,
      languages: this.#languages,
    }
    return invert(forward)
  }

  #addTokens(into: Numbers, text: string, start: number, end: number, language: string): void {
    let seen = this.#wordTokens.get(language)
    if (seen === undefined) {
      seen = new Map()
      this.#wordTokens.set(language, seen)
    }
    const known = seen
    scanWords(text, start, end, (wordStart, wordEnd) => {
      const word = text.slice(wordStart, wordEnd)
      let token = known.get(word)
      if (token === undefined) {
        token = this.#tokenOf(word, language)
        known.set(word, token)
      }
      into.push(token)
    })
  }

  #tokenOf(word: string, language: string): number {
    const { term, stop, number } = analyserFor(language).analyse(word)
    let id = this.#termIds.get(term)
    if (id === undefined) {
      id = this.#terms.length
      this.#terms.push(term)
      this.#termIds.set(term, id)
    }
    return ((id << TOKEN_FLAG_BITS) | capitalFlags(word) | (stop ? STOP : 0) | (number ? NUMBER : 0)) >>> 0
  }
}

function capitalFlags(word: string): number {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  if (first === first.toLowerCase()) return 0
  return word.length > 1 && word === word.toUpperCase() ? CAPITAL | ALL_CAPITALS : CAPITAL
}

/** Everything of a segment that is read off its sources in order; the rest is counted from it. */
export type ForwardIndex = Omit<Segment, 'postings' | 'postingsStart' | 'documentFrequency' | 'contextFrequency'>

/** Completes a segment: counts its terms, then lays the postings out by counting sort. */
export function invert(forward: ForwardIndex): Segment {
  const { terms, tokens, tokensStart } = forward
  const postingsStart = new Uint32Array(terms.length + 1)
  for (const token of tokens) if ((token & STOP) === 0) increment(postingsStart, (token >>> TOKEN_FLAG_BITS) + 1)
  for (let term = 0; term < terms.length; term++) {
    postingsStart[term + 1] = at(postingsStart, term + 1) + at(postingsStart, term)
  }
  const next = postingsStart.slice()
  const postings = new Uint32Array(at(postingsStart, terms.length))
  const documentFrequency = new Uint32Array(terms.length)
  for (let sentence = 0; sentence + 1 < tokensStart.length; sentence++) {
    const end = at(tokensStart, sentence + 1)
    for (let index = at(tokensStart, sentence); index < end; index++) {
      const token = at(tokens, index)
      if ((token & STOP) !== 0) continue
      const term = token >>> TOKEN_FLAG_BITS
      const place = at(next, term)
      const first = place === at(postingsStart, term) || at(postings, place - 1) !== sentence
      if (first) increment(documentFrequency, term)
      postings[place] = sentence
      next[term] = place + 1
    }
  }
  return { ...forward, postings, postingsStart, documentFrequency, contextFrequency: countContexts(forward) }
}

function countContexts({ terms, contextTokens, contextStart }: ForwardIndex): Uint32Array {
  const frequency = new Uint32Array(terms.length)
  for (let source = 0; source + 1 < contextStart.length; source++) {
    const tokens = contextTokens.subarray(contextStart[source], contextStart[source + 1])
    for (const term of new Set(tokens.map(token => token >>> TOKEN_FLAG_BITS))) increment(frequency, term)
  }
  return frequency
}

function increment(counts: Uint32Array, index: number): void {
  counts[index] = at(counts, index) + 1
}
