/** Reads who does something out of the words beside a verb: a name, a pronoun, or a description such as "the Kremlin spokesman". */
import type { Token } from '../marks/tokens.ts'
import { stripStop } from '../people/name-words.ts'
import type { Mention } from '../people/people.ts'
import {
  AUXILIARIES,
  CUE_VERBS,
  DETERMINERS,
  INSTITUTIONS,
  PREPOSITIONS,
  ROLES,
  SUBORDINATORS,
  WRITINGS,
} from '../words/words.ts'

/** Who a phrase speaks of, by token positions `[from, to)` in its line. */
export type Phrase =
  | { readonly kind: 'name'; readonly from: number; readonly to: number; readonly mention: Mention }
  | { readonly kind: 'pronoun'; readonly from: number; readonly to: number; readonly lower: string }
  | { readonly kind: 'description'; readonly from: number; readonly to: number; readonly head: string }
  /** Two or more people together. */
  | { readonly kind: 'several'; readonly from: number; readonly to: number }

/** A line with the mention that each token belongs to, if any. */
export type NamedLine = {
  readonly tokens: readonly Token[]
  readonly paragraph: number
  readonly mentionAt: readonly (Mention | null)[]
}

const PRONOUNS = new Set('he she they it i we you'.split(' '))
const RELATIVES = new Set('who whom whose which that'.split(' '))
const LONGEST = 12

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'mark' && /^[-–—―]$/.test(token.text)
}

const ADVERB =
  /^(?:\w+ly|also|later|then|again|once|often|never|ever|still|just|even|only|too|soon|first|further|instead|not|has|have|had|yet)$/

/** Small words that may stand between a subject and its verb. */
export function isAdverb(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && !token.capital && ADVERB.test(token.lower)
}

/** How many phrases one may be joined of: "the mayor, Ada Brook, and the chief of police". */
const MOST_JOINED = 6

/** The phrase that starts at `at`, or null when none does. `joined` counts the phrases that lead up to it. */
export function readForward(line: NamedLine, at: number, joined = 0): Phrase | null {
  const first = line.tokens[at]
  if (first === undefined || first.kind !== 'word') return null
  if (PRONOUNS.has(first.lower)) return { kind: 'pronoun', from: at, to: at + 1, lower: first.lower }
  let to = at
  while (to - at < LONGEST && continues(line, at, to)) to++
  if (to === at) return null
  const titled = titledName(line, at, to)
  if (titled !== null) return titled
  const next = stripStop(line.tokens[to]?.lower ?? '')
  const phrase = readSpan(line, at, to, AUXILIARIES.has(next) || CUE_VERBS.get(next)?.form === 'finite')
  return phrase === null || joined === MOST_JOINED ? phrase : joinNext(line, phrase, joined + 1)
}

/** How far behind a title with "of" or "for" its name may start. */
const FARTHEST_NAME = 6

/** "Special Envoy for Hostage Affairs Paul Ames": the name whose mention starts with the title in `[from, to)`. */
function titledName({ mentionAt, tokens }: NamedLine, from: number, to: number): Phrase | null {
  if (!/^(?:of|for)$/.test(tokens[to]?.lower ?? '')) return null
  for (let at = to + 1; at < to + FARTHEST_NAME; at++) {
    const mention = mentionAt[at]
    if (mention && mention.from >= from && mention.from < to) return { kind: 'name', from, to: mention.to, mention }
  }
  return null
}

/** The phrase whose last token is `at`, or null when none ends there. `joined` counts the phrases that follow it. */
export function readBackward(line: NamedLine, at: number, joined = 0): Phrase | null {
  const last = line.tokens[at]
  if (last === undefined || last.kind !== 'word') return null
  if (PRONOUNS.has(last.lower)) return { kind: 'pronoun', from: at, to: at + 1, lower: last.lower }
  let from = at
  while (from >= 0 && at - from < LONGEST && belongs(line, from)) {
    from--
    if (line.tokens[from + 1]?.opens) break
  }
  from++
  if (from > at) return null
  if (from > 0 && !line.tokens[from]?.opens && DETERMINERS.has(line.tokens[from - 1]?.lower ?? '')) from--
  const phrase = readSpan(line, from, at + 1, true)
  return phrase === null || joined === MOST_JOINED ? phrase : joinPrevious(line, phrase, joined + 1)
}

