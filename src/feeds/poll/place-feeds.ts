/** The feeds of one place, a server or the host's own folder: which are followed, how each stands, and reading one. When that happens is `poller.ts`'s. */
import { CorpusError, FetchError, RefusedError, type WebProblem } from '../../errors.ts'
import type { Clock } from '../../work/clock.ts'
import { createTurns } from '../../work/keyed-queue.ts'
import type { FeedReader } from '../feed/feed-thread.ts'
import { readSubscriptions, type Subscription, writeSubscriptions } from '../feed/opml.ts'
import type { Web } from '../web/polite-web.ts'
import { type FeedState, forgetState, loadState, newState, openStates, saveState } from './feed-state.ts'
import { PlaceShelf } from './place-shelf.ts'
import { pollFeed, type Taken } from './poll-feed.ts'
import { failingForMs, untilRetry } from './schedule.ts'
import type { Shelf } from './shelf.ts'

/** Where feeds are followed. */
export type Place = {
  /** What the place is called among places. */
  readonly key: string
  readonly folder: string
  /** The name of the list in the folder. */
  readonly file: string
  /** Whether others write the list, too. */
  readonly isEditedByHand: boolean
  readonly shelf: Shelf
  /** Feeds that can be followed. */
  readonly mostFeeds: number
}

/** How fresh a feed is. */
export type FeedStatus = {
  readonly address: string
  readonly title: string
  /** Of its articles, those that are there. */
  readonly articles: number
  readonly checkedAt: Date | null
  readonly newestAt: Date | null
  /** What is wrong since when; null when nothing is. */
  readonly failing: { readonly since: Date; readonly problem: WebProblem } | null
}

export type Means = { readonly web: Web; readonly reader: FeedReader; readonly clock: Clock }

/** What came of one reading. `isLate`: the feed fails for a day, which was not said yet. */
export type Polled = Taken & { readonly status: FeedStatus; readonly isLate: boolean }

export class PlaceFeeds {
  readonly place: Place
  readonly #means: Means
  readonly #shelf: PlaceShelf
  readonly #states = new Map<string, FeedState>()
  readonly #inTurn = createTurns()

  constructor(place: Place, means: Means) {
    this.place = place
    this.#means = means
    this.#shelf = new PlaceShelf(place.shelf, () => means.clock.wallNow())
  }

  /** Takes in the list as it is on the disk, where somebody may have changed it. @throws CorpusError when it is no list of feeds. */
  refresh(): Promise<void> {
    return this.#inTurn('list', async () => {
      const { folder, file } = this.place
      const listed = await readSubscriptions(folder, file)
      if (this.#states.size === 0 && listed.length > 0) await openStates(folder)
      const addresses = new Set(listed.map(({ address }) => address))
      for (const address of this.#states.keys()) if (!addresses.has(address)) this.#states.delete(address)
      for (const { address, title } of listed) {
        if (this.#states.has(address)) continue
        const state = await loadState(folder, address, title)
        this.#states.set(address, state)
        for (const { slug, atMs } of state.entries) if (slug !== null) this.#shelf.keep(slug, atMs)
      }
    })
  }

  /** Adds a feed to the list; false when it is there already. @throws FetchError when there are too many. */
  follow({ address, title }: Subscription): Promise<boolean> {
    return this.#inTurn('list', async () => {
      if (this.#states.has(address)) return false
      const { mostFeeds: most } = this.place
      if (this.#states.size >= most) throw new FetchError({ kind: 'too-many-feeds', most })
      this.#states.set(address, newState(address, title))
      await this.#writeList()
      return true
    })
  }

  /** Takes a feed from the list, and forgets what was remembered of it; its articles stay. Null when it is not there. */
  unfollow(address: string): Promise<FeedStatus | null> {
    return this.#inTurn('list', async () => {
      const status = this.status().find(one => one.address === address)
      if (status === undefined) return null
      this.#states.delete(address)
      await this.#writeList()
      await forgetState(this.place.folder, address)
      return status
    })
  }

  status(): readonly FeedStatus[] {
    return [...this.#states.values()].map(state => this.#statusOf(state))
  }

  /** By address, when each feed is to be read, in milliseconds since 1970. */
  dueTimes(): ReadonlyMap<string, number> {
    return new Map([...this.#states.values()].map(({ address, nextMs }) => [address, nextMs]))
  }

  /** Reads a feed of the list once. Never rejects for what is wrong with the feed: that is in its status. */
  async poll(address: string, signal: AbortSignal): Promise<Polled> {
    const before = this.#states.get(address)
    if (before === undefined) throw new RangeError(`expected a feed that is followed, got ${address}`)
    const save = async (state: FeedState): Promise<void> => {
      signal.throwIfAborted()
      await saveState(this.place.folder, state)
      this.#states.set(address, state)
    }
    try {
      await this.#shelf.refresh()
      if (!this.#shelf.hasAnyRoom()) throw new FetchError({ kind: 'no-room' })
      const taken = await pollFeed(before, { ...this.#means, bookcase: this.#shelf, save, signal })
      await this.#shelf.inTurn(() => this.#shelf.trim())
      return { ...taken, status: this.#statusOf(this.#states.get(address) ?? before), isLate: false }
    } catch (error) {
      const failure = asFailure(error)
      if (failure === null || signal.aborted) throw error
      return this.#fail(this.#states.get(address) ?? before, failure, save)
    }
  }

  async #fail(
    before: FeedState,
    { problem, retryAfterMs }: FetchError,
    save: (state: FeedState) => Promise<void>,
  ): Promise<Polled> {
    const now = this.#means.clock.wallNow()
    const failures = before.failures + 1
    const failingSinceMs = before.failingSinceMs ?? now
    const isLate = !before.isReported && now - failingSinceMs >= failingForMs
    const nextMs = now + untilRetry(failures, retryAfterMs)
    const isReported = before.isReported || isLate
    const state = { ...before, failures, failingSinceMs, nextMs, problem, isReported }
    await save(state)
    return { added: [], replaced: [], status: this.#statusOf(state), isLate }
  }

  #statusOf({ address, title, checkedMs, newestMs, failingSinceMs, problem, entries }: FeedState): FeedStatus {
    const slugs = new Set(entries.flatMap(({ slug }) => (slug === null ? [] : [slug])))
    return {
      address,
      title: title ?? new URL(address).host,
      articles: this.#shelf.count(slugs),
      checkedAt: checkedMs === null ? null : new Date(checkedMs),
      newestAt: newestMs === null ? null : new Date(newestMs),
      failing: problem === null || failingSinceMs === null ? null : { since: new Date(failingSinceMs), problem },
    }
  }

  #writeList(): Promise<void> {
    const list = [...this.#states.values()].map(({ address, title }) => ({ address, title }))
    return writeSubscriptions(this.place.folder, this.place.file, list)
  }
}

/** What is wrong with a feed or its articles, or with the room for them; null for a bug. */
function asFailure(error: unknown): FetchError | null {
  if (error instanceof FetchError) return error
  if (error instanceof RefusedError && error.refusal.kind === 'no-room') return new FetchError({ kind: 'no-room' })
  if (!(error instanceof CorpusError)) return null
  return new FetchError({ kind: 'unreadable-page', faults: error.faults.map(({ message }) => message) })
}
