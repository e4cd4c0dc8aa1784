/** From a question to hits: reads it, finds candidates, ranks them, and says how sure it is. */
import { at } from './numbers.ts'
import { parseQuery, type Query } from './query.ts'
import type { SearchIndex, SegmentView } from './search-index.ts'
import { inverseDocumentFrequency, saturate } from './weighting.ts'

/** One sentence. `paragraph` is 0-based in its source, `sentence` 0-based in its paragraph. */
export type Hit = {
  readonly sourceId: string
  readonly paragraph: number
  readonly sentence: number
  readonly score: number
}

export type SearchOptions = {
  readonly limit: number
  /** Ids of the only sources to be searched. */
  readonly within?: ReadonlySet<string>
  readonly explain?: boolean
}

export type SearchResult = {
  /** Best first; equal scores in the order of the documents. */
  readonly hits: readonly Hit[]
  /** 0 to 1: how likely the first hit answers the question. */
  readonly confidence: number
  readonly verdict: 'found' | 'nearest' | 'nothing-found'
  readonly reading: {
    readonly corrected: readonly { readonly from: string; readonly to: string }[]
    readonly added: readonly { readonly word: string; readonly because: string }[]
    readonly absent: readonly string[]
  }
  readonly query: Query
  /** With `explain`: for each hit the parts of its score; they add up to it. */
  readonly explanations?: readonly (readonly { readonly part: string; readonly value: number }[])[]
}

type Scored = {
  readonly view: SegmentView
  readonly document: number
  readonly score: number
  readonly coverage: number
}

/** The sentences that answer `question` best. */
export function search(index: SearchIndex, question: string, options: SearchOptions): SearchResult {
  const query = parseQuery(question, [...new Set(index.views.flatMap(({ segment }) => segment.languages))])
  const weights = query.words.map(({ terms }) => {
    const frequency = Math.max(...terms.map(({ term }) => documentFrequency(index, term)))
    return inverseDocumentFrequency(index.sentenceCount, frequency)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const scored = index.views.flatMap(view => scoreView(index, view, query, weights, options.within))
  scored.sort((a, b) => b.score - a.score)
  const present = query.words.map(({ terms }) => terms.some(({ term }) => documentFrequency(index, term) > 0))
  const confidence = scored[0] === undefined ? 0 : Math.min(1, scored[0].coverage / total)
  const top = scored.slice(0, options.limit)
  return {
    hits: top.map(toHit),
    confidence,
    verdict: scored.length === 0 ? 'nothing-found' : confidence > 0.45 ? 'found' : 'nearest',
    reading: { corrected: [], added: [], absent: query.words.flatMap(({ word }, i) => (present[i] ? [] : [word])) },
    query,
    ...(options.explain === true ? { explanations: top.map(({ score }) => [{ part: 'terms', value: score }]) } : {}),
  }
}

function documentFrequency(index: SearchIndex, term: string): number {
  let sum = 0
  for (const { segment, documentFrequency } of index.views) {
    const id = segment.termIds.get(term)
    if (id !== undefined) sum += at(documentFrequency, id)
  }
  return sum
}

function scoreView(
  index: SearchIndex,
  view: SegmentView,
  query: Query,
  weights: readonly number[],
  within: ReadonlySet<string> | undefined,
): Scored[] {
  const { segment } = view
  const bySentence = new Map<number, { score: number; coverage: number }>()
  const byParagraph = new Map<number, number>()
  const average = index.tokenCount / Math.max(1, index.sentenceCount)
  query.words.forEach(({ terms }, word) => {
    for (const { term } of terms) {
      const id = segment.termIds.get(term)
      if (id === undefined) continue
      const weight = weights[word] ?? 0
      const paragraphs = new Set<number>()
      let place = at(segment.postingsStart, id)
      while (place < at(segment.postingsStart, id + 1)) {
        const sentence = at(segment.postings, place)
        let frequency = 0
        for (; place < at(segment.postingsStart, id + 1) && at(segment.postings, place) === sentence; place++)
          frequency++
        const length = at(segment.tokensStart, sentence + 1) - at(segment.tokensStart, sentence)
        const scored = bySentence.get(sentence) ?? { score: 0, coverage: 0 }
        scored.score += weight * saturate(frequency, length, average, 0.6, 0.5)
        scored.coverage += weight
        bySentence.set(sentence, scored)
        paragraphs.add(at(segment.paragraphOfSentence, sentence))
      }
      for (const paragraph of paragraphs) byParagraph.set(paragraph, (byParagraph.get(paragraph) ?? 0) + weight)
    }
  })
  return [...bySentence].flatMap(([document, { score, coverage }]) => {
    const paragraph = at(segment.paragraphOfSentence, document)
    const source = at(segment.sourceOfParagraph, paragraph)
    if (view.dead?.[source] === 1 || (within && !within.has(segment.sourceIds[source] ?? ''))) return []
    const inParagraph = byParagraph.get(paragraph) ?? 0
    return [{ view, document, score: score + 0.7 * inParagraph, coverage: (coverage + inParagraph) / 2 }]
  })
}

function toHit({ view: { segment }, document, score }: Scored): Hit {
  const paragraph = at(segment.paragraphOfSentence, document)
  const source = at(segment.sourceOfParagraph, paragraph)
  return {
    sourceId: segment.sourceIds[source] ?? '',
    paragraph: paragraph - at(segment.sourceStart, source),
    sentence: document - at(segment.paragraphStart, paragraph),
    score,
  }
}
