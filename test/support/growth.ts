/** Measures how processor time grows with the size of an input: for tests that hold work to about linear time. */

/** Below this, noise outweighs growth, in milliseconds of processor time. */
const LEAST_MS = 40
const REPEATS = 3

/**
 * How many times longer `run` takes for `4 * size` than for `size`, in processor time; the least of several tries, so that other work
 * on the machine does not count. 4 is linear, 16 quadratic. Times under 40 ms count as 40 ms.
 */
export function growthOf<T>(make: (size: number) => T, size: number, run: (input: T) => unknown): number {
  const [small, large] = [make(size), make(4 * size)]
  run(small)
  return (
    Math.max(
      LEAST_MS,
      leastMs(() => run(large)),
    ) /
    Math.max(
      LEAST_MS,
      leastMs(() => run(small)),
    )
  )
}

/** Starts measuring; the function returned gives the milliseconds of processor time that this process has used since. */
export function startProcessorTime(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
}

function leastMs(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < REPEATS; tries++) {
    const elapsedMs = startProcessorTime()
    run()
    least = Math.min(least, elapsedMs())
    if (least < LEAST_MS) break
  }
  return least
}

/** Growth beyond this is no longer linear, with room for noise and for what sorting costs. */
export const LINEAR = 8
