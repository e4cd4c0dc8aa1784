import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { type Admission, createAdmission } from '../../../../src/discord/handlers/admission/admission.ts'
import { createHandClock, type HandClock } from '../../../support/hand-clock.ts'

type Gate = {
  readonly clock: HandClock
  readonly logged: unknown[]
  /** What was let in, in order, with its age; and what was dropped. */
  readonly worked: [name: string, ageMs: number][]
  readonly dropped: string[]
  come(name: string, kind: Parameters<Admission['turn']>[1]): Promise<void>
}

/** Each interaction that is let in takes 600 ms. */
function createGate(): Gate {
  const clock = createHandClock()
  const logged: unknown[] = []
  const logger = pino({ level: 'warn' }, { write: (line: string) => logged.push(JSON.parse(line)) })
  const admission = createAdmission(clock, logger)
  const worked: [string, number][] = []
  const dropped: string[] = []
  return {
    clock,
    logged,
    worked,
    dropped,
    async come(name, kind) {
      const ageMs = await admission.turn(clock.wallNow(), kind)
      if (ageMs === null) return void dropped.push(name)
      worked.push([name, ageMs])
      clock.advance(600)
    },
  }
}

describe('more interactions than can be answered in time', () => {
  it('are worked in their order until they are too old, and dropped then', async () => {
    const { come, worked, dropped, logged, clock } = createGate()
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => come(name, 'answer')))
    // Behind the last one nobody waits: it is tried.
    expect(worked).toEqual([
      ['a', 0],
      ['b', 600],
      ['c', 1_200],
      ['d', 1_800],
      ['g', 2_400],
    ])
    expect(dropped).toEqual(['e', 'f'])
    clock.advance(1_000)
    expect(logged).toMatchObject([{ dropped: 2 }])
    await Promise.all(['h', 'i'].map(name => come(name, 'answer')))
    expect(worked.slice(5)).toEqual([
      ['h', 0],
      ['i', 600],
    ])
  })

  it('go before suggestions, of which the latest few wait, and not for long', async () => {
    const { come, worked, dropped } = createGate()
    const typed = Array.from({ length: 23 }, (_, at) => come(`typed ${at}`, 'suggestion'))
    await Promise.all([...typed, come('asked', 'answer')])
    expect(worked).toEqual([
      ['asked', 0],
      ['typed 22', 600],
      // Of the next, all but the last are more than a second old.
      ['typed 3', 1_200],
    ])
    expect(dropped).toHaveLength(21)
  })

  it('let everything else have its turn between two of them', async () => {
    const { come, worked } = createGate()
    const all = Promise.all(['a', 'b', 'c'].map(name => come(name, 'answer')))
    await setImmediate()
    expect(worked).toHaveLength(1)
    await all
  })
})
