/** `/corpus` end to end: the real client, files on the disk, and two servers that must never see each other's articles. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Host } from '../../src/library/host/host.ts'
import { startHost } from '../../src/library/host/start-host.ts'
import type { Servers } from '../../src/servers/server-articles.ts'
import { openServers } from '../../src/servers/servers.ts'
import { fileOf as articleText, flood, lighthouse } from '../support/articles.ts'
import {
  type Asking,
  buttonsOf,
  type FakeDiscord,
  type FakeMessage,
  isPrivate,
  shown,
} from '../support/fake-discord.ts'
import { type Code, createFaultDisk, type FaultDisk } from '../support/fault-disk.ts'
import { noFeeds } from '../support/no-feeds.ts'
import { type BotUnderTest, startBot, startOn } from '../support/running-bot.ts'
import { createSwiftClock } from '../support/swift-clock.ts'

let dataDir = ''
let sharedDir = ''
let host: Host
let running: BotUnderTest
let fake: FakeDiscord
let servers: Servers
let added: object[] = []

let clock = 0
let allowPrivateAddresses = false
let disk: FaultDisk

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The bot with its articles read from the disk; on a Discord that it has left, where one is given. */
async function start(known?: FakeDiscord): Promise<void> {
  host = await startHost({ corpusDir: sharedDir, stateDir: null, log: silent, clock: createSwiftClock() })
  const log = { info: (what: object) => void added.push(what), warn: () => undefined }
  servers = await openServers({ dataDir, listener: host, log, allowPrivateAddresses, disk })
  const given = {
    library: (guild: string | null) => host.library(guild),
    corpora: { servers, shared: host, feeds: noFeeds },
    now: () => (clock += 60_000),
  }
  running = known === undefined ? await startBot(given) : { ...running, ...(await startOn(known, given)) }
  fake = running.fake
}

const writeShared = (name: string, text: string): void => writeFileSync(join(sharedDir, name), text)

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'verbatim-corpus-'))
  sharedDir = mkdtempSync(join(tmpdir(), 'verbatim-shared-'))
  for (const article of [flood, lighthouse]) writeShared(`${article.slug}.txt`, articleText(article))
  added = []
  allowPrivateAddresses = false
  disk = createFaultDisk()
  await start()
})
afterEach(async () => {
  await running.bot.stop()
  await host.stop()
  await fake.close()
  expect(fake.store.violations).toEqual([])
  rmSync(dataDir, { recursive: true })
  rmSync(sharedDir, { recursive: true })
})

const secret = `---
headline: Otter seen in Grimsby harbour
outlet: The Quay
published: 2024-02-03
---

An otter was seen in the harbour of Grimsby on Saturday. "It ate my herring," said Walter Quill, a fisherman. Nobody had seen one there for years.
`
const fileOf = (text: string, name = 'otter.md') => ({ name, bytes: new TextEncoder().encode(text) })

const corpus = (subcommand: string, options = {}, asking: Asking = {}): Promise<FakeMessage> =>
  fake.slash('corpus', options, { by: fake.editor, ...asking, subcommand }).shown.next()
const send = (text: string, name?: string, asking: Asking = {}): Promise<FakeMessage> =>
  corpus('add', {}, { files: { file: fileOf(text, name) }, ...asking })
const click = (message: FakeMessage, label: string, asking: Asking = {}): Promise<FakeMessage> =>
  fake.click(message, label, { by: fake.editor, ...asking }).shown.next()
const ask = async (question: string, asking: Asking = {}): Promise<string> =>
  shown(await fake.slash('ask', { question }, asking).shown.next())

