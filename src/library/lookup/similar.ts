/** Which articles of a library tell the same story as one that may be added. How alike texts are is `duplicates.ts`'s of `corpus/`. */

import type { Article } from '../../article/article.ts'
import { findDuplicatesOf } from '../../folder/duplicates.ts'
import type { Library } from '../library.ts'
import { articlesByDate } from './find-article.ts'

/** The newest so many articles are compared: an archive's old stories are rarely added again, and nobody shall wait for it. */
const mostCompared = 5_000

/** The articles that share at least half of their text with `article`, most alike first. Its own former version is none of them. */
export async function findSimilar(library: Library, article: Article): Promise<readonly Article[]> {
  const others = articlesByDate(library)
    .slice(0, mostCompared)
    .filter(({ slug }) => slug !== article.slug)
  return (await findDuplicatesOf(article, others)).map(({ other }) => other)
}
