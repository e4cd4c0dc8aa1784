/** Resolves who is meant: "he", "the spokesman", a surname. Silent where two people fit equally well. */
import { type NamedLine, type Phrase, readForward, singular } from '../grammar/phrases.ts'
import { readVerb } from '../grammar/subjects.ts'
import type { Token } from '../marks/tokens.ts'
import { stripStop } from '../people/name-words.ts'
import { type Gender, genderOf, type Mention, type Person } from '../people/people.ts'
import { INSTITUTIONS, PEOPLES, ROLES, VARIATIONS, WRITINGS } from '../words/words.ts'
import { Bodies } from './bodies.ts'
import { textOf, withoutArticle } from './naming.ts'
import { nobody, type Referent, refer } from './referent.ts'
import { Salience } from './salience.ts'
import { Voices } from './voices.ts'
import { isSource, isUnnamed, OTHER, REPORTED, SPEAKING, SUBJECT, weigh } from './weights.ts'

const CROWDS = /^(?:panel|audience|crowd|protesters|relatives|spokespeople)$/

/** A role that more people of one article hold than this tells nobody apart. */
const MOST_HOLDERS = 50

/** What is known of an article's people before it is read. */
export type ReaderFacts = {
  readonly lines: readonly NamedLine[]
  /** Mentions that a quotation is tied to. */
  readonly speaking: ReadonlySet<Mention>
  /** Nouns for somebody whom a quotation is tied to. */
  readonly heads: ReadonlySet<Token>
  /** By line. */
  readonly mentions: readonly (readonly Mention[])[]
  readonly people: readonly Person[]
  /** Who says "I" in the article's own words. */
  readonly author: string | null
}

