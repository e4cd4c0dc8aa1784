/** An immutable run of indexed articles: its own dictionary, its tokens in order, and postings from terms to sentences. */
import { analyserFor } from './analyse.ts'
import { ForwardBuilder } from './forward-builder.ts'
import { at } from './numbers.ts'
import { createTokeniser, STOP, TERM_SHIFT } from './tokenise.ts'

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
export type Segment = {
  readonly terms: readonly string[]
  readonly termIds: ReadonlyMap<string, number>
  /** By term: a word as printed that it stands for, in lower case where any is. */
  readonly printed: readonly string[]
  /** By term: in how many sentences it stands. */
  readonly documentFrequency: Uint32Array
  /** By term: in how many sources' context it stands. */
  readonly contextFrequency: Uint32Array
  /** By term: how often it stands in one paragraph at most. */
  readonly mostInParagraph: Uint32Array
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

/** Builds a segment from sources with distinct ids. `onSentences` is told how many sentences are in, after each source. */
export function buildSegment(sources: Iterable<Source>, onSentences?: (sentences: number) => void): Segment {
  const builder = new ForwardBuilder()
  const tokenise = createTokeniser(builder)
  for (const source of sources) {
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
    onSentences?.(builder.sentenceCount)
  }
  return invert(builder.finish())
}

/** Everything of a segment that is read off its sources in order; the rest is counted from it. */
export type ForwardIndex = Omit<
  Segment,
  'postings' | 'postingsStart' | 'documentFrequency' | 'contextFrequency' | 'mostInParagraph'
>

/** Completes a segment: counts its terms, then lays the postings out by counting sort. */
export function invert(forward: ForwardIndex): Segment {
  const { terms, tokens, tokensStart } = forward
  const postingsStart = new Uint32Array(terms.length + 1)
  for (const token of tokens) if ((token & STOP) === 0) increment(postingsStart, (token >>> TERM_SHIFT) + 1)
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
      const term = token >>> TERM_SHIFT
      const place = at(next, term)
      const first = place === at(postingsStart, term) || at(postings, place - 1) !== sentence
      if (first) increment(documentFrequency, term)
      postings[place] = sentence
      next[term] = place + 1
    }
  }
  const mostInParagraph = countMost(forward, postings, postingsStart)
  return {
    ...forward,
    postings,
    postingsStart,
    documentFrequency,
    mostInParagraph,
    contextFrequency: countContexts(forward),
  }
}

function countMost(
  { paragraphOfSentence }: ForwardIndex,
  postings: Uint32Array,
  postingsStart: Uint32Array,
): Uint32Array {
  const most = new Uint32Array(postingsStart.length - 1)
  for (let term = 0; term < most.length; term++) {
    let paragraph = -1
    let count = 0
    for (let place = at(postingsStart, term); place < at(postingsStart, term + 1); place++) {
      const next = at(paragraphOfSentence, at(postings, place))
      count = next === paragraph ? count + 1 : 1
      paragraph = next
      if (count > at(most, term)) most[term] = count
    }
  }
  return most
}

function countContexts(forward: ForwardIndex): Uint32Array {
  const frequency = new Uint32Array(forward.terms.length)
  for (let source = 0; source < forward.sourceIds.length; source++) {
    for (const term of contextTerms(forward, source)) increment(frequency, term)
  }
  return frequency
}

function increment(counts: Uint32Array, index: number): void {
  counts[index] = at(counts, index) + 1
}
