/** How long a process stands still at once: its event loop, and within that its garbage collector. */
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'

/** Milliseconds. */
export type Pauses = { readonly p99Ms: number; readonly longestMs: number; readonly longestGcMs: number }

/** Watches until the function that it gives is called. */
export function watchPauses(): () => Pauses {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  let longestGcMs = 0
  const collections = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longestGcMs = Math.max(longestGcMs, duration)
  })
  collections.observe({ entryTypes: ['gc'] })
  loop.enable()
  return () => {
    loop.disable()
    collections.disconnect()
    return { p99Ms: loop.percentile(99) / 1e6, longestMs: loop.max / 1e6, longestGcMs }
  }
}

export const describePauses = ({ p99Ms, longestMs, longestGcMs }: Pauses): string =>
  `event loop held up: p99 ${p99Ms.toFixed(0)} ms, longest ${longestMs.toFixed(0)} ms (longest garbage collection ${longestGcMs.toFixed(0)} ms)`
