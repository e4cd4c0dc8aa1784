/** The articles that came since the last digest, each with the one sentence that carries it. */
import type { Article } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { articlesByDate } from '../../library/lookup/find-article.ts'
import { articleId } from '../../library/lookup/passage-id.ts'
import type { Passage } from '../answer.ts'
import { centralSentences } from '../conversation/central-sentences.ts'
import { passageOver, sentenceAt } from '../passage.ts'

export type Digest = {
  /** Newest first. */
  readonly articles: readonly { readonly article: Article; readonly key: Passage | null }[]
  /** How many more there are than are listed. */
  readonly more: number
  /** Ids of all articles that there are now. */
  readonly known: ReadonlySet<string>
}

/** Articles that one digest lists. */
const MOST_LISTED = 10
/** Longer than any sentence that is shown whole. */
const LONGEST_KEY = 1_000

export function composeDigest(library: Library, known: ReadonlySet<string>): Digest {
  const all = articlesByDate(library)
  const fresh = all.filter(article => !known.has(articleId(article)))
  return {
    articles: fresh.slice(0, MOST_LISTED).map(article => ({ article, key: keySentence(article) })),
    more: Math.max(0, fresh.length - MOST_LISTED),
    known: new Set(all.map(articleId)),
  }
}

function keySentence(article: Article): Passage | null {
  const [place] = centralSentences(article, 1, LONGEST_KEY)
  return place === undefined ? null : passageOver(article, place, sentenceAt(article, place), 0, () => [])
}
