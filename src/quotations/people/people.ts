/** Who is named in an article: runs of capitals gathered into people and bodies, with what the article calls them. */
import type { Article } from '../../article/article.ts'
import type { Line, Token } from '../marks/tokens.ts'
import { MEN, WOMEN } from '../words/given-names.ts'
import { isPlace } from '../words/places.ts'
import {
  ABBREVIATED_TITLES,
  AUXILIARIES,
  COMPANY_WORDS,
  CUE_VERBS,
  FEMALE,
  HONORIFICS,
  INSTITUTIONS,
  MALE,
  ROLES,
  TITLES,
} from '../words/words.ts'
import { isAged, readApposition, roleBefore, roleBeforeComma } from './descriptions.ts'
import { isGivenName, stripStop } from './name-words.ts'
import type { NameRun } from './names.ts'

export type Gender = 'male' | 'female' | null

export type Person = {
  /** The fullest name the article gives. */
  name: string
  /** True with evidence (a given name, a title, a role), false for newspapers, ministries and the like, null when nothing tells. */
  human: boolean | null
  gender: Gender
  /** True once a capital says that it is a name: inside a sentence, or as the subject of a verb of speech. */
  firm: boolean
  /** How the article describes them, to the letter; the first description it gives. */
  description: string | null
  /** The words of every description and title, in lower case. */
  readonly roles: Set<string>
}

/** A name in a line, and whom it names. */
export type Mention = NameRun & { readonly person: Person }

/** Mentions by line, and by the token they stand at. */
export type People = {
  readonly people: readonly Person[]
  readonly mentions: readonly (readonly Mention[])[]
}

type Known = Person & { readonly words: readonly string[]; count: number; readonly at: number[] }

/** Gathers the runs of every line into people. Full names are read first, so that a surname before them is understood too. */
export function gatherPeople(article: Article, lines: readonly Line[], runs: readonly (readonly NameRun[])[]): People {
  const full = new Map<string, Known>()
  const byWord = new Map<string, Known[]>()
  lines.forEach((line, index) => {
    for (const run of runs[index] ?? []) {
      if (run.words.length > 1) meet(article, line, run, full, byWord)
    }
  })
  const single = new Map<string, Known>()
  const mentions = lines.map((line, index) =>
    (runs[index] ?? []).map(run => {
      const known = full.get(keyOf(run)) ?? chooseByWord(line, run, byWord) ?? meetSingle(article, line, run, single)
      describe(article, line, run, known)
      return { ...run, person: known }
    }),
  )
  return { people: [...full.values(), ...single.values()], mentions }
}

function meet(
  article: Article,
  line: Line,
  run: NameRun,
  full: Map<string, Known>,
  byWord: Map<string, Known[]>,
): void {
  const key = keyOf(run)
  let known = full.get(key)
  if (known === undefined) {
    known = create(article, line, run)
    full.set(key, known)
    if (known.human !== false || isCompany(run.words)) {
      const ends = known.human === false ? [run.words[0]] : [run.words[0], run.words.at(-1)]
      for (const word of new Set(ends as string[])) {
        const bearers = byWord.get(word)
        if (bearers === undefined) byWord.set(word, [known])
        else bearers.push(known)
      }
    }
  }
  const name = nameOf(article, line, run)
  if (name.length > known.name.length && known.human !== false) known.name = name
  known.count++
  known.at.push((line.tokens[run.nameFrom] as Token).start)
}

/** One person whether or not the middle initial is printed; father and son are two. */
function keyOf({ words, suffix }: NameRun): string {
  const kept = words.filter((word, at) => word.length > 1 || at === 0 || at === words.length - 1)
  return (suffix === null ? kept : [...kept, suffix]).join(' ')
}

/** The name as printed, white space evened out. */
function nameOf(article: Article, line: Line, run: NameRun): string {
  const first = line.tokens[run.nameFrom] as Token
  const last = line.tokens[run.to - 1] as Token
  return article.body.slice(first.start, last.end).replace(/\s+/g, ' ')
}

function meetSingle(article: Article, line: Line, run: NameRun, single: Map<string, Known>): Known {
  const key = run.words.join(' ')
  let known = single.get(key)
  if (known === undefined) {
    known = create(article, line, run)
    single.set(key, known)
  }
  if (run.title !== null && !INSTITUTIONS.has(run.title)) known.human = true
  known.count++
  return known
}

