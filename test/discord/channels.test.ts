/** What the bot writes unasked: the log of a server, and its daily digest. */
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dueAfter } from '../../src/discord/channels/digests.ts'
import type { Library } from '../../src/library/library.ts'
import type { Servers } from '../../src/servers/server-articles.ts'
import { openServers } from '../../src/servers/servers.ts'
import { fileOf, flood, lighthouse, makeArticle, makeLibrary } from '../support/articles.ts'
import { type FakeDiscord, shown } from '../support/fake-discord.ts'
import { createHandClock, type HandClock } from '../support/hand-clock.ts'
import { noFeeds } from '../support/no-feeds.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

let dataDir = ''
let running: BotUnderTest
let fake: FakeDiscord
let servers: Servers
let library: Library
let clock: HandClock

const listener = { applyServer: async () => undefined, dropServer: () => undefined }
const log = { info: () => undefined, warn: () => undefined }
const status = () => ({ articles: 0, sentences: 0, readAt: new Date(0), pending: 0, reading: null, faults: [] })
const hourMs = 3_600_000

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'verbatim-channels-'))
  library = makeLibrary()
  clock = createHandClock()
  servers = await openServers({ dataDir, listener, log, now: () => new Date(clock.wallNow()) })
  running = await startBot({ library: () => library, corpora: { servers, shared: { status }, feeds: noFeeds }, clock })
  fake = running.fake
})
afterEach(async () => {
  await running.stop()
  expect(fake.store.violations).toEqual([])
  rmSync(dataDir, { recursive: true, force: true })
})

const settings = (given: Record<string, string | boolean>) =>
  fake.slash('settings', given, { by: fake.editor }).shown.next()
const upload = (text: string) => ({ name: 'otter.md', bytes: new TextEncoder().encode(text) })
const otter = '---\nheadline: Otter *seen*\noutlet: The Quay\n---\n\nAn otter was seen in the harbour.\n'

describe('the log channel', () => {
  it('is told who added and removed what, and pings nobody', async () => {
    await settings({ log: fake.general.id })
    const draft = await fake
      .slash('corpus', {}, { by: fake.editor, subcommand: 'add', files: { file: upload(otter) } })
      .shown.next()
    await fake.click(draft, 'Add', { by: fake.editor }).shown.next()
    const added = await fake.store.sent.next()
    expect(added.channelId).toBe(fake.general.id)
    expect(added.content).toBe(`<@${fake.editor.id}> added **Otter \\*seen\\***.`)
    await servers.remove(fake.guildId, 'otter', { interaction: '1', person: fake.editor.id })
    expect((await fake.store.sent.next()).content).toBe(`<@${fake.editor.id}> removed **Otter \\*seen\\***.`)
  })

  it('says what went because it was kept long enough', async () => {
    await settings({ log: fake.general.id, keep: '7' })
    const { id } = await servers.hold(fake.guildId, 'flood.txt', new TextEncoder().encode(fileOf(flood)))
    await servers.accept(fake.guildId, id, false, { interaction: '1', person: fake.editor.id })
    await fake.store.sent.next()
    const old = new Date(clock.wallNow() - 8 * 24 * hourMs)
    utimesSync(join(dataDir, 'servers', fake.guildId, 'flood.txt'), old, old)
    const membership = { application: fake.bot.id, isPresent: () => true, isMember: async () => true }
    // By a clock that is wrong, or may be, nothing goes.
    await servers.settle({ ...membership, isClockRight: async () => false })
    await servers.settle({ ...membership, isClockRight: () => Promise.reject(new Error('503')) })
    expect(servers.own(fake.guildId)).toHaveLength(1)
    await servers.settle({ ...membership, isClockRight: async () => true })
    expect((await fake.store.sent.next()).content).toContain('Older than 7 days, and so removed: **River floods')
    expect(servers.own(fake.guildId)).toEqual([])
  })

  it('that the bot may not write in is left alone, and the host is told', async () => {
    await settings({ log: fake.readOnly.id })
    const { id } = await servers.hold(fake.guildId, 'flood.txt', new TextEncoder().encode(fileOf(flood)))
    await servers.accept(fake.guildId, id, false, { interaction: '1', person: fake.editor.id })
    await running.untilLogged('cannot tell the log channel: no such channel, or no permission')
  })
})

describe('the digest', () => {
  const tick = async (ms: number): Promise<void> => {
    await clock.asked()
    clock.advance(ms)
  }

  it('lists what has come since the last one, once, with a sentence of each', async () => {
    await settings({ digest: fake.general.id, time: '08:00', zone: 'UTC' })
    // What there is when it is switched on is no news.
    await tick(60_000)
    await running.untilLogged('looked for digests')
    library = makeLibrary([
      flood,
      lighthouse,
      makeArticle('An otter was seen in the harbour of Grimsby. It rained.', {
        slug: 'otter',
        headline: 'Otter seen',
        outlet: 'The Quay',
      }),
    ])
    await tick(25 * hourMs)
    const first = await fake.store.sent.next()
    expect(first.content).toBe('1 new article')
    const whole = await fake.store.edited.next()
    expect(shown(whole)).toContain('**Otter seen**')
    expect(shown(whole)).toContain('> An otter was seen in the harbour of Grimsby.')
    expect(shown(whole)).not.toContain('River floods')
    library = makeLibrary([
      ...library.articles.values(),
      makeArticle('A seal sang.', { slug: 'seal', headline: 'Seal sang' }),
    ])
    await tick(25 * hourMs)
    expect((await fake.store.sent.next()).content).toBe('1 new article')
    expect(shown(await fake.store.edited.next())).not.toContain('Otter seen')
  })

  it.each([
    ['08:00', 'UTC', '2026-01-01T07:00:00Z', '2026-01-01T08:00:00Z'],
    ['08:00', 'UTC', '2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z'],
    ['08:30', 'America/New_York', '2026-07-01T00:00:00Z', '2026-07-01T12:30:00Z'],
    ['02:30', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  ])('of %s in %s comes after %s at %s', (time, zone, at, due) => {
    expect(dueAfter({ channel: '1', time, zone }, new Date(at)).toISOString()).toBe(due.replace('Z', '.000Z'))
  })
})
