/** Whom a reader has in mind at a place in the text: people fade with every sentence in which they are not named. */
import type { Gender, Person } from '../people/people.ts'

/** A mention in the order of the text: how salient it makes its person. */
type Weighed = { readonly person: Person; readonly sentence: number; readonly weight: number }

/** How much of its weight a mention keeps with every sentence that follows, and how many sentences a pronoun looks back. */
const FADE = 0.5
const LOOK_BACK = 9
/** How many mentions a pronoun looks back, whatever the sentences are. */
const MENTIONS_BACK = 80
/** A second person this close to the first makes the pronoun ambiguous. */
const TOO_CLOSE = 0.93
/** What a person weighs whose sex, or whose being a person at all, is not known. */
const UNKNOWN_GENDER = 0.85
const UNKNOWN_KIND = 0.35
/** How many sentences back somebody was just spoken of. */
const RECENT = 4

export class Salience {
  readonly #mentions: Weighed[] = []
  readonly #speakers: ReadonlySet<Person>
  #sentence = 0

  /** `speakers` are surely people. */
  constructor(speakers: ReadonlySet<Person>) {
    this.#speakers = speakers
  }

  openSentence(): void {
    this.#sentence++
  }

  add(person: Person, weight: number): void {
    this.#mentions.push({ person, sentence: this.#sentence, weight })
  }

  /** The most salient person of this gender; null when nobody is, or two are about equally. */
  mostSalient(gender: Gender): Person | null {
    const weights = new Map<Person, number>()
    const oldest = Math.max(0, this.#mentions.length - MENTIONS_BACK)
    for (let at = this.#mentions.length - 1; at >= oldest; at--) {
      const { person, sentence, weight } = this.#mentions[at] as Weighed
      const passed = this.#sentence - sentence
      if (passed > LOOK_BACK) break
      if (gender !== null && person.gender !== null && person.gender !== gender) continue
      // One capital word that nobody else tells of is as likely "Instagram" or "Coming" as somebody's name.
      const isBare = person.human === null && person.gender === null && !person.name.includes(' ')
      if (isBare && !this.#speakers.has(person)) continue
      const value = weight * FADE ** passed * this.#certainty(person, gender)
      weights.set(person, Math.max(weights.get(person) ?? 0, value))
    }
    const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
    if (first === undefined) return null
    return second !== undefined && second[1] > first[1] * TOO_CLOSE ? null : first[0]
  }

  /** The only one of these people who was just spoken of; null when none was, or several were. */
  onlyRecent(people: readonly Person[]): Person | null {
    const recent = this.#mentions.slice(-MENTIONS_BACK).filter(({ sentence }) => this.#sentence - sentence <= RECENT)
    const named = new Set(recent.map(({ person }) => person))
    const found = new Set(people.filter(person => named.has(person)))
    const [person = null] = found
    return found.size === 1 ? person : null
  }

  #certainty(person: Person, gender: Gender): number {
    const ofGender = person.gender === null && gender !== null ? UNKNOWN_GENDER : 1
    return ofGender * (person.human === null && !this.#speakers.has(person) ? UNKNOWN_KIND : 1)
  }
}
