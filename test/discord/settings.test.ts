/** `/settings` end to end: the real client, and settings on the disk that outlive a restart. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Servers } from '../../src/servers/server-articles.ts'
import { openServers } from '../../src/servers/servers.ts'
import { makeLibrary } from '../support/articles.ts'
import { PRESS } from '../support/fake-discord/people.ts'
import { type Asking, type FakeDiscord, type FakeMessage, isPrivate, shown } from '../support/fake-discord.ts'
import { noFeeds } from '../support/no-feeds.ts'
import { type BotUnderTest, startBot, startOn } from '../support/running-bot.ts'

let dataDir = ''
let running: BotUnderTest
let fake: FakeDiscord
let servers: Servers
let clock = 0

const listener = { applyServer: async () => undefined, dropServer: () => undefined }
const log = { info: () => undefined, warn: () => undefined }
const library = makeLibrary()
const nothing = {
  status: () => ({ articles: 0, sentences: 0, readAt: new Date(0), pending: 0, reading: null, faults: [] }),
  reload: async () => undefined,
}

async function options() {
  servers = await openServers({ dataDir, listener, log })
  return { library: () => library, corpora: { servers, shared: nothing, feeds: noFeeds }, now: () => (clock += 60_000) }
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'verbatim-settings-'))
  running = await startBot(await options())
  fake = running.fake
})
afterEach(async () => {
  await running.stop()
  expect(fake.store.violations).toEqual([])
  rmSync(dataDir, { recursive: true, force: true })
})

const settings = (given: Record<string, string | boolean> = {}, asking: Asking = {}): Promise<FakeMessage> =>
  fake.slash('settings', given, { by: fake.editor, ...asking }).shown.next()

describe('the settings of a server', () => {
  it('are shown as they are, to the manager alone', async () => {
    const message = await settings()
    expect(isPrivate(message)).toBe(true)
    expect(shown(message)).toContain('Language: each member’s own')
    expect(shown(message)).toContain('New articles are not listed')
  })

  it('outlive a restart', async () => {
    await settings({ language: 'de', keep: '30', quiet: true, log: fake.general.id })
    await running.bot.stop()
    running = { ...running, ...(await startOn(fake, await options())) }
    const message = await settings()
    expect(shown(message)).toContain('So arbeite ich auf diesem Server')
    expect(shown(message)).toContain('Sprache: Deutsch')
    expect(shown(message)).toContain('Artikel bleiben 30 Tage')
    expect(shown(message)).toContain(`Protokoll: <#${fake.general.id}>`)
  })

  it('say what cannot be a setting, and change nothing', async () => {
    for (const [given, sentence] of [
      [{ keep: '0' }, 'Articles can be kept for 1 to 3650 days.'],
      [{ digest: fake.general.id, time: '25:00' }, '“25\\:00” is no time of day.'],
      [{ digest: fake.general.id, zone: 'Mars/Olympus' }, 'I do not know the time zone “Mars/Olympus”.'],
      [{ time: '09:00' }, 'Say with “digest” in which channel.'],
    ] as const)
      expect(shown(await settings({ quiet: true, ...given }))).toContain(sentence)
    expect(shown(await settings())).toContain('“Nothing found” is said where it was asked')
  })

  it('can be taken back', async () => {
    expect(shown(await settings({ digest: fake.general.id, time: '7:30', zone: 'Europe/Paris' }))).toContain(
      `New articles are listed daily at 07:30 (Europe/Paris) in <#${fake.general.id}>`,
    )
    expect(shown(await settings({ off: 'digest' }))).toContain('New articles are not listed')
  })

  it('complete time zones', async () => {
    const choices = await fake.autocomplete('settings', 'zone', 'new york', { by: fake.editor }).choices.next()
    expect(choices.map(({ value }) => value)).toContain('America/New_York')
  })

  it('are for managers, whatever other role somebody has', async () => {
    await settings({ editors: PRESS })
    const message = await settings({}, { by: fake.reporter })
    expect(shown(message)).toContain('Only members who may manage the server can do this.')
  })

  it('name a role that may keep the articles', async () => {
    const status = () => fake.slash('corpus', {}, { by: fake.reporter, subcommand: 'status' }).shown.next()
    expect(shown(await status())).toContain('Only members who may manage the server')
    await settings({ editors: PRESS })
    expect(shown(await status())).toContain('Of this server alone')
  })

  it('set the language of answers, whatever that of the member is', async () => {
    await settings({ language: 'fr' })
    const message = await fake.slash('ask', { question: 'Who is the painter Zzyzx Qwrt?' }).shown.next()
    expect(shown(message)).toMatch(/Non mentionné|ne répond|plus proche/)
  })

  it('delete all that the server has, once that is confirmed', async () => {
    await settings({ quiet: true })
    const folder = join(dataDir, 'servers', fake.guildId)
    expect(existsSync(folder)).toBe(true)
    const asked = await settings({ forget: true })
    expect(shown(asked)).toContain('This cannot be undone.')
    expect(shown(await fake.click(asked, 'Cancel', { by: fake.editor }).shown.next())).toContain('Nothing was changed.')
    expect(existsSync(folder)).toBe(true)
    const again = await settings({ forget: true })
    expect(shown(await fake.click(again, 'Delete all', { by: fake.editor }).shown.next())).toContain('is deleted')
    expect(existsSync(folder)).toBe(false)
    expect(shown(await settings())).toContain('“Nothing found” is said where it was asked')
  })
})
