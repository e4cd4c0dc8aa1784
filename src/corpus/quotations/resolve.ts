/** Resolves who is meant: "he", "the spokesman", a surname. Silent where two people fit equally well. */

import { stripStop } from './names.ts'
import { type Gender, genderOf, type Mention, type Person } from './people.ts'
import { type NamedLine, type Phrase, readForward, singular } from './phrases.ts'
import type { Token } from './tokens.ts'
import { INSTITUTIONS, PREPOSITIONS, ROLES, WEEKDAYS_AND_MONTHS } from './words.ts'

/** Who is meant: a person or body with a name, or at least the words that describe them. */
export type Referent = {
  readonly person: Person | null
  readonly name: string | null
  readonly description: string | null
}

/** A mention in the order of the text: how present it makes its person to the reader. */
type Presence = { readonly person: Person; readonly sentence: number; readonly weight: number }

/** Weights of a mention by its place in the sentence; subjects and speakers are what pronouns go back to. */
const SUBJECT = 2
const SPEAKING = 1.5
const OTHER = 1
const AFTER_PREPOSITION = 0.8
const POSSESSIVE = 1
/** How much of its weight a mention keeps with every sentence that follows, and how many sentences a pronoun looks back. */
const FADE = 0.72
const LOOK_BACK = 9
/** A second person this close to the first makes the pronoun ambiguous. */
const TOO_CLOSE = 0.93
/** What a person weighs whose sex, or whose being a person at all, is not known. */
const UNKNOWN_GENDER = 0.85
const UNKNOWN_KIND = 0.5

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

/** Reads an article from top to bottom and answers who a phrase means at the place where it stands. */
export function createReader(
  lines: readonly NamedLine[],
  speaking: ReadonlySet<Mention>,
  mentions: readonly (readonly Mention[])[],
  people: readonly Person[],
  author: string | null,
) {
  const presences: Presence[] = []
  const speakers = new Set([...speaking].map(({ person }) => person))
  const pronouns = new Map<Token, Person | null>()
  let sentence = 0

  /** Takes in a line; afterwards its phrases, and those of earlier lines, can be resolved. */
  function read(index: number): void {
    const line = lines[index] as NamedLine
    const starts = new Map((mentions[index] ?? []).map(mention => [mention.nameFrom, mention]))
    let hasSubject = false
    line.tokens.forEach((token, at) => {
      if (token.opens) {
        sentence++
        hasSubject = false
      }
      const mention = starts.get(at)
      if (mention !== undefined && mention.person.human !== false) {
        const weight = weigh(line, mention, hasSubject)
        if (weight === SUBJECT) hasSubject = true
        presences.push({ person: mention.person, sentence, weight: weight + (speaking.has(mention) ? SPEAKING : 0) })
      } else if (token.lower === 'he' || token.lower === 'she') {
        const person = mostPresent(token.lower === 'he' ? 'male' : 'female')
        pronouns.set(token, person)
        if (person !== null) presences.push({ person, sentence, weight: hasSubject ? OTHER : SUBJECT })
        hasSubject = true
      }
    })
  }

  function mostPresent(gender: Gender): Person | null {
    const weights = new Map<Person, number>()
    for (let at = presences.length - 1; at >= 0; at--) {
      const { person, sentence: where, weight } = presences[at] as Presence
      if (sentence - where > LOOK_BACK) break
      if (gender !== null && person.gender !== null && person.gender !== gender) continue
      const sure =
        (person.gender === null && gender !== null ? UNKNOWN_GENDER : 1) *
        (person.human === null && !speakers.has(person) ? UNKNOWN_KIND : 1)
      const value = weight * FADE ** (sentence - where) * sure
      weights.set(person, Math.max(weights.get(person) ?? 0, value))
    }
    const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
    if (first === undefined) return null
    return second !== undefined && second[1] > first[1] * TOO_CLOSE ? null : first[0]
  }

  function resolve(line: NamedLine, phrase: Phrase): Referent {
    if (phrase.kind === 'name') return refer(phrase.mention.person)
    if (phrase.kind === 'pronoun') {
      if (phrase.lower === 'i') return { person: null, name: author, description: null }
      const person = pronouns.get(line.tokens[phrase.from] as Token) ?? null
      return person === null ? nobody : refer(person)
    }
    if (phrase.kind === 'several') return { ...nobody, description: textOf(line, phrase.from, phrase.to) }
    return resolveDescription(line, phrase)
  }

  function resolveDescription(line: NamedLine, phrase: Phrase & { readonly kind: 'description' }): Referent {
    const words = line.tokens.slice(phrase.from, phrase.to)
    const first = words[0] as Token
    const text = withoutArticle(line, phrase)
    const plural = !ROLES.has(phrase.head) && ROLES.has(singular(phrase.head))
    const definite =
      /^(?:the|this|that|his|her|their|its|my)$/.test(first.lower) || line.mentionAt[phrase.from] !== null
    if (definite && !plural && ROLES.has(phrase.head)) {
      const person = byRole(words, phrase.head)
      if (person !== null) return refer(person)
    }
    if (INSTITUTIONS.has(phrase.head) && words.some((word, at) => word.capital && !(at === 0 && word.opens))) {
      return { person: null, name: text, description: null }
    }
    return { ...nobody, description: text }
  }

  function byRole(words: readonly Token[], head: string): Person | null {
    const holders = people.filter(person => person.human !== false && person.roles.has(head))
    const details = words
      .slice(1, -1)
      .filter(word => word.kind === 'word')
      .map(word => stripStop(word.lower))
    const exact =
      details.length === 0 ? holders : holders.filter(person => details.every(word => person.roles.has(word)))
    const fitting = exact.length > 0 ? exact : holders
    if (fitting.length === 1) return fitting[0] as Person
    if (fitting.length > 1) {
      const recent = presences.filter(
        presence => sentence - presence.sentence <= 4 && fitting.includes(presence.person),
      )
      const found = new Set(recent.map(presence => presence.person))
      return found.size === 1 ? (recent[0] as Presence).person : null
    }
    return VARIATIONS.has(head) && words[0]?.lower === 'the' ? mostPresent(genderOf(head)) : null
  }

  return { read, resolve }
}

export const nobody: Referent = { person: null, name: null, description: null }

function refer(person: Person): Referent {
  return { person, name: person.name, description: person.description }
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
