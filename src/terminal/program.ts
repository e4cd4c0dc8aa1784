/** How a program ends: told to by a signal, or by a fault. What it does until then is left to `main.ts`, `cli.ts` and `shards.ts`. */
import { ConfigError, CorpusError } from '../errors.ts'
import { plain } from './text.ts'

/** Resolves when the process is told to end, which it then has to do by itself. */
export function untilToldToEnd(): Promise<null> {
  return new Promise(resolve => {
    // `on`, not `once`: the folder's lock watches signals, too, and ends the process when nobody else does.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve(null))
  })
}

/** Says on standard error what ended the program: in one line where it was foreseen, with its stack where it is a bug. Gives the exit code. */
export function failed(error: unknown): number {
  const isWritten = error instanceof ConfigError || error instanceof CorpusError
  const text = isWritten ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${plain(text)}\n`)
  return 1
}
