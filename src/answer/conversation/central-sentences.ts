/** Finds the sentences that carry an article: its lead, then those nearest to the whole of it. Showing them is left to `about.ts`. */
import type { Article, Span } from '../../article/article.ts'
import { tokenise } from '../check/align.ts'
import type { Place } from '../passage.ts'

/** Letters of a word that its inflected forms share, near enough for comparing sentences of one article. */
const STEM = 6
/** Shorter sentences say little by themselves. */
const FEWEST_TERMS = 5
/** Two sentences whose vectors have this cosine say the same. */
const SAME = 0.55
/** What a sentence is worth that stands at the very end, beside one at the beginning: news says first what matters. */
const AT_THE_END = 0.6

type Sentence = {
  readonly place: Place
  readonly span: Span
  readonly vector: ReadonlyMap<string, number>
  readonly order: number
}

/**
 * At most `count` places whose sentences take at most `longest` UTF-16 units together, in the order of the text. The first is the
 * article's first whole sentence; the others are the nearest to the centroid of all sentences by the cosine of their TF-IDF vectors
 * (Radev et al., "Centroid-based summarization of multiple documents", 2004), none of which says what another does.
 */
export function centralSentences(article: Article, count: number, longest: number): readonly Place[] {
  const sentences = vectorsOf(article)
  const [lead] = sentences
  if (lead === undefined) return article.paragraphs.length === 0 ? [] : [{ paragraph: 0, sentence: 0 }]
  const centroid = sum([...sentences.map(({ vector }) => vector), vectorOf(headlineTerms(article))])
  const worth = (sentence: Sentence): number =>
    cosine(sentence.vector, centroid) * (1 - ((1 - AT_THE_END) * sentence.order) / sentences.length)
  const ranked = sentences.slice(1).sort((a, b) => worth(b) - worth(a) || a.order - b.order)
  const chosen = [lead]
  let length = lengthOf(lead)
  for (const sentence of ranked) {
    if (chosen.length === count) break
    if (length + lengthOf(sentence) > longest) continue
    if (chosen.some(other => cosine(other.vector, sentence.vector) > SAME)) continue
    chosen.push(sentence)
    length += lengthOf(sentence)
  }
  return chosen.sort((a, b) => a.order - b.order).map(({ place }) => place)
}

function lengthOf({ span }: Sentence): number {
  return span.end - span.start
}

function vectorsOf(article: Article): readonly Sentence[] {
  const found = article.paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.map((span, sentence) => ({ place: { paragraph, sentence }, span, terms: termsIn(article.body, span) })),
  )
  const whole = found.filter(({ terms }) => terms.length >= FEWEST_TERMS)
  const frequency = new Map<string, number>()
  for (const { terms } of whole) for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const weight = (term: string): number => Math.log(1 + whole.length / (frequency.get(term) ?? whole.length))
  return whole.map(({ place, span, terms }, order) => {
    const vector = new Map<string, number>()
    for (const term of terms) vector.set(term, (vector.get(term) ?? 0) + weight(term))
    return { place, span, vector, order }
  })
}

function headlineTerms({ headline, standfirst }: Article): readonly string[] {
  const text = `${headline} ${standfirst ?? ''}`
  return termsIn(text, { start: 0, end: text.length })
}

function termsIn(text: string, { start, end }: Span): readonly string[] {
  return tokenise(text, start, end).flatMap(({ content, folded }) => (content ? [folded.slice(0, STEM)] : []))
}

function vectorOf(terms: readonly string[]): ReadonlyMap<string, number> {
  return new Map(terms.map(term => [term, 1]))
}

function sum(vectors: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>()
  for (const vector of vectors) {
    const length = norm(vector)
    for (const [term, value] of vector) total.set(term, (total.get(term) ?? 0) + value / (length || 1))
  }
  return total
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0
  for (const [term, value] of a) dot += value * (b.get(term) ?? 0)
  return dot === 0 ? 0 : dot / (norm(a) * norm(b))
}

function norm(vector: ReadonlyMap<string, number>): number {
  let squares = 0
  for (const value of vector.values()) squares += value * value
  return Math.sqrt(squares)
}
