/** The index that is searched: segments seen together, each with the sources that are still alive. Built, then only read. */

import { inOneGo, type Steps } from '../../work/steps.ts'
import { mergeSegments } from './merge.ts'
import { at } from './numbers.ts'
import { buildSegment, contentTerms, contextTerms, type Segment, type Source, sentencesOf } from './segment.ts'

export type { Source, TextSpan } from './segment.ts'

/** One segment as an index sees it. `dead` marks sources that were removed or replaced since the segment was built. */
export type SegmentView = {
  readonly segment: Segment
  /** By source, 1 when removed; null when none is. */
  readonly dead: Uint8Array | null
  /** By term, without the dead sources. */
  readonly documentFrequency: Uint32Array
  readonly contextFrequency: Uint32Array
  readonly sourceCount: number
  readonly sentenceCount: number
  readonly tokenCount: number
  /** The primary languages of the segment's sources. */
  readonly languages: readonly string[]
}

export type SearchIndex = {
  readonly sourceCount: number
  readonly sentenceCount: number
  readonly tokenCount: number
  readonly views: readonly SegmentView[]
  /** The primary languages of its sources. */
  readonly languages: readonly string[]
}

/** An index of sources with distinct ids. After each source, `onProgress` is called with the number of sentences so far. */
export function buildIndex(
  sources: Iterable<Source>,
  options: { readonly onProgress?: (sentences: number) => void } = {},
): SearchIndex {
  return indexOf([viewOf(buildSegment(sources, options.onProgress))])
}

/** One index over several, without copying them; statistics are summed. Ids must be distinct over all. */
export function combineIndexes(indexes: readonly SearchIndex[]): SearchIndex {
  return indexOf(indexes.flatMap(({ views }) => views))
}

/**
 * The index after sources were put (added, or replaced by id) and removed by id; the old one stays as it was. What did not change
 * is not indexed again: new sources make a segment of their own, and segments are merged as they grow in number (P. O'Neil et al.,
 * "The log-structured merge-tree", 1996): small ones at once, others by `planMerge`. `busy` are those that a plan merges at present.
 */
export function updateIndex(
  index: SearchIndex,
  change: { readonly put: readonly Source[]; readonly remove: readonly string[] },
  busy: ReadonlySet<Segment> = new Set(),
): SearchIndex {
  const gone = new Set([...change.remove, ...change.put.map(({ id }) => id)])
  const views = index.views.map(view => withoutSources(view, gone)).filter(view => view.sourceCount > 0)
  if (change.put.length > 0) views.push(viewOf(buildSegment(change.put)))
  return indexOf(mergeSmall(views, busy))
}

/** Segments with at most this many sentences together are merged at once: that takes a few milliseconds. */
const SMALL = 2_000

/** Merges the last views while they are small and not much smaller than the one before. */
function mergeSmall(views: SegmentView[], busy: ReadonlySet<Segment>): SegmentView[] {
  for (let last = views.length - 1; last > 0; last--) {
    const [before, after] = [views[last - 1], views[last]]
    if (before === undefined || after === undefined || !isWorthMerging(before, after)) break
    if (before.sentenceCount + after.sentenceCount > SMALL || busy.has(before.segment) || busy.has(after.segment)) break
    views.splice(last - 1, 2, viewOf(inOneGo(mergeSegments([before, after]))))
  }
  return views
}

function isWorthMerging(before: SegmentView, after: SegmentView): boolean {
  return before.sentenceCount <= after.sentenceCount * 2
}

/** Neighbouring segments of an index that one should take the place of. */
export type MergePlan = { readonly segments: readonly Segment[]; readonly steps: Steps<Segment> }

/** What is to be merged next, so that there are never more than some twenty segments, and none that is gone for the most part; null for nothing. */
export function planMerge({ views }: SearchIndex): MergePlan | null {
  for (const [place, view] of views.entries()) {
    const next = views[place + 1]
    const isHollow = view.sentenceCount * 2 < view.segment.paragraphOfSentence.length
    const parts = isHollow ? [view] : next !== undefined && isWorthMerging(view, next) ? [view, next] : null
    if (parts !== null) return { segments: parts.map(({ segment }) => segment), steps: mergeSegments(parts) }
  }
  return null
}

