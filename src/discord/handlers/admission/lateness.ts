/** Tells how late an interaction comes, whatever this machine's clock says. What follows from that is left to `admission.ts`. */

export type Lateness = {
  /** To be called when an interaction comes, with the time that its id gives (milliseconds since 1970). */
  arrived(createdAtMs: number): void
  /** Milliseconds since it was made, beyond those that the quickest one of late took to come. */
  ageOf(createdAtMs: number): number
}

/** How long the quickest counts, at least: far longer than a rush lasts, and too short for clocks to drift apart by a second. */
const WINDOW_MS = 5 * 60_000

/**
 * `now` gives milliseconds that only grow, from any start: a clock that is wrong by minutes, or is set while the bot runs, changes nothing,
 * since all interactions seem late by as much.
 */
export function createLateness(now: () => number): Lateness {
  let windowFrom = now()
  let least = Number.POSITIVE_INFINITY
  let leastBefore = Number.POSITIVE_INFINITY
  return {
    arrived(createdAtMs) {
      const elapsedMs = now() - windowFrom
      if (elapsedMs > WINDOW_MS) {
        leastBefore = elapsedMs > 2 * WINDOW_MS ? Number.POSITIVE_INFINITY : least
        least = Number.POSITIVE_INFINITY
        windowFrom = now()
      }
      least = Math.min(least, now() - createdAtMs)
    },
    ageOf: createdAtMs => now() - createdAtMs - Math.min(least, leastBefore),
  }
}