function continues(line: NamedLine, start: number, at: number): boolean {
  const token = line.tokens[at]
  if (token === undefined || (at > start && token.opens)) return false
  if (at === start && DETERMINERS.has(token.lower)) return true
  if (token.kind === 'quoted') return line.mentionAt[at] !== null
  return belongs(line, at)
}

/** Whether a token can stand inside a noun phrase: any word that is not a function word or a verb of speech. */
function belongs(line: NamedLine, at: number): boolean {
  const token = line.tokens[at] as Token
  if (line.mentionAt[at] !== null) return true
  if (token.kind === 'mark') return token.text === "'s"
  if (token.kind !== 'word') return false
  const lower = stripStop(token.lower)
  if (
    PREPOSITIONS.has(lower) ||
    SUBORDINATORS.has(lower) ||
    AUXILIARIES.has(lower) ||
    RELATIVES.has(lower) ||
    PRONOUNS.has(lower)
  )
    return false
  if (DETERMINERS.has(lower)) return lower === 'one'
  const verb = CUE_VERBS.get(lower)
  if (verb === undefined || token.capital) return true
  return (
    verb.form === 'base' ||
    verb.form === 'participle' ||
    ROLES.has(lower) ||
    (verb.form === 'ing' && WRITINGS.has(lower))
  )
}

/** What the span `[from, to)` speaks of: the name it ends in, or else its last noun. */
function readSpan(line: NamedLine, from: number, to: number, beforeVerb: boolean): Phrase | null {
  const end = line.tokens[to - 1]?.text === "'s" ? to - 1 : to
  const words = line.tokens.slice(from, end)
  const last = words.at(-1)
  if (last === undefined) return null
  const mention = lastMention(line, from, end)
  const head = stripStop(last.lower)
  if (mention !== null) {
    const rest = line.tokens.slice(mention.to, end)
    // "Stanford's political czars", "GOP states": others than whom the name names.
    if (isOthers(rest, beforeVerb)) return { kind: 'description', from, to: end, head }
    const role = rest.findLastIndex(token => isSpeaking(stripStop(token.lower)))
    if (role < 0) return { kind: 'name', from, to: mention.to, mention }
    return { kind: 'description', from, to: mention.to + role + 1, head: stripStop((rest[role] as Token).lower) }
  }
  const role = words.findLastIndex(token => isSpeaking(stripStop(token.lower)))
  if (role >= 0)
    return { kind: 'description', from, to: from + role + 1, head: stripStop((words[role] as Token).lower) }
  return { kind: 'description', from, to: end, head }
}

/** Whether the words behind a name are a noun that the name only belongs to, and which does not speak; a plural one right before a verb. */
function isOthers(rest: readonly Token[], beforeVerb: boolean): boolean {
  const last = rest.at(-1)
  if (last === undefined || last.kind !== 'word' || last.capital || isAdverb(last)) return false
  if (rest.some(token => isSpeaking(stripStop(token.lower)))) return false
  const isPlural =
    beforeVerb && rest.length === 1 && /[^sui]s$/.test(last.lower) && !/(?:ways|times|wards|haps)$/.test(last.lower)
  return rest[0]?.text === "'s" || isPlural
}

/** Nouns, in the singular or plural, for people, bodies and writings, which all may "say". */
export function isSpeaking(lower: string): boolean {
  const single = singular(lower)
  return ROLES.has(lower) || ROLES.has(single) || INSTITUTIONS.has(single) || WRITINGS.has(single)
}

export function singular(lower: string): string {
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}

