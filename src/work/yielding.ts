/** Does long work in short stretches, between which everything else has its turn. */
import { setImmediate } from 'node:timers/promises'
import type { Steps } from './steps.ts'

/** Milliseconds of work that a question may have to wait for. */
const STRETCH_MS = 8

/** Counts the time since others had their turn. */
export type Turns = {
  /** To be awaited between two small pieces of work: lets others have their turn when it is time. */
  pause(): Promise<void>
}

export function createTurns(): Turns {
  let startedAt = performance.now()
  return {
    async pause() {
      if (performance.now() - startedAt < STRETCH_MS) return
      await setImmediate()
      startedAt = performance.now()
    },
  }
}

/** Does all steps, a few milliseconds at a time. @throws what `signal` was aborted with, between two of them. */
export async function inTurns<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  let startedAt = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - startedAt < STRETCH_MS) continue
    await setImmediate()
    signal?.throwIfAborted()
    startedAt = performance.now()
  }
}
