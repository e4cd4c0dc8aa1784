/** An immutable run of indexed articles: its own dictionary, its tokens in order, and postings from terms to sentences. */

import { inOneGo, rangesOf, type Steps } from '../../work/steps.ts'
import { analyserFor } from '../text/analyse.ts'
import { createTokeniser, STOP, TERM_SHIFT } from '../text/tokenise.ts'
import { ForwardBuilder, type ForwardIndex } from './forward-builder.ts'
import { at } from './numbers.ts'
import { deriveTables, type SegmentTables } from './segment-tables.ts'

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

/**
 * Documents are sentences, numbered in the order of the text; those of a paragraph, and of a source, are contiguous.
 * `postings` holds, for each term, one entry for each of its occurrences: the sentence's number, ascending, so that a
 * sentence stands as often as its term frequency. Stop words have tokens but no postings.
 */
export type Segment = ForwardIndex &
  SegmentTables & {
    /** By term: in how many sentences it stands. */
    readonly documentFrequency: Uint32Array
    /** By term: in how many sources' context it stands. */
    readonly contextFrequency: Uint32Array
    readonly postings: Uint32Array
    /** By term, one more than there are terms: where its postings start. */
    readonly postingsStart: Uint32Array
  }

/** The sentences of a source: the first, and one more than the last. */
export function sentencesOf(segment: Segment, source: number): [number, number] {
  const first = at(segment.paragraphStart, at(segment.sourceStart, source))
  return [first, at(segment.paragraphStart, at(segment.sourceStart, source + 1))]
}

/** Where the postings of a term reach sentence `first`. */
export function firstPosting(
  segment: Pick<Segment, 'postings' | 'postingsStart'>,
  term: number,
  first: number,
): number {
  let low = at(segment.postingsStart, term)
  let high = at(segment.postingsStart, term + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(segment.postings, middle) < first) low = middle + 1
    else high = middle
  }
  return low
}

/** How often a term stands in the sentences from `first` up to `end`. */
export function frequencyBetween(segment: Segment, term: number, first: number, end: number): number {
  return firstPosting(segment, term, end) - firstPosting(segment, term, first)
}

/** The distinct terms of a sentence without its stop words. */
export function contentTerms(segment: Segment, sentence: number): Set<number> {
  const terms = new Set<number>()
  for (let index = at(segment.tokensStart, sentence); index < at(segment.tokensStart, sentence + 1); index++) {
    const token = at(segment.tokens, index)
    if ((token & STOP) === 0) terms.add(token >>> TERM_SHIFT)
  }
  return terms
}

/** The distinct terms of a source's context. */
export function contextTerms(
  { contextTokens, contextStart }: Pick<Segment, 'contextTokens' | 'contextStart'>,
  source: number,
): Set<number> {
  const tokens = contextTokens.subarray(contextStart[source], contextStart[source + 1])
  return new Set(Array.from(tokens, token => token >>> TERM_SHIFT))
}

/** Builds a segment from sources with distinct ids. After each source, `onSentences` is called with the number of sentences so far. */
export function buildSegment(sources: Iterable<Source>, onSentences?: (sentences: number) => void): Segment {
  const builder = createSegmentBuilder()
  for (const source of sources) {
    builder.add(source)
    onSentences?.(builder.sentenceCount())
  }
  return inOneGo(builder.finish())
}

/** A segment in the making: sources with distinct ids are added one by one, then it is finished, once. */
export type SegmentBuilder = {
  add(source: Source): void
  sentenceCount(): number
  finish(): Steps<Segment>
}

export function createSegmentBuilder(): SegmentBuilder {
  const builder = new ForwardBuilder()
  const tokenise = createTokeniser(builder)
  return {
    add(source) {
      const { language } = analyserFor(source.language)
      builder.startSource(source.id, language)
      tokenise(builder.contextTokens, source.context, 0, source.context.length, language)
      for (const sentences of source.paragraphs) {
        builder.startParagraph()
        for (const { start, end } of sentences) {
          builder.startSentence()
          tokenise(builder.tokens, source.text, start, end, language)
        }
      }
    },
    sentenceCount: () => builder.sentenceCount,
    finish: () => invert(builder.finish()),
  }
}

/** Tokens, sources and the like that are gone through in one step: some milliseconds. */
const STEP = 2 ** 16
const SENTENCES_STEP = 2 ** 12

/** Completes a segment: counts its terms, then lays the postings out by counting sort. */
export function* invert(forward: ForwardIndex): Steps<Segment> {
  const { terms, tokens, tokensStart } = forward
  const postingsStart = new Uint32Array(terms.length + 1)
  for (const [from, to] of rangesOf(tokens.length, STEP)) {
    countPostings(tokens, postingsStart, from, to)
    yield
  }
  for (let term = 0; term < terms.length; term++) {
    postingsStart[term + 1] = at(postingsStart, term + 1) + at(postingsStart, term)
  }
  const postings = new Uint32Array(at(postingsStart, terms.length))
  const documentFrequency = new Uint32Array(terms.length)
  const laid = { postings, postingsStart, next: postingsStart.slice(), documentFrequency }
  for (const [from, to] of rangesOf(tokensStart.length - 1, SENTENCES_STEP)) {
    layPostings(forward, laid, from, to)
    yield
  }
  const contextFrequency = new Uint32Array(terms.length)
  for (const [from, to] of rangesOf(forward.sourceIds.length, SENTENCES_STEP)) {
    countContexts(forward, contextFrequency, from, to)
    yield
  }
  const tables = yield* deriveTables(forward)
  return { ...forward, ...tables, postings, postingsStart, documentFrequency, contextFrequency }
}

/** Counts the tokens of each term, stop words aside, one place after the term's own. */
function countPostings(tokens: Uint32Array, counts: Uint32Array, from: number, to: number): void {
  for (let place = from; place < to; place++) {
    const token = at(tokens, place)
    if ((token & STOP) === 0) increment(counts, (token >>> TERM_SHIFT) + 1)
  }
}

type LaidOut = Pick<Segment, 'postings' | 'postingsStart' | 'documentFrequency'> & {
  /** By term: where its next posting goes. */
  readonly next: Uint32Array
}

function layPostings({ tokens, tokensStart }: ForwardIndex, laid: LaidOut, from: number, to: number): void {
  const { postings, postingsStart, next, documentFrequency } = laid
  for (let sentence = from; sentence < to; sentence++) {
    const end = at(tokensStart, sentence + 1)
    for (let index = at(tokensStart, sentence); index < end; index++) {
      const token = at(tokens, index)
      if ((token & STOP) !== 0) continue
      const term = token >>> TERM_SHIFT
      const place = at(next, term)
      const first = place === at(postingsStart, term) || at(postings, place - 1) !== sentence
      if (first) increment(documentFrequency, term)
      postings[place] = sentence
      next[term] = place + 1
    }
  }
}

function countContexts(forward: ForwardIndex, frequency: Uint32Array, from: number, to: number): void {
  for (let source = from; source < to; source++) {
    for (const term of contextTerms(forward, source)) increment(frequency, term)
  }
}

function increment(counts: Uint32Array, index: number): void {
  counts[index] = at(counts, index) + 1
}
