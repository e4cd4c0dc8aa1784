/** Signs of an answer by the form of the question: learned words and classes of words, and where in a sentence the question is met. */

import { at } from '../index/numbers.ts'
import type { Segment } from '../index/segment.ts'
import { type Lexicon, loadLexicon } from '../query/lexicon.ts'
import { kindOf, YEAR } from '../text/term-kinds.ts'
import { CAPITAL, NUMBER, STOP, TERM_SHIFT } from '../text/tokenise.ts'
import type { Evidence } from './evidence.ts'
import { F } from './feature-names.ts'

/** How cues that are classes of words are named in the lexicon; no term starts with this sign. */
export const NUMBER_CUE = '#number'
export const YEAR_CUE = '#year'
export const NAME_CUE = '#name'

/** The cues of one form of question, as a segment has them. */
type Cues = {
  readonly terms: Uint32Array
  readonly weights: Float32Array
  readonly number: number
  readonly year: number
  readonly name: number
}

/** A segment while questions are asked of it. */
export type CueReader = {
  readonly segment: Segment
  readonly cues: Cues
  /** By term, 0 for all but the cues of the question that is being read. */
  readonly weightOfTerm: Float32Array
  /** Forms of "be" that a definition uses. */
  readonly copulas: ReadonlySet<number>
  /** Words that stand beside a number which is an age. */
  readonly ageWords: ReadonlySet<number>
  readonly birthWords: ReadonlySet<number>
}

/** A definition's "is" follows what it defines within so many tokens of the start. */
const EARLY = 8
/** So near to a number stands the word that makes it an age, in tokens. */
const NEAR_AGE = 4

/** Marks the cues of a form of question in the segment's table; `clearCues` takes the marks back. */
export function cueReader(segment: Segment, form: string): CueReader {
  const cues = findCues(segment, loadLexicon(), form)
  const weightOfTerm = segment.marks.cueWeights
  const idsOf = (terms: readonly string[]) => new Set(terms.flatMap(term => segment.termIds.get(term) ?? []))
  for (let place = 0; place < cues.terms.length; place++) weightOfTerm[at(cues.terms, place)] = cues.weights[place] ?? 0
  return {
    segment,
    cues,
    weightOfTerm,
    copulas: idsOf(['is', 'are', 'was', 'were', 'becam', 'becom']),
    ageWords: idsOf(['ag', 'year', 'old', 'birthdai']),
    birthWords: idsOf(['born', 'birth']),
  }
}

export function clearCues({ cues, weightOfTerm }: CueReader): void {
  for (const term of cues.terms) weightOfTerm[term] = 0
}

function findCues({ termIds }: Segment, lexicon: Lexicon, form: string): Cues {
  const weights = lexicon.cues.get(form) ?? new Map<string, number>()
  const known = [...weights].flatMap(([term, weight]) => {
    const id = termIds.get(term)
    return id === undefined ? [] : [[id, weight] as const]
  })
  return {
    terms: Uint32Array.from(known, ([id]) => id),
    weights: Float32Array.from(known, ([, weight]) => weight),
    number: weights.get(NUMBER_CUE) ?? 0,
    year: weights.get(YEAR_CUE) ?? 0,
    name: weights.get(NAME_CUE) ?? 0,
  }
}

/** Reads a sentence once more, into row `index`; `slotOfTerm` is that of `SegmentQuery`. */
export function readCues(
  reader: CueReader,
  slotOfTerm: Uint8Array,
  evidence: Evidence,
  index: number,
  document: number,
): void {
  const { segment, copulas } = reader
  const start = at(segment.tokensStart, document)
  const end = at(segment.tokensStart, document + 1)
  let sum = 0
  let most = 0
  let copula = 0
  let firstMatch = -1
  let afterMatch = false
  let age = 0
  for (let place = start; place < end; place++) {
    const token = at(segment.tokens, place)
    const term = token >>> TERM_SHIFT
    if (slotOfTerm[term] !== 0) {
      if (firstMatch < 0) firstMatch = place
      afterMatch = true
      continue
    }
    if (afterMatch && copula === 0 && copulas.has(term)) copula = place - start <= EARLY ? 2 : 1
    if ((token & NUMBER) !== 0 && age === 0 && isAge(reader, place, start, end, afterMatch)) age = 1
    const cue = cueOf(reader, token)
    afterMatch = false
    sum += cue
    if (cue > most) most = cue
  }
  evidence.set(index, F.cues, sum)
  evidence.set(index, F.cueMost, most)
  evidence.set(index, F.copula, copula)
  evidence.set(index, F.age, age)
  evidence.set(index, F.firstPosition, firstMatch < 0 ? 1 : (firstMatch - start) / (end - start))
}

/** A number beside a word of age, or right after a name that the question has: "Schiff, 56, …"; a year only after "born". */
function isAge(
  { segment, ageWords, birthWords }: CueReader,
  place: number,
  start: number,
  end: number,
  afterMatch: boolean,
): boolean {
  const term = segment.terms[at(segment.tokens, place) >>> TERM_SHIFT] ?? ''
  if (afterMatch && /^\d{1,3}$/.test(term)) return true
  const words = (kindOf(term) & YEAR) !== 0 ? birthWords : ageWords
  for (let near = Math.max(start, place - NEAR_AGE); near < Math.min(end, place + NEAR_AGE); near++) {
    if (words.has(at(segment.tokens, near) >>> TERM_SHIFT)) return true
  }
  return false
}

function cueOf({ segment, cues, weightOfTerm }: CueReader, token: number): number {
  const term = token >>> TERM_SHIFT
  if ((token & NUMBER) !== 0) return (kindOf(segment.terms[term] ?? '') & YEAR) !== 0 ? cues.year : cues.number
  // Names come in several words: each counts half.
  return (weightOfTerm[term] ?? 0) + ((token & (CAPITAL | STOP)) === CAPITAL ? cues.name / 2 : 0)
}
