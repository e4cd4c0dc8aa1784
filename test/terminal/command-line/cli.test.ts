/** The real command line: processes, standard streams and exit codes, on the shipped corpus. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileInputs } from '../../support/articles.ts'
import { type CommandLine, openCommandLine, type Run } from '../../support/command-line.ts'

const root = join(import.meta.dirname, '../../..')

type Ended = Omit<Run, 'code'> & { readonly code: number | null }

function run(
  file: string,
  words: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('src', file), ...words], {
    cwd: root,
    // A developer's own .env must not put a test on Discord.
    env: { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '', NO_COLOR: '1', ...environment },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk))
  child.stdin.end(input)
  return new Promise(resolve => child.on('close', code => resolve({ code, ...output })))
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('npm start without a token', () => {
  it('answers a line from a pipe and ends', async () => {
    const { code, stdout } = await run('main.ts', [], 'Who is the Kremlin spokesman?\n')
    expect(code).toBe(0)
    expect(stdout).toContain('Dmitry Peskov')
    expect(stdout).toContain('WION · WION Web Team · Moscow, Russia · 2021-01-24')
  })

  it('answers every line, commands and nonsense among them', async () => {
    const { code, stdout, stderr } = await run(
      'main.ts',
      [],
      'detained in Moscow\n\n/article\n/nonsense\n*_|>#-[]()`\n',
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('1,320')
    expect(stdout).toContain('One article:')
    expect(stdout).toContain('There is no command /nonsense')
  })

  it('answers every hostile line, asked plainly and looked up', async () => {
    const lines = hostileInputs.flatMap(([, text]) => [text, `/quote ${text}`, `/article ${text}`])
    const { code, stdout, stderr } = await run('main.ts', [], `${lines.join('\n')}\n`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.length).toBeGreaterThan(lines.length)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(stdout).not.toMatch(/[\u0000\u001b]/)
  })

  it.each([
    ['missing', 'no-such-folder'],
    ['empty', ''],
  ])('ends with one clear line when the corpus is %s', async (_what, name) => {
    const { code, stdout, stderr } = await run('main.ts', [], 'hello\n', { CORPUS_DIR: join(folder, name) })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(join(folder, name))
  })

  it('names every fault of the environment at once', async () => {
    const { code, stderr } = await run('main.ts', [], '', { LOG_LEVEL: 'loud', DISCORD_GUILD_ID: 'x' })
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(2)
  })
})

describe('npm run ask', () => {
  let line: CommandLine
  beforeAll(() => {
    line = openCommandLine()
  })
  afterAll(() => line.stop())

  it.each([['--help'], ['ask', '--help'], ['corpus', '-h']])('says how it is used when asked: %s', async (...words) => {
    const { code, stdout, stderr } = await line.run(words)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('npm run ask   -- [--corpus DIR]')
  })

  it('prints nothing but JSON with --json, one object a question', async () => {
    const input =
      'How many people were detained in Moscow?\n{"question":"Who is Rebecca Ross?","article":"kremlin-us-dialogue"}\n'
    const { code, stdout } = await run('cli.ts', ['ask', '--json', '--top', '5'], input)
    expect(code).toBe(0)
    const answers = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(answers).toHaveLength(2)
    expect(answers[0].kind).toBe('found')
    expect(answers[0].passages[0]).toMatchObject({
      article: 'kremlin-us-dialogue',
      sentence: expect.stringContaining('1,320'),
      attribution: { outlet: 'WION', published: '2021-01-24', dateline: 'Moscow, Russia', byline: 'WION Web Team' },
    })
    expect(answers[1].passages[0].sentence).toContain('Rebecca Ross')
  })

  it('says honestly that nothing answers, and that is no fault', async () => {
    const { code, stdout } = await line.run(['ask', '--json', 'What is the capital of France?'])
    expect(code).toBe(0)
    expect(['nearest', 'nothing-found']).toContain(JSON.parse(stdout).kind)
  })

  it('explains its scores', async () => {
    const { code, stdout } = await line.run(['ask', '--explain', '--top', '1', 'Who is Maria Zakharova?'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/score -?\d+\.\d+ =\n +-?\d/)
  })

  it.each([
    ['an unknown option', ['ask', '--loud', 'x']],
    ['a --top out of range', ['ask', '--top', '0', 'x']],
    ['an unknown article', ['ask', '--article', 'none', 'x']],
    ['an unknown subcommand', ['sing']],
    ['no subcommand', []],
  ])('exits 2 on %s, with nothing on standard output', async (_what, words) => {
    const { code, stdout, stderr } = await line.run(words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })

  it('exits 1 on a file with faults, and names each by path and line', async () => {
    writeFileSync(join(folder, 'flood.md'), '---\nheadline: Flood\npublished: May\n---\n\nIt rained.\n')
    const { code, stderr } = await line.run(['ask', '--corpus', folder, 'rain'])
    rmSync(join(folder, 'flood.md'))
    expect(code).toBe(1)
    expect(stderr).toContain(
      `${join(folder, 'flood.md')}:3: expected \`published\` to be a date like 2024-05-01, got \`May\``,
    )
  })
})
