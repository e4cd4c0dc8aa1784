/** Resolves who is meant: "he", "the spokesman", a surname. Silent where two people fit equally well. */

import { stripStop } from '../people/names.ts'
import { type Gender, genderOf, type Mention, type Person } from '../people/people.ts'
import { isAdverb, type NamedLine, type Phrase, readForward, singular } from '../grammar/phrases.ts'
import { isPlace } from '../words/places.ts'
import { Presences } from './salience.ts'
import type { Token } from '../marks/tokens.ts'
import { AUXILIARIES, CUE_VERBS, INSTITUTIONS, PREPOSITIONS, ROLES, WEEKDAYS_AND_MONTHS, WRITINGS } from '../words/words.ts'

/** Who is meant: a person or body with a name, or at least the words that describe them. */
export type Referent = {
  readonly person: Person | null
  readonly name: string | null
  readonly description: string | null
}

/** Weights of a mention by its place in the sentence; subjects and speakers are what pronouns go back to. */
const SUBJECT = 2
const SPEAKING = 1.5
const OTHER = 1
const AFTER_PREPOSITION = 0.8
const POSSESSIVE = 1
/** Nouns that reporters use for somebody already named: "the New York businessman". */
const VARIATIONS = new Set(
  `
businessman businesswoman senator mogul nominee candidate billionaire lawmaker congressman congresswoman governor republican democrat
politician actor actress singer author star veteran attorney lawyer professor native mother father tycoon magnate millionaire economist
comedian journalist historian scholar activist diplomat general incumbent contender legislator physician doctor
`
    .trim()
    .split(/\s+/),
)

/** A role that more people of one article hold than this tells nobody apart. */
const MOST_HOLDERS = 50

/** What is known of an article's people before it is read. */
export type ReaderFacts = {
  readonly lines: readonly NamedLine[]
  /** Mentions that a quotation is tied to. */
  readonly speaking: ReadonlySet<Mention>
  /** By line. */
  readonly mentions: readonly (readonly Mention[])[]
  readonly people: readonly Person[]
  /** Who says "I" in the article's own words. */
  readonly author: string | null
}

/** Reads an article from top to bottom and answers who a phrase means at the place where it stands. */
export class Reader {
  readonly #facts: ReaderFacts
  readonly #presences: Presences
  readonly #pronouns = new Map<Token, Person | null>()
  readonly #byRoleWord = new Map<string, Person[]>()
  /** Bodies in the order in which they are named, with the sentence they are named in. */
  readonly #bodies: { readonly person: Person; readonly sentence: number }[] = []
  #sentence = 0
  /** The body that was the subject of a sentence last: what "it" goes back to. */
  #subjectBody: { readonly person: Person; readonly sentence: number; readonly plural: boolean } | null = null
  readonly #bodyPronouns = new Map<Token, Person>()

  constructor(facts: ReaderFacts) {
    this.#facts = facts
    for (const person of facts.people) {
      if (person.human === false) continue
      for (const role of person.roles) {
        const holders = this.#byRoleWord.get(role)
        if (holders === undefined) this.#byRoleWord.set(role, [person])
        else holders.push(person)
      }
    }
    this.#presences = new Presences(new Set([...facts.speaking].map(({ person }) => person)))
  }

  /** Takes in a line; afterwards its phrases, and those of earlier lines, can be resolved. */
  read(index: number): void {
    const { lines, mentions } = this.#facts
    const line = lines[index] as NamedLine
    const starts = new Map((mentions[index] ?? []).map(mention => [mention.nameFrom, mention]))
    let hasSubject = false
    for (const [at, token] of line.tokens.entries()) {
      if (token.opens) {
        this.#presences.openSentence()
        this.#sentence++
        hasSubject = false
      }
      const mention = starts.get(at)
      if (mention !== undefined && mention.person.human !== true && mention.person.gender === null)
        this.#bodies.push({ person: mention.person, sentence: this.#sentence })
      this.#followBody(line, token, mention, hasSubject)
      // "a boss told Sky News … he added": whoever is told and is not surely a person is mostly an outlet.
      const told =
        mention?.person.human === null && /^(?:told|tells|telling)$/.test(line.tokens[mention.from - 1]?.lower ?? '')
      if (mention !== undefined && mention.person.human !== false && !told) {
        hasSubject = this.#meet(line, mention, hasSubject)
      } else if (mention === undefined && isUnnamed(line, at)) {
        this.#presences.add(unnamed(line, at), hasSubject ? OTHER : SUBJECT)
      } else if (token.lower === 'he' || token.lower === 'she') {
        this.#follow(token, token.lower === 'he' ? 'male' : 'female', hasSubject)
        hasSubject = true
      }
    }
  }

