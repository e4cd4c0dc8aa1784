/** Who is named in an article: people and bodies, where they are named, and what the article calls them. Who said what is `find-quotations.ts`'s. */
import type { Article, Span } from '../article/article.ts'
import { learnGenders } from './gender.ts'
import { findQuoted } from './marks.ts'
import { findNames, findPairs } from './names.ts'
import { type Gender, gatherPeople, type Person } from './people.ts'
import { isPlace } from './places.ts'
import { readLines } from './tokens.ts'

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
  const common = new Set(
    lines.flatMap(({ tokens }) =>
      tokens.flatMap(({ kind, capital, lower }) => (kind === 'word' && !capital ? [lower] : [])),
    ),
  )
  const pairs = findPairs(lines)
  const { mentions } = gatherPeople(
    article,
    lines,
    lines.map(line => findNames(line, common, new Set(), pairs)),
  )
  learnGenders(lines, mentions)
  const found = new Map<Person, Span[]>()
  mentions.forEach((inLine, at) => {
    for (const { person, nameFrom, to } of inLine) {
      const tokens = lines[at]?.tokens ?? []
      const span = { start: tokens[nameFrom]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
      found.set(person, [...(found.get(person) ?? []), span])
    }
  })
  return [...found]
    .filter(([{ name }]) => !isPlace(name))
    .map(([{ name, human, gender, description }, spans]) => ({ name, human, gender, description, mentions: spans }))
}
