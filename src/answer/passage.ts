/** From a place in an article to a passage worth reading: as much around the sentence as it needs to be understood, and its attribution. */
import type { Article, Paragraph, Span } from '../article/article.ts'
import { slice } from '../article/article.ts'
import type { Quotation } from '../article/quotation.ts'
import { passageId } from '../library/lookup/passage-id.ts'
import { quotationsOf } from '../library/quotations-of.ts'
import type { Passage } from './answer.ts'
import { attribute } from './attribution.ts'

/** A sentence by its place: 0-based paragraph, and 0-based sentence within it. */
export type Place = { readonly paragraph: number; readonly sentence: number }

// Words that, at the head of a sentence, point to something said before it.
const pointsBack =
  /^["“”‘’'«„([]*(?:he|she|they|it|his|her|hers|their|theirs|its|him|them|this|that|these|those|such|both|neither|however|but|yet|also|instead|there|then|afterwards|meanwhile|still|so|therefore|thus|the (?:former|latter|same|two|group|company|man|woman|couple|pair))\b/iu

/** Whether a sentence begins with a word whose meaning stands before it: "He was released." */
export function pointsBackwards(sentence: string): boolean {
  return pointsBack.test(sentence)
}

/** How many sentences a passage may reach back for whom or what its sentence speaks of. */
const reachBack = 2

/**
 * The passage around the sentence at `place`, and the short paragraphs beside it that the question leads to, too: `rankOf` says how near
 * a paragraph comes (0 for the nearest, null for not at all).
 * `matchesIn` gives the words to mark within a span of the article's body; `score` is handed through. No span around the sentence is
 * shown that is not `isWelcome`.
 */
export function gatherPassage(
  article: Article,
  place: Place,
  score: number,
  matchesIn: (span: Span) => readonly Span[],
  rankOf: (paragraph: number) => number | null = () => null,
  isWelcome: (span: Span) => boolean = () => true,
): Passage {
  const understandable = understandableSpan(article, place)
  const span = isWelcome(understandable) ? understandable : sentenceAt(article, place)
  const shown = withNeighbours(article, place, span, number => {
    const paragraph = article.paragraphs[number]
    return paragraph !== undefined && isWelcome(paragraph) ? rankOf(number) : null
  })
  return passageOver(article, place, shown, score, matchesIn, span)
}

/** A paragraph of news is a sentence or two: up to this many sentences and UTF-16 units it is shown whole. */
const shortParagraph = { sentences: 3, length: 420 }

/** The sentence at `place` with the sentences before it that it points back to, and the whole of a short paragraph. */
export function understandableSpan(article: Article, place: Place): Span {
  const start = understandableFrom(article, place)
  const { end } = sentenceAt(article, place)
  const paragraph = article.paragraphs[place.paragraph]
  if (paragraph === undefined || !isShort(paragraph)) return { start, end }
  return { start: Math.min(start, paragraph.start), end: Math.max(end, paragraph.end) }
}

/** With its neighbours a short paragraph is shown up to this many UTF-16 units: as much as one paragraph of a book. */
const LONGEST_TOGETHER = 600

/** `span` and the paragraphs right before and after it, the nearer to the question first, as long as all are short. */
function withNeighbours(
  { paragraphs }: Article,
  place: Place,
  span: Span,
  rankOf: (paragraph: number) => number | null,
): Span {
  const own = paragraphs[place.paragraph]
  if (own === undefined || !isShort(own)) return span
  const beside = [place.paragraph - 1, place.paragraph + 1].flatMap(number => {
    const paragraph = paragraphs[number]
    const rank = rankOf(number)
    return paragraph === undefined || rank === null || !isShort(paragraph) ? [] : [{ paragraph, rank }]
  })
  let { start, end } = span
  for (const { paragraph } of beside.sort((a, b) => a.rank - b.rank)) {
    const wider = { start: Math.min(start, paragraph.start), end: Math.max(end, paragraph.end) }
    if (wider.end - wider.start <= LONGEST_TOGETHER) ({ start, end } = wider)
  }
  return { start, end }
}

function isShort({ sentences, start, end }: Paragraph): boolean {
  return sentences.length <= shortParagraph.sentences && end - start <= shortParagraph.length
}

/**
 * The passage that shows `span` of the article's body for the sentence at `place`, which lies inside it. Who speaks is read off `spoken`,
 * the part of it that belongs to the sentence.
 */
export function passageOver(
  article: Article,
  place: Place,
  span: Span,
  score: number,
  matchesIn: (span: Span) => readonly Span[],
  spoken: Span = span,
): Passage {
  const sentence = sentenceAt(article, place)
  const quotation = quotationIn(article, sentence) ?? quotationIn(article, spoken)
  return {
    start: span.start,
    end: span.end,
    id: passageId(article, sentence),
    article,
    paragraph: place.paragraph + 1,
    sentence,
    matches: matchesIn(span),
    score,
    explanation: null,
    attribution: attribute(article, place.paragraph + 1, quotation),
    copies: [],
  }
}

/** @throws RangeError when the article has no such sentence: the index and the articles belong to different libraries. */
export function sentenceAt(article: Article, place: Place): Span {
  const sentence = article.paragraphs[place.paragraph]?.sentences[place.sentence]
  if (sentence === undefined) {
    throw new RangeError(`${article.slug} has no sentence ${place.sentence} in paragraph ${place.paragraph}`)
  }
  return sentence
}

function understandableFrom(article: Article, place: Place): number {
  let at = place
  let { start } = sentenceAt(article, at)
  for (let step = 0; step < reachBack; step++) {
    const sentence = sentenceAt(article, at)
    const before = placeBefore(article.paragraphs, at)
    if (before === null || !needsWhatIsBefore(article, sentence)) break
    at = before
    start = sentenceAt(article, at).start
  }
  return start
}

function needsWhatIsBefore(article: Article, sentence: Span): boolean {
  if (pointsBackwards(slice(article, sentence))) return true
  // A sentence inside a quotation that began earlier: its speaker is usually named before it.
  return quotationsOf(article).some(quotation =>
    quotation.parts.some(part => part.start < sentence.start && part.end > sentence.start),
  )
}

function placeBefore(paragraphs: readonly Paragraph[], place: Place): Place | null {
  if (place.sentence > 0) return { paragraph: place.paragraph, sentence: place.sentence - 1 }
  const sentences = paragraphs[place.paragraph - 1]?.sentences.length ?? 0
  return sentences === 0 ? null : { paragraph: place.paragraph - 1, sentence: sentences - 1 }
}

/** The first quotation in `span` with a known speaker, if nobody else is known to speak there, by name or by description; else null. */
function quotationIn(article: Article, span: Span): Quotation | null {
  const spoken = quotationsOf(article).filter(
    quotation =>
      (quotation.speaker !== null || quotation.description !== null) &&
      quotation.parts.some(part => part.start < span.end && part.end > span.start),
  )
  const first = spoken[0]
  return first !== undefined && first.speaker !== null && spoken.every(quotation => quotation.speaker === first.speaker)
    ? first
    : null
}
