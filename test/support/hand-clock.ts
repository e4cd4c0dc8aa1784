/** A clock that stands still until a test moves it, for what waits. */
import type { Clock } from '../../src/work/clock.ts'

type Call = { readonly at: number; readonly call: () => void }

export type HandClock = Clock & {
  /** Moves time on and makes the calls that have fallen due, in their order. */
  readonly advance: (ms: number) => void
  /** Resolves when somebody waits to be called: at once, or when they next ask. */
  readonly asked: () => Promise<void>
}

export function createHandClock(): HandClock {
  let elapsedMs = 0
  const startedAt = Date.now()
  const calls = new Set<Call>()
  const listeners = new Set<() => void>()
  return {
    now: () => elapsedMs,
    wallNow: () => startedAt + elapsedMs,
    later(call, ms) {
      const entry = { at: elapsedMs + ms, call }
      calls.add(entry)
      for (const listener of listeners) listener()
      listeners.clear()
      return () => calls.delete(entry)
    },
    advance(ms) {
      elapsedMs += ms
      for (const entry of [...calls].sort((one, other) => one.at - other.at)) {
        if (entry.at <= elapsedMs && calls.delete(entry)) entry.call()
      }
    },
    asked: () => (calls.size > 0 ? Promise.resolve() : new Promise(resolve => listeners.add(resolve))),
  }
}
