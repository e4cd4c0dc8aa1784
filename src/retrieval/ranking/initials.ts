/** Names that stand as their initials: "IAEA" for "International Atomic Energy Agency", "AT&T" for "ATT", and the other way round. */

import { at } from '../index/numbers.ts'
import type { Segment } from '../index/segment.ts'
import type { QueryWord } from '../query/query.ts'
import { CAPITAL, STOP, TERM_SHIFT } from '../text/tokenise.ts'

const SHORTEST = 2
const LONGEST = 7

/**
 * The slots of the words that the tokens from `start` up to `end` have by their initials: a word all in capitals of which each letter
 * begins a name there, or a run of names whose initials stand there as one word.
 */
export function slotsByInitials(
  segment: Segment,
  words: readonly QueryWord[],
  start: number,
  end: number,
): ReadonlySet<number> {
  const { short, long } = namesIn(words)
  const slots = new Set<number>()
  if (short.size === 0 && long.size === 0) return slots
  let run: string[] = []
  for (let place = start; place < end; place++) {
    const token = at(segment.tokens, place)
    const term = (segment.terms[token >>> TERM_SHIFT] ?? '').toLowerCase()
    if ((token & CAPITAL) !== 0) for (const slot of long.get(term) ?? []) slots.add(slot)
    if ((token & CAPITAL) === 0) {
      // "of" and "the" have no letter in an acronym.
      if ((token & STOP) === 0) run = []
      continue
    }
    run = [...run, term].slice(-LONGEST)
    for (let from = 0; from + 1 < run.length; from++) {
      const names = run.slice(from)
      for (const spelt of [names.map(([letter]) => letter).join(''), names.join('')]) {
        const slot = short.get(spelt)
        if (slot !== undefined) slots.add(slot)
      }
    }
  }
  return slots
}

/** The question's words in capitals by their letters, and its runs of names by their initials. */
function namesIn(words: readonly QueryWord[]) {
  const short = new Map<string, number>()
  const long = new Map<string, readonly number[]>()
  words.forEach(({ word }, slot) => {
    const letters = word.replace(/[^\p{L}]/gu, '')
    if (letters.length >= SHORTEST && letters.length <= LONGEST && letters === letters.toUpperCase())
      short.set(letters.toLowerCase(), slot)
    for (let length = SHORTEST; length <= LONGEST && slot + length <= words.length; length++) {
      const names = words.slice(slot, slot + length)
      if (!names.every(name => /^\p{Lu}/u.test(name.word))) break
      const initials = names.map(name => name.word[0]?.toLowerCase()).join('')
      long.set(
        initials,
        names.map((_, place) => slot + place),
      )
    }
  })
  return { short, long }
}
