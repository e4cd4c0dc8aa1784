/** Work that can be left off between two of its steps, each of a few milliseconds at most, so that others have their turn meanwhile. */

/** Yields after each step; its return value is what the work gives. Hot loops belong into plain functions: in a generator they are slow. */
export type Steps<Result> = Generator<void, Result>

/** Does all steps at once. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The ranges `[from, to)` of `size` that `[0, end)` is made of. */
export function* rangesOf(end: number, size: number): Generator<readonly [number, number]> {
  for (let from = 0; from < end; from += size) yield [from, Math.min(end, from + size)]
}
