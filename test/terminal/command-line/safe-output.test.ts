/** Whatever stands in files, their names, keys and questions: nothing of it steers the terminal. Real processes, their raw output. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandLine, openCommandLine } from '../../support/command-line.ts'

const root = join(import.meta.dirname, '../../..')
/** Clears the screen, sets the title, rings, turns the direction; in C0, C1 and DEL. */
const hostile = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u0085\u007f\u202eevil\u2066'
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

let folder = ''
let good = ''
let bad = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-safe-'))
  good = join(folder, 'good')
  bad = join(folder, `bad${hostile.replaceAll('/', '')}`)
  mkdirSync(good)
  mkdirSync(bad)
  const keys = { headline: `Flood ${hostile}`, outlet: `Post ${hostile}`, byline: hostile, standfirst: hostile }
  const body = `The river ${hostile} rose. "We ran ${hostile} to the hill," said Ilse ${hostile} Brandt.`
  writeFileSync(join(good, 'flood.json'), JSON.stringify({ ...keys, published: '2024-05-01', body }))
  writeFileSync(join(bad, `name${hostile}.json`), JSON.stringify({ [`key${hostile}`]: 'x', body }))
  writeFileSync(join(bad, `front${hostile}.md`), `---\nheadline: a\n${hostile}: b\npublished: ${hostile}\n---\n\nx\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A process of its own, where something comes from its standard input. */
function start(file: string, words: readonly string[], input: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('src', file), ...words], {
    cwd: root,
    env: { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: file === 'main.ts' ? good : '', NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  }
  child.stdin.end(input)
  return new Promise(resolve => child.on('close', () => resolve(output)))
}

let line: CommandLine
beforeAll(() => {
  line = openCommandLine()
})
afterAll(() => line.stop())

async function run(file: string, words: readonly string[], input: string): Promise<string> {
  if (input !== '') return start(file, words, input)
  const { stdout, stderr } = await line.run(words)
  return stdout + stderr
}

describe('the terminal', () => {
  it.each<[string, string, () => readonly string[], string]>([
    ['a passage', 'cli.ts', () => ['ask', '--corpus', good, 'river rose'], ''],
    ['a passage as JSON', 'cli.ts', () => ['ask', '--corpus', good, '--json', `river rose ${hostile}`], ''],
    ['questions from a pipe', 'cli.ts', () => ['ask', '--corpus', good], `river ${hostile}\n{"question": 1}\n`],
    ['an unknown article', 'cli.ts', () => ['ask', '--corpus', good, '--article', hostile, 'river'], ''],
    ['quotations', 'cli.ts', () => ['quote', '--corpus', good, '--all'], ''],
    ['quotations as JSON', 'cli.ts', () => ['quote', '--corpus', good, '--all', '--json'], ''],
    ['no quotation', 'cli.ts', () => ['quote', '--corpus', good, '--speaker', `Ilsa ${hostile}`], ''],
    ['a check', 'cli.ts', () => ['quote', '--corpus', good, '--check', `We walked ${hostile} to the hill`], ''],
    ['a check as JSON', 'cli.ts', () => ['quote', '--corpus', good, '--check', '--json', `We ${hostile} ran`], ''],
    ['the list', 'cli.ts', () => ['corpus', 'list', '--corpus', good], ''],
    ['the list as JSON', 'cli.ts', () => ['corpus', 'list', '--corpus', good, '--json'], ''],
    ['what a file holds', 'cli.ts', () => ['corpus', 'read', join(good, 'flood.json')], ''],
    ['what a file holds as JSON', 'cli.ts', () => ['corpus', 'read', '--json', join(good, 'flood.json')], ''],
    ['faults', 'cli.ts', () => ['corpus', 'check', '--corpus', bad], ''],
    ['faults as JSON', 'cli.ts', () => ['corpus', 'check', '--corpus', bad, '--json'], ''],
    ['a start that faults end', 'cli.ts', () => ['ask', '--corpus', bad, 'x'], ''],
    ['a missing file', 'cli.ts', () => ['corpus', 'read', `none${hostile}.txt`], ''],
    ['a missing file as JSON', 'cli.ts', () => ['corpus', 'read', '--json', `none${hostile}.txt`], ''],
    ['a slug that is not there', 'cli.ts', () => ['corpus', 'remove', hostile, '--corpus', good], ''],
    ['an unknown option', 'cli.ts', () => ['corpus', `--${hostile}`], ''],
    ['an unknown subcommand', 'cli.ts', () => [hostile], ''],
    [
      'the console',
      'main.ts',
      () => [],
      `river ${hostile}\n/${hostile}\n/article flood\n/quote ${hostile}\n/check we ran\n`,
    ],
  ])(
    'is not steered by %s',
    async (_what, file, words, input) => {
      const output = await run(file, words(), input)
      expect(output).not.toBe('')
      expect(steering.exec(output)?.[0]).toBeUndefined()
    },
    30_000,
  )

  it('names a file on one line, whatever line ends are in its name', async () => {
    const output = await run('cli.ts', ['corpus', 'read', 'none\n/etc/passwd: fault: all is lost.txt'], '')
    expect(output).toContain('none /etc/passwd: fault: all is lost.txt: expected a file')
    expect(output.trim().split('\n')).toHaveLength(1)
  })
})
