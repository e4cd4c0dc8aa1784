/** Who a phrase means: a person or body with a name, or at least the words that describe them. */
import type { Person } from '../people/people.ts'
import { isPlace } from '../words/places.ts'
import { INSTITUTIONS } from '../words/words.ts'

export type Referent = {
  readonly person: Person | null
  readonly name: string | null
  readonly description: string | null
}

export const nobody: Referent = { person: null, name: null, description: null }

/** "Tumblr post at the time" has words that no name has; "Tiangong-1" is a craft, "Previously" an adverb, "HLPhoto/Adobe" a credit. */
const NO_SPEAKER = / (?:at|post|time|said|who|that|with|on|by|to|from) |-\d+$|^\w+ly$|\/|^\p{L}$/u

/** The person as a referent. A place is no speaker: "Washington" said what somebody there said. */
export function refer(person: Person): Referent {
  if (person.human !== true && !mayBeName(person)) return nobody
  return { person, name: person.name === '' ? null : person.name, description: person.description }
}

function mayBeName({ name, firm }: Person): boolean {
  return firm && !isPlace(name) && !NO_SPEAKER.test(name) && !INSTITUTIONS.has(name.toLowerCase())
}
