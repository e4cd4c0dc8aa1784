/** A clock on which time passes as soon as somebody waits for it: what takes a while takes none in tests. */
import type { Clock } from '../../src/work/clock.ts'

/** Calls for which nobody waits are never made. */
export function createSwiftClock(): Clock {
  let elapsedMs = 0
  const startedAt = Date.now()
  return {
    now: () => elapsedMs,
    wallNow: () => startedAt + elapsedMs,
    later(call, ms, holds) {
      const at = elapsedMs + ms
      let isCancelled = !holds
      if (holds) {
        setImmediate(() => {
          if (isCancelled) return
          elapsedMs = Math.max(elapsedMs, at)
          call()
        })
      }
      return () => {
        isCancelled = true
      }
    },
  }
}
