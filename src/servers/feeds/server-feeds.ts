/** The feeds that servers follow, and those of the host, which all servers share: read in the background, and told of. Reading them is `feeds/`'s. */
import type { FeedStatus } from '../../feeds/poll/place-feeds.ts'
import { Feeds, type Followed } from '../../feeds/poll/poller.ts'
import { type SharedFolder, sharedKey, sharedPlace } from '../../feeds/poll/shared-place.ts'
import type { Reach } from '../../feeds/web/fetch-options.ts'
import { type Clock, systemClock } from '../../work/clock.ts'
import type { ServerLog, Servers } from '../server-articles.ts'

/** What feeds do, for whoever tells a server's members of it; `server` is null for the host's own. */
export type FeedNews = {
  /** Articles came, or were corrected: their slugs. */
  changed?(
    server: string | null,
    feed: FeedStatus,
    taken: { readonly added: readonly string[]; readonly replaced: readonly string[] },
  ): void
  /** A feed has failed for a day; told once, until it was read again. */
  failing?(server: string | null, feed: FeedStatus): void
}

export interface ServerFeeds {
  /** The feeds of a server; of the host, where it is null. */
  status(server: string | null): readonly FeedStatus[]
  /** Follows the feed at the address, or the one that the page there names. @throws FetchError when there is none, or the server has too many. */
  follow(server: string, address: string): Promise<Followed>
  /** Null when the server does not follow it. */
  unfollow(server: string, address: string): Promise<FeedStatus | null>
  /** Begins to read what is due. */
  start(): void
  stop(): Promise<void>
}

export type ServerFeedsOptions = {
  readonly servers: Servers
  readonly shared: SharedFolder
  readonly reach: Reach
  readonly log: ServerLog
  readonly news?: FeedNews
  readonly clock?: Clock
}

export function createServerFeeds(options: ServerFeedsOptions): ServerFeeds {
  const { servers, shared, reach, log, news = {}, clock = systemClock } = options
  const serverOf = (place: string): string | null => (place === sharedKey ? null : place)
  const feeds = new Feeds({
    reach,
    clock,
    places: () => [
      ...(shared.articles() === null ? [] : [sharedPlace(shared)]),
      ...servers.present().map(server => servers.feedPlace(server)),
    ],
    listener: {
      changed(place, feed, taken) {
        const [added, replaced] = [taken.added.length, taken.replaced.length]
        log.info({ server: serverOf(place), feed: feed.address, added, replaced }, 'took articles of a feed')
        news.changed?.(serverOf(place), feed, taken)
      },
      failing(place, feed) {
        log.warn({ server: serverOf(place), feed: feed.address, ...feed.failing }, 'a feed fails for a day')
        const server = serverOf(place)
        const problem = feed.failing?.problem
        if (server !== null && problem !== undefined)
          servers.tell(server, { kind: 'feed-failing', address: feed.address, problem })
        news.failing?.(server, feed)
      },
      broken: (place, error) => log.warn({ server: serverOf(place), err: error }, 'feeds could not be read'),
    },
  })
  return {
    status: server => feeds.status(server ?? sharedKey),
    async follow(server, address) {
      await servers.prepare(server)
      return feeds.follow(server, address)
    },
    unfollow: (server, address) => feeds.unfollow(server, address),
    start: () => feeds.start(),
    stop: () => feeds.stop(),
  }
}
