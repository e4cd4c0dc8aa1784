/** `npm run doctor` as a process, on a fake Discord. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFakeDiscord, type FakeDiscord } from '../../support/fake-discord.ts'

const root = join(import.meta.dirname, '../../..')
let folder = ''
let fake: FakeDiscord

beforeAll(async () => {
  fake = await createFakeDiscord()
})
afterAll(async () => fake.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-doctor-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function doctor(environment: NodeJS.ProcessEnv): Promise<{ readonly code: number | null; readonly lines: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('src', 'cli.ts'), 'doctor'], {
    cwd: root,
    env: {
      ...process.env,
      CORPUS_DIR: '',
      DATA_DIR: join(folder, 'data'),
      DISCORD_TOKEN: '',
      DISCORD_API: fake.address.api,
      ...environment,
    },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  return new Promise(resolve => child.on('close', code => resolve({ code, lines: output.trimEnd().split('\n') })))
}

describe('npm run doctor', () => {
  it('finds everything in order, a line each, and leaves nothing behind', async () => {
    const { code, lines } = await doctor({ DISCORD_TOKEN: fake.token })
    expect(lines).toEqual([
      '✓ settings     every variable can be read',
      expect.stringMatching(/^✓ corpus {7}1 article, \d+ sentences in corpus$/),
      `✓ data folder  ${join(folder, 'data')} can be read and written`,
      expect.stringMatching(/^✓ disk {9}[\d,]+ MB free$/),
      '✓ token        taken; the bot is Verbatim',
      '✓ intents      none that Discord has to grant is needed',
      '✓ servers      1',
      expect.stringMatching(/^✓ clock {8}\d+ seconds (?:behind|ahead of) Discord’s$/),
    ])
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'data'))).toEqual([])
  })

  it('names each thing that keeps the bot from working, and exits with 1', async () => {
    writeFileSync(join(folder, 'data'), 'a file, where a folder is expected')
    writeFileSync(join(folder, 'bad.md'), '---\npublished: soon\n---\nText.\n')
    const { code, lines } = await doctor({ CORPUS_DIR: folder, DISCORD_TOKEN: 'no.such.token' })
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(/✗ corpus .*bad\.md: expected `published`/)
    expect(lines.join('\n')).toMatch(/✗ data folder .* cannot be written: (?:EEXIST|ENOTDIR)/)
    expect(lines.join('\n')).toContain('✗ token        Discord does not take DISCORD_TOKEN: copy it anew')
  })

  it('says what a setting has to be, and looks no further', async () => {
    const { code, lines } = await doctor({ LOG_LEVEL: 'loud' })
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^✗ settings {5}expected LOG_LEVEL to be one of/)])
  })

  it('says that Discord cannot be reached, or is not wanted', async () => {
    const gone = await doctor({ DISCORD_TOKEN: fake.token, DISCORD_API: 'http://127.0.0.1:9/api' })
    expect(gone.lines.at(-1)).toMatch(/^✗ Discord {6}cannot be reached: /)
    expect((await doctor({})).lines.at(-1)).toContain('DISCORD_TOKEN is not set: npm start opens the console')
  })
})
