/** Finds runs of capitals that may be names, line by line; whom they name is left to `people.ts`. */
import { EITHER, MEN, WOMEN } from '../words/given-names.ts'
import type { Line, Token } from '../marks/tokens.ts'
import {
  AUXILIARIES,
  INSTITUTIONS,
  OPENERS,
  PEOPLES,
  PREPOSITIONS,
  ROLES,
  SUBORDINATORS,
  TITLES,
  WEEKDAYS_AND_MONTHS,
} from '../words/words.ts'

/** A name as it stands in a line: tokens `[from, to)`, with what precedes the name itself in `[from, nameFrom)`. */
export type NameRun = {
  readonly from: number
  readonly nameFrom: number
  readonly to: number
  /** The words of the name in lower case, without `Jr.` and the like. */
  readonly words: readonly string[]
  /** The nearest title before the name, in lower case without its full stop. */
  readonly title: string | null
}

const PARTICLES = new Set('de da di del della do dos du van von der den ter bin ibn al el la le ben y'.split(' '))
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/
/** Titles that are followed by a surname and nothing else: "Mr. King". */
const HONORIFICS = new Set(['mr', 'mrs', 'ms', 'miss', 'dr'])
/** Words that end a name even where a headline gives them a capital. */
const NEVER_INSIDE = new Set([...WEEKDAYS_AND_MONTHS, ...AUXILIARIES, ...SUBORDINATORS, ...PREPOSITIONS])
for (const word of ['may', 'will', 'march', 'april', 'june', 'august', 'sat', 'ca']) NEVER_INSIDE.delete(word)
/** Above this share of capitals among the longer words a line is in title case. */
const HEADLINE_SHARE = 0.75
const NOT_IN_NAMES = new Set(['i', "i'm", "i've", "i'll", "i'd", 'mr', 'mrs', 'ms', 'dr'])

/** Whether a word is a given name that men or women commonly bear. */
export function isGivenName(lower: string): boolean {
  return MEN.has(lower) || WOMEN.has(lower) || EITHER.has(lower)
}

export function stripStop(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}

/**
 * The name runs of a line, left to right. `common` holds the words that the article also prints in lower case, `surnames` titles that are
 * somebody's surname in it: "says Doctor" of Ken Doctor. `pairs`: see `findPairs`.
 */
export function findNames(
  line: Line,
  common: ReadonlySet<string>,
  surnames: ReadonlySet<string>,
  pairs: ReadonlySet<string>,
): readonly NameRun[] {
  const { tokens } = line
  const runs: NameRun[] = []
  if (isHeadline(tokens)) return runs
  for (let at = 0; at < tokens.length; at++) {
    if (!mayStart(tokens, at, common) && !startsPair(tokens, at, pairs)) continue
    const to = runEnd(tokens, at)
    const run = cutRun(tokens, at, to, surnames)
    if (run !== null) runs.push(run)
    at = to - 1
  }
  return runs
}

/** A line in title case, where a capital says nothing: "Mayor Calls Bridge Unsafe". */
function isHeadline(tokens: readonly Token[]): boolean {
  const words = tokens.flatMap(({ kind, text }) => (kind === 'mark' ? [] : (text.match(/\p{L}{4,}/gu) ?? [])))
  if (words.length < 4 || words.length > 30) return false
  return words.filter(word => /^\p{Lu}/u.test(word)).length > HEADLINE_SHARE * words.length
}

function mayStart(tokens: readonly Token[], at: number, common: ReadonlySet<string>): boolean {
  const token = tokens[at] as Token
  if (token.kind !== 'word' || !token.capital) return false
  const lower = stripStop(token.lower)
  if (NOT_IN_NAMES.has(token.lower) && !TITLES.has(lower)) return false
  if (WEEKDAYS_AND_MONTHS.has(lower) && !isNameWord(tokens[at + 1])) return false
  if (!token.opens) return true
  if (OPENERS.has(lower)) return false
  if (!common.has(lower) || isGivenName(lower) || TITLES.has(lower)) return true
  return ROLES.has(lower) && isNameWord(tokens[at + 1])
}

/**
 * Two capitals side by side inside a sentence, as "big machine" in lower case: at the head of a sentence, where a capital says nothing,
 * "Big Machine" is then the same name.
 */
export function findPairs(lines: readonly Line[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const { tokens } of lines) {
    tokens.forEach((token, at) => {
      const next = tokens[at + 1]
      if (isNameWord(token) && isNameWord(next)) pairs.add(`${token.lower} ${next?.lower}`)
    })
  }
  return pairs
}

function startsPair(tokens: readonly Token[], at: number, pairs: ReadonlySet<string>): boolean {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]]
  if (!token.capital || !token.opens || OPENERS.has(token.lower) || !isNameWord(next)) return false
  return pairs.has(`${token.lower} ${next?.lower}`)
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && token.capital && !token.opens
}

/** Where the run that starts at `from` ends: capitals, with particles and a nickname in quotation marks between them. */
function runEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1
  for (;;) {
    const token = tokens[to]
    const after = tokens[to + 1]
    if (token === undefined) return to
    if (isNameWord(token) && !NEVER_INSIDE.has(stripStop(token.lower))) to++
    else if (token.kind === 'word' && PARTICLES.has(token.lower) && afterParticles(tokens, to) > to)
      to = afterParticles(tokens, to)
    else if (token.kind === 'quoted' && token.capital && !/\s/.test(token.text) && isNameWord(after)) to += 2
    else if (token.text === ',' && after !== undefined && /^jr\.?$/.test(after.lower)) to += 2
    else return to
  }
}

/** The position after the name word that follows one or two particles; `at` itself when none does. */
function afterParticles(tokens: readonly Token[], at: number): number {
  const name = PARTICLES.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1
  return isNameWord(tokens[name]) ? name + 1 : at
}

/** "Singapore-based Broadcom" is Broadcom. */
const ATTACHED = /-(?:based|headquartered|owned|listed|born|backed|led|run|controlled|funded|area|style)$/

/** Cuts titles, roles and nationalities off the front of a run; null when nothing is left of it. */
function cutRun(tokens: readonly Token[], from: number, to: number, surnames: ReadonlySet<string>): NameRun | null {
  const words = tokens.slice(from, to).map(token => (token.kind === 'quoted' ? '' : stripStop(token.lower)))
  let last = words.length - 1
  while (last > 0 && SUFFIX.test(words[last] ?? '')) last--
  let cut = 0
  let title: string | null = null
  for (let k = 0; k < last; k++) {
    const word = words[k] ?? ''
    if (ATTACHED.test(word)) cut = k + 1
    else if (TITLES.has(word) || (ROLES.has(word) && !INSTITUTIONS.has(word))) {
      cut = k + 1
      title = word
    } else if (PEOPLES.has(word) && k === cut && isGivenName(words[k + 1] ?? '')) cut = k + 1
  }
  const name = words.slice(cut, last + 1).filter(word => word !== '' && word !== ',')
  if (
    name.length === 0 ||
    (name.length === 1 &&
      !surnames.has(name[0] ?? '') &&
      !HONORIFICS.has(title ?? '') &&
      (TITLES.has(name[0] ?? '') || PEOPLES.has(name[0] ?? '')))
  )
    return null
  return { from, nameFrom: from + cut, to, words: name, title }
}
