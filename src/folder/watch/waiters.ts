/** Who waits until certain files are done with. */

type Waiter = { readonly names: Set<string>; readonly resolve: () => void }

export class Waiters {
  readonly #waiting = new Set<Waiter>()

  /** Whether anybody waits. */
  get areThere(): boolean {
    return this.#waiting.size > 0
  }

  /** Resolves once all of these names were released. */
  until(names: ReadonlySet<string>): Promise<void> {
    if (names.size === 0) return Promise.resolve()
    return new Promise(resolve => this.#waiting.add({ names: new Set(names), resolve }))
  }

  /** Lets go who waits for these files alone. */
  release(names: Iterable<string>): void {
    const released = [...names]
    for (const waiter of this.#waiting) {
      for (const name of released) waiter.names.delete(name)
      if (waiter.names.size > 0) continue
      this.#waiting.delete(waiter)
      waiter.resolve()
    }
  }

  releaseAll(): void {
    for (const { resolve } of this.#waiting) resolve()
    this.#waiting.clear()
  }
}
