/** Where the articles of a server's feeds go: under which slugs, how many of them, and which are refused. Storing them is `servers.ts`'s. */
import type { Article } from '../../article/article.ts'
import { CorpusError } from '../../errors.ts'
import { isSameAddress } from '../../feeds/canonical-address.ts'
import type { Place } from '../../feeds/poll/place-feeds.ts'
import type { Placing } from '../../feeds/poll/shelf.ts'
import { freeSlug, type NewArticle, renamed } from '../../folder/new-article.ts'
import { serverLimits } from '../server-limits.ts'

/** The list of a server's feeds in its folder. */
const LIST = '.feeds.opml'

/** What a server's own part in it is. */
export type FeedStore = {
  readonly folder: string
  own(): readonly Article[]
  keepDays(): number | null
  store(placings: readonly Placing[]): Promise<readonly (string | null)[]>
  remove(slugs: readonly string[]): Promise<unknown>
}

export function createFeedPlace(server: string, { folder, own, keepDays, store, remove }: FeedStore): Place {
  return {
    key: server,
    folder,
    file: LIST,
    isEditedByHand: false,
    mostFeeds: serverLimits.feeds,
    shelf: {
      articles: own,
      put: store,
      get keepDays() {
        return keepDays()
      },
      room(fed) {
        const others = own().length - fed
        return Math.max(0, Math.min(serverLimits.fedArticles, serverLimits.articles - others))
      },
      async remove(slugs) {
        await remove(slugs)
      },
    },
  }
}

/** The slug of a page beside the articles that are there: its own, or with a number where another page has it. An article that came by a file has no address, and is replaced. */
export function slugBeside({ article }: NewArticle, own: readonly Article[]): string {
  return freeSlug(article.slug, slug =>
    own.some(other => other.slug === slug && other.url !== null && !isSameAddress(other.url, article.url)),
  )
}

/** What is to be stored of each: under a slug that is free, or in the place of the one that it corrects; null for what is gone, or costs too much to be answered from. */
export async function planPlacings(
  placings: readonly Placing[],
  own: readonly Article[],
  examine: (articles: readonly Article[]) => Promise<void>,
): Promise<readonly (NewArticle | null)[]> {
  const taken = new Set(own.map(({ slug }) => slug))
  const planned: (NewArticle | null)[] = []
  for (const { made, replaces } of placings) {
    if (replaces !== null && !taken.has(replaces)) {
      planned.push(null)
      continue
    }
    const slug = replaces ?? freeSlug(made.article.slug, one => taken.has(one))
    const placed = slug === made.article.slug ? made : await renamed(made, slug)
    const isTaken = await isBearable(placed.article, examine)
    if (isTaken) taken.add(slug)
    planned.push(isTaken ? placed : null)
  }
  return planned
}

async function isBearable(
  article: Article,
  examine: (articles: readonly Article[]) => Promise<void>,
): Promise<boolean> {
  try {
    await examine([article])
    return true
  } catch (error) {
    if (error instanceof CorpusError) return false
    throw error
  }
}
