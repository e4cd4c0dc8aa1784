/** Finds the subject of a verb of speech: whose verb it is, across commas, relative clauses and "went on to say". */
import type { Token } from '../marks/tokens.ts'
import { isPlace } from '../words/places.ts'
import { AUXILIARIES, BE, CUE_VERBS, type CueForm, PREPOSITIONS, ROLES, SUBORDINATORS } from '../words/words.ts'
import { isAdverb, isSpeaking, type NamedLine, type Phrase, readBackward, readForward, singular } from './phrases.ts'

/** A verb of speech in a line: its tokens `[from, to)`, with "was quoted as" where that stands before it. */
export type Verb = {
  readonly from: number
  readonly to: number
  readonly base: string
  readonly form: CueForm
  readonly weak: boolean
}

/** The verb of speech whose main word is token `at`; null when that word is none, or is a noun there. */
export function readVerb(line: NamedLine, at: number): Verb | null {
  const { tokens } = line
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || line.mentionAt[at]) return null
  const cue = CUE_VERBS.get(token.lower)
  if (cue === undefined || (token.capital && !token.opens)) return null
  const before = tokens[at - 1]
  if (cue.form === 'base' && before !== undefined && !token.opens && isNounHere(before)) return null
  if (ALSO_NOUNS.test(token.lower) && AUXILIARIES.has(tokens[at + 1]?.lower ?? '')) return null
  if (ALSO_NOUNS.test(token.lower) && CUE_VERBS.get(tokens[at + 1]?.lower ?? '')?.form === 'base') return null
  const heard = quotedAs(tokens, at)
  if (heard !== null) return { from: heard, to: at + 1, base: cue.base, form: 'finite', weak: false }
  return { from: at, to: at + 1, base: cue.base, form: cue.form, weak: cue.weak }
}

/** Nouns in the plural where another verb follows: "the states argue", "the reports are". */
const ALSO_NOUNS =
  /^(?:states|reports|claims|comments|remarks|answers|demands|notes|charges|attacks|promises|requests|plans)$/

