/** Everything that answers are made from, at one moment: the articles, their index and quotations. Frozen; a change makes a new one. */
import type { Article } from '../corpus/article.ts'
import type { Quotation } from '../corpus/quotation.ts'
import { findQuotations } from '../corpus/quotations.ts'
import { buildIndex, type SearchIndex, type Source } from '../retrieval/search-index.ts'

export type Library = {
  readonly articles: ReadonlyMap<string, Article>
  readonly index: SearchIndex
  /** When the articles were read. */
  readonly readAt: Date
}

/** The index's view of an article: its headline and standfirst as context, its body, its sentences by paragraph. */
export function toSource(article: Article): Source {
  return {
    id: article.slug,
    language: article.language,
    context: [article.headline, article.standfirst ?? ''].join('\n'),
    text: article.body,
    paragraphs: article.paragraphs.map(paragraph => paragraph.sentences),
  }
}

export function createLibrary(articles: Iterable<Article>, readAt: Date): Library {
  const bySlug = new Map<string, Article>()
  for (const article of articles) bySlug.set(article.slug, article)
  return { articles: bySlug, index: buildIndex([...bySlug.values()].map(toSource)), readAt }
}

// Finding speakers costs more than indexing, and most questions need only those of a few articles: kept by article, on first need.
const quotationsByArticle = new WeakMap<Article, readonly Quotation[]>()

/** The quotations of one article, in the order of the text. */
export function quotationsOf(article: Article): readonly Quotation[] {
  let quotations = quotationsByArticle.get(article)
  if (quotations === undefined) {
    quotations = findQuotations(article)
    quotationsByArticle.set(article, quotations)
  }
  return quotations
}
