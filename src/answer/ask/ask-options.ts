/** How a question is asked: of what, and for how many passages of which kind. */
import type { ArticleFilter } from '../../library/lookup/article-filter.ts'

export type AskOptions = {
  /** How many passages at most. */
  readonly limit: number
  /** The slug of the only article to be searched; null searches all. */
  readonly article: string | null
  /** Where and when the articles to be searched were printed; all when it is missing. */
  readonly only?: ArticleFilter | undefined
  /**
   * `paragraph`: several hits in one paragraph become one passage, as people want to read them.
   * `sentence`: one passage a hit, as programs want to count them.
   */
  readonly grouping: 'paragraph' | 'sentence'
  /** Says how each score came about; needs the grouping `sentence`, since a merged passage has several scores. */
  readonly explain?: boolean
}
