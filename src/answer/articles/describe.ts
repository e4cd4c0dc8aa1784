/** What the library holds, described: the list of articles, one article, and what the bot can be asked. */

import type { Article } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { articlesByDate } from '../../library/lookup/find-article.ts'
import { search } from '../../retrieval/search.ts'
import { version } from '../../version.ts'
import type { ArticleAnswer, ArticlesAnswer, FeedsState, HelpAnswer, Passage } from '../answer.ts'
import { passageOver, sentenceAt } from '../passage.ts'
import { exampleQuestions, speakersIn } from './example-questions.ts'

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
