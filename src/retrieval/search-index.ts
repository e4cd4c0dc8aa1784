/** The index that is searched: segments seen together, each with the sources that are still alive. Built, then only read. */
import { buildSegment, contentTerms, type Segment, type Source, sentencesOf } from './segment.ts'

export type { Source, TextSpan } from './segment.ts'

/** One segment as an index sees it. `dead` marks sources that were removed or replaced since the segment was built. */
export type SegmentView = {
  readonly segment: Segment
  /** By source, 1 when removed; null when none is. */
  readonly dead: Uint8Array | null
  /** By term, without the dead sources. */
  readonly documentFrequency: Uint32Array
  readonly sourceCount: number
  readonly sentenceCount: number
  readonly tokenCount: number
}

export type SearchIndex = {
  readonly sourceCount: number
  readonly sentenceCount: number
  readonly tokenCount: number
  readonly views: readonly SegmentView[]
}

/** An index of sources with distinct ids. `onProgress` is told how many sentences are in, after each source. */
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

/** The index after sources were put (added, or replaced by id) and removed by id; the old one stays as it was. */
export function updateIndex(
  index: SearchIndex,
  change: { readonly put: readonly Source[]; readonly remove: readonly string[] },
): SearchIndex {
  const gone = new Set([...change.remove, ...change.put.map(({ id }) => id)])
  const views = index.views.map(view => withoutSources(view, gone)).filter(view => view.sourceCount > 0)
  if (change.put.length > 0) views.push(viewOf(buildSegment(change.put)))
  return indexOf(views)
}

function indexOf(views: readonly SegmentView[]): SearchIndex {
  const sum = (of: (view: SegmentView) => number) => views.reduce((total, view) => total + of(view), 0)
  return {
    sourceCount: sum(view => view.sourceCount),
    sentenceCount: sum(view => view.sentenceCount),
    tokenCount: sum(view => view.tokenCount),
    views,
  }
}

function viewOf(segment: Segment): SegmentView {
  return {
    segment,
    dead: null,
    documentFrequency: segment.documentFrequency,
    sourceCount: segment.sourceIds.length,
    sentenceCount: segment.paragraphOfSentence.length,
    tokenCount: segment.tokens.length,
  }
}

function withoutSources(view: SegmentView, gone: ReadonlySet<string>): SegmentView {
  const numbers = view.segment.sourceIds.flatMap((id, number) =>
    gone.has(id) && view.dead?.[number] !== 1 ? [number] : [],
  )
  return numbers.reduce(withoutSource, view)
}

function withoutSource(view: SegmentView, number: number): SegmentView {
  const { segment } = view
  const dead = view.dead?.slice() ?? new Uint8Array(segment.sourceIds.length)
  dead[number] = 1
  const [first, last] = sentencesOf(segment, number)
  const documentFrequency = view.documentFrequency.slice()
  for (let sentence = first; sentence < last; sentence++) {
    for (const term of contentTerms(segment, sentence)) documentFrequency[term] = (documentFrequency[term] ?? 1) - 1
  }
  return {
    segment,
    dead,
    documentFrequency,
    sourceCount: view.sourceCount - 1,
    sentenceCount: view.sentenceCount - (last - first),
    tokenCount: view.tokenCount - ((segment.tokensStart[last] ?? 0) - (segment.tokensStart[first] ?? 0)),
  }
}
