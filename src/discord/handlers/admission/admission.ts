/** Lets interactions in one at a time, and drops those that can no longer be answered in time. What they ask for is left to `interactions.ts`. */
import type { Logger } from 'pino'
import type { Clock } from '../../../work/clock.ts'
import { FIRST_RESPONSE_MS } from '../../limits.ts'
import { createLateness } from './lateness.ts'

export type Admission = {
  /**
   * Resolves when it is the turn of an interaction that was made then (milliseconds since 1970): to its age in milliseconds, or to null when
   * it is to be dropped. Suggestions have their turn when nothing else waits, the latest first.
   */
  turn(createdAtMs: number, kind: 'answer' | 'suggestion'): Promise<number | null>
}

type Waiting = { readonly createdAtMs: number; readonly decide: (ageMs: number | null) => void }

/** From this age on the answer might come too late: a third of Discord's time is left for working it out and sending it. */
const LATEST_MS = (FIRST_RESPONSE_MS * 2) / 3

/** Whoever types has typed on after this. */
const SUGGESTION_LATEST_MS = 1_000
const MOST_SUGGESTIONS = 20

/** How often dropped interactions are logged. */
const LOGGED_MS = 1_000

export function createAdmission(clock: Clock, logger: Logger): Admission {
  const lateness = createLateness(clock.now)
  const answers: Waiting[] = []
  const suggestions: Waiting[] = []
  let isDue = false
  let dropped = 0

  const drop = ({ decide }: Waiting): void => {
    if (dropped === 0) {
      const tell = (): void => {
        logger.warn({ dropped }, 'too much to do: dropped what could no longer be answered in time')
        dropped = 0
      }
      clock.later(tell, LOGGED_MS, false)
    }
    dropped += 1
    decide(null)
  }
  const comeRound = (): void => {
    isDue = true
    // One each time round the event loop: else all that waits on the gateway's socket is worked before the first answer is sent.
    setImmediate(letIn)
  }
  const letIn = (): void => {
    isDue = false
    for (;;) {
      const isAnswer = answers.length > 0
      const next = isAnswer ? answers.shift() : suggestions.pop()
      if (next === undefined) return
      const ageMs = lateness.ageOf(next.createdAtMs)
      const isLast = answers.length + suggestions.length === 0
      // When nobody waits behind it, trying costs nothing; and its age may be misjudged.
      if (isLast || ageMs <= (isAnswer ? LATEST_MS : SUGGESTION_LATEST_MS)) {
        if (!isLast) comeRound()
        next.decide(ageMs)
        return
      }
      drop(next)
    }
  }
  return {
    turn(createdAtMs, kind) {
      lateness.arrived(createdAtMs)
      return new Promise(decide => {
        const waiting = kind === 'answer' ? answers : suggestions
        waiting.push({ createdAtMs, decide })
        const oldest = suggestions.length > MOST_SUGGESTIONS ? suggestions.shift() : undefined
        if (oldest !== undefined) drop(oldest)
        if (!isDue) comeRound()
      })
    },
  }
}
