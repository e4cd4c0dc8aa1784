/** Puts an index in order while it is answered from and changes: merges its segments, a few milliseconds at a time. What to merge is `search-index.ts`'s. */
import { installMerge, planMerge, type SearchIndex } from '../../retrieval/index/search-index.ts'
import type { Segment } from '../../retrieval/index/segment.ts'
import { inTurns } from '../../work/yielding.ts'

export type MergingParts = {
  readonly index: () => SearchIndex
  /** Puts an index in the place of the present one. */
  readonly install: (index: SearchIndex) => void
  readonly onError: (error: unknown) => void
}

export class BackgroundMerges {
  readonly #parts: MergingParts
  readonly #stopping = new AbortController()
  #busy: ReadonlySet<Segment> = new Set()
  #isRunning = false

  constructor(parts: MergingParts) {
    this.#parts = parts
  }

  /** Segments that are being merged, which changes must leave as they are. */
  get busy(): ReadonlySet<Segment> {
    return this.#busy
  }

  /** Merges until nothing is left to merge, unless it is at it already. */
  start(): void {
    if (this.#isRunning || this.#stopping.signal.aborted) return
    this.#isRunning = true
    this.#run()
      .catch(error => {
        if (!this.#stopping.signal.aborted) this.#parts.onError(error)
      })
      .finally(() => {
        this.#busy = new Set()
        this.#isRunning = false
      })
  }

  /** Leaves off. */
  stop(): void {
    this.#stopping.abort()
  }

  async #run(): Promise<void> {
    const { index, install } = this.#parts
    const { signal } = this.#stopping
    for (let plan = planMerge(index()); plan !== null; plan = planMerge(index())) {
      this.#busy = new Set(plan.segments)
      const merged = await inTurns(plan.steps, signal)
      this.#busy = new Set()
      const before = index()
      const after = installMerge(before, plan, merged)
      if (after !== before) install(after)
    }
  }
}