/** Reads an article from top to bottom and answers who a phrase means at the place where it stands. */
export class Reader {
  readonly #facts: ReaderFacts
  readonly #salience: Salience
  readonly #pronouns = new Map<Token, Person | null>()
  readonly #byRoleWord = new Map<string, Person[]>()
  #sentence = 0
  /** Whoever was the subject of a sentence last, where nothing tells whether they are a he or a she. */
  #subject: { readonly person: Person; readonly sentence: number } | null = null
  readonly #unnamedPeople = new Map<string, Person>()
  readonly #bodies = new Bodies()
  readonly #voices = new Voices()

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
    this.#salience = new Salience(new Set([...facts.speaking].map(({ person }) => person)))
  }

  /** Takes in a line; afterwards its phrases, and those of earlier lines, can be resolved. */
  read(index: number): void {
    const { lines, mentions } = this.#facts
    const line = lines[index] as NamedLine
    const starts = new Map((mentions[index] ?? []).map(mention => [mention.nameFrom, mention]))
    let hasSubject = false
    for (const [at, token] of line.tokens.entries()) {
      if (token.opens) {
        this.#salience.openSentence()
        this.#sentence = this.#bodies.openSentence()
        hasSubject = false
      }
      const mention = starts.get(at)
      const isSubject = mention !== undefined && !hasSubject && weigh(line, mention, false) === SUBJECT
      this.#voices.read(line, at, this.#bodies.justSubject())
      this.#bodies.read(line, token, mention, isSubject)
      if (isSubject) this.#subject = { person: mention.person, sentence: this.#sentence }
      else if (token.lower === 'they') this.#followThey(token)
      // "a boss told Sky News … he added": whoever is told and is not surely a person is mostly an outlet.
      const told =
        mention?.person.human === null && /^(?:told|tells|telling)$/.test(line.tokens[mention.from - 1]?.lower ?? '')
      if (mention !== undefined && mention.person.human !== false && !told) {
        hasSubject = this.#meet(line, mention, hasSubject)
      } else if (mention === undefined && isUnnamed(line, at)) {
        this.#salience.add(this.#unnamed(token), hasSubject ? OTHER : SUBJECT)
      } else if (mention === undefined && this.#isUnnamedSource(line, at)) {
        this.#salience.add(this.#unnamed(token), SUBJECT + SPEAKING)
        hasSubject = true
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
      const person = this.#pronouns.get(token) ?? this.#bodies.meantBy(token)
      return person === null ? nobody : refer(person)
    }
    if (phrase.kind === 'several') return { ...nobody, description: textOf(line, phrase.from, phrase.to) }
    return this.#resolveDescription(line, phrase)
  }

  /** Takes in a name; gives whether the sentence has its subject now. */
  #meet(line: NamedLine, mention: Mention, hasSubject: boolean): boolean {
    const weight = weigh(line, mention, hasSubject)
    const speaks = this.#facts.speaking.has(mention) ? SPEAKING : 0
    const known = isSource(line, mention) ? SUBJECT + REPORTED : weight
    this.#salience.add(mention.person, Math.max(known, weight + speaks))
    return hasSubject || weight === SUBJECT
  }

  /** "the pilot said", where the article names no pilot. */
  #isUnnamedSource(line: NamedLine, at: number): boolean {
    const { tokens, mentionAt } = line
    const token = tokens[at] as Token
    const { lower, opens } = token
    if (opens || !ROLES.has(lower) || CROWDS.test(lower) || this.#byRoleWord.has(lower) || mentionAt[at + 1])
      return false
    const from = /^(?:the|an?|one)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at - 2
    const determiner = tokens[from]?.lower ?? ''
    if (!/^(?:the|an?|one)$/.test(determiner) || mentionAt[at - 1]) return false
    // "the Democrat" is somebody with a name.
    if (determiner === 'the' && VARIATIONS.has(lower)) return false
    if (this.#facts.heads.has(token)) return true
    return readVerb(line, at + 1)?.form === 'finite' || readVerb(line, from - 1)?.base === 'say'
  }

  /** One person for every noun: "the pilot" is the pilot of before. */
  #unnamed({ lower, text }: Token): Person {
    const known = this.#unnamedPeople.get(lower)
    if (known !== undefined) return known
    const person = {
      name: '',
      firm: true,
      human: true,
      gender: genderOf(lower),
      description: text,
      roles: new Set<string>(),
    }
    this.#unnamedPeople.set(lower, person)
    return person
  }

  /** "Kym Lino, a spokesperson, confirmed … they said". */
  #followThey(pronoun: Token): void {
    const { person, sentence } = this.#subject ?? { person: null, sentence: 0 }
    const isSingular = person?.human === true && person.gender === null && this.#bodies.isAlone(sentence)
    if (isSingular && this.#bodies.meantBy(pronoun) === null) this.#pronouns.set(pronoun, person)
  }

  #follow(pronoun: Token, gender: Gender, hasSubject: boolean): void {
    const person = this.#salience.mostSalient(gender)
    this.#pronouns.set(pronoun, person)
    if (person !== null) this.#salience.add(person, hasSubject ? OTHER : SUBJECT)
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
    const spokenFor = this.#voices.bodyBehind(line, phrase)
    if (spokenFor !== null) return { ...refer(spokenFor), description: text }
    if (WRITINGS.has(phrase.head)) {
      const author = this.#authorOf(line, phrase)
      if (author !== null) return author
    }
    if (definite && !plural && INSTITUTIONS.has(singular(phrase.head)) && words.length === 2) {
      const body = this.#bodies.called(phrase.head)
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

  /** Who speaks through something written: "Apple's guidelines", "a statement from the union", "the letter" that somebody wrote before. */
  #authorOf(line: NamedLine, phrase: Phrase & { readonly kind: 'description' }): Referent | null {
    const inside = line.mentionAt.slice(phrase.from, phrase.to).find(mention => mention !== null)
    if (inside) {
      // "a Tumblr post" is on Tumblr, "a NASA statement" NASA's.
      const isOwner =
        line.tokens[inside.to]?.text === "'s" || (inside.person.human === false && !POSTED.test(phrase.head))
      return isOwner && inside.to < phrase.to ? refer(inside.person) : null
    }
    const writer = /^(?:from|by)$/.test(line.tokens[phrase.to]?.lower ?? '') ? readForward(line, phrase.to + 1) : null
    if (writer?.kind === 'name') return refer(writer.mention.person)
    const author = this.#voices.authorOf(line, phrase)
    return author === null ? null : this.resolve(author.line, author.phrase)
  }

  /** "Murdaugh's team" of "moments later Murdaugh's team"; null where no name owns the body. */
  #nameOfBody(line: NamedLine, phrase: Phrase): string | null {
    for (let at = phrase.from; at < phrase.to; at++) {
      const mention = line.mentionAt[at]
      if (mention && line.tokens[mention.to]?.text === "'s") return textOf(line, mention.from, phrase.to)
    }
    return null
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
    // "the Press Secretary" is no Treasury Secretary.
    const isOther = words
      .slice(1, -1)
      .some(word => word.capital && word.kind === 'word' && !word.opens && !PEOPLES.has(word.lower))
    const fitting = exact.length > 0 ? exact : isOther ? [] : holders
    if (fitting.length === 1) return fitting[0] as Person
    if (fitting.length > 1) return this.#salience.onlyRecent(fitting)
    if (isOther) return null
    const isVariation = VARIATIONS.has(head) && words[0]?.lower === 'the'
    return isVariation ? this.#salience.mostSalient(genderOf(head)) : null
  }
}

/** What stands on a site that somebody else owns. */
const POSTED = /^(?:post|tweet|video|message|story|account|page|survey|poll|series|show|film|movie|album)$/
