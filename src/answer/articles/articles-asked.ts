/** Which articles a question is asked of. */

import type { Library } from '../../library/library.ts'
import { type ArticleFilter, selectArticles } from '../../library/lookup/article-filter.ts'

/** The slugs of the only articles to be looked through; null for all. */
export function articlesAsked(
  library: Library,
  { article, only }: { readonly article: string | null; readonly only?: ArticleFilter | undefined },
): ReadonlySet<string> | null {
  if (only === undefined) return article === null ? null : new Set([article])
  const fitting = selectArticles(library, only)
  return article === null ? fitting : new Set(fitting.has(article) ? [article] : [])
}