function isNounHere(before: Token): boolean {
  return (
    /^(?:a|an|the|this|that|his|her|its|their|my|our|your|no|any|'s)$/.test(before.lower) ||
    (PREPOSITIONS.has(before.lower) && before.lower !== 'to')
  )
}

/** Where "was quoted as" or "was heard" before "saying" starts. */
function quotedAs(tokens: readonly Token[], at: number): number | null {
  if (!tokens[at]?.lower.endsWith('ing')) return null
  let k = at - 1
  if (tokens[k]?.lower === 'as') k--
  if (!/^(?:quoted|heard|seen|caught|recorded|filmed|cited)$/.test(tokens[k]?.lower ?? '')) return null
  k--
  while (isAdverb(tokens[k])) k--
  return BE.has(tokens[k]?.lower ?? '') ? k : null
}

/** Who does the verb, looking no further left than `start`; null when nobody in this sentence does. */
export function subjectOf(line: NamedLine, start: number, verb: Verb): Phrase | null {
  const { tokens } = line
  let at = verb.from - 1
  let helped = false
  while (at >= start && (isAdverb(tokens[at]) || AUXILIARIES.has(tokens[at]?.lower ?? ''))) {
    if (
      BE.has(tokens[at]?.lower ?? '') &&
      (verb.form === 'finite' || verb.form === 'participle') &&
      verb.to - verb.from === 1
    ) {
      return agentOf(line, verb)
    }
    helped = true
    at--
  }
  const before = tokens[at]
  if (before === undefined || at < start) return null
  if (verb.form === 'participle' && !helped && !/^(?:and|but|,|who)$/.test(before.lower) && !readBackward(line, at))
    return null
  if (verb.form === 'base' && !helped) return baseSubject(line, start, at)
  if (before.lower === 'who' || before.lower === 'which' || before.lower === 'that') return antecedent(line, start, at)
  if (/^(?:and|but|or|by|in|after|before|while|when|then|of|to)$/.test(before.lower) || before.kind === 'quoted') {
    return clauseSubject(line, start, verb.from)
  }
  if (before.text === ',') {
    const inverted = verb.form === 'finite' && at === verb.from - 1 ? invertedSubject(line, verb) : null
    if (inverted !== null) return inverted
    const nearer = verb.form === 'ing' ? subjectOfSaying(line, start, at) : describedBefore(line, start, at)
    if (nearer !== null) return nearer
  }
  if (before.text === ',' || before.text === ')' || before.text === '-' || before.text === '–' || before.text === '—') {
    return clauseSubject(line, start, verb.from)
  }
  const beside = readBackward(line, at)
  if (beside === null || beside.from < start) return clauseSubject(line, start, verb.from)
  // "He recalled the pilot telling": the one beside the verb speaks.
  if (verb.form === 'ing' && beside.kind === 'description' && ROLES.has(beside.head)) return beside
  // "filed a complaint with the Justice Department asserting": what a preposition leads to is not who asserts.
  const isAside =
    /^(?:with|to|against)$/.test(tokens[beside.from - 1]?.lower ?? '') &&
    !/^[,–—-]$/.test(tokens[beside.from - 2]?.text ?? ',')
  if (verb.form === 'ing' && (beside.kind === 'description' || isAside))
    return clauseSubject(line, start, verb.from) ?? beside
  return beside.kind === 'description' && !isSpeaking(beside.head) && tokens[beside.from - 1]?.text !== ','
    ? (clauseSubject(line, start, verb.from) ?? beside)
    : beside
}

/** `Sometimes, added Bramley, the "…"`: a verb between commas with its subject behind it. */
function invertedSubject(line: NamedLine, verb: Verb): Phrase | null {
  if (!INVERTED.has(verb.base)) return null
  const phrase = readForward(line, verb.to)
  const closes = phrase !== null && line.tokens[phrase.to]?.text === ','
  return closes && phrase.kind === 'name' ? phrase : null
}

/** Verbs that stand before their subject, and that nobody is told by. */
const INVERTED = new Set('say add write note explain argue claim continue reply report suggest observe'.split(' '))

/** `Shehu said, adding that …`: whoever spoke in the clause before goes on. */
function subjectOfSaying(line: NamedLine, start: number, comma: number): Phrase | null {
  for (let at = comma - 1; at >= Math.max(start, comma - FARTHEST_ASIDE); at--) {
    const verb = readVerb(line, at)
    if (verb === null || verb.weak || verb.form !== 'finite') continue
    return readBackward(line, verb.from - 1)
  }
  return null
}

/** How many tokens an aside between two commas may have. */
const FARTHEST_ASIDE = 24

/** `…, but Mark Milley, chairman of the Joint Chiefs, told`: the name at the head of a clause that an aside parts from its verb. */
function describedBefore(line: NamedLine, start: number, comma: number): Phrase | null {
  const { tokens } = line
  let opening = comma - 1
  while (opening > start && comma - opening < FARTHEST_ASIDE && tokens[opening]?.text !== ',') opening--
  if (tokens[opening]?.text !== ',') return null
  const aside = tokens.slice(opening + 1, comma)
  if (!aside.some(token => ROLES.has(token.lower)) || aside.some(token => AUXILIARIES.has(token.lower))) return null
  const phrase = readBackward(line, opening - 1)
  const before = phrase === null ? '' : (tokens[phrase.from - 1]?.lower ?? '')
  if (phrase?.kind !== 'name' || phrase.from < start || isPlace(phrase.mention.person.name)) return null
  return phrase.from === start || /^(?:but|and|while|that|as|,)$/.test(before) ? phrase : null
}

/** "went on to say", "they say", "critics say". */
function baseSubject(line: NamedLine, start: number, at: number): Phrase | null {
  if (line.tokens[at]?.lower === 'to') return clauseSubject(line, start, at)
  const beside = readBackward(line, at)
  if (beside === null || (beside.kind === 'name' && beside.to > at)) return null
  // "on an investor conference call": behind a noun in the singular the word is a noun, too.
  return beside.kind === 'description' && !isPlural(beside.head) ? null : beside
}

function isPlural(lower: string): boolean {
  return singular(lower) !== lower || lower === 'people'
}

/** How many tokens after a verb its "by" may stand. */
const FARTHEST_AGENT = 60

/** In the passive the agent speaks: "was called … by Peskov"; without one nobody is named. */
function agentOf(line: NamedLine, verb: Verb): Phrase | null {
  const end = Math.min(line.tokens.length, verb.to + FARTHEST_AGENT)
  for (let at = verb.to; at < end && !line.tokens[at]?.opens; at++) {
    if (line.tokens[at]?.lower === 'by') return readForward(line, at + 1)
  }
  return null
}

function antecedent(line: NamedLine, start: number, relative: number): Phrase | null {
  let at = relative - 1
  if (line.tokens[at]?.text === ',') at--
  if (at < start) return null
  const phrase = readBackward(line, at)
  if (phrase !== null && phrase.from >= start && phrase.kind !== 'pronoun') return phrase
  return line.tokens[relative]?.lower === 'that' ? clauseSubject(line, start, relative) : phrase
}

/** The subject of the clause that begins at `start` and whose verb stands at `before` or left of it. */
export function clauseSubject(line: NamedLine, start: number, before: number): Phrase | null {
  const { tokens } = line
  let at = start
  for (let round = 0; round < 6 && at < before; round++) {
    while (at < before && isSkipped(tokens[at] as Token)) at++
    const first = tokens[at]
    if (first === undefined || at >= before) return null
    const phrase = isIntroduction(first, at === start || tokens[at - 1]?.text === ',') ? null : readForward(line, at)
    if (phrase !== null && phrase.from < before) return phrase
    const comma = nextComma(tokens, at + 1, before)
    if (comma === null) return lateSubject(line, at + 1, before)
    at = comma + 1
  }
  return null
}

/** After "As" or "In a post" without a comma the first "he" or "she" is the subject, else the first name. */
function lateSubject(line: NamedLine, from: number, before: number): Phrase | null {
  let name: Phrase | null = null
  for (let at = from; at < before; at++) {
    if (/^(?:he|she)$/.test(line.tokens[at]?.lower ?? '')) return readForward(line, at)
    if (line.mentionAt[at]) name ??= readForward(line, at)
  }
  return name
}

function isSkipped(token: Token): boolean {
  return (
    token.kind !== 'word' ||
    isAdverb(token) ||
    /^(?:and|but|so|or|yet|nor|then|meanwhile|however|still|also|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      token.lower,
    )
  )
}

/** Whether a word opens what stands before a clause: "On Friday,", "While touring Ohio,", "Asked about it,". */
function isIntroduction(token: Token, opens: boolean): boolean {
  if (PREPOSITIONS.has(token.lower) || SUBORDINATORS.has(token.lower)) return true
  return opens && /(?:ing|ed)$/.test(token.lower) && token.lower.length > 4 && !isSpeaking(token.lower)
}

function nextComma(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < to; at++) if (tokens[at]?.text === ',') return at
  return null
}
