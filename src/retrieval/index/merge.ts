/** Joins segments into one without reading their articles again: tokens are copied, terms renumbered, removed sources left out. */

import { rangesOf, type Steps } from '../../work/steps.ts'
import { TERM_SHIFT } from '../text/tokenise.ts'
import { ForwardBuilder } from './forward-builder.ts'
import { at } from './numbers.ts'
import { invert, type Segment } from './segment.ts'

/** A segment and, by source, 1 for those that are to be left out. */
export type MergePart = { readonly segment: Segment; readonly dead: Uint8Array | null }

/** Sources that are copied in one step. */
const STEP = 64

/** One segment of the sources of several, in their order. */
export function* mergeSegments(parts: readonly MergePart[]): Steps<Segment> {
  const builder = new ForwardBuilder()
  for (const { segment, dead } of parts) {
    const copy = copier(builder, segment)
    for (const [from, to] of rangesOf(segment.sourceIds.length, STEP)) {
      for (let source = from; source < to; source++) if (dead?.[source] !== 1) copy(source)
      yield
    }
  }
  return yield* invert(builder.finish())
}

/** Copies sources of a segment, by number, into the builder. */
function copier(builder: ForwardBuilder, segment: Segment): (source: number) => void {
  // By old term: 1 + its new number, or 0 while no copied source has shown it.
  const renumbered = new Uint32Array(segment.terms.length)
  const renumber = (token: number): number => {
    const term = token >>> TERM_SHIFT
    if (at(renumbered, term) === 0)
      renumbered[term] = builder.termId(segment.terms[term] ?? '', segment.printed[term] ?? '') + 1
    // The bits below the term stay.
    return (((at(renumbered, term) - 1) << TERM_SHIFT) | (token & ((1 << TERM_SHIFT) - 1))) >>> 0
  }
  return source => {
    builder.startSource(segment.sourceIds[source] ?? '', segment.languages[source] ?? 'en')
    const contextEnd = at(segment.contextStart, source + 1)
    for (let place = at(segment.contextStart, source); place < contextEnd; place++) {
      builder.contextTokens.push(renumber(at(segment.contextTokens, place)))
    }
    for (
      let paragraph = at(segment.sourceStart, source);
      paragraph < at(segment.sourceStart, source + 1);
      paragraph++
    ) {
      builder.startParagraph()
      const end = at(segment.paragraphStart, paragraph + 1)
      for (let sentence = at(segment.paragraphStart, paragraph); sentence < end; sentence++) {
        builder.startSentence()
        const tokensEnd = at(segment.tokensStart, sentence + 1)
        for (let place = at(segment.tokensStart, sentence); place < tokensEnd; place++) {
          builder.tokens.push(renumber(at(segment.tokens, place)))
        }
      }
    }
  }
}
