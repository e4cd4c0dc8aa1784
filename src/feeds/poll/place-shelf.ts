/** The shelf of a place with what is known of it: which articles are there, which of them came from feeds, and which go when there are too many. */
import { createTurns, type InTurn } from '../../work/keyed-queue.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { indexShelf, type Placing, type Shelf, type ShelfIndex } from './shelf.ts'

const dayMs = 24 * 3_600_000

/** A shelf that others put something on is gone through again after so long; a small one every time. */
const indexedForMs = 10 * 60_000
const smallShelf = 1_000

export type Bookcase = Pick<ShelfIndex, 'printOf' | 'find'> & {
  /** Runs `work` when no other feed of the place stores something. */
  inTurn(work: () => Promise<void>): Promise<void>
  /** Whether an article of this moment would be kept. */
  hasRoomFor(atMs: number): boolean
  /** Stores what fits, newest first; gives the slug of each, null for what does not fit. */
  put(placings: readonly Dated[]): Promise<readonly (string | null)[]>
  /** Counts an article as a feed's. */
  keep(slug: string, atMs: number): void
  /** Removes the articles of feeds that are too many. What has become too old is the place's to remove: it knows whether its clock is right. */
  trim(): Promise<void>
}

type Dated = Placing & { readonly atMs: number; readonly print: string }

export class PlaceShelf implements Bookcase {
  readonly #shelf: Shelf
  readonly #now: () => number
  readonly #turns: InTurn = createTurns()
  #index: ShelfIndex | null = null
  #indexedAt = 0
  #size = 0
  /** When the articles that came from feeds were published, by slug. */
  readonly #kept = new Map<string, number>()

  /** `now` in milliseconds since 1970. */
  constructor(shelf: Shelf, now: () => number) {
    this.#shelf = shelf
    this.#now = now
  }

  /** Goes through the shelf where others may have changed it. To be called before a feed is read. */
  refresh(): Promise<void> {
    return this.#turns('', async () => {
      const isFresh = this.#now() - this.#indexedAt < indexedForMs && this.#size > smallShelf
      if (this.#index !== null && isFresh) return
      let size = 0
      const shelf = this.#shelf
      function* counted(): Generator<ReturnType<Shelf['articles']> extends Iterable<infer One> ? One : never> {
        for (const article of shelf.articles()) {
          size += 1
          yield article
        }
      }
      this.#index = await indexShelf({ articles: counted })
      this.#size = size
      this.#indexedAt = this.#now()
      for (const slug of this.#kept.keys()) if (this.#index.printOf(slug) === null) this.#kept.delete(slug)
    })
  }

  get #known(): ShelfIndex {
    if (this.#index === null) throw new Error('expected a shelf that was gone through, got one that was not')
    return this.#index
  }

  /** How many of these slugs are there. */
  count(slugs: ReadonlySet<string>): number {
    return [...slugs].filter(slug => this.#kept.has(slug)).length
  }

  printOf(slug: string): string | null {
    return this.#known.printOf(slug)
  }

  find(address: string | null, print: string): ReturnType<ShelfIndex['find']> {
    return this.#known.find(address, print)
  }

  inTurn(work: () => Promise<void>): Promise<void> {
    return this.#turns('', work)
  }

  keep(slug: string, atMs: number): void {
    this.#kept.set(slug, atMs)
  }

  /** Whether any article of a feed can be kept. */
  hasAnyRoom(): boolean {
    return this.#shelf.room(this.#kept.size) > 0
  }

  hasRoomFor(atMs: number): boolean {
    if (atMs < this.#oldestAllowed()) return false
    const room = this.#shelf.room(this.#kept.size)
    if (this.#kept.size < room) return true
    return room > 0 && atMs > Math.min(...this.#kept.values())
  }

  async put(placings: readonly Dated[]): Promise<readonly (string | null)[]> {
    const fitting = new Set(this.#fitting(placings))
    const chosen = placings.filter(one => fitting.has(one))
    const slugs = new Map<Dated, string | null>()
    for (const [index, slug] of (await this.#shelf.put(chosen)).entries()) {
      const one = chosen[index]
      if (one === undefined || slug === null) continue
      slugs.set(one, slug)
      const { url } = one.made.article
      this.#known.add(slug, url === null ? null : canonicalAddress(url), one.print)
    }
    return placings.map(one => slugs.get(one) ?? null)
  }

  async trim(): Promise<void> {
    const room = this.#shelf.room(this.#kept.size)
    const newestFirst = [...this.#kept].toSorted(([, one], [, other]) => other - one)
    const gone = newestFirst.slice(room)
    if (gone.length === 0) return
    await this.#shelf.remove(gone.map(([slug]) => slug))
    for (const [slug] of gone) {
      this.#kept.delete(slug)
      this.#known.remove(slug)
    }
  }

  /** What is kept in the end, when what is there and older goes. */
  #fitting(placings: readonly Dated[]): Dated[] {
    const room = this.#shelf.room(this.#kept.size)
    const fresh = placings.filter(({ atMs, replaces }) => replaces === null && atMs >= this.#oldestAllowed())
    const times = [...this.#kept.values(), ...fresh.map(({ atMs }) => atMs)].sort((one, other) => other - one)
    const limit = times[room - 1] ?? Number.NEGATIVE_INFINITY
    const isIn = ({ atMs, replaces }: Dated): boolean => replaces !== null || (room > 0 && atMs >= limit)
    return placings.filter(one => (one.replaces !== null || fresh.includes(one)) && isIn(one))
  }

  #oldestAllowed(): number {
    const { keepDays } = this.#shelf
    return keepDays === null ? Number.NEGATIVE_INFINITY : this.#now() - keepDays * dayMs
  }
}
