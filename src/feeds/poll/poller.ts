/** Reads the feeds of all places when they are due, few at a time and in the background. What a place has is `place-feeds.ts`'s. */
import { CorpusError } from '../../errors.ts'
import { type Clock, systemClock } from '../../work/clock.ts'
import { createFeedReader, type FeedReader } from '../feed/feed-thread.ts'
import type { Reach } from '../web/fetch-options.ts'
import { createWeb } from '../web/polite-web.ts'
import { findSubscription } from './find-subscription.ts'
import { type FeedStatus, type Means, type Place, PlaceFeeds, type Polled } from './place-feeds.ts'

/** Told of what feeds do, for a log. */
export type FeedsListener = {
  /** Articles came or were corrected: their slugs. */
  changed(place: string, feed: FeedStatus, taken: Pick<Polled, 'added' | 'replaced'>): void
  /** A feed has failed for a day; said once, until it was read again. */
  failing(place: string, feed: FeedStatus): void
  /** A list cannot be read, or something else is wrong that is no feed's. */
  broken(place: string, error: unknown): void
}

export type FeedsOptions = {
  readonly reach: Reach
  readonly clock?: Clock
  /** Reads feeds; a reader of its own when it is missing. */
  readonly reader?: FeedReader
  /** Milliseconds for which somebody who follows a feed waits for its articles; what takes longer goes on without them. Null waits to the end. */
  readonly patienceMs?: number | null
  /** The places that there are now, and what they have; asked every minute. */
  readonly places: () => readonly Place[]
  readonly listener: FeedsListener
}

export type Followed = {
  readonly feed: FeedStatus
  readonly isNew: boolean
  /** Of its first reading; null while that goes on. */
  readonly added: number | null
}

/** Between two looks at what is due, and at what was changed by hand. */
const lookMs = 60_000
/** Feeds read at once: each waits for its site most of the time. */
const readAtOnce = 4
const usualPatienceMs = 8_000

type Reading = { readonly stop: AbortController; readonly done: Promise<Polled | null> }

export class Feeds {
  readonly #options: FeedsOptions
  readonly #clock: Clock
  readonly #means: Means
  readonly #places = new Map<string, PlaceFeeds>()
  /** By place and address. */
  readonly #readings = new Map<string, Reading>()
  readonly #stopping = new AbortController()
  #cancelLook = (): void => undefined
  #looking: Promise<void> = Promise.resolve()

  constructor(options: FeedsOptions) {
    const { reach, clock = systemClock } = options
    this.#options = options
    this.#clock = clock
    this.#means = { web: createWeb(reach, clock), reader: options.reader ?? createFeedReader(), clock }
  }

  /** Looks for what is due, now and from then on. */
  start(): void {
    this.#cancelLook()
    if (this.#stopping.signal.aborted) return
    this.#looking = this.#look().finally(() => {
      if (this.#stopping.signal.aborted) return
      this.#cancelLook = this.#clock.later(() => this.start(), lookMs, false)
    })
  }

  /** The feeds of a place as they stand; none when it is not known. */
  status(place: string): readonly FeedStatus[] {
    return this.#places.get(place)?.status() ?? []
  }

