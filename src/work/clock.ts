/** Time, as what waits for it sees it: tests have clocks of their own. */

/** Time, and calls to come. */
export type Clock = {
  /** Milliseconds that only grow. */
  readonly now: () => number
  /** Milliseconds since 1970, as the disk counts them. */
  readonly wallNow: () => number
  /** Calls in so many milliseconds, unless what it gives is called first; `holds` the process until then. */
  readonly later: (call: () => void, ms: number, holds: boolean) => () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  later: (call, ms, holds) => {
    const timer = setTimeout(call, ms)
    if (!holds) timer.unref()
    return () => clearTimeout(timer)
  },
}