describe('/corpus add', () => {
  it('shows what was recognised, and adds it when that is confirmed', async () => {
    const draft = await send(secret)
    expect(isPrivate(draft)).toBe(true)
    expect(shown(draft)).toContain('**Add this article?**')
    expect(shown(draft)).toContain('Otter seen in Grimsby harbour')
    expect(shown(draft)).toContain('The Quay · February 3, 2024')
    expect(shown(draft)).toContain('Not recognised: byline')
    expect(await ask('What did Walter Quill say?')).not.toContain('herring')
    expect(shown(await click(draft, 'Add'))).toContain('Added.')
    expect(buttonsOf(draft)).toEqual([])
    expect(await ask('What did Walter Quill say?')).toContain('ate my herring')
    expect(readFileSync(join(dataDir, 'servers', fake.guildId, 'otter.md'), 'utf8')).toBe(secret)
    expect(added).toContainEqual(expect.objectContaining({ article: 'otter', interaction: expect.any(String) }))
    expect(JSON.stringify(added)).not.toMatch(new RegExp(`${fake.editor.id}|Edith`))
  })

  it('adds nothing when it is called off', async () => {
    const draft = await send(secret)
    expect(shown(await click(draft, 'Cancel'))).toContain('Nothing was changed.')
    expect(readdirSync(join(dataDir, 'servers', fake.guildId))).toEqual(['.application', '.pending'])
    expect(readdirSync(join(dataDir, 'servers', fake.guildId, '.pending'))).toEqual([])
  })

  it('can be confirmed after a restart, and but once', async () => {
    const draft = await send(secret)
    await running.bot.stop()
    await host.stop()
    await start(fake)
    const id = buttonsOf(draft)[0]?.custom_id ?? ''
    expect(shown(await click(draft, 'Add'))).toContain('Added.')
    const late = await fake.clickId(draft, id, { by: fake.editor }).shown.next()
    expect(shown(late)).toContain('no longer kept')
    expect((await servers.status(fake.guildId)).articles).toHaveLength(1)
  })

  it('says what it would replace, and replaces it only then', async () => {
    await click(await send(secret), 'Add')
    const draft = await send(secret.replace('years', 'decades'))
    expect(shown(draft)).toContain('This takes the place of: Otter seen in Grimsby harbour')
    await click(draft, 'Replace')
    expect(await ask('Who had seen an otter for decades?')).toContain('for **decades**')
  })

  it('says what is there already in much the same words', async () => {
    await click(await send(secret), 'Add')
    expect(shown(await send(secret, 'another-name.md'))).toContain('Much the same is there already: Otter seen')
  })

  it('reads a saved page', async () => {
    const page = `<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1><p>${'The ferry to Gull Island was late on Monday. '.repeat(12)}</p></article></body></html>`
    const draft = await send(page, 'page.html')
    expect(shown(draft)).toContain('Ferry late')
    await click(draft, 'Add')
    expect(readdirSync(join(dataDir, 'servers', fake.guildId))).toContain('ferry-late.txt')
  })

  it('shows the first of many articles, however long their headlines are, and adds them all', async () => {
    const headline = '**Bold** <@1> @everyone '.repeat(40)
    const feed = Array.from({ length: 30 }, (_, n) =>
      JSON.stringify({ headline: `${n} ${headline}`, body: `Number ${n}.` }),
    )
    const draft = await send(feed.join('\n'), 'feed.jsonl')
    expect(shown(draft)).toContain('Add these 30 articles?')
    expect(shown(draft)).toContain('and 25 more')
    await click(draft, 'Add')
    expect((await servers.status(fake.guildId)).articles).toHaveLength(30)
    const choices = await fake
      .autocomplete('corpus', 'name', '', { by: fake.editor, subcommand: 'remove' })
      .choices.next()
    expect(choices).toHaveLength(25)
  })

  it('asks whether a text is whole that stops in the middle of a sentence', async () => {
    expect(shown(await send(secret))).not.toContain('Is it whole?')
    const draft = await send(secret.trimEnd().slice(0, -9), 'cut.md')
    expect(shown(draft)).toContain('The text stops in the middle of a sentence')
    expect(shown(await click(draft, 'Add'))).toContain('Added.')
  })

  it('speaks the language of the person', async () => {
    const draft = await send(secret, 'otter.md', { locale: 'de' })
    expect(shown(draft)).toContain('Diesen Artikel hinzufügen?')
    expect(shown(await click(draft, 'Hinzufügen', { locale: 'de' }))).toContain('Hinzugefügt.')
  })

  it('says in that language why a file is refused', async () => {
    const refused = async (file: ReturnType<typeof fileOf> & { size?: number; url?: string }): Promise<string> =>
      shown(await corpus('add', {}, { files: { file }, locale: 'de' }))
    expect(await refused({ ...fileOf(secret), size: 9 * 2 ** 20 })).toContain('8 MB haben; diese hat 9 MB')
    expect(await refused({ name: 'a.md', bytes: new Uint8Array() })).toContain('Einzelheiten auf Englisch')
    expect(await refused({ ...fileOf(secret), url: 'https://example.org/otter.md' })).toContain('nicht bei Discord')
  })

  it.each([
    ['a picture', { name: 'photo.jpg', bytes: new Uint8Array([255, 216]) }],
    ['binary data', { name: 'a.txt', bytes: new Uint8Array([0, 1, 2, 0]) }],
    ['nothing', { name: 'a.md', bytes: new Uint8Array() }],
    ['a file that says it is too large', { ...fileOf(secret), size: 9 * 2 ** 20 }],
    ['a file that is too large, and does not say so', { name: 'a.txt', bytes: new Uint8Array(9 * 2 ** 20), size: 5 }],
    ['a file of another host', { ...fileOf(secret), url: 'https://example.org/otter.md' }],
    ['a file of this machine', { ...fileOf(secret), url: 'file:///etc/passwd' }],
    ['a file of its network', { ...fileOf(secret), url: 'http://169.254.169.254/otter.md' }],
    [
      'a host that only looks like Discord',
      { ...fileOf(secret), url: 'https://cdn.discordapp.com.example.org/otter.md' },
    ],
  ])('refuses %s in one sentence', async (_what, file) => {
    const message = await corpus('add', {}, { files: { file } })
    expect(isPrivate(message)).toBe(true)
    expect(shown(message)).not.toMatch(/went wrong|undefined/)
    expect(shown(message)).not.toContain(dataDir)
    expect(buttonsOf(message)).toEqual([])
    expect((await servers.status(fake.guildId)).articles).toEqual([])
  })
})

