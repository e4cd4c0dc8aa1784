/** Limits work in a thread by the time that it has had a processor, not by the clock: where other programs have them, harmless work takes long. */

/** By the clock, the limit is this many times as long. */
const PATIENCE = 20
/** Milliseconds between two looks at the time used. */
const LOOK_MS = 100

/**
 * Calls `call` once the process has used `ms` of processor time from now, or when `PATIENCE` times as long has gone by; returns a function
 * that cancels it. Node 20 cannot tell the time of one thread: that of the process is at least as long.
 */
export function afterProcessorTime(ms: number, call: () => void): () => void {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  const timer = setInterval(
    () => {
      const { user, system } = process.cpuUsage(before)
      if ((user + system) / 1_000 < ms && performance.now() - startedAt < ms * PATIENCE) return
      clearInterval(timer)
      call()
    },
    Math.min(ms, LOOK_MS),
  )
  return () => clearInterval(timer)
}
