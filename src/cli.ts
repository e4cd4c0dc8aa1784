/** `npm run ask | quote | corpus | doctor`: picks the subcommand and turns what it throws into messages and exit codes. */
import { config as loadEnvironment } from 'dotenv'
import { UserError } from './errors.ts'
import { UsageError } from './terminal/command-line/arguments.ts'
import { runAsk } from './terminal/command-line/ask.ts'
import { runQuote } from './terminal/command-line/quote.ts'
import { failed } from './terminal/program.ts'
import { plain } from './terminal/text.ts'

const usage = `usage:
  npm run ask   -- [--corpus DIR] [--article SLUG] [--top N] [--json] [--explain] [QUESTION…]
  npm run quote -- [--corpus DIR] [--speaker NAME] [--article SLUG] [--top N] [--json] [--all | --check] [WORDS…]
  npm run doctor
  npm run corpus -- list | check | read FILE… | add FILE|URL… | remove SLUG… | follow URL… | unfollow URL… | fetch [--corpus DIR] [--json] [--replace]`

// Each is loaded when it is asked for: reading web pages or drawing is not needed to answer a question.
const subcommands = new Map<string, () => Promise<(words: string[]) => Promise<number>>>([
  ['ask', async () => runAsk],
  ['quote', async () => runQuote],
  ['doctor', async () => (await import('./terminal/command-line/doctor.ts')).runDoctor],
  ['corpus', async () => (await import('./terminal/command-line/corpus.ts')).runCorpus],
])

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if ([name, rest[0]].some(word => word === '--help' || word === '-h')) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const load = subcommands.get(name ?? '')
  if (load === undefined) throw new UsageError(`expected ask, quote, corpus or doctor, got \`${name ?? ''}\``)
  const subcommand = await load()
  return subcommand(rest)
}

/** Exit codes: 1 for a fault in files or in the program, 2 for a command line that makes no sense. */
function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${plain(error.message)}\n${usage}\n`)
    return 2
  }
  if (error instanceof UserError) {
    process.stderr.write(`${plain(error.message)}\n`)
    return 2
  }
  return failed(error)
}

// A reader that has seen enough (`| head`) closes the pipe: not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})
loadEnvironment({ quiet: true })
process.exitCode = await run(process.argv.slice(2)).catch(report)