  resolve(line: NamedLine, phrase: Phrase): Referent {
    if (phrase.kind === 'name') return refer(phrase.mention.person)
    if (phrase.kind === 'pronoun') {
      if (phrase.lower === 'i') return { person: null, name: this.#facts.author, description: null }
      const token = line.tokens[phrase.from] as Token
      const person = this.#pronouns.get(token) ?? this.#bodyPronouns.get(token) ?? null
      return person === null ? nobody : refer(person)
    }
    if (phrase.kind === 'several') return { ...nobody, description: textOf(line, phrase.from, phrase.to) }
    return this.#resolveDescription(line, phrase)
  }

  /** Takes in a name; gives whether the sentence has its subject now. */
  #meet(line: NamedLine, mention: Mention, hasSubject: boolean): boolean {
    const weight = weigh(line, mention, hasSubject)
    this.#presences.add(mention.person, weight + (this.#facts.speaking.has(mention) ? SPEAKING : 0))
    return hasSubject || weight === SUBJECT
  }

  #follow(pronoun: Token, gender: Gender, hasSubject: boolean): void {
    const person = this.#presences.mostPresent(gender)
    this.#pronouns.set(pronoun, person)
    if (person !== null) this.#presences.add(person, hasSubject ? OTHER : SUBJECT)
  }

  /** Keeps which body "it" stands for; "they" only where the article has just given that body a plural verb ("Big Machine have"). */
  #followBody(line: NamedLine, token: Token, mention: Mention | undefined, hasSubject: boolean): void {
    const last = this.#subjectBody
    if (mention !== undefined && !hasSubject && weigh(line, mention, false) === SUBJECT) {
      const { person } = mention
      const plural = /^(?:have|are|were)$/.test(line.tokens[mention.to]?.lower ?? '')
      const ofNoGender = plural || person.gender === null
      const isBody = person.human !== true && ofNoGender && !isPlace(person.name) && hasVerbAfter(line, mention)
      this.#subjectBody = isBody ? { person, sentence: this.#sentence, plural } : null
    } else if (last !== null && (token.lower === 'it' || (token.lower === 'they' && last.plural))) {
      if (this.#sentence - last.sentence > BODY_LOOK_BACK) return
      this.#bodyPronouns.set(token, last.person)
      this.#subjectBody = { ...last, sentence: this.#sentence }
    } else if (token.lower === 'he' || token.lower === 'she') this.#subjectBody = null
  }

  #resolveDescription(line: NamedLine, phrase: Phrase & { readonly kind: 'description' }): Referent {
    const words = line.tokens.slice(phrase.from, phrase.to)
    const first = words[0] as Token
    const text = withoutArticle(line, phrase)
    const plural = !ROLES.has(phrase.head) && ROLES.has(singular(phrase.head))
    const definite =
      /^(?:the|this|that|his|her|their|its|my)$/.test(first.lower) || line.mentionAt[phrase.from] !== null
    if (definite && !plural && ROLES.has(phrase.head)) {
      const person = this.#byRole(words, phrase.head)
      if (person !== null) return refer(person)
    }
    if (definite && !plural && INSTITUTIONS.has(singular(phrase.head)) && words.length === 2) {
      const body = this.#bodyCalled(phrase.head)
      if (body !== null) return refer(body)
    }
    // "a Tumblr post" is something written, the Lenn Post a newspaper.
    const isWritten = WRITINGS.has(phrase.head) && words.at(-1)?.capital !== true
    const isNamed = words.some(
      (word, at) => word.capital && (!(at === 0 && word.opens) || line.mentionAt[phrase.from + at] !== null),
    )
    if (INSTITUTIONS.has(phrase.head) && !isWritten && isNamed) {
      return { person: null, name: this.#nameOfBody(line, phrase) ?? text, description: null }
    }
    return { ...nobody, description: text }
  }

  /** "Murdaugh's team" of "moments later Murdaugh's team"; null where no name owns the body. */
  #nameOfBody(line: NamedLine, phrase: Phrase): string | null {
    for (let at = phrase.from; at < phrase.to; at++) {
      const mention = line.mentionAt[at]
      if (mention && line.tokens[mention.to]?.text === "'s") return textOf(line, mention.from, phrase.to)
    }
    return null
  }

  /** The body that "the zoo" or "the company" stands for: one with that word in its name, else the only one just spoken of. */
  #bodyCalled(head: string): Person | null {
    const bearers = this.#bodies.filter(({ person }) => person.human === false && wordsOfName(person).includes(head))
    const endings = bearers.filter(({ person }) => wordsOfName(person).at(-1) === head)
    const named = endings.length > 0 ? endings : bearers
    const distinct = new Set(named.slice(-MOST_BODIES).map(({ person }) => person))
    if (distinct.size === 1) return named.at(-1)?.person ?? null
    if (distinct.size > 1 || !GENERIC_BODIES.has(head)) return null
    const recent = this.#bodies
      .slice(-MOST_BODIES)
      .filter(({ sentence }) => this.#sentence - sentence <= BODY_LOOK_BACK)
    const [only, another] = new Set(recent.map(({ person }) => person))
    return only !== undefined && another === undefined && !isPlace(only.name) ? only : null
  }

  #byRole(words: readonly Token[], head: string): Person | null {
    const all = this.#byRoleWord.get(head) ?? []
    const holders = all.length > MOST_HOLDERS ? [] : all
    const details = words
      .slice(1, -1)
      .filter(word => word.kind === 'word')
      .map(word => stripStop(word.lower))
    const exact =
      details.length === 0 ? holders : holders.filter(person => details.every(word => person.roles.has(word)))
    const fitting = exact.length > 0 ? exact : holders
    if (fitting.length === 1) return fitting[0] as Person
    if (fitting.length > 1) return this.#presences.onlyRecent(fitting)
    const isVariation = VARIATIONS.has(head) && words[0]?.lower === 'the'
    return isVariation ? this.#presences.mostPresent(genderOf(head)) : null
  }
}