/** The index with `merged` for the segments of the plan, less what has gone since; the index as it is where it has these no more. */
export function installMerge(index: SearchIndex, { segments }: MergePlan, merged: Segment): SearchIndex {
  const first = index.views.findIndex(({ segment }) => segment === segments[0])
  const replaced = index.views.slice(first, first + segments.length)
  if (first < 0 || replaced.length < segments.length) return index
  if (replaced.some(({ segment }, at) => segment !== segments[at])) return index
  const gone = new Set<string>()
  for (const { segment, dead } of replaced) {
    for (const [number, id] of segment.sourceIds.entries()) if (dead?.[number] === 1) gone.add(id)
  }
  // A source that was replaced within these segments stands in them twice, dead in the former place alone.
  for (const { segment, dead } of replaced) {
    for (const [number, id] of segment.sourceIds.entries()) if (dead?.[number] !== 1) gone.delete(id)
  }
  const view = withoutSources(viewOf(merged), gone)
  const views = [...index.views.slice(0, first), view, ...index.views.slice(first + segments.length)]
  return indexOf(views.filter(({ sourceCount }) => sourceCount > 0))
}

/** The index with all its segments merged into one. */
export function* compactIndex(index: SearchIndex): Steps<SearchIndex> {
  const [first, ...others] = index.views
  if (first !== undefined && others.length === 0 && first.dead === null) return index
  return indexOf([viewOf(yield* mergeSegments(index.views))])
}

/** The index of one segment. */
export function indexOfSegment(segment: Segment): SearchIndex {
  return indexOf([viewOf(segment)])
}

function indexOf(views: readonly SegmentView[]): SearchIndex {
  const sum = (of: (view: SegmentView) => number) => views.reduce((total, view) => total + of(view), 0)
  return {
    sourceCount: sum(view => view.sourceCount),
    sentenceCount: sum(view => view.sentenceCount),
    tokenCount: sum(view => view.tokenCount),
    views,
    languages: [...new Set(views.flatMap(({ languages }) => languages))],
  }
}

function viewOf(segment: Segment): SegmentView {
  return {
    segment,
    dead: null,
    documentFrequency: segment.documentFrequency,
    contextFrequency: segment.contextFrequency,
    sourceCount: segment.sourceIds.length,
    sentenceCount: segment.paragraphOfSentence.length,
    tokenCount: segment.tokens.length,
    languages: [...new Set(segment.languages)],
  }
}

function withoutSources(view: SegmentView, gone: ReadonlySet<string>): SegmentView {
  const { segment } = view
  const numbers = [...gone].flatMap(id => sourceNumber(segment, id) ?? []).filter(number => view.dead?.[number] !== 1)
  if (numbers.length === 0) return view
  const dead = view.dead?.slice() ?? new Uint8Array(segment.sourceIds.length)
  const documentFrequency = view.documentFrequency.slice()
  const contextFrequency = view.contextFrequency.slice()
  let { sentenceCount, tokenCount } = view
  for (const number of numbers) {
    dead[number] = 1
    const [first, end] = sentencesOf(segment, number)
    for (let sentence = first; sentence < end; sentence++) {
      for (const term of contentTerms(segment, sentence)) documentFrequency[term] = at(documentFrequency, term) - 1
    }
    for (const term of contextTerms(segment, number)) contextFrequency[term] = at(contextFrequency, term) - 1
    sentenceCount -= end - first
    tokenCount -= at(segment.tokensStart, end) - at(segment.tokensStart, first)
  }
  const sourceCount = view.sourceCount - numbers.length
  return { ...view, dead, documentFrequency, contextFrequency, sourceCount, sentenceCount, tokenCount }
}

/** The number of a source in a segment, by its id. */
export function sourceNumber(segment: Segment, id: string): number | undefined {
  return segment.sourceNumbers.get(id)
}
