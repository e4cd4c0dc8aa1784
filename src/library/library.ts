/** Everything that answers are made from, at one moment: the articles, their index and quotations. Frozen; a change makes a new one. */
import type { Article } from '../article/article.ts'
import {
  buildIndex,
  combineIndexes,
  type SearchIndex,
  type Source,
  updateIndex,
} from '../retrieval/index/search-index.ts'
import { type FormerSentences, keepFormer } from './former-sentences.ts'
import { changeMap } from './layered-map.ts'
import { emptyTables, type LibraryTables } from './tables.ts'

export type Library = {
  readonly articles: ReadonlyMap<string, Article>
  readonly index: SearchIndex
  /** When the articles were read. */
  readonly readAt: Date
  readonly tables: LibraryTables
  /** What articles said before they were changed. */
  readonly former: FormerSentences
}

/** The index's view of an article: what is printed around the body as context (headline, dateline, outlet, byline), its body, its sentences by paragraph. */
export function toSource(article: Article): Source {
  const { headline, standfirst, dateline, outlet, byline, published } = article
  return {
    id: article.slug,
    language: article.language,
    context: [headline, standfirst, dateline, outlet, byline, published === null ? null : dayInWords(published)]
      .filter(part => part !== null)
      .join('\n'),
    text: article.body,
    paragraphs: article.paragraphs.map(paragraph => paragraph.sentences),
  }
}

/** "2019-11-20" as a question may say it: "20 November 2019"; the date itself where it is none. */
function dayInWords(published: string): string {
  const [year, month, day] = published.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? published : `${Number(day)} ${name} ${year}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** What changed in a corpus: articles that are new or have new words, and the slugs of those that went. */
export type LibraryChange = { readonly put: readonly Article[]; readonly remove: readonly string[] }

/** A library of articles with distinct slugs. `onProgress` is told how many sentences are indexed, after each article. */
export function createLibrary(
  articles: Iterable<Article>,
  readAt: Date,
  onProgress?: (sentences: number) => void,
): Library {
  const known = new Map(Array.from(articles, bySlug))
  const sources = Array.from(known.values(), toSource)
  return {
    articles: known,
    index: buildIndex(sources, onProgress === undefined ? {} : { onProgress }),
    readAt,
    tables: emptyTables(),
    former: new Map(),
  }
}

const bySlug = (article: Article): [string, Article] => [article.slug, article]

/** The library after a change; the old one stays as it was, and what did not change is not indexed again. `busy`: see `updateIndex`. */
export function updateLibrary(
  library: Library,
  change: LibraryChange,
  readAt: Date,
  busy?: Parameters<typeof updateIndex>[2],
): Library {
  const articles = changeMap(library.articles, change.put.map(bySlug), change.remove)
  const index = updateIndex(library.index, { put: change.put.map(toSource), remove: change.remove }, busy)
  const former = keepFormer(library.former, library.articles, change.put, readAt)
  return { articles, index, readAt, tables: emptyTables(), former }
}

/** One library over what all share and what one server has of its own; where both use a slug, the server's article stands. */
export function combineLibraries(shared: Library, own: Library): Library {
  const hidden = [...own.articles.keys()].filter(slug => shared.articles.has(slug))
  const visible = hidden.length === 0 ? shared.index : updateIndex(shared.index, { put: [], remove: hidden })
  return {
    articles: changeMap(shared.articles, own.articles, []),
    index: combineIndexes([visible, own.index]),
    readAt: new Date(Math.max(own.readAt.getTime(), shared.readAt.getTime())),
    tables: emptyTables(),
    former: own.former.size === 0 ? shared.former : new Map([...shared.former, ...own.former]),
  }
}
