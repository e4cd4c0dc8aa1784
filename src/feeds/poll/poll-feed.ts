/**
 * Reads a feed once: stores what is new or corrected, then remembers it. A crash in between costs nothing: an article that is there already is known
 * by its address or its words. When feeds are read is `poller.ts`'s.
 */
import { FetchError } from '../../errors.ts'
import { renamed } from '../../folder/new-article.ts'
import type { Clock } from '../../work/clock.ts'
import { canonicalAddress } from '../canonical-address.ts'
import type { Entry, Feed } from '../feed/feed.ts'
import type { FeedReader } from '../feed/feed-thread.ts'
import { textBytes } from '../fetch-article.ts'
import type { Web } from '../web/polite-web.ts'
import { KnownEntries, mostTries } from './entries.ts'
import type { FeedState, KnownEntry } from './feed-state.ts'
import type { Bookcase } from './place-shelf.ts'
import { isLasting, readEntry } from './read-entry.ts'
import { untilNext } from './schedule.ts'
import { fingerprint, type Placing } from './shelf.ts'

/** What a feed may be called; many are called pages or plain text. */
export const feedTypes: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/xml',
  'text/xml',
  'application/feed+json',
  'application/json',
  'text/html',
  'application/xhtml+xml',
  'text/plain',
])

/** Bytes of a feed, and its entries that are looked at. */
export const mostFeedBytes = 4 * 2 ** 20
export const mostEntries = 100

/** Articles that are stored at a time, so that the first need not wait for the last. */
const storedAtOnce = 25

export type Polling = {
  readonly web: Web
  readonly reader: FeedReader
  readonly clock: Clock
  /** Where the articles go. */
  readonly bookcase: Bookcase
  /** Keeps the state, over the one before. */
  readonly save: (state: FeedState) => Promise<void>
  readonly signal: AbortSignal
}

/** What came of it: slugs. */
export type Taken = { readonly added: readonly string[]; readonly replaced: readonly string[] }

/** Reads the feed and what is new in it. @throws FetchError when the feed is not to be had. */
export async function pollFeed(before: FeedState, polling: Polling): Promise<Taken> {
  const { web, reader, clock, signal, save } = polling
  const known = before.validators
  const fetched = await web.fetch(before.address, { types: feedTypes, mostBytes: mostFeedBytes, known, signal })
  const rested = (everyMs: number | null): FeedState => ({
    ...before,
    checkedMs: clock.wallNow(),
    nextMs: clock.wallNow() + untilNext(fetched.freshMs, everyMs),
    failures: 0,
    failingSinceMs: null,
    isReported: false,
    problem: null,
  })
  if (fetched.isUnchanged) {
    await save(rested(null))
    return { added: [], replaced: [] }
  }
  const text = new TextDecoder().decode(textBytes(fetched))
  const feed = await reader.read({ text, address: fetched.url, most: mostEntries })
  if (feed === null) throw new FetchError({ kind: 'not-a-feed' })
  const poll = new Poll(before, feed, polling)
  await poll.takeAll()
  const newestMs = poll.added.length + poll.replaced.length === 0 ? before.newestMs : clock.wallNow()
  // A feed with an entry that is to be tried again is to be given whole again.
  const validators = poll.isWhole ? fetched.validators : { etag: null, lastModified: null }
  const title = feed.title ?? before.title
  await save({ ...rested(feed.everyMs), title, newestMs, validators, entries: poll.known.list() })
  return poll
}

type Waiting = {
  readonly entry: Entry
  readonly former: KnownEntry | null
  readonly placing: Placing
  readonly print: string
}

/** One reading of a feed: its entries, newest first. */
class Poll implements Taken {
  readonly added: string[] = []
  readonly replaced: string[] = []
  readonly known: KnownEntries
  /** Whether nothing is to be tried again. */
  isWhole = true
  readonly #before: FeedState
  readonly #feed: Feed
  readonly #polling: Polling
  #waiting: Waiting[] = []

  constructor(before: FeedState, feed: Feed, polling: Polling) {
    this.#before = before
    this.#feed = feed
    this.#polling = polling
    this.known = new KnownEntries(before.entries, feed.entries)
  }

