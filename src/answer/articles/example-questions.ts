/** Questions that an article answers, made from its sentences: whom it quotes, whom it names, and what it counts. */
import type { Article } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { newestArticles } from '../../library/lookup/find-article.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import { findPeople } from '../../quotations/find-people.ts'
import { ask } from '../ask/ask.ts'

type Kind = (library: Library, article: Article) => string | null

/** What the person says who is quoted most, who somebody else is, and how many of something there were. */
const KINDS: readonly Kind[] = [
  (_, article) => {
    const [speaker] = speakersIn(article)
    return speaker === undefined ? null : `What did ${speaker.name} say?`
  },
  (_, article) => {
    const [speaker] = speakersIn(article)
    const named = findPeople(article).filter(({ human, description }) => human === true && description !== null)
    const [person] = [...named.filter(({ name }) => name !== speaker?.name), ...named]
    return person === undefined ? null : `Who is ${person.name}?`
  },
  (library, article) => {
    const [question] = countedIn(article).filter(counted => / (?:were|are|been) /.test(counted))
    return question !== undefined && isFound(library, question, article) ? question : null
  },
]

/** At most `count` questions of different kinds that the newest articles answer. */
export function exampleQuestions(library: Library, count: number): string[] {
  const articles: Article[] = []
  for (const article of newestArticles(library)) {
    if (articles.length === count) break
    articles.push(article)
  }
  const questions = new Set<string>()
  for (let round = 0; round < KINDS.length; round += 1) {
    for (const [at, article] of articles.entries()) {
      if (questions.size === count) break
      const question = KINDS[(at + round) % KINDS.length]?.(library, article)
      if (question != null) questions.add(question)
    }
  }
  return [...questions]
}

function isFound(library: Library, question: string, { slug }: Article): boolean {
  const answer = ask(library, question, { limit: 1, article: null, grouping: 'sentence' })
  return answer.kind === 'found' && answer.passages[0]?.article.slug === slug
}

/** Who is quoted by name, most quoted first. */
export function speakersIn(article: Article): readonly { readonly name: string; readonly quotations: number }[] {
  const counts = new Map<string, number>()
  for (const { speaker } of quotationsOf(article)) {
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  return [...counts].map(([name, quotations]) => ({ name, quotations })).sort((a, b) => b.quotations - a.quotations)
}

/** "1,320 people were detained", "490 houses": what is counted, and what became of it. */
const COUNTED =
  /(?<![\d.,$€£-])(?<!\b(?:in|of|at|from|to|by|with|for|over|across|than) )\d[\d,]*(?: (?:million|thousand))? ((?:[a-z]{3,} )?(?:[a-z]{3,}s|people))\b(?: (were|are|had been|have been) ([a-z]{3,}(?:ed|en|wn|lt|st|ut))\b)?/g

/** Spans of time and money say how long and how much, not how many of something. */
const TIMES =
  /\b(?:years|days|hours|minutes|seconds|months|weeks|times|dollars|euros|pounds|degrees|percent|across|news|means|plus|less|others|towards|always|search|was|has|its|this|and|who|that|from|with|per|ago)\b/

/** How many there are of what an article counts in figures, in its order, each once; those that tell what became of it first. */
export function countedIn(article: Article): readonly string[] {
  const whole = new Set<string>()
  const bare = new Set<string>()
  for (const [, noun = '', auxiliary, became] of article.body.matchAll(COUNTED)) {
    if (TIMES.test(noun)) continue
    if (became === undefined) bare.add(`How many ${noun}?`)
    else whole.add(`How many ${noun} ${auxiliary} ${became}?`)
  }
  return [...whole, ...bare]
}
