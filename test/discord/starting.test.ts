/** The program while it reads a large folder: it is on Discord, and says how far it is wherever it cannot answer yet. */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asking, createFakeDiscord, type FakeDiscord, person, shown } from '../support/fake-discord.ts'
import { freePort, type Program, startProgram } from '../support/running-program.ts'

const page = (headline: string, text: string): string => `---\nheadline: ${headline}\n---\n\n${text}\n`

/** A batch of files is read before the others, of which some are held back. */
const READ = 16
const FILES = 20

let root: string
let fake: FakeDiscord
let program: Program
let health: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-starting-'))
  const corpus = join(root, 'corpus')
  mkdirSync(corpus)
  for (let n = 0; n < READ + 1; n++) {
    writeFileSync(join(corpus, `a-${String(n).padStart(2, '0')}.md`), page(`Ship ${n}`, `Ship number ${n} came in.`))
  }
  writeFileSync(join(corpus, 'held-1.md'), page('Seals', '"Forty seals lay on the pier," said Ilse Brandt.'))
  writeFileSync(join(corpus, 'held-2.md'), page('Comet', 'A comet was seen over Marbach on Monday.'))
  writeFileSync(join(corpus, 'held-3.md'), '---\npublished: soon\n---\n\nNobody knows when.\n')
  fake = await createFakeDiscord()
  const port = await freePort()
  health = `http://127.0.0.1:${port}/health`
  const env = { DATA_DIR: join(root, 'data'), CORPUS_DIR: corpus, HEALTH_PORT: `${port}` }
  program = startProgram(fake, env, ['./test/support/held-reading.ts'])
  await program.until(/invite/)
}, 30_000)

afterAll(async () => {
  program.child.kill('SIGTERM')
  expect(await once(program.child, 'exit')).toEqual([0, null])
  expect(fake.store.violations).toEqual([])
  await fake.close()
  rmSync(root, { recursive: true })
})

const status = async (asking: Asking = {}): Promise<string> =>
  shown(await fake.slash('corpus', {}, { by: fake.editor, subcommand: 'status', ...asking }).shown.next())
const slash = async (name: string, options: Record<string, string>, asking: Asking = {}): Promise<string> =>
  shown(await fake.slash(name, options, { by: person('Reader'), ...asking }).shown.next())

describe.sequential('a bot that still reads its articles', () => {
  const sofar = `${READ} of ${FILES} files`

  it('says in its status, on its profile and to whoever watches over it how far it is', async () => {
    expect(await status()).toContain(sofar)
    expect(await status({ locale: 'de' })).toContain(`${READ} von ${FILES} Dateien`)
    const again = await fake.slash('corpus', {}, { by: fake.editor, subcommand: 'reload' }).shown.next()
    expect(shown(again)).toContain(sofar)
    expect(await fake.gateway.presences.next()).toMatchObject({
      status: 'idle',
      activities: [{ state: `Still reading the articles: ${READ} of ${FILES}` }],
    })
    const told = await fetch(health)
    expect(told.status).toBe(503)
    expect(await told.json()).toMatchObject({ state: 'starting', ready: false, reading: { done: READ, total: FILES } })
  })

  it.each<[string, Record<string, string>]>([
    ['ask', { question: 'How many seals lay on the pier?' }],
    ['ask', { question: 'Which ship came in?', article: 'a-01' }],
    ['quote', { words: 'seals lay' }],
    ['quote', { speaker: 'Ilse Brandt' }],
    ['check', { quote: 'Forty seals lay on the pier' }],
    ['article', {}],
    ['article', { name: 'a-01' }],
    ['help', {}],
  ])('answers /%s %o with that, rather than from half of its articles', async (name, options) => {
    expect(await slash(name, options)).toMatch(new RegExp(`still reading the articles: ${sofar}.*ask again`, 'i'))
  })

  it.each([
    ['en-US', 'still reading the articles'],
    ['de', 'lese die Artikel noch'],
    ['es-ES', 'Todavía estoy leyendo'],
    ['fr', 'en train de lire'],
    ['pt-BR', 'Ainda estou lendo'],
    ['hi', 'अभी लेख पढ़ रहा हूँ'],
    ['ru', 'ещё читаю статьи'],
  ])('says so in %s', async (locale, words) => {
    expect(await slash('ask', { question: 'How many seals?' }, { locale })).toContain(words)
  })

  it('says so to mentions and on the menus of messages, and suggests nothing else', async () => {
    for (const name of ['Ask the articles', 'Check this quote']) {
      expect(
        shown(await fake.messageCommand(name, 'How many seals lay there?', { by: person('Reader') }).shown.next()),
      ).toContain(sofar)
    }
    fake.say('<@bot> How many seals lay on the pier?')
    expect(shown(await fake.store.sent.next())).toContain(sofar)
    for (const [name, option] of [
      ['ask', 'question'],
      ['ask', 'article'],
      ['quote', 'speaker'],
      ['article', 'name'],
    ] as const) {
      expect(await fake.autocomplete(name, option, '').choices.next()).toEqual([])
      expect(await fake.autocomplete(name, option, 'seal').choices.next()).toEqual([
        { name: `Still reading the articles: ${READ} of ${FILES}`, value: 'seal' },
      ])
    }
  })

  it('takes nothing from editors before it can tell what is there already', async () => {
    const file = { name: 'otter.md', bytes: new TextEncoder().encode(page('Otter', 'An otter was seen.')) }
    const asking = { by: fake.editor, subcommand: 'add', files: { file } }
    expect(await slash('corpus', {}, asking)).toContain(sofar)
  })

  it('answers once all is read, and names the file that it could not read, to the host alone', async () => {
    program.child.send('go')
    await program.until(/all articles are read/)
    expect(await slash('ask', { question: 'How many seals lay on the pier?' })).toContain('Forty')
    expect(await slash('ask', { question: 'Where was a comet seen?' })).toContain('Marbach')
    const now = await status()
    expect(now).toContain(`${FILES - 1} articles`)
    expect(now).toContain('Shared files that cannot be read: 1.')
    expect(program.lines.some(line => line.includes('held-3.md:2: expected'))).toBe(true)
    const told = await fetch(health)
    expect(told.status).toBe(200)
    expect(await told.json()).toMatchObject({ state: 'ready', reading: null, articles: FILES - 1 })
    let presence = await fake.gateway.presences.next()
    while (presence.status === 'idle') presence = await fake.gateway.presences.next()
    expect(presence).toMatchObject({ status: 'online', activities: [] })
  })
})
