/** Finds claims that join words from two places into one quotation. Claims printed in one place are `check.ts`'s. */
import type { Quotation } from '../../article/quotation.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import { bordersOf, longestStart, type Token } from './align.ts'
import type { Stretch } from './printed-words.ts'

/** One half of a spliced claim: the printed tokens and the stretch they stand in. */
export type SplicedPart = { readonly stretch: Stretch; readonly tokens: readonly Token[] }

/** Each half must have so many words, and one that is not among the most common: fewer stand together by chance. */
const FEWEST_WORDS = 4
/** Each of so many first halves is tried with each of so many second ones, the longest: a file may hold thousands of short quotations. */
const MOST_HALVES = 40

/**
 * The two places whose words the claim joins, in the claim's order; null when it is not made of two printed halves.
 * Halves that stand in order in one stretch are one place: leaving out what is between them is a shortening or an alteration.
 */
export function findSplice(
  claimed: readonly Token[],
  stretches: readonly Stretch[],
): readonly [SplicedPart, SplicedPart] | null {
  const words = claimed.filter(({ kind }) => kind === 'word')
  const reversed = words.toReversed()
  const [borders, reversedBorders] = [bordersOf(words), bordersOf(reversed)]
  const places = stretches.map(stretch => {
    const printed = stretch.tokens.filter(({ kind }) => kind === 'word')
    const head = longestStart(words, printed, borders)
    const tail = longestStart(reversed, printed.toReversed(), reversedBorders)
    return { stretch, printed, head, tail: { ...tail, at: printed.length - tail.at - tail.length } }
  })
  const most = words.length - FEWEST_WORDS
  const heads = longest(places, ({ head }) => head.length)
  const tails = longest(places, ({ tail }) => tail.length)
  const pairs = heads.flatMap(first =>
    tails.flatMap((second): (readonly [SplicedPart, SplicedPart])[] => {
      const cut = Math.min(first.head.length, most)
      const rest = words.length - cut
      if (cut < FEWEST_WORDS || second.tail.length < rest) return []
      const end = second.tail.at + second.tail.length
      const head = { stretch: first.stretch, tokens: first.printed.slice(first.head.at, first.head.at + cut) }
      return [[head, { stretch: second.stretch, tokens: second.printed.slice(end - rest, end) }]]
    }),
  )
  if (pairs.some(([first, second]) => isOnePlace(first, second))) return null
  return pairs.find(pair => pair.every(({ tokens }) => isTelling(tokens))) ?? null
}

/** Those of enough words, in their order; of too many the longest. */
function longest<Place>(places: readonly Place[], lengthOf: (place: Place) => number): readonly Place[] {
  const enough = places.filter(place => lengthOf(place) >= FEWEST_WORDS)
  return enough.length <= MOST_HALVES
    ? enough
    : enough.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_HALVES)
}

function isTelling(words: readonly Token[]): boolean {
  return words.some(({ content }) => content)
}

/** Halves in order in one stretch, unless two people say them. */
function isOnePlace(first: SplicedPart, second: SplicedPart): boolean {
  const isInOrder = (first.tokens.at(-1)?.end ?? 0) <= (second.tokens[0]?.start ?? 0)
  return (
    first.stretch.article === second.stretch.article &&
    isInOrder &&
    isNear(first, second) &&
    !areTwoVoices(first, second)
  )
}

function isNear(first: SplicedPart, second: SplicedPart): boolean {
  return first.stretch.parts.some(a => second.stretch.parts.some(b => a.start < b.end && b.start < a.end))
}

function areTwoVoices(first: SplicedPart, second: SplicedPart): boolean {
  const [a, b] = [quotationOf(first), quotationOf(second)]
  return a !== null && b !== null && a !== b && (a.speaker === null || a.speaker !== b.speaker)
}

function quotationOf({ stretch, tokens }: SplicedPart): Quotation | null {
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0]
  const holds = ({ parts }: Quotation): boolean => parts.some(part => part.start <= start && end <= part.end)
  return quotationsOf(stretch.article).find(holds) ?? null
}