  async takeAll(): Promise<void> {
    for (const entry of this.#feed.entries) {
      this.#polling.signal.throwIfAborted()
      await this.#take(entry)
      if (this.#waiting.length >= storedAtOnce) await this.#flush()
    }
    await this.#flush()
  }

  async #take(entry: Entry): Promise<void> {
    const { bookcase, web, signal } = this.#polling
    const former = this.#recall(entry)
    const isDone = former !== null && (former.print !== null || former.tries >= mostTries)
    if (isDone && former.stamp === entry.stamp) return this.#remember(entry, former, former)
    // Its article was removed, or is somebody's own: it does not come again.
    const isGone = former?.print != null && (former.slug === null || bookcase.printOf(former.slug) === null)
    const isTooOld = former?.slug == null && !bookcase.hasRoomFor(this.#atOf(entry, former))
    if (isGone || isTooOld) return this.#remember(entry, former, { print: former?.print ?? null, tries: mostTries })
    try {
      const made = await readEntry(entry, this.#feed, web, signal)
      const print = fingerprint(made.article)
      const replaces = former?.slug ?? null
      if (replaces !== null && bookcase.printOf(replaces) === print) {
        return this.#remember(entry, former, { print, slug: replaces })
      }
      const placing = { made: replaces === null ? made : await renamed(made, replaces), replaces }
      this.#waiting.push({ entry, former, placing, print })
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      const tries = isLasting(error) ? mostTries : (isDone ? 0 : (former?.tries ?? 0)) + 1
      if (tries < mostTries) this.isWhole = false
      // What was read before stays; the stamp of before makes it be read again.
      const stamp = tries < mostTries && former !== null ? former.stamp : entry.stamp
      this.#remember(entry, former, { print: former?.print ?? null, slug: former?.slug ?? null, tries, stamp })
    }
  }

  /** What is known of the entry; of one that was about to be stored before a crash, whether it was. */
  #recall(entry: Entry): KnownEntry | null {
    const known = this.known.recall(entry)
    if (known === null || !known.isPlanned) return known
    this.known.forget(known)
    const there = this.#polling.bookcase.find(null, known.print ?? '')
    if (there !== null) this.#polling.bookcase.keep(there.slug, known.atMs)
    return { ...known, isPlanned: false, slug: there?.slug ?? null, print: there === null ? null : known.print }
  }

  #flush(): Promise<void> {
    const { bookcase } = this.#polling
    const waiting = this.#waiting
    this.#waiting = []
    if (waiting.length === 0) return Promise.resolve()
    return bookcase.inTurn(async () => {
      const [toPlace, slugs] = [[] as Waiting[], new Map<Waiting, string | null>()]
      for (const one of waiting) {
        const there = one.placing.replaces === null ? bookcase.find(addressOf(one), one.print) : null
        // The same article came another way: by another feed, by hand, or before a crash. With other words it is somebody's own.
        if (there !== null) slugs.set(one, there.print === one.print ? there.slug : null)
        else toPlace.push(one)
      }
      await this.#plan(toPlace)
      const placed = await bookcase.put(
        toPlace.map(one => ({ ...one.placing, atMs: this.#atOf(one.entry, one.former), print: one.print })),
      )
      for (const [index, one] of toPlace.entries()) slugs.set(one, placed[index] ?? null)
      for (const one of waiting) {
        const slug = slugs.get(one) ?? null
        this.#remember(one.entry, one.former, { print: one.print, slug })
        if (slug === null) continue
        bookcase.keep(slug, this.#atOf(one.entry, one.former))
        if (toPlace.includes(one)) (one.placing.replaces === null ? this.added : this.replaced).push(slug)
      }
      await this.#saveSoFar([])
      await bookcase.trim()
    })
  }

  /** Notes what is about to be stored, so that a correction after a crash finds its article. */
  #plan(waiting: readonly Waiting[]): Promise<void> {
    const planned = waiting
      .filter(({ placing }) => placing.replaces === null)
      .map(({ entry, former, print }) => this.#known(entry, former, { print, isPlanned: true }))
    if (planned.length === 0) return Promise.resolve()
    return this.#saveSoFar(planned)
  }

  /** What the site said of the whole feed is not taken for read before all of it is. */
  #saveSoFar(planned: readonly KnownEntry[]): Promise<void> {
    const entries = [...planned, ...this.known.list()]
    return this.#polling.save({ ...this.#before, validators: { etag: null, lastModified: null }, entries })
  }

  #atOf({ publishedMs }: Entry, former: KnownEntry | null): number {
    const now = this.#polling.clock.wallNow()
    // A re-published entry is as old as it was; nothing is of the future.
    return former?.atMs ?? Math.min(publishedMs ?? now, now)
  }

  #remember(entry: Entry, former: KnownEntry | null, now: Partial<KnownEntry>): void {
    this.known.remember(former, this.#known(entry, former, now))
  }

  #known(entry: Entry, former: KnownEntry | null, now: Partial<KnownEntry>): KnownEntry {
    return {
      ...this.known.namesOf(entry),
      stamp: now.stamp ?? entry.stamp,
      print: now.print ?? null,
      slug: now.slug ?? null,
      isPlanned: now.isPlanned ?? false,
      atMs: this.#atOf(entry, former),
      tries: now.tries ?? 0,
    }
  }
}

function addressOf({ placing, entry }: Waiting): string | null {
  const address = placing.made.article.url ?? entry.address
  return address === null ? null : canonicalAddress(address)
}
