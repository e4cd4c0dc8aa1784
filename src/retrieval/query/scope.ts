/** What part of an index a query may find: some sources, the paragraphs with its phrases, sentences without its excluded words. */
import { at } from '../index/numbers.ts'
import { type SearchIndex, type SegmentView, sourceNumber } from '../index/search-index.ts'
import type { Segment } from '../index/segment.ts'
import { isExcluded, sentencesWithPhrases } from './phrases.ts'
import type { Query } from './query.ts'

/** Whether a sentence of the segment holds the query's phrases and none of its excluded words. */
export function filterOf(segment: Segment, query: Query): (document: number) => boolean {
  if (query.phrases.length === 0 && query.excluded.length === 0) return () => true
  const excluded = new Set(query.excluded.flatMap(term => segment.termIds.get(term) ?? []))
  const withPhrases = query.phrases.length === 0 ? null : new Set(sentencesWithPhrases(segment, query))
  return document => (withPhrases === null || withPhrases.has(document)) && !isExcluded(segment, document, excluded)
}

/** How many sentences are searched. */
export function countSentences(index: SearchIndex, within: ReadonlySet<string> | undefined): number {
  if (within === undefined) return index.sentenceCount
  let count = 0
  for (const { segment } of index.views) {
    for (const [from, to] of sourceRanges(segment, within))
      count += at(segment.paragraphStart, to) - at(segment.paragraphStart, from)
  }
  return count
}

type Range = readonly [number, number]

/** The paragraphs that may be searched: all, those of some sources, or those that hold the query's phrases. */
export function rangesOf({ segment }: SegmentView, query: Query, within: ReadonlySet<string> | undefined): Range[] {
  const ranges = paragraphsOf(segment, within)
  if (query.phrases.length === 0) return ranges
  const paragraphs = new Set(
    sentencesWithPhrases(segment, query).map(document => at(segment.paragraphOfSentence, document)),
  )
  const isInside = (paragraph: number) => ranges.some(([from, to]) => paragraph >= from && paragraph < to)
  return [...paragraphs].filter(isInside).map(paragraph => [paragraph, paragraph + 1])
}

/** The paragraphs of some sources, or of all. */
export function paragraphsOf(segment: Segment, within: ReadonlySet<string> | undefined): Range[] {
  return within === undefined ? [[0, segment.sourceOfParagraph.length]] : sourceRanges(segment, within)
}

function sourceRanges(segment: Segment, within: ReadonlySet<string>): Range[] {
  const chosen = [...within].flatMap(id => sourceNumber(segment, id) ?? []).sort((a, b) => a - b)
  return chosen.map(number => [at(segment.sourceStart, number), at(segment.sourceStart, number + 1)])
}