  /** Follows the feed at the address, or the one that the page there names, and reads it. @throws FetchError when there is none. */
  async follow(place: string, address: string): Promise<Followed> {
    const feeds = await this.#open(place)
    const found = await findSubscription(address, this.#means.web, this.#means.reader)
    const isNew = await feeds.follow(found)
    const reading = isNew ? this.#read(feeds, found.address) : Promise.resolve(null)
    const polled = await Promise.race([reading, this.#patience()])
    const feed = feeds.status().find(one => one.address === found.address)
    if (feed === undefined) throw new Error(`expected ${found.address} to be followed, got no such feed`)
    return { feed, isNew, added: isNew ? (polled?.added.length ?? null) : 0 }
  }

  /** Follows a feed no longer; null when it was not followed. */
  async unfollow(place: string, address: string): Promise<FeedStatus | null> {
    const feeds = await this.#open(place)
    await this.#halt(keyOf(place, address))
    return feeds.unfollow(address)
  }

  /** Reads every feed of a place once, whenever it is due; one after the other gives what came of each. */
  async *readAll(place: string): AsyncGenerator<Polled> {
    const feeds = await this.#open(place)
    const waiting = feeds.status().map(({ address }) => address)
    const under: Promise<Polled | null>[] = []
    while (waiting.length > 0 || under.length > 0) {
      for (const address of waiting.splice(0, readAtOnce - under.length)) under.push(this.#read(feeds, address))
      const polled = await under.shift()
      if (polled != null) yield polled
    }
  }

  /** Breaks off what is being read, and reads nothing more. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#cancelLook()
    await this.#looking
    await Promise.all([...this.#readings.keys()].map(key => this.#halt(key)))
  }

  async #look(): Promise<void> {
    const places = new Map(this.#options.places().map(place => [place.key, place]))
    for (const key of this.#places.keys()) if (!places.has(key)) await this.#leave(key)
    for (const place of places.values()) {
      if (this.#places.has(place.key) && !place.isEditedByHand) continue
      await this.#open(place.key).catch((error: unknown) => this.#options.listener.broken(place.key, error))
    }
    this.#readDue()
  }

  /** Starts as many readings as may go on at once, those first that wait longest. */
  #readDue(): void {
    if (this.#stopping.signal.aborted || this.#readings.size >= readAtOnce) return
    const now = this.#means.clock.wallNow()
    const due: { readonly feeds: PlaceFeeds; readonly address: string; readonly at: number }[] = []
    for (const feeds of this.#places.values()) {
      for (const [address, at] of feeds.dueTimes()) {
        if (at <= now && !this.#readings.has(keyOf(feeds.place.key, address))) due.push({ feeds, address, at })
      }
    }
    due.sort((one, other) => one.at - other.at)
    for (const { feeds, address } of due.slice(0, readAtOnce - this.#readings.size)) {
      void this.#read(feeds, address).then(polled => polled !== null && this.#readDue())
    }
  }

  /** Reads a feed, once at a time; null when that was broken off, or went wrong in a way that is no feed's. */
  #read(feeds: PlaceFeeds, address: string): Promise<Polled | null> {
    const { key } = feeds.place
    const name = keyOf(key, address)
    const under = this.#readings.get(name)
    if (under !== undefined) return under.done
    const stop = new AbortController()
    const done = feeds
      .poll(address, stop.signal)
      .then(polled => {
        this.#tell(key, polled)
        return polled
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) this.#options.listener.broken(key, error)
        return null
      })
      .finally(() => this.#readings.delete(name))
    this.#readings.set(name, { stop, done })
    return done
  }

  #tell(place: string, { status, added, replaced, isLate }: Polled): void {
    const { listener } = this.#options
    if (added.length + replaced.length > 0) listener.changed(place, status, { added, replaced })
    if (isLate) listener.failing(place, status)
  }

  /** The feeds of a place, with its list as it is now. @throws CorpusError when the list cannot be read. */
  async #open(key: string): Promise<PlaceFeeds> {
    const known = this.#places.get(key)
    const place = known?.place ?? this.#options.places().find(one => one.key === key)
    if (place === undefined)
      throw new CorpusError([{ path: key, line: null, message: 'expected a place of feeds, got none' }])
    const feeds = known ?? new PlaceFeeds(place, this.#means)
    if (known === undefined) this.#places.set(key, feeds)
    await feeds.refresh()
    return feeds
  }

  async #leave(key: string): Promise<void> {
    for (const { address } of this.status(key)) await this.#halt(keyOf(key, address))
    this.#places.delete(key)
  }

  async #halt(name: string): Promise<void> {
    const reading = this.#readings.get(name)
    reading?.stop.abort(new Error('nobody wants this feed any more'))
    await reading?.done
  }

  #patience(): Promise<null> {
    const { patienceMs = usualPatienceMs } = this.#options
    return new Promise(resolve => {
      if (patienceMs !== null) this.#clock.later(() => resolve(null), patienceMs, false)
    })
  }
}

const keyOf = (place: string, address: string): string => `${place} ${address}`
