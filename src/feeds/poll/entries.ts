/** Knows an entry again that was seen before, whatever has changed of it: its date, its address, its id, or its words. */
import { canonicalAddress } from '../canonical-address.ts'
import type { Entry } from '../feed/feed.ts'
import type { KnownEntry } from './feed-state.ts'

/** How many entries that a feed no longer has are remembered, newest first. */
const mostRemembered = 1_000

/** How often a page is tried that does not come. */
export const mostTries = 5

export class KnownEntries {
  readonly #byId = new Map<string, KnownEntry>()
  readonly #byAddress = new Map<string, KnownEntry>()
  /** In the order in which they were last seen; those that are in the feed are added anew. */
  readonly #all: Set<KnownEntry>
  readonly #seen: KnownEntry[] = []
  /** The ids that the feed has now, each once: one that several entries share is nobody's. */
  readonly #ids: ReadonlySet<string>

  constructor(known: readonly KnownEntry[], entries: readonly Entry[]) {
    this.#all = new Set(known)
    for (const one of known.toReversed()) {
      if (one.id !== null) this.#byId.set(one.id, one)
      if (one.address !== null) this.#byAddress.set(one.address, one)
    }
    const ids = new Map<string, number>()
    for (const { id } of entries) if (id !== null) ids.set(id, (ids.get(id) ?? 0) + 1)
    this.#ids = new Set([...ids].filter(([, count]) => count === 1).map(([id]) => id))
  }

  /** What is known of the entry; null when it is new. */
  recall(entry: Entry): KnownEntry | null {
    const { id, address } = this.namesOf(entry)
    const same = id === null ? undefined : this.#byId.get(id)
    if (same !== undefined) return same
    const there = address === null ? undefined : this.#byAddress.get(address)
    // Another entry of the feed may have the same address, as posts of one live report.
    const isAnothers = there?.id != null && this.#ids.has(there.id)
    return there === undefined || isAnothers ? null : there
  }

  /** Under what an entry is known again. */
  namesOf({ id, address }: Entry): Pick<KnownEntry, 'id' | 'address'> {
    return {
      id: id !== null && this.#ids.has(id) ? id : null,
      address: address === null ? null : canonicalAddress(address),
    }
  }

  /** Remembers `now` of what was `former` before. */
  remember(former: KnownEntry | null, now: KnownEntry): void {
    if (former !== null) this.#all.delete(former)
    this.#seen.push(now)
    if (now.id !== null) this.#byId.set(now.id, now)
    if (now.address !== null) this.#byAddress.set(now.address, now)
  }

  /** Takes out what is known better now. */
  forget(known: KnownEntry): void {
    this.#all.delete(known)
  }

  /** All that is to be kept: what was seen, and the newest of what was not. */
  list(): readonly KnownEntry[] {
    const rest = [...this.#all].filter(one => !this.#seen.includes(one))
    return [...this.#seen, ...rest.slice(0, mostRemembered)]
  }
}
