/** The process of `command-line.ts`: evaluates `src/cli.ts` anew for each line that it is sent, with everything that it imports kept. */

import { END } from './command-line.ts'

let lines = 0
let work: Promise<void> = Promise.resolve()

async function run(words: readonly string[]): Promise<void> {
  process.argv.splice(2, process.argv.length, ...words)
  process.exitCode = undefined
  lines += 1
  await import(`../../src/cli.ts?line=${lines}`)
  const code = process.exitCode ?? 0
  process.stdout.write(END)
  process.stderr.write(END)
  process.send?.(code)
}

// Each evaluation listens for a reader that has seen enough.
process.stdout.setMaxListeners(0)
process.on('message', (words: readonly string[]) => {
  work = work.then(() => run(words))
})
