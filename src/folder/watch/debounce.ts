/** Which changed files may still be being written: a file is settled once it has looked the same for a while. */

/** Files that changed, in the order in which they will have settled. Times are milliseconds of any one clock. */
export class Settling {
  /** By name, the longest quiet first. A stamp of null: the file is gone; undefined: it was heard of, not looked at. */
  readonly #files = new Map<string, { readonly stamp: string | null | undefined; readonly since: number }>()
  readonly #quietMs: number

  constructor(quietMs: number) {
    this.#quietMs = quietMs
  }

  get size(): number {
    return this.#files.size
  }

  names(): IterableIterator<string> {
    return this.#files.keys()
  }

  /** Notes that a file is being changed: its quiet begins now. */
  stir(name: string, stamp: string | null | undefined, now: number): void {
    this.#files.delete(name)
    this.#files.set(name, { stamp, since: now })
  }

  /** Notes how a file was seen to look: its quiet begins now, unless it is known to have looked the same. */
  see(name: string, stamp: string | null, now: number): void {
    const noted = this.#files.get(name)
    if (noted === undefined || (noted.stamp !== undefined && noted.stamp !== stamp)) this.stir(name, stamp, now)
  }

  /** Whether `stamp` is how the file has looked during its quiet, as far as is known. */
  isAsSeen(name: string, stamp: string | null): boolean {
    const noted = this.#files.get(name)
    return noted !== undefined && (noted.stamp === undefined || noted.stamp === stamp)
  }

  drop(name: string): void {
    this.#files.delete(name)
  }

  /** The files that have been quiet for long enough, at most `limit`. */
  settled(now: number, limit: number): string[] {
    const names: string[] = []
    for (const [name, { since }] of this.#files) {
      if (names.length === limit || now - since < this.#quietMs) break
      names.push(name)
    }
    return names
  }

  /** When the next file will have settled; null when none is changing. */
  nextAt(): number | null {
    for (const { since } of this.#files.values()) return since + this.#quietMs
    return null
  }
}
