/** What part of an index a query may find: some sources, the paragraphs with its phrases, sentences without its excluded words. */
import { at } from '../index/numbers.ts'
import { type SegmentView, sourceNumber } from '../index/search-index.ts'
import type { Segment } from '../index/segment.ts'
import { isExcluded, sentencesWithPhrases } from './phrases.ts'
import type { Query } from './query.ts'

/** Whether a sentence of the segment holds none of the query's excluded words and, unless null, is one of `withPhrases`. */
export function filterOf(
  segment: Segment,
  query: Query,
  withPhrases: ReadonlySet<number> | null,
): (document: number) => boolean {
  const excluded = new Set(query.excluded.flatMap(term => segment.termIds.get(term) ?? []))
  return document => (withPhrases === null || withPhrases.has(document)) && !isExcluded(segment, document, excluded)
}

/** The sentences that hold all of the query's phrases, ascending; null when it has none. */
export function phraseSentences({ segment }: SegmentView, query: Query): ReadonlySet<number> | null {
  return query.phrases.length === 0 ? null : new Set(sentencesWithPhrases(segment, query))
}

type Range = readonly [number, number]

/** The paragraphs that may be searched: all, those of some sources, or those of the sentences `withPhrases`. */
export function rangesOf(
  { segment }: SegmentView,
  withPhrases: ReadonlySet<number> | null,
  within: ReadonlySet<string> | undefined,
): Range[] {
  const ranges = paragraphsOf(segment, within)
  if (withPhrases === null) return ranges
  const paragraphs = new Set(Array.from(withPhrases, document => at(segment.paragraphOfSentence, document)))
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
