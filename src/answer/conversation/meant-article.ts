/** Which article a line is about, and which others it could be. */
import type { Article } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { newestArticles } from '../../library/lookup/find-article.ts'
import type { Meant } from '../answer.ts'
import { ask } from '../ask/ask.ts'
import type { ConverseOptions } from './options.ts'

/** As many as a menu on Discord offers. */
const MOST_OTHERS = 24

/** The article asked of, else the one that the line names, the one talked about, the only one, or the newest; null when there is none. */
export function meantArticle(
  library: Library,
  topic: string | null,
  { article: asked, talkedAbout }: Pick<ConverseOptions, 'article' | 'talkedAbout'>,
): Meant | null {
  const given = asked === null ? undefined : library.articles.get(asked)
  if (given !== undefined) return { article: given, chosen: 'named', others: [] }
  const [only, another] = library.articles.values()
  if (only === undefined) return null
  if (another === undefined) return { article: only, chosen: 'only', others: [] }
  const named = topic === null ? null : articleOn(library, topic)
  const known = talkedAbout === undefined ? undefined : library.articles.get(talkedAbout)
  const meant = named ?? known
  if (meant !== undefined && meant !== null) return { article: meant, chosen: 'named', others: [] }
  const [newest = only, ...others] = firstOf(newestArticles(library), MOST_OTHERS + 1)
  return { article: newest, chosen: 'newest', others }
}

function firstOf(articles: Iterable<Article>, count: number): readonly Article[] {
  const found: Article[] = []
  for (const article of articles) {
    if (found.length === count) break
    found.push(article)
  }
  return found
}

/** The article that a topic leads to: the one whose headline, outlet or sentences have most of its words. */
function articleOn(library: Library, topic: string): Article | null {
  const { passages } = ask(library, topic, { limit: 1, article: null, grouping: 'sentence' })
  return passages[0]?.article ?? null
}
