/** Turns an alignment into a verdict; every threshold of a check stands here. */
import { type Alignment, lacksApostrophe, type Step, type Token } from './align.ts'
import { dropsNegation } from './differences.ts'

export type Verdict = 'verbatim' | 'shortened' | 'spliced' | 'altered' | 'not-found'

const RANKS: readonly Verdict[] = ['verbatim', 'shortened', 'spliced', 'altered', 'not-found']
/** The share of a claim's words, telling words counting more, that must be printed for it to be the same sentence altered. */
export const SAME_SENTENCE = 0.6
const COMMON_WORD = 0.35
/** A shortened quotation keeps words in runs: in less than this share of its words it may jump, and leave out so many for each. */
const JUMPS = 0.34
const LEFT_OUT_A_WORD = 4
const LEFT_OUT_AT_LEAST = 25

/** 0 for the verdict that bears a claim out most. */
export function verdictRank(verdict: Verdict): number {
  return RANKS.indexOf(verdict)
}

/**
 * What an alignment of a whole claim says of it. Punctuation alone alters nothing: it is named as a difference of a verbatim claim.
 * `spliced` needs two places and is `splice.ts`'s to say.
 */
export function judge({ steps }: Alignment): Exclude<Verdict, 'spliced'> {
  const words = steps.filter(step => wordOf(step))
  const claimed = words.filter(step => step.kind !== 'left-out')
  const leftOut = words.length - claimed.length
  const kept = claimed.filter(isKept)
  if (kept.length === 0 || !isOneSentence(claimed, leftOut, countJumps(steps))) return 'not-found'
  if (kept.length < claimed.length) return 'altered'
  if (leftOut > 0) return dropsNegation(steps) ? 'altered' : 'shortened'
  return 'verbatim'
}

function isKept(step: Step): boolean {
  return step.kind === 'same' || (step.kind === 'changed' && lacksApostrophe(step.claimed, step.printed))
}

function isOneSentence(claimed: readonly Step[], leftOut: number, jumps: number): boolean {
  const weight = (steps: readonly Step[]) => steps.reduce((sum, step) => sum + (isTelling(step) ? 1 : COMMON_WORD), 0)
  const share = weight(claimed.filter(isKept)) / weight(claimed)
  if (share < SAME_SENTENCE) return false
  if (leftOut > Math.max(LEFT_OUT_AT_LEAST, LEFT_OUT_A_WORD * claimed.length)) return false
  return jumps <= Math.max(1, JUMPS * claimed.length)
}

/** How many times the alignment leaves printed words out between two that it keeps. */
function countJumps(steps: readonly Step[]): number {
  return steps.filter((step, at) => step.kind === 'left-out' && wordOf(step) && steps[at - 1]?.kind !== 'left-out')
    .length
}

function wordOf(step: Step): boolean {
  return (step.kind === 'left-out' ? step.printed : step.claimed).kind === 'word'
}

function isTelling(step: Step): boolean {
  return step.kind !== 'left-out' && step.claimed.content
}

/** The share of the claimed words that occur among the printed ones at all: below `SAME_SENTENCE` an alignment can only be `not-found`. */
export function sharedWeight(claimed: readonly Token[], printed: readonly Token[]): number {
  const known = new Set(printed.flatMap(({ folded }) => [folded, folded.replaceAll("'", '')]))
  const words = claimed.filter(({ kind }) => kind === 'word')
  const weight = (tokens: readonly Token[]) => tokens.reduce((sum, { content }) => sum + (content ? 1 : COMMON_WORD), 0)
  return words.length === 0 ? 0 : weight(words.filter(({ folded }) => known.has(folded))) / weight(words)
}