describe('a disk that fails', () => {
  const lines: [string, Code, string, string][] = [
    ['en', 'ENOSPC', 'The disk is full: nothing was added.', 'The disk is full: nothing was removed.'],
    ['de', 'EROFS', 'Die Festplatte ist schreibgeschützt: Es wurde nichts hinzugefügt.', 'Es wurde nichts entfernt.'],
    ['fr', 'EIO', 'Le disque signale une erreur : rien n’a été ajouté.', 'rien n’a été supprimé.'],
    ['ru', 'EMFILE', 'На компьютере бота открыто слишком много файлов: ничего не добавлено.', 'ничего не удалено.'],
  ]

  it.each(lines)('is told of in the language %s, with %s, and in the log', async (locale, code, added, removed) => {
    disk.arm(1, code, true)
    expect(shown(await send(secret, 'otter.md', { locale }))).toBe(added)
    disk.heal()
    const draft = await send(secret, 'otter.md', { locale })
    disk.arm(4, code, true)
    const [button] = buttonsOf(draft)
    expect(shown(await click(draft, button?.label ?? '', { locale }))).toContain(added)
    expect(running.logged).toContainEqual(
      expect.objectContaining({ msg: 'the disk failed', err: expect.objectContaining({ code }) }),
    )
    disk.heal()
    expect((await servers.status(fake.guildId)).articles).toEqual([])
    await fake.clickId(draft, button?.custom_id ?? '', { by: fake.editor, locale }).shown.next()
    expect(await ask('What did Walter Quill say?')).toContain('ate my herring')
    const question = await corpus('remove', { name: 'otter' }, { locale })
    disk.arm(1, code, true)
    expect(shown(await click(question, buttonsOf(question)[0]?.label ?? '', { locale }))).toContain(removed)
    expect(await ask('What did Walter Quill say?')).toContain('ate my herring')
    expect(shown(await corpus('reload', {}, { locale }))).toContain(added.slice(0, added.indexOf(':')))
  })
})

