/** What Discord has to say before anything of a server goes. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeDisk } from '../../../src/folder/disk/disk.ts'
import { graceDays, writeMark } from '../../../src/servers/membership/left-mark.ts'
import { serverFolder } from '../../../src/servers/server-folder.ts'
import { openServers } from '../../../src/servers/servers.ts'
import { createFakeDiscord, type Fault } from '../../support/fake-discord.ts'
import { noFeeds } from '../../support/no-feeds.ts'
import { startOn } from '../../support/running-bot.ts'

const server = '111111111111111111'
let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'verbatim-membership-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

/** Whether the server's folder is still there after a start at the end of the grace, at which Discord answers so. */
async function isKept(answer: Omit<Fault, 'matches' | 'times'> | null): Promise<boolean> {
  const fake = await createFakeDiscord()
  const folder = serverFolder(dataDir, server)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'otter.md'), '# Otter\n\nAn otter was seen.\n')
  const long = new Date(Date.now() - (graceDays + 1) * 24 * 3_600_000)
  await writeMark(folder, { application: fake.bot.id, left: long, days: graceDays, counted: new Date() }, freeDisk)
  if (answer !== null) fake.fault({ matches: /^GET \/guilds\/\d+$/, times: 9, ...answer })
  const log = { info: () => {}, warn: () => {} }
  const listener = { applyServer: async () => {}, dropServer: () => {} }
  const servers = await openServers({ dataDir, listener, log })
  const status = { reading: null, articles: 0, sentences: 0, readAt: new Date(0), faults: [], pending: 0 }
  const shared = { status: () => status, reload: async () => {} }
  const { bot } = await startOn(fake, { corpora: { servers, shared, feeds: noFeeds } })
  await bot.stop()
  await fake.close()
  return existsSync(folder)
}

describe('what a server had, at the end of the grace', () => {
  it.each([
    ['404 Unknown Guild', null],
    ['403 Missing Access', { status: 403, body: { code: 50001, message: 'Missing Access' } }],
  ])('goes when Discord answers %s', async (_, answer) => {
    expect(await isKept(answer)).toBe(false)
  })

  it.each<[string, Omit<Fault, 'matches' | 'times'>]>([
    ['shows the server', { status: 200, body: { id: server } }],
    ['is out of order', { status: 503 }],
    ['is not what answers', { status: 404, body: 'no such page' }],
    ['cuts the connection', { cut: 'before' }],
  ])(
    'stays when Discord %s',
    async (_, answer) => {
      expect(await isKept(answer)).toBe(true)
    },
    30_000,
  )
})
