/** Finds runs of capitals that may be names, line by line; whom they name is left to `people.ts`. */
import type { Line, Token } from '../marks/tokens.ts'
import {
  ABBREVIATED_TITLES,
  AUXILIARIES,
  HONORIFICS,
  INSTITUTIONS,
  OPENERS,
  PEOPLES,
  PREPOSITIONS,
  ROLES,
  SUBORDINATORS,
  TITLES,
  WEEKDAYS_AND_MONTHS,
} from '../words/words.ts'
import { isGivenName, isNameWord, stripStop } from './name-words.ts'
import { behindOf, isPost, isRoleHere, isTitleWord } from './titles.ts'

/** A name as it stands in a line: tokens `[from, to)`, with what precedes the name itself in `[from, nameFrom)`. */
export type NameRun = {
  readonly from: number
  readonly nameFrom: number
  readonly to: number
  /** The words of the name in lower case, without `Jr.` and the like. */
  readonly words: readonly string[]
  /** `jr` or `sr` where it stands behind the name. */
  readonly suffix: string | null
  /** The nearest title before the name, in lower case without its full stop. */
  readonly title: string | null
}

const PARTICLES = new Set('de da di del della do dos du van von der den ter bin ibn al el la le ben y'.split(' '))
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/
/** Words that end a name even where a headline gives them a capital. */
const NEVER_INSIDE = new Set([...WEEKDAYS_AND_MONTHS, ...AUXILIARIES, ...SUBORDINATORS, ...PREPOSITIONS])
for (const word of ['may', 'will', 'march', 'april', 'june', 'august', 'sat', 'ca']) NEVER_INSIDE.delete(word)
/** Above this share of capitals among the longer words a line is in title case. */
const HEADLINE_SHARE = 0.75
const NOT_IN_NAMES = new Set(['i', "i'm", "i've", "i'll", "i'd", 'mr', 'mrs', 'ms', 'dr'])

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
    const to = bodyEnd(tokens, at, runEnd(tokens, at), common)
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
  if (WEEKDAYS_AND_MONTHS.has(lower) && (/day$/.test(lower) || !isNameWord(tokens[at + 1]))) return false
  if (!token.opens) return true
  if (OPENERS.has(lower)) return token.text === 'US' && isNameWord(tokens[at + 1])
  // "Specifically Cil", unlike "Emily Cil".
  const isAdverb = /(?:al|[^l])ly$/.test(lower) && (lower.length > 7 || isNameWord(tokens[at + 1]))
  if (isAdverb && !isGivenName(lower)) return false
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

/**
 * Where the name of a body ends, whose run of capitals ends at `to`: "Council for Native Hawaiian Advancement", "Sheriff's Office", "Food and
 * Drug Administration". Any other run ends at `to` itself.
 */
function bodyEnd(tokens: readonly Token[], from: number, to: number, common: ReadonlySet<string>): number {
  const isBody = (token: Token | undefined) => isNameWord(token) && INSTITUTIONS.has(token?.lower ?? '')
  let end = to
  if (tokens[end]?.text === "'s" && isBody(tokens[end + 1])) end = runEnd(tokens, end + 1)
  if (tokens[end]?.lower === 'and' && end - from === 1 && tokens[from - 1]?.lower === 'the') {
    const joined = isNameWord(tokens[end + 1]) ? runEnd(tokens, end + 1) : end
    if (joined > end + 1 && isBody(tokens[joined - 1]) && common.has(tokens[from]?.lower ?? '')) end = joined
  }
  const rest = tokens.slice(from, end)
  const last = rest.findLastIndex((token, at) => isBody(token) || (at === 0 && INSTITUTIONS.has(token.lower)))
  // "Academy of Country Music CEO Pete Fisher" ends in a person.
  const isPerson = rest.slice(last + 1).some(token => isTitleWord(stripStop(token.lower)))
  if (last < 0 || isPerson) return end
  for (let round = 0; round < MOST_PARTS && /^(?:of|for|on|and|&)$/.test(tokens[end]?.lower ?? ''); round++) {
    const next = tokens[end + 1]?.lower === 'the' ? end + 2 : end + 1
    if (!isNameWord(tokens[next]) || NEVER_INSIDE.has(stripStop(tokens[next]?.lower ?? ''))) break
    // "the Justice Department and Google" are two, "Disease Control and Prevention" is one.
    const joins = /^(?:and|&)$/.test(tokens[end]?.lower ?? '')
    if (joins && (end === to || !common.has(tokens[next]?.lower ?? ''))) break
    end = runEnd(tokens, next)
  }
  return end
}

/** How many "of", "for" and "and" the name of a body may have. */
const MOST_PARTS = 3

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
  const lastOfBody = words.findLastIndex(word => INSTITUTIONS.has(word))
  let { cut, title, start } = behindOf(tokens, from, words, last)
  for (let k = cut; k < last; k++) {
    const word = words[k] ?? ''
    if (ATTACHED.test(word)) cut = k + 1
    // "Justice Department" is a body, "Ben Del Coro" a man.
    else if (isTitleWord(word) && (k > lastOfBody || ABBREVIATED_TITLES.has(word)) && !isParticle(words, k, cut)) {
      cut = k + 1
      title = word
    } else if (PEOPLES.has(word) && k === cut && isGivenName(words[k + 1] ?? '')) cut = k + 1
  }
  if (cut === 0 && last > 0 && isPost(words, last, surnames)) return null
  const name = words.slice(cut, last + 1).filter(word => word !== '' && word !== ',')
  if (
    name.length === 0 ||
    (name.length === 1 &&
      !surnames.has(name[0] ?? '') &&
      !HONORIFICS.has(title ?? '') &&
      title !== 'dr' &&
      (TITLES.has(name[0] ?? '') || PEOPLES.has(name[0] ?? '') || isRoleHere(tokens[from + cut], name[0] ?? '')))
  )
    return null
  const isPeople = title === null && name.length > 1 && !isGivenName(name[0] ?? '') && PEOPLES.has(name.at(-1) ?? '')
  // "GOP-led states", "Seven Latin American countries"
  if (ATTACHED.test(name.at(-1) ?? '') || isPeople) return null
  const suffix = words.slice(last + 1).find(word => word === 'jr' || word === 'sr') ?? null
  return { from: start, nameFrom: from + cut, to, words: name, title, suffix }
}

function isParticle(words: readonly string[], at: number, from: number): boolean {
  return PARTICLES.has(words[at] ?? '') && at > from && isGivenName(words[at - 1] ?? '')
}
