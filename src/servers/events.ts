/** What happens to a server's articles, for whoever tells its log channel. */
import type { Article } from '../article/article.ts'
import type { WebProblem } from '../errors.ts'

export type ServerEvent =
  /** `by`: the id of the person; null where a feed brought them. `replaced`: how many of them took another's place. */
  | {
      readonly kind: 'added'
      readonly articles: readonly Article[]
      readonly replaced: number
      readonly by: string | null
    }
  | { readonly kind: 'removed'; readonly articles: readonly Article[]; readonly by: string | null }
  /** They were older than the server keeps them. */
  | { readonly kind: 'outdated'; readonly articles: readonly Article[]; readonly days: number }
  /** A feed could not be fetched for a day. */
  | { readonly kind: 'feed-failing'; readonly address: string; readonly problem: WebProblem }

export type ServerEventListener = (server: string, event: ServerEvent) => void
