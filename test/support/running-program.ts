/** The program as it is started, in a process of its own, for the tests of this folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FakeDiscord } from './fake-discord.ts'

const root = join(import.meta.dirname, '../..')

export type Program = {
  readonly child: ChildProcess
  readonly lines: string[]
  until(pattern: RegExp): Promise<string>
  /** Resolves once so many lines have the pattern. */
  untilTimes(pattern: RegExp, times: number): Promise<void>
}

/** `more` of the environment says at least where DATA_DIR is. Modules of `preload` are loaded first; then the child takes messages. */
export function startProgram(
  fake: FakeDiscord,
  more: Readonly<Record<string, string>>,
  preload: readonly string[] = [],
  entry = 'src/main.ts',
): Program {
  const env = {
    PATH: process.env.PATH ?? '',
    DISCORD_TOKEN: fake.token,
    DISCORD_API: fake.address.api,
    ...more,
  }
  const imports = ['tsx', ...preload].flatMap(module => ['--import', module])
  // As `npm start` does.
  const child = spawn(process.execPath, ['--max-semi-space-size=4', ...imports, entry], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', ...(preload.length > 0 ? ['ipc' as const] : [])],
  })
  if (child.stderr === null) throw new Error('expected a stream of log lines')
  const lines: string[] = []
  const waiting: { readonly pattern: RegExp; readonly tell: (line: string) => void }[] = []
  const next = (pattern: RegExp): Promise<string> => new Promise(tell => waiting.push({ pattern, tell }))
  createInterface(child.stderr).on('line', line => {
    lines.push(line)
    for (const { pattern, tell } of waiting) if (pattern.test(line)) tell(line)
  })
  return {
    child,
    lines,
    until: async pattern => lines.find(line => pattern.test(line)) ?? (await next(pattern)),
    async untilTimes(pattern, times) {
      while (lines.filter(line => pattern.test(line)).length < times) await next(pattern)
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is always of this kind.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
