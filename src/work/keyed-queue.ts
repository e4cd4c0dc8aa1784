/** Lets work that must not overlap take turns: one piece at a time for each key, in the order in which it was asked for. */

/** Runs `work` once all earlier work of the key has ended, well or badly; gives its result. */
export type InTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>

export function createTurns(): InTurn {
  const last = new Map<string, Promise<void>>()
  return (key, work) => {
    const result = (last.get(key) ?? Promise.resolve()).then(work)
    // What failed is told to whoever asked for it; the next in turn goes on.
    const ended = result.then(
      () => undefined,
      () => undefined,
    )
    last.set(key, ended)
    void ended.then(() => last.get(key) === ended && last.delete(key))
    return result
  }
}
