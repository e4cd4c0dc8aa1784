/** What a term says about the kind of answer it may be part of: read off the term itself, by closed English word lists. */
import * as lists from './word-lists.ts'

// Bits of a term's kind.
export const YEAR = 1
export const CALENDAR = 2
export const NUMBER_WORD = 4
export const DIGITS = 8
export const PRONOUN = 16
export const REASON = 32
export const PLACE_PREPOSITION = 64
export const MEASURE = 128

const kinds: ReadonlyMap<string, number> = new Map(
  (
    [
      [lists.calendar, CALENDAR],
      [lists.numberWords, NUMBER_WORD],
      [lists.pronouns, PRONOUN],
      [lists.reasons, REASON],
      [lists.placePrepositions, PLACE_PREPOSITION],
      [lists.measures, MEASURE],
    ] as const
  ).flatMap(([terms, kind]) => terms.map((term): [string, number] => [term, kind])),
)

/** The kinds of a term, as bits. */
export function kindOf(term: string): number {
  const kind = kinds.get(term) ?? 0
  const first = term.charCodeAt(0)
  if (!(first >= 0x30 && first <= 0x39)) return kind // no digit
  return kind | DIGITS | (/^(?:1[0-9]|20)\d\d(?:s|ad|bc|bce|ce)?$/.test(term) ? YEAR : 0)
}
