/** Learns from the pronouns beside a name whether its bearer is a he or a she, where nothing else tells. */
import type { Line } from '../marks/tokens.ts'
import { PREPOSITIONS } from '../words/words.ts'
import type { Gender, Mention, Person } from './people.ts'

const PRONOUNS: ReadonlyMap<string, Exclude<Gender, null>> = new Map([
  ['he', 'male'],
  ['his', 'male'],
  ['him', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
])

/** How many times more often one must be said than the other. */
const MAJORITY = 3

/** Those of them that are surely people, if any is: "Swift" beside "Big Machine". */
function surest(people: ReadonlySet<Person>): readonly Person[] {
  const sure = [...people].filter(({ human }) => human === true)
  return sure.length > 0 ? sure : [...people]
}

/** Sets `gender` of people who have none. A pronoun counts when only one person is named in its sentence and the one before. */
export function learnGenders(lines: readonly Line[], mentions: readonly (readonly Mention[])[]): void {
  const votes = new Map<Person, { male: number; female: number }>()
  lines.forEach((line, index) => {
    const starts = new Map((mentions[index] ?? []).map(mention => [mention.nameFrom, mention.person]))
    const aside = new Set<Person>()
    let before = new Set<Person>()
    let here = new Set<Person>()
    line.tokens.forEach((token, at) => {
      if (token.opens) {
        if (here.size > 0) before = here
        here = new Set()
      }
      const person = starts.get(at)
      if (person !== undefined && person.human !== false) {
        here.add(person)
        if (PREPOSITIONS.has(line.tokens[at - 1]?.lower ?? '')) aside.add(person)
        else aside.delete(person)
      }
      const gender = PRONOUNS.get(token.lower)
      if (gender === undefined) return
      const [only, another] = surest(new Set([...here, ...before]))
      if (only === undefined || another !== undefined || only.gender !== null) return
      // "He was arrested for a call to the offices of Omar. He asked": who stands behind a preposition is not whom "he" goes on with.
      if (here.size === 0 && aside.has(only)) return
      const counted = votes.get(only) ?? { male: 0, female: 0 }
      counted[gender]++
      votes.set(only, counted)
    })
  })
  for (const [person, { male, female }] of votes) {
    if (male > MAJORITY * female) person.gender = 'male'
    else if (female > MAJORITY * male) person.gender = 'female'
  }
}
