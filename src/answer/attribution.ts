/** Who printed a passage, when and where in the article it stands: what accompanies every passage that is shown. */
import type { Article } from '../article/article.ts'

export type Attribution = Pick<
  Article,
  'headline' | 'outlet' | 'byline' | 'published' | 'dateline' | 'url' | 'edition'
> & {
  /** 1-based */
  readonly paragraph: number
  /** Who spoke the words, where the passage is or contains a quotation of one speaker. */
  readonly speaker: string | null
  /** How the article describes that speaker, to the letter. */
  readonly description: string | null
}

/** The attribution of a passage that starts in `paragraph` (1-based) of `article`. */
export function attribute(
  article: Article,
  paragraph: number,
  said: { readonly speaker: string | null; readonly description: string | null } | null = null,
): Attribution {
  const { headline, outlet, byline, published, dateline, url, edition } = article
  return {
    headline,
    outlet,
    byline,
    published,
    dateline,
    url,
    edition,
    paragraph,
    speaker: said?.speaker ?? null,
    description: said?.description ?? null,
  }
}
