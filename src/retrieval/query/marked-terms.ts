/** The terms of a query as they are marked in a segment's tables; marking them is `segment-query.ts`'s, reading them the ranking's. */
import type { Segment } from '../index/segment.ts'

/** The query as one segment sees it: what each term is to it, in tables by term, since they are asked for every token. */
export type SegmentQuery = {
  readonly segment: Segment
  /** 1 + the slot (the distinct content word of the question) that the term stands for, or 0. */
  readonly slotOfTerm: Uint8Array
  /** 1 + the slot that the term is related to without standing for one, or 0; and how closely. */
  readonly relatedSlot: Uint8Array
  readonly relatedWeight: Float64Array
  /** Where the term stands in `sequence`: a bit for each place, of sequences up to `SHORT_SEQUENCE`. */
  readonly placesOfTerm: Int32Array
  /** All terms of the question in order, stop words included; -1 for a term that the segment lacks. */
  readonly sequence: Int32Array
}