function create(article: Article, line: Line, run: NameRun): Known {
  const first = line.tokens[run.nameFrom] as Token
  const before = line.tokens[run.from - 1]
  const the = before !== undefined && before.lower === 'the' && run.title === null
  const isBody = run.words.some(word => INSTITUTIONS.has(word)) || isCompany(run.words) || the || isAcronym(run, first)
  const given = run.words[0] ?? ''
  const named = run.title !== null || (isGivenName(given) && run.words.length > 1 && !the)
  // "a Go-Kart Track" is a thing.
  const isThing = run.title === null && /^an?$/.test(before?.lower ?? '')
  const human = named && !run.words.some(word => INSTITUTIONS.has(word)) ? true : isBody || isThing ? false : null
  const theBody = human === false && the ? `${(before as Token).text} ` : ''
  return {
    name: theBody + nameOf(article, line, run),
    human,
    gender: WOMEN.has(given) ? 'female' : MEN.has(given) && run.words.length > 1 ? 'male' : null,
    firm: false,
    description: null,
    roles: new Set(),
    words: run.words,
    count: 0,
    at: [],
  }
}

function isCompany(words: readonly string[]): boolean {
  return words.length > 1 && COMPANY_WORDS.has(words.at(-1) ?? '')
}

/** "NASA" and "FBI officials", unlike "J.C. Tretter". */
function isAcronym(run: NameRun, first: Token): boolean {
  const isInitials = run.words.length > 1 && /^(?:\p{Lu}\.?){2}$/u.test(first.text) && first.text.includes('.')
  return !isInitials && /^\p{Lu}{2,}s?$/u.test(first.text.replaceAll('.', ''))
}

/** A name that more people of one article bear than this tells nobody apart. */
const MOST_BEARERS = 20

/** The full name that one word of it stands for; null when no name has it. Where two do, the printed word stays a name of its own. */
function chooseByWord(line: Line, run: NameRun, byWord: ReadonlyMap<string, readonly Known[]>): Known | null {
  if (run.words.length > 1) return null
  const word = run.words[0] as string
  const all = byWord.get(word) ?? []
  if (all.length > MOST_BEARERS) return null
  const bySurname = all.filter(known => known.words.at(-1) === word)
  let fitting = bySurname.length > 0 ? bySurname : all
  const gender = run.title === null ? null : genderOf(run.title)
  if (gender !== null) fitting = fitting.filter(known => known.gender === gender || known.gender === null)
  if (fitting.length < 2) return fitting[0] ?? null
  const at = (line.tokens[run.nameFrom] as Token).start
  const lineStart = (line.tokens[0] as Token).start
  const here = fitting.filter(known => lastBefore(known.at, at) >= lineStart)
  if (here.length === 1) return here[0] as Known
  const byCount = [...fitting].sort((a, b) => b.count - a.count)
  const [most, second] = byCount as [Known, Known]
  return most.count >= 3 * second.count ? most : null
}

/** The greatest of the ascending `places` that is below `at`; -1 when none is. */
function lastBefore(places: readonly number[], at: number): number {
  let [from, to] = [0, places.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((places[middle] as number) < at) from = middle + 1
    else to = middle
  }
  return places[from - 1] ?? -1
}

export function genderOf(word: string): Gender {
  return MALE.has(word) ? 'male' : FEMALE.has(word) ? 'female' : null
}

/** Takes what stands before the name ("Kremlin spokesman") or after it in commas ("a top surrogate") as its description. */
function describe(article: Article, line: Line, run: NameRun, known: Known): void {
  const { tokens } = line
  const next = tokens[run.to]?.lower ?? ''
  const verb = CUE_VERBS.get(next)
  known.firm ||=
    run.words.length > 1 ||
    !tokens[run.from]?.opens ||
    (verb?.form === 'finite' && !verb.weak) ||
    AUXILIARIES.has(next) ||
    /[a-z]{2}ed$/.test(next)
  // "At the Cincinnati Zoo, a team killed it to save a child": what follows an institution makes no person of it.
  if (known.human === false && known.words.some(word => INSTITUTIONS.has(word))) return
  if (isAged(tokens, run.to)) known.human = true
  const before = roleBefore(tokens, run.nameFrom) ?? roleBeforeComma(tokens, run)
  if (before !== null) {
    learn(known, before)
    if (!before.every(token => HONORIFICS.has(stripStop(token.lower)))) known.description ??= text(article, before)
  } else if (run.title !== null) learn(known, tokens.slice(run.from, run.nameFrom))
  const after = readApposition(tokens, run.to)
  if (after !== null) {
    learn(known, after)
    known.description ??= text(article, after)
  }
}

function learn(known: Known, words: readonly Token[]): void {
  for (const token of words) {
    const lower = stripStop(token.lower)
    known.roles.add(lower)
    for (const other of ABBREVIATED_TITLES.get(lower) ?? []) known.roles.add(other)
    if (ROLES.has(lower) || TITLES.has(lower)) known.gender ??= genderOf(lower)
    if (ROLES.has(lower) && !isPlace(known.name)) known.human = true
  }
}

function text(article: Article, words: readonly Token[]): string {
  return article.body.slice((words[0] as Token).start, (words.at(-1) as Token).end).replace(/\s+/g, ' ')
}
