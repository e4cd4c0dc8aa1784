import { describe, expect, it } from 'vitest'
import { createLateness } from '../../../../src/discord/handlers/admission/lateness.ts'

const MINUTE = 60_000
/** When interactions are made, by Discord's clock. */
const START = 1_700_000_000_000

describe('the age of an interaction', () => {
  it.each([
    ['right', START],
    ['an hour behind', START - 60 * MINUTE],
    ['counting from the start of the process', 0],
  ])('is that beyond the quickest, by a clock that is %s', (_what, startsAt) => {
    let elapsedMs = 0
    const lateness = createLateness(() => startsAt + elapsedMs)
    elapsedMs += 100
    lateness.arrived(START)
    expect(lateness.ageOf(START)).toBe(0)
    elapsedMs += 4_000
    lateness.arrived(START)
    expect(lateness.ageOf(START)).toBe(4_000)
    // Made at 4,080, and so quicker than the first.
    lateness.arrived(START + 4_080)
    expect(lateness.ageOf(START + 4_080)).toBe(0)
    expect(lateness.ageOf(START)).toBe(4_080)
  })

  it('follows a clock that runs fast, since old measures are forgotten', () => {
    let now = 0
    const lateness = createLateness(() => now)
    for (let minute = 0; minute < 100; minute += 1) {
      now = minute * MINUTE * 1.001
      lateness.arrived(START + minute * MINUTE)
      expect(lateness.ageOf(START + minute * MINUTE)).toBeLessThan(1_000)
    }
  })

  it('is that of a first one after hours of silence, too', () => {
    let now = 0
    const lateness = createLateness(() => now)
    lateness.arrived(START)
    now = 600 * MINUTE + 10_000
    lateness.arrived(START + 600 * MINUTE)
    expect(lateness.ageOf(START + 600 * MINUTE)).toBe(0)
  })
})
