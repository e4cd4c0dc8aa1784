/** Reads several files at once without waiting for those that take long: these come late, one by one. */

export type LateReadings<Result> = {
  readonly read: (name: string) => Promise<Result>
  /** Takes in what was read late. The name counts as late until that is done. */
  readonly takeLate: (name: string, result: Result) => Promise<void>
  /** A bug in reading or in taking in. */
  readonly onError: (error: unknown) => void
  /** For how long others wait. */
  readonly patienceMs: number
}

export class LateReader<Result> {
  readonly #options: LateReadings<Result>
  readonly #late = new Set<string>()

  constructor(options: LateReadings<Result>) {
    this.#options = options
  }

  /** Files that are still being read while others are taken in. */
  get late(): ReadonlySet<string> {
    return this.#late
  }

  /** What was read in good time. */
  async read(names: readonly string[]): Promise<Result[]> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<null>(resolve => {
      timer = setTimeout(() => resolve(null), this.#options.patienceMs)
    })
    const outcomes = names.map(async name => {
      const reading = this.#options.read(name).then(result => ({ result }))
      const inTime = await Promise.race([reading, patience])
      if (inTime === null) void this.#waitFor(name, reading)
      return inTime
    })
    const read = await Promise.all(outcomes).finally(() => clearTimeout(timer))
    return read.flatMap(outcome => (outcome === null ? [] : [outcome.result]))
  }

  async #waitFor(name: string, reading: Promise<{ readonly result: Result }>): Promise<void> {
    this.#late.add(name)
    try {
      await this.#options.takeLate(name, (await reading).result)
    } catch (error) {
      this.#options.onError(error)
    } finally {
      this.#late.delete(name)
    }
  }
}
