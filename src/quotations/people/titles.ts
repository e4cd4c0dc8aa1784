/** Titles and posts before a name, also with an "of" between them: what is no part of the name itself. */
import type { Token } from '../marks/tokens.ts'
import { MEN, WOMEN } from '../words/given-names.ts'
import { isPlace } from '../words/places.ts'
import { INSTITUTIONS, ROLES, TITLES } from '../words/words.ts'
import { isGivenName, isNameWord, stripStop } from './name-words.ts'

/** "Singer", at the head of a sentence. */
export function isRoleHere(token: Token | undefined, word: string): boolean {
  return token?.opens === true && ROLES.has(word) && !INSTITUTIONS.has(word)
}

/** "whip" and "secretary-general" as well as "editor". */
export function isTitleWord(word: string): boolean {
  if (TITLES.has(word) || (ROLES.has(word) && !INSTITUTIONS.has(word))) return word !== 'native'
  if (!word.includes('-')) return false
  const parts = word.split('-')
  return parts.length > 1 && ROLES.has(parts[0] ?? '') && ROLES.has(parts.at(-1) ?? '')
}

/** Titles that are surnames as well, or stand in names of things. */
const ALSO_NAMES = new Set(
  'king queen prince princess duke pope bishop cardinal general judge justice major father mother sister brother'.split(
    ' ',
  ),
)

/** "EPA Chief", "US Ambassador": a post and no name. */
export function isPost(words: readonly string[], last: number, surnames: ReadonlySet<string>): boolean {
  const word = words[last] ?? ''
  // "the High Commissioner for Refugees" is an office that speaks.
  if (words[last - 1] === 'high') return false
  return (
    TITLES.has(word) && word.length > 4 && !ALSO_NAMES.has(word) && !surnames.has(word) && !isGivenName(words[0] ?? '')
  )
}

/** Offices whose "of" or "for" stands between title and name: "Secretary of State", "Minister for Health". */
const OFFICES = new Set(
  'secretary minister president governor commissioner undersecretary ambassador envoy representative'.split(' '),
)

const FARTHEST_TITLE = 4

/** Where a run follows "of" and a title, as in "Secretary of State Antony Blinken": the title, its start, and what to cut off the front. */
export function behindOf(
  tokens: readonly Token[],
  from: number,
  words: readonly string[],
  last: number,
): { cut: number; title: string | null; start: number } {
  const none = { cut: 0, title: null, start: from }
  const title = stripStop(tokens[from - 2]?.lower ?? '')
  const isOffice = tokens[from - 2]?.capital === true && (TITLES.has(title) || ROLES.has(title))
  if (!isOffice || !/^(?:of|for)$/.test(tokens[from - 1]?.lower ?? '') || last === 0) return none
  let start = from - 2
  while (from - start < FARTHEST_TITLE && isNameWord(tokens[start - 1]) && !tokens[start]?.opens) start--
  if (tokens[start - 1]?.lower === 'the') return none
  const given = words.findIndex((word, at) => at > 0 && at < last && (MEN.has(word) || WOMEN.has(word)))
  const cut = given > 0 ? given : last > 1 && (isPlace(words[0] ?? '') || (OFFICES.has(title) && last === 2)) ? 1 : 0
  return cut === 0 ? none : { cut, title, start }
}
