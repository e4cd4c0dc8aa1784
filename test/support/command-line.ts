/** The real command line for tests that are not about its start: one process runs one line after the other, which saves a second for each. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

const root = join(import.meta.dirname, '../..')

/** Ends what one line has written to a stream. */
export const END = '\n--- end of a command line ---\n'

export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string }

export type CommandLine = {
  /** Runs `src/cli.ts` with these words; nothing comes from its standard input. One at a time. */
  run(words: readonly string[]): Promise<Run>
  stop(): Promise<void>
}

/** Starts the process. `environment` adds to this process's own. */
export function openCommandLine(environment: Readonly<Record<string, string>> = {}): CommandLine {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'command-line-process.ts')], {
    cwd: root,
    // A developer's own .env must not put a test on Discord.
    env: { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '', NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const { stdout: out, stderr: err } = child
  if (out === null || err === null) throw new Error('expected the streams of a process')
  const streams = [outputsOf(out), outputsOf(err)] as const
  return {
    async run(words) {
      const code = once(child, 'message')
      child.send(words)
      const [stdout, stderr, [exitCode]] = await Promise.all([streams[0](), streams[1](), code])
      return { code: Number(exitCode), stdout, stderr }
    },
    async stop() {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

/** Gives what comes until the next end of a line's output, each time that it is called. */
function outputsOf(stream: Readable): () => Promise<string> {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return async () => {
    while (!text.includes(END)) await once(stream, 'data')
    const [output = '', ...rest] = text.split(END)
    text = rest.join(END)
    return output
  }
}
