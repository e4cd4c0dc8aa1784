/**
 * Finds ahead of time what would make the first person wait: every article's quotations, a few milliseconds at a time. With 934 articles
 * of news that person would wait for seconds.
 */
import { setImmediate } from 'node:timers/promises'
import type { Library } from '../library.ts'
import { prepareSpeakers } from '../speakers.ts'

/** Milliseconds at a stretch, so that questions asked meanwhile hardly wait. */
const STRETCH_MS = 5

/** Resolves when all is found, or `signal` is aborted. What an unchanged article keeps from before costs nothing. */
export async function warmUp(library: Library, signal: AbortSignal): Promise<void> {
  const steps = prepareSpeakers(library)
  let startedAt = performance.now()
  while (!steps.next().done) {
    if (performance.now() - startedAt < STRETCH_MS) continue
    await setImmediate()
    if (signal.aborted) return
    startedAt = performance.now()
  }
}