const GENERIC_BODIES = new Set(
  'company firm group organization organisation agency union label studio airline bank charity'.split(' '),
)
const MOST_BODIES = 40
const BODY_LOOK_BACK = 3

function wordsOfName({ name }: Person): readonly string[] {
  return name.toLowerCase().split(/\s+/)
}

/** Whether a name is the whole subject of the verb behind it, as in "Facebook launched" and unlike "Qatari officials", "the Group of Seven". */
function hasVerbAfter(line: NamedLine, mention: Mention): boolean {
  let at = mention.to
  while (isAdverb(line.tokens[at]) && !AUXILIARIES.has(line.tokens[at]?.lower ?? '')) at++
  const lower = line.tokens[at]?.lower ?? ''
  if (/^(?:and|&)$/.test(line.tokens[mention.from - 1]?.lower ?? '')) return false
  return AUXILIARIES.has(lower) || CUE_VERBS.get(lower)?.form === 'finite' || /[a-z]{2}ed$/.test(lower)
}

/** Whether a man or a woman without a name is brought in here: "one mother", "a passing policeman", unlike "Ada Brook, a mother of two". */
function isUnnamed({ tokens, mentionAt }: NamedLine, at: number): boolean {
  const { lower, opens } = tokens[at] as Token
  if (opens || !ROLES.has(lower) || genderOf(lower) === null || mentionAt[at + 1]) return false
  const determiner = [at - 1, at - 2, at - 3].find(place => /^(?:an?|one)$/.test(tokens[place]?.lower ?? ''))
  const before = determiner === undefined ? 'of' : (tokens[determiner - 1]?.lower ?? '')
  return !/^(?:[,(–—-]|of|as|like|is|was|be|been|became|not|and)$/.test(before)
}

function unnamed({ tokens }: NamedLine, at: number): Person {
  const { lower, text } = tokens[at] as Token
  return { name: '', human: true, gender: genderOf(lower), description: text, roles: new Set() }
}

export const nobody: Referent = { person: null, name: null, description: null }

/** "Tumblr post at the time" has words that no name has; "Tiangong-1" is a craft, "Previously" an adverb. */
const NO_SPEAKER = / (?:at|post|time|said|who|that|with|on|by|to|from) |-\d+$|^\w+ly$/

/** A place is no speaker: "Washington" said what somebody there said. */
function refer(person: Person): Referent {
  if (person.human !== true && (isPlace(person.name) || NO_SPEAKER.test(person.name))) return nobody
  return { person, name: person.name === '' ? null : person.name, description: person.description }
}

function weigh(line: NamedLine, mention: Mention, hasSubject: boolean): number {
  if (line.tokens[mention.to]?.text === "'s") return POSSESSIVE
  const before = line.tokens[mention.from - 1]
  if (before !== undefined && !line.tokens[mention.from]?.opens && PREPOSITIONS.has(before.lower))
    return AFTER_PREPOSITION
  return hasSubject ? OTHER : SUBJECT
}

/** The words of a description without its article, with what an "of" or "in" after it adds: "prosecutors in the capital". */
function withoutArticle(line: NamedLine, phrase: Phrase): string {
  const first = line.tokens[phrase.from] as Token
  const skip = /^(?:the|a|an)$/.test(first.lower) && phrase.to - phrase.from > 1 ? 1 : 0
  const added = /^(?:of|in|at|for|from)$/.test(line.tokens[phrase.to]?.lower ?? '')
    ? readForward(line, phrase.to + 1)
    : null
  const extended =
    added !== null && (added.kind === 'name' || added.kind === 'description') && !isDay(line.tokens[added.from])
  return textOf(line, phrase.from + skip, extended ? added.to : phrase.to)
}

function isDay(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (WEEKDAYS_AND_MONTHS.has(token.lower) || /^\d|^(?:a|an|his|her|their|its|response)$/.test(token.lower))
  )
}

function textOf(line: NamedLine, from: number, to: number): string {
  const words = line.tokens.slice(from, to)
  return words
    .map((word, at) => (at > 0 && word.start > (words[at - 1] as Token).end ? ` ${word.text}` : word.text))
    .join('')
}