describe('/corpus add with a link', () => {
  let site: Server
  let url = ''
  let headline = ''
  beforeEach(async () => {
    headline = 'Otter seen in Grimsby harbour'
    site = createServer((_request, response) => {
      const story =
        '<p>An otter came up the river on Friday night. “It ate my herring,” said Walter Quill, a fisherman.</p>'
      response.setHeader('content-type', 'text/html')
      response.end(`<!doctype html><title>${headline}</title><article><h1>${headline}</h1>${story.repeat(3)}</article>`)
    })
    await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/otter`
  })
  afterEach(() => void site.close())

  it('shows what was read of the page, adds it, and puts a corrected page in its place', async () => {
    allowPrivateAddresses = true
    await running.bot.stop()
    await host.stop()
    await start(fake)
    const draft = await corpus('add', { url })
    expect(shown(draft)).toContain('**Add this article?**')
    expect(shown(draft)).toContain('Otter seen in Grimsby harbour')
    expect(shown(draft)).toContain('> An otter came up the river on Friday night.')
    await click(draft, 'Add')
    expect(await ask('What did Walter Quill say?')).toContain('ate my herring')
    const second = await corpus('add', { url: `${url}-two` })
    expect(shown(second)).not.toContain('takes the place of')
    await click(second, 'Add')
    expect(servers.own(fake.guildId).map(({ slug }) => slug)).toEqual([
      'otter-seen-in-grimsby-harbour-2',
      'otter-seen-in-grimsby-harbour',
    ])
    await click(await corpus('remove', { name: 'otter-seen-in-grimsby-harbour-2' }), 'Remove')
    headline = 'Otter seen in Grimsby harbour again'
    const again = await corpus('add', { url: `${url}?utm_source=mail` })
    await click(again, 'Replace')
    expect(servers.own(fake.guildId).map(article => article.headline)).toEqual([headline])
  })

  it('fetches nothing of a private network, and says so', async () => {
    let connections = 0
    site.on('connection', () => {
      connections += 1
    })
    expect(shown(await corpus('add', { url }))).toContain('leads into a private network')
    expect(shown(await corpus('add', {}))).toContain('or the link of a page')
    expect(connections).toBe(0)
  })
})

describe('/corpus remove', () => {
  it('asks first, and then removes', async () => {
    await click(await send(secret), 'Add')
    const suggested = await fake
      .autocomplete('corpus', 'name', 'ott', { by: fake.editor, subcommand: 'remove' })
      .choices.next()
    expect(suggested).toEqual([{ name: 'Otter seen in Grimsby harbour · The Quay · 2024-02-03', value: 'otter' }])
    const question = await corpus('remove', { name: 'otter' })
    expect(shown(question)).toContain('Remove this article?')
    expect(shown(await click(question, 'Remove'))).toContain('Removed.')
    expect(await ask('What did Walter Quill say?')).not.toContain('herring')
    expect((await servers.status(fake.guildId)).articles).toEqual([])
  })

  it.each(['flood', 'River floods Marbach and closes its old bridge', '../flood', 'constructor'])(
    'leaves alone what all servers share: %s',
    async name => {
      expect(shown(await corpus('remove', { name }))).toContain('no article of its own')
    },
  )
})

describe('/corpus status and reload', () => {
  it.each(['status', 'reload'])(
    '%s says what is held and how many files are wrong, and nothing of the host’s files',
    async name => {
      await click(await send(secret), 'Add')
      writeShared('bad.md', '---\nheadline: Bad\npublished: soon\n---\nNobody knows when.\n')
      await host.reload()
      const message = shown(await corpus(name))
      expect(message).toContain('Shared by all servers: 2 articles')
      expect(message).toContain('1 of at most 250 articles')
      expect(message).toContain('Shared files that cannot be read: 1.')
      expect(message).not.toMatch(/bad|expected/)
      expect(message).not.toContain(sharedDir)
    },
  )
})

describe('/corpus reload', () => {
  it('says what has changed on the disk', async () => {
    await click(await send(secret), 'Add')
    expect(shown(await corpus('reload'))).toContain('Nothing had changed.')
    const folder = join(dataDir, 'servers', fake.guildId)
    writeFileSync(join(folder, 'seal.md'), '---\nheadline: Seal seen\n---\n\nA seal was seen in the dock.\n')
    const [name = ''] = readdirSync(folder).filter(file => file.startsWith('otter'))
    writeFileSync(join(folder, name), secret.replace('herring', 'mackerel'))
    const message = shown(await corpus('reload'))
    expect(message).toContain('New: 1')
    expect(message).toContain('Changed: 1')
    rmSync(join(folder, 'seal.md'))
    expect(shown(await corpus('reload'))).toContain('Gone: 1')
  })
})

describe('/corpus export', () => {
  it('gives the files of the server as a zip', async () => {
    expect(shown(await corpus('export'))).toContain('This server has no articles of its own.')
    await click(await send(secret), 'Add')
    const message = await corpus('export')
    expect(shown(message)).toContain('The article of this server, as files')
    const [zip] = fake.uploaded
    expect(zip?.name).toBe('articles.zip')
    const files = Object.values(unzipSync(zip?.bytes ?? new Uint8Array()))
    expect(files.map(bytes => new TextDecoder().decode(bytes)).join('')).toContain('It ate my herring')
  })
})

describe('/corpus gaps', () => {
  const ask = (question: string) => fake.slash('ask', { question }).shown.next()

  it('says that nothing is counted until a manager wants it', async () => {
    await ask('Who tamed the wolverine?')
    expect(shown(await corpus('gaps'))).toContain('These words are not counted.')
  })

  it('counts words that no article has, and nothing else, across a restart', async () => {
    await fake.slash('settings', { gaps: true }, { by: fake.editor }).shown.next()
    await ask('Who tamed the wolverine?')
    await ask('Did a wolverine close the bridge?')
    expect(shown(await corpus('gaps'))).toContain('wolverine · 2')
    await servers.close()
    await running.bot.stop()
    await host.stop()
    await start(fake)
    const message = shown(await corpus('gaps'))
    expect(message).toContain('wolverine · 2')
    expect(message).not.toContain('bridge')
    const kept = readFileSync(join(dataDir, 'servers', fake.guildId, '.gaps.json'), 'utf8')
    expect(kept).toMatch(/^\{"\d{4}-\d\d-\d\d":\{("[a-z]+":\d+,?)+\}\}\n$/)
    expect(shown(await fake.slash('help').shown.next())).toContain('the word and the day, not who asked')
  })
})

describe('whoever may not manage the server', () => {
  it.each(['status', 'reload', 'add', 'remove', 'gaps', 'export'])(
    'cannot %s, whatever Discord let through',
    async subcommand => {
      for (const by of [fake.ada, fake.moderator]) {
        const files = { file: fileOf(secret) }
        const message = await corpus(subcommand, { name: 'otter' }, { by, ...(subcommand === 'add' ? { files } : {}) })
        expect(shown(message)).toContain('Only members who may manage the server')
      }
      expect((await servers.status(fake.guildId)).articles).toEqual([])
    },
  )

  it('cannot click what somebody else was asked', async () => {
    const draft = await send(secret)
    expect(shown(await click(draft, 'Add', { by: fake.moderator }))).toContain('Only members who may manage the server')
    expect((await servers.status(fake.guildId)).articles).toEqual([])
  })

  it('is suggested nothing', async () => {
    await click(await send(secret), 'Add')
    const choices = await fake.autocomplete('corpus', 'name', '', { by: fake.ada, subcommand: 'remove' }).choices.next()
    expect(choices).toEqual([])
  })

  it('is told in a direct message, or in a server without the bot, that it works elsewhere', async () => {
    expect(shown(await corpus('status', {}, { in: fake.dm(fake.editor) }))).toContain('only in a server')
    expect(shown(await corpus('status', {}, { guildId: '999999999999999999' }))).toContain('only in a server')
  })
})

describe('another server', () => {
  const words = /otter|grimsby|herring|quill|the quay/i

  it('never sees the article: not in answers, suggestions, buttons or errors', async () => {
    const other = fake.invite()
    const there: Asking = { in: other, by: fake.editor }
    const draft = await send(secret)
    await click(draft, 'Add')
    const question = await corpus('remove', { name: 'otter' })
    const read = await fake.slash('article', { name: 'otter' }).shown.next()
    const quoted = await fake.slash('quote', { speaker: 'Walter Quill' }).shown.next()
    expect(shown(quoted)).toMatch(words)

    const answers: [string, Record<string, string>][] = [
      ['ask', { question: 'Which animal ate my fish on Saturday?' }],
      ['ask', { question: 'seen', article: 'flood' }],
      ['quote', { words: 'it ate my' }],
      ['check', { quote: 'It ate my fish' }],
      ['article', {}],
      ['help', {}],
    ]
    for (const [name, options] of answers) {
      expect(shown(await fake.slash(name, options, there).shown.next()), name).not.toMatch(words)
    }
    // What was typed may be said again; what only the article has may not.
    const errors: [string, Record<string, string>][] = [
      ['ask', { question: 'seen', article: 'otter' }],
      ['article', { name: 'otter' }],
      ['quote', { words: 'ate', article: 'otter' }],
    ]
    for (const [name, options] of errors) {
      expect(shown(await fake.slash(name, options, there).shown.next()), name).not.toMatch(/grimsby|herring|quill/i)
    }
    for (const [name, option] of [
      ['ask', 'article'],
      ['quote', 'speaker'],
      ['quote', 'article'],
      ['check', 'speaker'],
      ['article', 'name'],
    ] as const) {
      for (const typed of ['', 'o', 'q', 'w', 'otter', 'quill']) {
        const choices = await fake.autocomplete(name, option, typed, there).choices.next()
        expect(JSON.stringify(choices), `${name} ${option} ${typed}`).not.toMatch(words)
      }
    }
    for (const message of [draft, question, read, quoted]) {
      for (const { custom_id: id, label } of buttonsOf(message)) {
        if (id === undefined) continue
        const clicked = fake.clickId({ ...message, components: [] }, id, there)
        const stolen = label === 'Ask on' ? fake.type(await clicked.fields.next(), 'go on', there) : clicked
        expect(shown(await stolen.shown.next())).not.toMatch(words)
      }
    }
    for (const name of ['Ask the articles', 'Check this quote']) {
      const asked = fake.messageCommand(name, 'Which animal ate my fish on Saturday?', there)
      expect(shown(await asked.shown.next()), name).not.toMatch(words)
    }
    expect(shown(await corpus('status', {}, there))).not.toMatch(words)
    const removed = await corpus('remove', { name: 'otter' }, there)
    expect(shown(removed)).toContain('no article of its own')
    fake.say('<@bot> Which animal ate my fish on Saturday?', { in: other })
    expect(shown(await fake.store.sent.next())).not.toMatch(words)
    expect(shown(await fake.slash('ask', { question: 'herring' }, { in: fake.dm(fake.ada) }).shown.next())).not.toMatch(
      /grimsby|quill/i,
    )
    expect(await ask('Who ate the herring?')).toMatch(words)
  })

  it('sees what changes in the shared folder, and nothing of another server even then', async () => {
    const other = fake.invite()
    await click(await send(secret), 'Add')
    const mine = '---\nheadline: Heron seen\n---\n\nA heron was seen in the canal.\n'
    const draft = await send(mine, 'heron.md', { in: other })
    await click(draft, 'Add', { in: other })
    // The catalogues and speakers of both are there by now, and must be carried over.
    for (const place of [fake.general, other]) {
      await fake.autocomplete('quote', 'speaker', 'q', { in: place }).choices.next()
      await fake.autocomplete('article', 'name', 'seen', { in: place }).choices.next()
    }
    writeShared(
      'seal.md',
      '---\nheadline: Seal seen\n---\n\n"It sang," said Otto Quist. A seal was seen in the dock.\n',
    )
    writeShared('otter.md', '---\nheadline: Otters in general\n---\n\nOtters eat crabs.\n')
    await host.reload()
    const names = async (place: typeof other): Promise<string[]> => {
      const choices = await fake.autocomplete('article', 'name', 'seen', { in: place }).choices.next()
      return choices.map(({ name }) => name).sort()
    }
    expect(await names(fake.general)).toEqual(['Otter seen in Grimsby harbour · The Quay · 2024-02-03', 'Seal seen'])
    expect(await names(other)).toEqual(['Heron seen', 'Seal seen'])
    const speakers = async (place: typeof other): Promise<string[]> => {
      const choices = await fake.autocomplete('quote', 'speaker', 'q', { in: place }).choices.next()
      return choices.map(({ value }) => value).sort()
    }
    expect(await speakers(fake.general)).toEqual(['Otto Quist', 'Walter Quill'])
    expect(await speakers(other)).toEqual(['Otto Quist'])
    // Where both have an article of one name, the server's own stands, there alone.
    expect(shown(await fake.slash('article', { name: 'otter' }).shown.next())).toContain('Grimsby')
    const shared = shown(await fake.slash('article', { name: 'otter' }, { in: other }).shown.next())
    expect(shared).toContain('Otters in general')
    expect(shared).not.toMatch(/grimsby|herring|quill/i)
  })
})

describe('leaving a server', () => {
  it('ends answers from its articles, and coming back brings them', async () => {
    await click(await send(secret), 'Add')
    expect(await ask('What did Walter Quill say?')).toContain('herring')
    fake.expel(fake.guildId)
    await running.untilLogged('left a server')
    const never = async (): Promise<boolean> => false
    await servers.settle({ application: fake.bot.id, isPresent: () => false, isMember: never, isClockRight: never })
    expect(servers.own(fake.guildId)).toEqual([])
    await servers.joined(fake.guildId)
    expect(await ask('What did Walter Quill say?')).toContain('herring')
  })
})