function lastMention(line: NamedLine, from: number, to: number): Mention | null {
  for (let at = to - 1; at >= from; at--) {
    const mention = line.mentionAt[at]
    if (mention) return mention
  }
  return null
}

/** "Obama and Clinton" are two; "the mayor, Bill de Blasio," is one, and named. */
function joinNext(line: NamedLine, phrase: Phrase, joined: number): Phrase {
  const next = line.tokens[phrase.to]
  if (next?.lower === 'and') {
    const other = readForward(line, phrase.to + 1, joined)
    if (other !== null && hasTwoRoles(line, phrase, other)) return { ...other, from: phrase.from }
    if (other !== null && isNounLike(phrase) && isNounLike(other))
      return { kind: 'several', from: phrase.from, to: other.to }
  }
  const comma = phrase.kind === 'description' && ROLES.has(phrase.head) ? commaAfter(line, phrase, joined) : null
  if (comma !== null) {
    const named = readForward(line, comma + 1, joined)
    const closes = named === null ? '' : (line.tokens[named.to]?.text ?? '.')
    if (named?.kind === 'name' && named.mention.from - named.from < 4 && /^[,.(]$/.test(closes))
      return { ...named, from: phrase.from }
  }
  return phrase
}

/** The comma behind a role, or behind what the role is of: "a spokesperson for Buhari, Garba Shehu, said". */
function commaAfter(line: NamedLine, phrase: Phrase, joined: number): number | null {
  const next = line.tokens[phrase.to]
  if (next?.text === ',') return phrase.to
  if (next === undefined || next.opens || !/^(?:of|for|at|in|with|from|to)$/.test(next.lower)) return null
  const of = readForward(line, phrase.to + 1, joined)
  return of !== null && line.tokens[of.to]?.text === ',' ? of.to : null
}

/** "scientist and study co-author Michael Malaska": one person with two roles, neither of which has an article. */
function hasTwoRoles(line: NamedLine, role: Phrase, named: Phrase): boolean {
  if (role.kind !== 'description' || named.kind !== 'name' || !ROLES.has(role.head)) return false
  const unnamed = [role, named].every(({ from }) => !DETERMINERS.has(line.tokens[from]?.lower ?? ''))
  return unnamed && named.mention.nameFrom > named.from
}

function isNounLike(phrase: Phrase): boolean {
  return phrase.kind === 'name' || (phrase.kind === 'description' && isSpeaking(phrase.head))
}

/** "a spokesman for Trump" is the spokesman; "Obama and Clinton" are two. */
function joinPrevious(line: NamedLine, phrase: Phrase, joined: number): Phrase {
  const before = line.tokens[phrase.from - 1]
  if (before === undefined || line.tokens[phrase.from]?.opens) return phrase
  if (before.lower === 'and') {
    const other = readBackward(line, phrase.from - 2, joined)
    if (other !== null && other.to === phrase.from - 1 && hasTwoRoles(line, other, phrase))
      return { ...phrase, from: other.from }
    if (other !== null && other.to === phrase.from - 1 && isNounLike(phrase) && isNounLike(other)) {
      return { kind: 'several', from: other.from, to: phrase.to }
    }
  }
  // "Secretary of State Antony Blinken": the title is part of the mention.
  if (phrase.kind === 'name' && phrase.mention.from < phrase.from) return { ...phrase, from: phrase.mention.from }
  if (!/^(?:of|for|at|in|with|from|on|to)$/.test(before.lower)) return phrase
  const owner = readBackward(line, phrase.from - 2, joined)
  if (owner === null) return phrase
  // "an outside consultant working for SpaceX"
  const isAtWork = owner.to === phrase.from - 2 && /(?:ing|ed)$/.test(line.tokens[owner.to]?.lower ?? '')
  if (owner.to !== phrase.from - 1 && !(isAtWork && owner.kind === 'description')) return phrase
  if (owner.kind === 'name') return owner
  return owner.kind === 'description' && isSpeaking(owner.head) ? { ...owner, to: phrase.to } : phrase
}
