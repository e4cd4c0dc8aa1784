/** Who is named in an article: people and bodies, where they are named, and what the article calls them. Who said what is `find-quotations.ts`'s. */
import type { Article, Span } from '../article/article.ts'
import { findQuoted } from './marks/marks.ts'
import { readLines } from './marks/tokens.ts'
import type { Gender, Person } from './people/people.ts'
import { readPeople } from './people/read-people.ts'
import { isPlace } from './words/places.ts'

export type Named = {
  /** The fullest name the article gives. */
  readonly name: string
  /** True with evidence, false for bodies such as newspapers and ministries, null when nothing tells. */
  readonly human: boolean | null
  readonly gender: Gender
  readonly description: string | null
  readonly mentions: readonly Span[]
}

/** Whoever is named in the article, in the order of the text; places that are known for places are left out. Read by rules for English. */
export function findPeople(article: Article): readonly Named[] {
  const lines = readLines(article, findQuoted(article))
  const { mentions } = readPeople(article, lines)
  const found = new Map<Person, Span[]>()
  mentions.forEach((inLine, at) => {
    for (const { person, nameFrom, to } of inLine) {
      const tokens = lines[at]?.tokens ?? []
      const span = { start: tokens[nameFrom]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
      const spans = found.get(person)
      if (spans === undefined) found.set(person, [span])
      else spans.push(span)
    }
  })
  return [...found]
    .filter(([{ name }]) => !isPlace(name))
    .map(([{ name, human, gender, description }, spans]) => ({ name, human, gender, description, mentions: spans }))
}
