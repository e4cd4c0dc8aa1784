/** Following feeds from Discord, end to end: the real client, a feed server on loopback, files on the disk, and a clock that is moved by hand. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Host } from '../../src/library/host/host.ts'
import { startHost } from '../../src/library/host/start-host.ts'
import { createServerFeeds, type ServerFeeds } from '../../src/servers/feeds/server-feeds.ts'
import type { Servers } from '../../src/servers/server-articles.ts'
import { openServers } from '../../src/servers/servers.ts'
import { fileOf as articleText, flood } from '../support/articles.ts'
import { type Asking, type FakeDiscord, type FakeMessage, isPrivate, shown } from '../support/fake-discord.ts'
import { createFeedSite, type FeedSite, type SiteEntry } from '../support/feed-site.ts'
import { createHandClock, type HandClock } from '../support/hand-clock.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'
import { createSwiftClock } from '../support/swift-clock.ts'

const day = 24 * 3_600_000

let folders: string[] = []
let site: FeedSite
let clock: HandClock
let host: Host
let servers: Servers
let feeds: ServerFeeds
let running: BotUnderTest
let fake: FakeDiscord
let asked = 0
/** Told of what feeds do, once each. */
let news: (server: string | null) => void = () => undefined
let failing: string[] = []

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const otter: SiteEntry = {
  id: 'otter-1',
  path: '/otter',
  title: 'Otter seen in Grimsby harbour',
  words:
    'An otter was seen in the harbour of Grimsby on Saturday. “It ate my herring,” said Walter Quill, a fisherman.',
  date: 'Sat, 03 Feb 2024 10:00:00 GMT',
}
const ferry: SiteEntry = {
  id: 'ferry-1',
  path: '/ferry',
  title: 'Ferry to Gull Island late',
  words: 'The ferry to Gull Island was late on Monday. The captain, Ines Roth, waited for the doctor.',
  isWhole: false,
}

beforeEach(async () => {
  folders = ['data', 'shared'].map(name => mkdtempSync(join(tmpdir(), `verbatim-${name}-`)))
  const [dataDir = '', sharedDir = ''] = folders
  writeFileSync(join(sharedDir, 'flood.txt'), articleText(flood))
  site = await createFeedSite()
  site.entries = [otter]
  clock = createHandClock()
  failing = []
  host = await startHost({ corpusDir: sharedDir, stateDir: null, log: silent, clock: createSwiftClock() })
  servers = await openServers({ dataDir, listener: host, log: silent, allowPrivateAddresses: true })
  feeds = createServerFeeds({
    servers,
    shared: { folder: sharedDir, articles: () => host.library(null).articles },
    reach: { allowPrivateAddresses: true },
    log: silent,
    clock,
    news: { changed: server => news(server), failing: (_server, { title }) => void failing.push(title) },
  })
  running = await startBot({
    library: guild => host.library(guild),
    corpora: { servers, shared: host, feeds },
    now: () => (asked += 60_000),
  })
  fake = running.fake
})
afterEach(async () => {
  await running.stop()
  await feeds.stop()
  await host.stop()
  await site.close()
  expect(fake.store.violations).toEqual([])
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const corpus = (subcommand: string, options = {}, asking: Asking = {}): Promise<FakeMessage> =>
  fake.slash('corpus', options, { by: fake.editor, ...asking, subcommand }).shown.next()
const ask = async (question: string, asking: Asking = {}): Promise<string> =>
  shown(await fake.slash('ask', { question }, asking).shown.next())
const untilNews = (): Promise<string | null> =>
  new Promise(resolve => {
    news = resolve
  })

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setImmediate()
}

describe('/corpus follow', () => {
  it('leads from nothing to an answer out of a feed in two commands', async () => {
    const followed = await corpus('follow', { url: `${site.url}/` })
    expect(isPrivate(followed)).toBe(true)
    expect(shown(followed)).toContain('Following “The Quay” from now.')
    expect(shown(followed)).toContain('1 article of it can be asked about now.')
    const answer = await ask('What did Walter Quill say?')
    expect(answer).toContain('ate my herring')
    expect(answer).toContain('The Quay')
    expect(await ask('What did Walter Quill say?', { in: fake.invite() })).not.toContain('herring')
  })

  it('answers from a new entry within one poll', async () => {
    await corpus('follow', { url: site.feedUrl })
    feeds.start()
    await clock.asked()
    site.entries = [ferry, otter]
    expect(await ask('Who was the captain of the ferry?')).not.toContain('Ines')
    const told = untilNews()
    clock.advance(31 * 60_000)
    expect(await told).toBe(fake.guildId)
    expect(await ask('Who was the captain of the ferry?')).toContain('Ines')
  })

  it.each(['de', 'ru'])('says what is wrong in the language of the person: %s', async locale => {
    const words = locale === 'de' ? 'Diese Seite ist kein Feed und nennt keinen.' : 'Эта страница не лента'
    expect(shown(await corpus('follow', { url: `${site.url}/otter` }, { locale }))).toContain(words)
    expect(feeds.status(fake.guildId)).toEqual([])
  })

  it('is for those who keep the articles', async () => {
    const message = await corpus('follow', { url: site.feedUrl }, { by: fake.ada })
    expect(shown(message)).not.toContain('Following')
    expect(site.asked).toEqual([])
  })
})

describe('/corpus unfollow', () => {
  it('names what is followed, and leaves its articles', async () => {
    await corpus('follow', { url: site.feedUrl })
    const choices = await fake
      .autocomplete('corpus', 'url', 'quay', { by: fake.editor, subcommand: 'unfollow' })
      .choices.next()
    expect(choices).toEqual([{ name: 'The Quay', value: site.feedUrl }])
    expect(shown(await corpus('unfollow', { url: site.feedUrl }))).toContain('No longer following “The Quay”')
    expect(shown(await corpus('unfollow', { url: site.feedUrl }))).toContain('follows no such feed')
    expect(await ask('What did Walter Quill say?')).toContain('ate my herring')
  })
})

describe('how fresh feeds are', () => {
  it('is said by /corpus status and /help, with what is wrong; a day of it is told once', async () => {
    await corpus('follow', { url: site.feedUrl })
    const status = shown(await corpus('status'))
    expect(status).toContain('Feeds that this server follows: 1 of at most 20')
    expect(status).toMatch(/The Quay: looked at .+, newest article taken in /)
    site.answer = (_request, response) => {
      response.writeHead(500).end()
      return true
    }
    feeds.start()
    clock.advance(31 * 60_000)
    await until(() => feeds.status(fake.guildId)[0]?.failing != null)
    expect(failing).toEqual([])
    clock.advance(day)
    await until(() => failing.length > 0)
    const before = site.asked.length
    clock.advance(day + 60_000)
    await until(() => site.asked.length > before)
    const help = shown(await fake.slash('help', {}).shown.next())
    expect(help).toMatch(/The Quay: cannot be read since .+\. The site gave no page, but the status 500\./)
    await feeds.stop()
    expect(failing).toEqual(['The Quay'])
  })
})
