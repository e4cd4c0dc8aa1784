/** From what a person typed to the article they mean, and to suggestions while they type. */
import type { Article } from '../corpus/article.ts'
import { UserError } from '../errors.ts'
import type { Library } from './library.ts'
import { findArticleById } from './passage-id.ts'

/** Lower case without diacritics, so that names are found however they are typed. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/**
 * The article that `typed` names: by its slug or id, by its headline, or by words that only one article has.
 * @throws UserError when none or several fit; its message names the nearest.
 */
export function findArticle(library: Library, typed: string): Article {
  const named = library.articles.get(typed.trim()) ?? findArticleById(library, typed.trim())
  if (named !== null) return named
  const wanted = fold(typed.trim())
  const byHeadline = [...library.articles.values()].filter(({ headline }) => fold(headline) === wanted)
  const fitting = byHeadline.length > 0 ? byHeadline : suggestArticles(library, typed, 6)
  const [only] = fitting
  if (only !== undefined && fitting.length === 1 && wanted !== '') return only
  const quoted = typed.trim().slice(0, 100)
  if (fitting.length === 0 || wanted === '')
    throw new UserError(`No article is called “${quoted}”. /article lists them all.`)
  const nearest = fitting.slice(0, 5).map(({ headline }) => `“${headline}”`)
  throw new UserError(`Several articles fit “${quoted}”: ${nearest.join(', ')}${fitting.length > 5 ? ', …' : ''}.`)
}

/**
 * Articles in which every word of `typed` begins a word of the headline, outlet, date, byline or slug, newest first;
 * all articles when nothing is typed.
 */
export function suggestArticles(library: Library, typed: string, limit: number): Article[] {
  const words = fold(typed).match(wordPattern) ?? []
  if (words.length === 0 && typed.trim() !== '') return []
  const fitting: Article[] = []
  for (const { article, words: known } of catalogueOf(library)) {
    if (fitting.length === limit) break
    if (words.every(word => known.includes(` ${word}`))) fitting.push(article)
  }
  return fitting
}

/** All articles, newest first; articles without a date last; then by headline. */
export function articlesByDate(library: Library): Article[] {
  return catalogueOf(library).map(({ article }) => article)
}

type CatalogueEntry = { readonly article: Article; readonly words: string }

const wordPattern = /[\p{L}\p{N}]+/gu

// Folding a large library takes longer than a keystroke may: done once for each, on first need.
const catalogues = new WeakMap<Library, readonly CatalogueEntry[]>()

function catalogueOf(library: Library): readonly CatalogueEntry[] {
  let catalogue = catalogues.get(library)
  if (catalogue === undefined) {
    catalogue = [...library.articles.values()].sort(byDateDescending).map(article => {
      const { headline, outlet, published, byline, slug } = article
      const words = fold([headline, outlet, published, byline, slug].join(' ')).match(wordPattern) ?? []
      return { article, words: ` ${words.join(' ')}` }
    })
    catalogues.set(library, catalogue)
  }
  return catalogue
}

function byDateDescending(a: Article, b: Article): number {
  const byDate = compare(b.published ?? '', a.published ?? '')
  return byDate === 0 ? compare(a.headline, b.headline) : byDate
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
