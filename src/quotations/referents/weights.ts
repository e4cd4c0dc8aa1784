/** How much a mention weighs by its place in the sentence: subjects and speakers are what pronouns go back to. */
import type { NamedLine } from '../grammar/phrases.ts'
import { readVerb } from '../grammar/subjects.ts'
import type { Token } from '../marks/tokens.ts'
import { genderOf, type Mention } from '../people/people.ts'
import { AUXILIARIES, CUE_VERBS, DETERMINERS, PREPOSITIONS, ROLES } from '../words/words.ts'

/** Weights of a mention by its place in the sentence; subjects and speakers are what pronouns go back to. */
export const SUBJECT = 2

export const SPEAKING = 1.5

export const REPORTED = 0.2

export const OTHER = 1

const AFTER_PREPOSITION = 0.8

const POSSESSIVE = 1

/** Whether a man or a woman without a name is brought in here: "one mother", "a passing policeman", unlike "Ada Brook, a mother of two". */
export function isUnnamed({ tokens, mentionAt }: NamedLine, at: number): boolean {
  const { lower, opens } = tokens[at] as Token
  if (opens || !ROLES.has(lower) || genderOf(lower) === null || mentionAt[at + 1]) return false
  const determiner = [at - 1, at - 2, at - 3].find(place => /^(?:an?|one)$/.test(tokens[place]?.lower ?? ''))
  const before = determiner === undefined ? 'of' : (tokens[determiner - 1]?.lower ?? '')
  return !/^(?:[,(–—-]|of|as|like|is|was|be|been|became|not|and)$/.test(before)
}

/** Whether somebody is said to have said something, in marks or not: "Ryan said", "according to Andy Lipow". */
export function isSource(line: NamedLine, { from, to }: Mention): boolean {
  const { tokens } = line
  if (tokens[from - 1]?.lower === 'to' && tokens[from - 2]?.lower === 'according') return true
  const [before, after] = [readVerb(line, from - 1), readVerb(line, to)]
  const follows = after !== null && after.form === 'finite' && !after.weak && tokens[to]?.opens === false
  // "…, said Pence", unlike "Matthews said Pence's words".
  const isInverted = tokens[from - 2]?.kind !== 'word' && tokens[to]?.text !== "'s"
  return follows || (isInverted && before?.base === 'say' && before.form === 'finite')
}

export function weigh(line: NamedLine, mention: Mention, hasSubject: boolean): number {
  if (line.tokens[mention.to]?.text === "'s") return POSSESSIVE
  return isBehindPreposition(line, mention.from) ? AFTER_PREPOSITION : hasSubject ? OTHER : SUBJECT
}

/** How many words may describe a name behind its preposition: "by the talent manager Scooter Braun". */
const LONGEST_DESCRIPTION = 4

function isBehindPreposition({ tokens }: NamedLine, from: number): boolean {
  for (let at = from; at > 0 && from - at <= LONGEST_DESCRIPTION && !tokens[at]?.opens; at--) {
    const { lower, kind, capital } = tokens[at - 1] as Token
    if (PREPOSITIONS.has(lower)) return true
    if (kind !== 'word' || capital || AUXILIARIES.has(lower) || CUE_VERBS.get(lower)?.form === 'finite') return false
    if (!DETERMINERS.has(lower) && !tokens.slice(at - 1, from).some(token => ROLES.has(token.lower))) return false
  }
  return false
}
