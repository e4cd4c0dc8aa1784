/** The words beside a name that say what its bearer is: "Kremlin spokesman", "a top surrogate", an age. */
import type { Token } from '../marks/tokens.ts'
import { AUXILIARIES, CUE_VERBS, DETERMINERS, PREPOSITIONS, ROLES, SUBORDINATORS, TITLES } from '../words/words.ts'
import { stripStop } from './name-words.ts'
import type { NameRun } from './names.ts'

/** "Geovana Sarmento, 17," and "Madonna, who" are people. */
export function isAged(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (tokens[at]?.text !== ',' || next === undefined) return false
  return /^whos?e?$/.test(next.lower) || (/^[1-9]\d$/.test(next.text) && /^[,.]$/.test(tokens[at + 2]?.text ?? '.'))
}

/** The tokens of the longest description before a name. */
const LONGEST_ROLE = 24

/** The words that end at `end` and describe somebody, as "Kremlin spokesman" does; null when no role is among them. */
export function roleBefore(tokens: readonly Token[], end: number): readonly Token[] | null {
  let from = end
  while (from > 0 && end - from < LONGEST_ROLE && isDescriptive(tokens[from - 1] as Token)) from--
  const words = tokens.slice(from, end)
  return words.some(token => ROLES.has(stripStop(token.lower))) ? words : null
}

/** "the mayor" in "the mayor, Ada Brook,": a role, and then the name as an aside. */
export function roleBeforeComma(tokens: readonly Token[], run: NameRun): readonly Token[] | null {
  if (tokens[run.from - 1]?.text !== ',' || !/^[,.(]$/.test(tokens[run.to]?.text ?? '.')) return null
  const words = roleBefore(tokens, run.from - 1)
  const determined = words !== null && DETERMINERS.has(tokens[run.from - 2 - words.length]?.lower ?? '')
  return determined && ROLES.has(words.at(-1)?.lower ?? '') ? words : null
}

/** Words in "-ed" that describe somebody; others say what somebody did to them: "welcomed South Korean President". */
const PARTICIPLES =
  /^(?:retired|renowned|noted|celebrated|acclaimed|convicted|accused|disgraced|wounded|injured|appointed|elected|ousted|jailed|respected|\w+-\w+)$/

function isDescriptive(token: Token): boolean {
  if (token.text === "'s") return true
  if (token.kind !== 'word') return false
  const lower = stripStop(token.lower)
  if (ROLES.has(lower) || TITLES.has(lower)) return true
  if (!token.capital && /[a-z]{2}ed$/.test(lower) && !PARTICIPLES.test(lower)) return false
  if (PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower) || DETERMINERS.has(lower) || AUXILIARIES.has(lower))
    return false
  return (
    !(CUE_VERBS.get(lower)?.form === 'finite') &&
    !/^(?:who|whom|which|what|also|he|she|it|they|we|i|him|her|them)$/.test(lower)
  )
}

/** The words between a comma after a name and the next comma or verb, when they say what the person is. */
export function readApposition(tokens: readonly Token[], at: number): readonly Token[] | null {
  if (tokens[at]?.text !== ',') return null
  const first = tokens[at + 1]
  if (first === undefined || first.kind !== 'word') return null
  let end = at + 1
  while (
    end < tokens.length &&
    end - at < 24 &&
    !/^[,.;:()!?–—]$/.test(tokens[end]?.text ?? '.') &&
    tokens[end]?.kind !== 'quoted'
  )
    end++
  const words = tokens.slice(at + 1, end)
  const closed = tokens[end]?.text === ','
  const role = words.findIndex(token => ROLES.has(token.lower))
  const starts = DETERMINERS.has(first.lower) || role === 0 || (!first.capital && role > 0 && role < 5)
  const verb = words.findIndex(token => AUXILIARIES.has(token.lower) || CUE_VERBS.get(token.lower)?.form === 'finite')
  if (!starts || role < 0 || (verb >= 0 && verb < role)) return null
  if (/^(?:who|whose|whom|which)$/.test(first.lower)) return null
  const who = words.findIndex(token => token.lower === 'who' || token.lower === 'whose' || token.lower === 'whom')
  if (who > role) return words.slice(0, words[who - 1]?.lower === 'and' ? who - 1 : who)
  return closed || tokens[end] === undefined || tokens[end]?.text === '.' ? words : null
}
