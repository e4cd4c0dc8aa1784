/** What the library holds, described: the list of articles, one article, and what the bot can be asked. */

import type { Article } from '../../article/article.ts'
import { articlesByDate, newestArticles } from '../../library/find-article.ts'
import type { Library } from '../../library/library.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import { search } from '../../retrieval/search.ts'
import { version } from '../../version.ts'
import type { ArticleAnswer, ArticlesAnswer, FeedsState, HelpAnswer, Passage } from '../answer.ts'
import { ask } from '../ask/ask.ts'
import { passageOver, sentenceAt } from '../passage.ts'

/** All articles, newest first. */
export function listArticles(library: Library): ArticlesAnswer {
  return { kind: 'articles', articles: articlesByDate(library) }
}

/** One article: its key sentences, and who is quoted in it, most quoted first. */
export function describeArticle(library: Library, article: Article): ArticleAnswer {
  return { kind: 'article', article, keySentences: keySentences(library, article, 3), speakers: speakersIn(article) }
}

/** What the bot is, with questions that its articles answer. `feeds` are where some of them come from. */
export function help(library: Library, feeds: FeedsState, { countsGaps = false } = {}): HelpAnswer {
  return {
    kind: 'help',
    feeds,
    version,
    articles: library.articles.size,
    sentences: library.index.sentenceCount,
    examples: exampleQuestions(library, 3),
    updatedAt: library.readAt,
    countsGaps,
  }
}

/** The sentences nearest to what the headline and standfirst promise, in the order of the text. */
function keySentences(library: Library, article: Article, count: number): Passage[] {
  const promise = [article.headline, article.standfirst ?? ''].join(' ')
  const result = search(library.index, promise, { limit: count, within: new Set([article.slug]) })
  const first = article.paragraphs.length === 0 ? [] : [{ paragraph: 0, sentence: 0, score: 0 }]
  return (result.hits.length > 0 ? result.hits : first)
    .map(place => passageOver(article, place, sentenceAt(article, place), place.score, () => []))
    .sort((a, b) => a.start - b.start)
}

function speakersIn(article: Article): ArticleAnswer['speakers'] {
  const counts = new Map<string, number>()
  for (const { speaker } of quotationsOf(article)) {
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  return [...counts].map(([name, quotations]) => ({ name, quotations })).sort((a, b) => b.quotations - a.quotations)
}

/** Questions about the speakers of the newest articles, one an article, that the articles answer. */
export function exampleQuestions(library: Library, count: number): string[] {
  const questions: string[] = []
  for (const article of newestArticles(library)) {
    if (questions.length === count) break
    const [speaker] = speakersIn(article)
    const [counted] = countedIn(article)
    const isThird = questions.length % 3 === 2
    if (isThird && counted !== undefined && isFound(library, `How many ${counted}?`)) {
      questions.push(`How many ${counted}?`)
    } else if (speaker !== undefined) {
      questions.push(questions.length % 3 === 1 ? `Who is ${speaker.name}?` : `What did ${speaker.name} say?`)
    }
  }
  return questions
}

function isFound(library: Library, question: string): boolean {
  return ask(library, question, { limit: 1, article: null, grouping: 'sentence' }).kind === 'found'
}

/** What an article counts in figures, "houses" of "1,250 houses", in its order, each once. */
export function countedIn(article: Article): readonly string[] {
  const counted = [...article.body.matchAll(/(?<![\d.,$€£-])\d[\d,]*(?: (?:million|thousand))? ([a-z]{3,}s)\b/g)]
  return [...new Set(counted.flatMap(([, noun]) => (noun === undefined || TIMES.has(noun) ? [] : [noun])))]
}

/** Spans of time and money say how long and how much, not how many of something. */
const TIMES = new Set(
  'years days hours minutes seconds months weeks times years dollars euros pounds degrees was has its'.split(' '),
)
