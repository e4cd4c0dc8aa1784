/** The quotations of an article: found at first need, or by the thread of `examine.ts`, and kept in the article itself. */
import type { Article } from '../article/article.ts'
import type { Quotation } from '../article/quotation.ts'
import { findQuotations } from '../quotations/find-quotations.ts'

const KEPT = Symbol('quotations')

/** An article with what was found in it. A copy of the article has none, and neither has what is saved or sent of it. */
type Searched = Article & { readonly [KEPT]?: readonly Quotation[] }

/** The quotations of one article, in the order of the text. Finding them costs more than indexing, and most questions need only those of a few articles. */
export function quotationsOf(article: Article): readonly Quotation[] {
  return (article as Searched)[KEPT] ?? keepQuotations(article, findQuotations(article))
}

/** Keeps `quotations`, which are all of the article's, in the article. Nobody who lists or compares its fields meets them. */
export function keepQuotations(article: Article, quotations: readonly Quotation[]): readonly Quotation[] {
  Object.defineProperty(article, KEPT, { value: quotations, configurable: true })
  return quotations
}
