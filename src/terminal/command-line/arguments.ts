/** The words of a command line, read the same way for every subcommand. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A command line that makes no sense: exit code 2, with its message on standard error. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** `node:util`'s `parseArgs`, strict, with its complaints as `UsageError`. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    // parseArgs throws TypeErrors with a code for what the person typed, and only for that.
    if (error instanceof TypeError && 'code' in error) throw new UsageError(error.message)
    throw error
  }
}

/** `--top`: a whole number from 1 to 100. @throws UsageError for anything else. */
export function readTop(value: string | undefined, byDefault: number): number {
  if (value === undefined) return byDefault
  const top = Number(value)
  if (!/^\d+$/.test(value) || top < 1 || top > 100) {
    throw new UsageError(`expected --top to be a whole number from 1 to 100, got \`${value}\``)
  }
  return top
}
