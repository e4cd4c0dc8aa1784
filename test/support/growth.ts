/** Measures how processor time grows with the size of an input: for tests that hold work to about linear time. */

/** What takes less is noise: it counts as this, in milliseconds of processor time. */
const LEAST_MS = 3
/** How many times larger the large input is. */
const TIMES = 8
/** Measured anew, lest a pause for garbage is taken for growth. */
const ATTEMPTS = 3

/** Growth beyond this is no longer linear, with room for noise and for what sorting costs: linear is 8, quadratic 64. */
export const LINEAR = 24

/**
 * How many times longer `run` takes for an input eight times as large, in processor time. `size` is that of the small input at most: what
 * takes long enough to be measured is measured smaller, since eight times of it says as much and takes less.
 */
export async function growthOf<Input>(
  make: (size: number) => Input | Promise<Input>,
  size: number,
  run: (input: Input) => unknown,
): Promise<number> {
  const costOf = async (units: number): Promise<number> => {
    const input = await make(units)
    const elapsedMs = startProcessorTime()
    await run(input)
    return elapsedMs()
  }
  let units = Math.ceil(size / 16)
  // The first run is slower than any later one: code is compiled in it.
  await costOf(units)
  let smallMs = await costOf(units)
  while (smallMs < LEAST_MS && units < size) {
    units = Math.min(size, 2 * units)
    smallMs = await costOf(units)
  }
  let growth = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && growth >= LINEAR; attempt += 1) {
    growth = Math.min(growth, (await costOf(TIMES * units)) / Math.max(LEAST_MS, smallMs, await costOf(units)))
  }
  return growth
}

/** Starts measuring; the function returned gives the milliseconds of processor time that this process has used since. */
export function startProcessorTime(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
}
