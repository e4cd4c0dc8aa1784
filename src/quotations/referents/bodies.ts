/** Follows the bodies of an article as it is read: which one "it", "they" and "the company" stand for. */
import { isAdverb, type NamedLine, singular } from '../grammar/phrases.ts'
import type { Token } from '../marks/tokens.ts'
import type { Mention, Person } from '../people/people.ts'
import { isPlace } from '../words/places.ts'
import { AUXILIARIES, CUE_VERBS, INSTITUTIONS, ROLES } from '../words/words.ts'

/** Nouns that stand for any body. */
const GENERIC_BODIES = new Set(
  'company firm group organization organisation agency union label studio airline bank charity'.split(' '),
)
/** How many mentions of bodies, and how many sentences, are looked back through. */
const MOST_BODIES = 40
const BODY_LOOK_BACK = 3
/** How many times as often as any other the body is named that a generic noun stands for. */
const DOMINANCE = 2

const PRONOUNS = /^(?:it|they|he|she)(?:'|$)/

export class Bodies {
  /** In the order in which they are named, with the sentence they are named in. */
  readonly #named: { readonly person: Person; readonly sentence: number }[] = []
  readonly #counts = new Map<Person, number>()
  /** Bodies that did something: "Amazon said", unlike "in Gaza". */
  readonly #subjects = new Set<Person>()
  readonly #pronouns = new Map<Token, Person>()
  #sentence = 0
  /** The sentence in which a plural noun that "they" may stand for was read last. */
  #plural = -1
  /** The body that was the subject of a sentence last: what "it" goes back to. */
  #subject: { readonly person: Person; readonly sentence: number; readonly plural: boolean } | null = null

  /** Returns the number of the sentence that begins. */
  openSentence(): number {
    return ++this.#sentence
  }

  /** Takes in a token of the running sentence; `isSubject`: a name that does what the sentence says. */
  read(line: NamedLine, token: Token, mention: Mention | undefined, isSubject: boolean): void {
    if (mention !== undefined && mention.person.human !== true && mention.person.gender === null)
      this.#meet(mention.person)
    const last = this.#subject
    if (mention !== undefined && isSubject) {
      const { person } = mention
      const plural = /^(?:have|are|were)$/.test(line.tokens[mention.to]?.lower ?? '')
      const ofNoGender = plural || person.gender === null
      const isBody = person.human !== true && ofNoGender && !isPlace(person.name) && hasVerbAfter(line, mention)
      this.#subject = isBody ? { person, sentence: this.#sentence, plural } : null
      if (isBody) this.#subjects.add(person)
      return
    }
    const pronoun = PRONOUNS.test(token.lower) ? token.lower.replace(/'.*$/, '') : ''
    if (isPlural(token)) this.#plural = this.#sentence
    if (last !== null && (pronoun === 'it' || (pronoun === 'they' && this.#mayBeThey(last)))) {
      if (this.#sentence - last.sentence > BODY_LOOK_BACK) return
      this.#pronouns.set(token, last.person)
      this.#subject = { ...last, sentence: this.#sentence }
    } else if (pronoun === 'he' || pronoun === 'she') this.#subject = null
  }

  /** The body that this "it" or "they" stands for. */
  meantBy(pronoun: Token): Person | null {
    return this.#pronouns.get(pronoun) ?? null
  }

  /** The body that did what the sentence before or the running one says. */
  justSubject(): Person | null {
    return this.#subject !== null && this.#sentence - this.#subject.sentence <= 1 ? this.#subject.person : null
  }

  /** The body that "the zoo" or "the company" stands for: one with that word in its name, else the one that is being spoken of. */
  called(head: string): Person | null {
    const bearers = this.#named.filter(({ person }) => person.human === false && wordsOfName(person).includes(head))
    const endings = bearers.filter(({ person }) => wordsOfName(person).at(-1) === head)
    const named = endings.length > 0 ? endings : bearers
    const distinct = new Set(named.slice(-MOST_BODIES).map(({ person }) => person))
    if (distinct.size === 1) return named.at(-1)?.person ?? null
    return distinct.size > 1 || !GENERIC_BODIES.has(head) ? null : this.#onlyRecent(head)
  }

  /** The only body just named, or the one of them that the article names far more often than the others. */
  #onlyRecent(head: string): Person | null {
    const recent = this.#named
      .slice(-MOST_BODIES)
      .filter(({ person, sentence }) => this.#sentence - sentence <= BODY_LOOK_BACK && !isPlace(person.name))
      .filter(({ person }) => this.#subjects.has(person) && (head !== 'agency' || isAgency(person)))
    const counts = [...new Set(recent.map(({ person }) => person))]
      .map(person => ({ person, count: this.#counts.get(person) ?? 0 }))
      .sort((a, b) => b.count - a.count)
    const [first, second] = counts
    if (first === undefined) return null
    return second === undefined || first.count >= DOMINANCE * second.count + 1 ? first.person : null
  }

  /** Whether no plural noun that "they" may stand for was read since that sentence. */
  isAlone(sentence: number): boolean {
    return this.#sentence - sentence <= 1 && this.#plural < sentence
  }

  /** "They" is a body that has a plural verb ("Big Machine have"), or that no plural noun has followed since the sentence before. */
  #mayBeThey({ plural, sentence }: { readonly plural: boolean; readonly sentence: number }): boolean {
    return plural || this.isAlone(sentence)
  }

  #meet(person: Person): void {
    this.#named.push({ person, sentence: this.#sentence })
    this.#counts.set(person, (this.#counts.get(person) ?? 0) + 1)
  }
}

function isAgency({ name }: Person): boolean {
  return /(?:^| )\p{Lu}{3,}$/u.test(name) || wordsOfName({ name }).some(word => INSTITUTIONS.has(word))
}

/** Nouns for people in the plural, and "people" themselves. */
function isPlural({ lower, kind }: Token): boolean {
  if (!/[sne]$/.test(lower)) return false
  const single = singular(lower)
  return (
    kind === 'word' && (lower === 'people' || (single !== lower && (ROLES.has(single) || INSTITUTIONS.has(single))))
  )
}

function wordsOfName({ name }: Pick<Person, 'name'>): readonly string[] {
  return name.toLowerCase().split(/\s+/)
}

/** Whether a name is the whole subject of the verb behind it, as in "Facebook launched" and unlike "Qatari officials", "the Group of Seven". */
function hasVerbAfter(line: NamedLine, mention: Mention): boolean {
  let at = line.tokens[mention.to]?.text === ',' ? mention.to + 1 : mention.to
  while (isAdverb(line.tokens[at]) && !AUXILIARIES.has(line.tokens[at]?.lower ?? '')) at++
  const lower = line.tokens[at]?.lower ?? ''
  if (/^(?:and|&)$/.test(line.tokens[mention.from - 1]?.lower ?? '')) return false
  const isThird =
    /[a-z]{2}s$/.test(lower) &&
    /^(?:to|the|a|an|its|that|it|in|on|for|with|anything|any)$/.test(line.tokens[at + 1]?.lower ?? '')
  return isThird || AUXILIARIES.has(lower) || CUE_VERBS.get(lower)?.form === 'finite' || /[a-z]{2}ed$/.test(lower)
}
