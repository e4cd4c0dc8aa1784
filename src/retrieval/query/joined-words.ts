/** Words typed together that the articles print apart, "appstore", and the other way round, "jp morgan" for "JPMorgan". */

import { documentFrequency } from '../index/frequency.ts'
import { at } from '../index/numbers.ts'
import type { SearchIndex, SegmentView } from '../index/search-index.ts'
import { analyserFor } from '../text/analyse.ts'
import { TERM_SHIFT } from '../text/tokenise.ts'

const SHORTEST_PART = 3
const SHORTEST_JOINED = 5

/** Of words of `text` that the index lacks, those that it has with a blank inside, or joined to the one beside them. */
export function spacedAsPrinted(
  index: SearchIndex,
  text: string,
  unknown: readonly { readonly word: string }[],
): readonly { readonly from: string; readonly to: string }[] {
  return unknown.flatMap(({ word }) => {
    if (!/^\p{L}+$/u.test(word)) return []
    const parts = partsOf(index, word)
    if (parts !== null) return [{ from: word, to: parts.join(' ') }]
    const beside = [`(?<!\\p{L})(${word}) (\\p{L}+)`, `(?<!\\p{L})(\\p{L}+) (${word})(?!\\p{L})`]
    for (const pattern of beside) {
      const [from = '', one = '', other = ''] = new RegExp(pattern, 'u').exec(text) ?? []
      const joined = joinedOf(index, one, other)
      if (joined !== null) return [{ from, to: joined }]
    }
    return []
  })
}

/** The two words that a word of the question is printed as, one right after the other; null when it is not. */
function partsOf(index: SearchIndex, word: string): readonly [string, string] | null {
  const { analyse } = analyserFor('en')
  for (let place = SHORTEST_PART; place <= word.length - SHORTEST_PART; place++) {
    const parts = [word.slice(0, place), word.slice(place)] as const
    const [one, other] = parts.map(part => analyse(part))
    if (one === undefined || other === undefined || one.stop || other.stop) continue
    if (index.views.some(view => stand(view, one.term, other.term))) return parts
  }
  return null
}

/** The word that two words of the question are printed as; null when the index has none such. */
function joinedOf(index: SearchIndex, one: string, other: string): string | null {
  const joined = one + other
  if (joined.length < SHORTEST_JOINED || !/^\p{L}+$/u.test(joined)) return null
  const { term, stop } = analyserFor('en').analyse(joined)
  return !stop && documentFrequency(index, term) > 0 ? joined : null
}

/** Whether the terms stand side by side in a sentence. */
function stand({ segment }: SegmentView, one: string, other: string): boolean {
  const [first, second] = [segment.termIds.get(one), segment.termIds.get(other)]
  if (first === undefined || second === undefined) return false
  for (let place = at(segment.postingsStart, first); place < at(segment.postingsStart, first + 1); place++) {
    const sentence = at(segment.postings, place)
    for (let token = at(segment.tokensStart, sentence); token + 1 < at(segment.tokensStart, sentence + 1); token++) {
      const isPair = at(segment.tokens, token) >>> TERM_SHIFT === first
      if (isPair && at(segment.tokens, token + 1) >>> TERM_SHIFT === second) return true
    }
  }
  return false
}
