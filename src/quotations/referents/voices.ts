/** Who speaks through others: the body behind "the spokesman", the author of "the statement". */
import { type NamedLine, type Phrase, readForward } from '../grammar/phrases.ts'
import { readVerb, subjectOf } from '../grammar/subjects.ts'
import type { Mention, Person } from '../people/people.ts'
import { isPlace } from '../words/places.ts'
import { refer } from './referent.ts'

/** What somebody says something in, and which is then said to say it. */
const STATEMENTS = new Set(
  'statement release letter email e-mail memo note post tweet message announcement op-ed'.split(' '),
)
/** Words that tell one statement from none: "the joint statement" is still the one just named. */
const PLAIN = /^(?:the|news|press|media|written|emailed|e-mailed|brief|lengthy|short|same|blog|full)$/
/** How many sentences back a statement was named. */
const STATEMENT_LOOK_BACK = 12
const SPOKESPEOPLE = /^spokes(?:man|woman|person|people)$/
/** How many tokens before "in a statement" its verb is looked for. */
const FARTHEST_VERB = 30

/** Somebody who said something in writing. */
export type Author = { readonly line: NamedLine; readonly phrase: Phrase; readonly sentence: number }

export class Voices {
  readonly #authors = new Map<string, Author>()
  /** The body of the spokesperson who was spoken of last; null when nobody knows whose they are. */
  #spokenFor: Person | null = null
  #sentence = 0

  /** Takes in token `at`; `subject`: the body that did what the sentence before says. */
  read(line: NamedLine, at: number, subject: Person | null): void {
    const { lower, opens } = line.tokens[at] ?? { lower: '', opens: false }
    if (opens) this.#sentence++
    if (lower.startsWith('spokes') && SPOKESPEOPLE.test(lower)) this.#meetSpokesperson(line, at, subject)
    else if (STATEMENTS.has(lower)) this.#meetStatement(line, at, lower)
  }

  /** Who wrote what "the statement" calls so; null when the article says so nowhere just before. */
  authorOf(line: NamedLine, { from, to, head }: Phrase & { readonly kind: 'description' }): Author | null {
    const words = line.tokens.slice(from, to - 1)
    if (words[0]?.lower !== 'the' || !words.every(({ lower }) => PLAIN.test(lower))) return null
    const author = this.#authors.get(head)
    return author !== undefined && this.#sentence - author.sentence <= STATEMENT_LOOK_BACK ? author : null
  }

  /** The body that a spokesperson speaks for: the one in the phrase, else that of the last one spoken of. */
  bodyBehind(line: NamedLine, phrase: Phrase & { readonly kind: 'description' }): Person | null {
    if (!SPOKESPEOPLE.test(phrase.head)) return null
    const head = headOf(line, phrase)
    const owner = ownerOf(line, head)
    if (owner !== undefined) return owner
    return /^(?:the|an?)$/.test(line.tokens[phrase.from]?.lower ?? '') ? this.#spokenFor : null
  }

  #meetSpokesperson(line: NamedLine, at: number, subject: Person | null): void {
    const owner = ownerOf(line, at)
    const isIndefinite = /^an?$/.test(line.tokens[at - 1]?.lower ?? '')
    if (owner !== undefined) this.#spokenFor = owner
    else if (isIndefinite) this.#spokenFor = subject
  }

  #meetStatement(line: NamedLine, at: number, head: string): void {
    const isFrom = /^(?:from|by)$/.test(line.tokens[at + 1]?.lower ?? '')
    const determiner = determinerBefore(line, at)
    if (determiner === null && !isFrom) return
    this.#authors.delete(head)
    if (determiner !== null && line.tokens.slice(determiner, at).some(({ lower }) => lower === 'joint')) return
    const phrase = isFrom ? readForward(line, at + 2) : authorBeside(line, at, determiner ?? at)
    const isStatement = phrase?.kind === 'description' && STATEMENTS.has(phrase.head)
    if (phrase !== null && !isStatement) this.#authors.set(head, { line, phrase, sentence: this.#sentence })
  }
}

function authorBeside(line: NamedLine, at: number, determiner: number): Phrase | null {
  return line.tokens[determiner - 1]?.opens ? subjectBehind(line, at) : subjectBefore(line, at)
}

/** Who said something "in a statement": the subject of the verb before it. */
function subjectBefore(line: NamedLine, at: number): Phrase | null {
  let start = at
  while (start > 0 && at - start < FARTHEST_VERB && !line.tokens[start]?.opens) start--
  for (let v = at - 1; v > start; v--) {
    const verb = readVerb(line, v)
    if (verb !== null && verb.form === 'finite' && !verb.weak) return subjectOf(line, start, verb)
  }
  return null
}

/** `In its statement, the Harvard Corporation acknowledged`. */
function subjectBehind(line: NamedLine, at: number): Phrase | null {
  return line.tokens[at + 1]?.text === ',' ? readForward(line, at + 2) : null
}

/** Where the "a" of "in a lengthy written statement" stands; null where no "in", "on" or "by" leads up to it. */
function determinerBefore({ tokens }: NamedLine, at: number): number | null {
  for (let k = at - 1; k >= at - 4; k--) {
    if (/^(?:an?|his|her|their|its|the)$/.test(tokens[k]?.lower ?? ''))
      return /^(?:in|on|via|through|by)$/.test(tokens[k - 1]?.lower ?? '') ? k : null
  }
  return null
}

function headOf(line: NamedLine, { from, to, head }: Phrase & { readonly kind: 'description' }): number {
  for (let at = to - 1; at > from; at--) if (line.tokens[at]?.lower === head) return at
  return from
}

/** The body whose spokesperson stands at `at`; null where somebody else owns them, undefined where nobody is named. */
function ownerOf(line: NamedLine, at: number): Person | null | undefined {
  const before = line.tokens[at - 1]?.text === "'s" ? at - 2 : at - 1
  const mention = line.mentionAt[before] ?? mentionBehind(line, at)
  if (mention) return isBody(mention.person) ? mention.person : null
  const isOwned = /^(?:his|her|their|its|'s)$/.test(line.tokens[at - 1]?.lower ?? '')
  return isOwned || /^(?:for|of|from|with)$/.test(line.tokens[at + 1]?.lower ?? '') ? null : undefined
}

/** The name in "spokesman for the Ministry of Defence". */
function mentionBehind(line: NamedLine, at: number): Mention | null {
  if (!/^(?:for|of|from|with|at)$/.test(line.tokens[at + 1]?.lower ?? '')) return null
  const phrase = readForward(line, at + 2)
  return phrase?.kind === 'name' ? phrase.mention : null
}

function isBody(person: Person): boolean {
  return person.human === false && !isPlace(person.name) && refer(person).name !== null
}
