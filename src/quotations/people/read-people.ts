/** Reads the people and bodies out of an article's lines: finds their names, gathers these into people, and learns who is a he or a she. */
import type { Article } from '../../article/article.ts'
import type { Line } from '../marks/tokens.ts'
import { ROLES, TITLES } from '../words/words.ts'
import { learnGenders } from './gender.ts'
import { isGivenName } from './name-words.ts'
import { findNames, findPairs } from './names.ts'
import { gatherPeople, type People } from './people.ts'

/** Everybody and every body that the lines name, with each mention by line. */
export function readPeople(article: Article, lines: readonly Line[]): People {
  const common = new Set<string>()
  for (const { tokens } of lines)
    for (const token of tokens) if (token.kind === 'word' && !token.capital) common.add(token.lower)
  const surnames = titlesAsSurnames(lines)
  const pairs = findPairs(lines)
  const runs = lines.map(line => findNames(line, common, surnames, pairs))
  const people = gatherPeople(article, lines, runs)
  learnGenders(lines, people.mentions)
  return people
}

/** Titles and nationalities that stand behind a given name: the surname of a Ken Doctor, of a Jane English. */
function titlesAsSurnames(lines: readonly Line[]): ReadonlySet<string> {
  const surnames = new Set<string>()
  for (const { tokens } of lines) {
    tokens.forEach((token, at) => {
      const before = tokens[at - 1]
      if (
        token.capital &&
        before?.capital &&
        isGivenName(before.lower) &&
        (TITLES.has(token.lower) || ROLES.has(token.lower))
      )
        surnames.add(token.lower)
    })
  }
  return surnames
}
