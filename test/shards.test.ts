/** Several processes on one data folder: those that are meant to share it, and those that are not. */
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { graceDays } from '../src/servers/membership/left-mark.ts'
import { serverFolder } from '../src/servers/server-folder.ts'
import { type Channel, createFakeDiscord, type FakeDiscord, serverOf, shown } from './support/fake-discord.ts'
import { freePort, type Program, startProgram } from './support/running-program.ts'

const stranger = '900000000000000002'
const quickDays = ['./test/support/quick-days.ts']

let dataDir = ''
let fake: FakeDiscord
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'verbatim-shards-'))
})
afterEach(async () => {
  expect(fake.store.violations).toEqual([])
  await fake.close()
  rmSync(dataDir, { recursive: true })
})

const startShards = (more: Readonly<Record<string, string>> = {}): Program =>
  startProgram(fake, { DATA_DIR: dataDir, LOG_LEVEL: 'debug', ...more }, quickDays, 'src/shards.ts')
const startOne = (more: Readonly<Record<string, string>> = {}): Program =>
  startProgram(fake, { DATA_DIR: dataDir, LOG_LEVEL: 'debug', ...more }, quickDays)

async function end({ child }: Program): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
}

/** The process of each shard that is on Discord, in the order of the shards. */
function processesOf({ lines }: Program): number[] {
  const pids = new Map<number, number>()
  for (const line of lines) {
    if (!line.includes('"on Discord"')) continue
    const { shards, pid }: { readonly shards: readonly number[]; readonly pid: number } = JSON.parse(line)
    for (const shard of shards) pids.set(shard, pid)
  }
  return [...pids].sort(([one], [other]) => one - other).map(([, pid]) => pid)
}

const looked = (pid: number): RegExp => new RegExp(`"pid":${pid},.*looked after what servers have`)

/** Lets days go by in all processes at once, each of which has looked after its servers once, at its start. */
async function liveDays(program: Program, pids: readonly number[], days: number): Promise<void> {
  for (let day = 0; day <= days; day++) {
    if (day > 0) for (const pid of pids) process.kill(pid, 'SIGUSR2')
    await Promise.all(pids.map(pid => program.untilTimes(looked(pid), 1 + day)))
  }
}

const page = (headline: string, text: string): string => `---\nheadline: ${headline}\n---\n\n${text}\n`

async function add(place: Channel, animal: string): Promise<void> {
  const file = {
    name: `${animal}.md`,
    bytes: new TextEncoder().encode(page(animal, `A ${animal} was seen in Marbach.`)),
  }
  const asking = { by: fake.editor, in: place, subcommand: 'add', files: { file } }
  const draft = await fake.slash('corpus', {}, asking).shown.next()
  expect(shown(await fake.click(draft, 'Add', { by: fake.editor, in: place }).shown.next())).toContain('Added.')
}
const ask = async (place: Channel, animal: string): Promise<string> =>
  shown(await fake.slash('ask', { question: `Where was a ${animal} seen?` }, { in: place }).shown.next())

/** What a server had from before, as the application left it. */
function had(server: string, application: string): string {
  const folder = serverFolder(dataDir, server)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'crane.md'), page('Crane', 'A crane flew by.'))
  writeFileSync(join(folder, '.application'), application)
  return folder
}

describe('npm run start:shards', () => {
  it('serves every server by one of two processes, which lose nothing in three weeks', async () => {
    fake = await createFakeDiscord({ shards: 2 })
    const places = [fake.invite(serverOf(0, 2)), fake.invite(serverOf(1, 2))] as const
    const gone = [had(serverOf(0, 2), fake.bot.id), had(serverOf(1, 2), fake.bot.id)]
    const others = [had(serverOf(0, 2), stranger), had(serverOf(1, 2), stranger)]
    const healthPort = await freePort()
    const program = startShards({ HEALTH_PORT: `${healthPort}` })
    await program.until(/all shards answer/)
    const pids = processesOf(program)
    expect(new Set([program.child.pid, ...pids]).size).toBe(3)
    await add(places[0], 'otter')
    await add(places[1], 'heron')
    for (const shard of [0, 1]) {
      const health = await fetch(`http://127.0.0.1:${healthPort + shard}/health`)
      expect(await health.json()).toMatchObject({ state: 'ready' })
    }

    await liveDays(program, pids, 21)
    expect(await ask(places[0], 'otter')).toContain('Marbach')
    expect(await ask(places[1], 'heron')).toContain('Marbach')
    for (const [place, name] of [
      [places[0], 'otter.md'],
      [places[1], 'heron.md'],
    ] as const) {
      expect(readdirSync(serverFolder(dataDir, place.guildId ?? '')).sort()).toEqual(['.application', '.pending', name])
    }
    // Each was looked for once, by its own process, and Discord asked, before it went.
    expect(gone.map(folder => existsSync(folder))).toEqual([false, false])
    expect(fake.requests.filter(request => /^GET \/guilds\//.test(request))).toHaveLength(2)
    for (const folder of others) expect(readdirSync(folder).sort()).toEqual(['.application', 'crane.md'])
    expect(fake.requests.filter(request => /^PUT .*commands$/.test(request))).toHaveLength(1)

    program.child.kill('SIGHUP')
    await end(program)
    const again = startShards()
    await again.until(/all shards answer/)
    expect(await ask(places[1], 'heron')).toContain('Marbach')
    await end(again)
    expect(fake.requests.filter(request => /^PUT .*commands$/.test(request))).toHaveLength(1)
  }, 120_000)

  it('starts a process anew that died, and leaves the folder to none of them when it dies itself', async () => {
    fake = await createFakeDiscord({ shards: 2 })
    const place = fake.invite(serverOf(1, 2))
    const program = startShards()
    await program.until(/all shards answer/)
    await add(place, 'heron')
    const [, second = 0] = processesOf(program)
    process.kill(second, 'SIGKILL')
    await program.untilTimes(/"on Discord"/, 3)
    expect(await ask(place, 'heron')).toContain('Marbach')
    const exited = once(program.child, 'exit')
    const closed = once(program.child, 'close')
    program.child.kill('SIGKILL')
    await exited
    // The shards held the streams open, too.
    await closed
    expect(program.lines.filter(line => line.includes('the process that owns the data folder is gone'))).toHaveLength(2)

    const next = startOne()
    await next.until(/invite/)
    expect(await ask(place, 'heron')).toContain('Marbach')
    await end(next)
  }, 120_000)

  it('ends with the line of the shard that cannot start', async () => {
    fake = await createFakeDiscord({ shards: 2, refuseWith: 4004 })
    const { child, lines } = startShards({ LOG_LEVEL: 'silent' })
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(lines).toEqual([expect.stringContaining('DISCORD_TOKEN'), 'shard 0 ended before it answered'])
  }, 60_000)

  it('keeps a stranger out that knows what the shards know', async () => {
    fake = await createFakeDiscord({ shards: 1 })
    const program = startShards()
    await program.until(/all shards answer/)
    const owner = readFileSync(join(dataDir, '.owner'), 'utf8')
    for (const start of [startOne, startShards]) {
      const second = start({ DATA_DIR_OWNER: owner, SHARDS: '0', SHARD_COUNT: '1' })
      expect(await once(second.child, 'exit')).toEqual([1, null])
      expect(second.lines).toEqual([expect.stringMatching(`DATA_DIR.*in use by process ${program.child.pid}`)])
    }
    await end(program)
  }, 60_000)
})

describe('one data folder', () => {
  it('is left to the process that has it by one whose clock is three weeks ahead', async () => {
    fake = await createFakeDiscord()
    const program = startOne()
    await program.until(/invite/)
    const wrong = startOne({ DAYS_AHEAD: '21', LOG_LEVEL: 'info' })
    expect(await once(wrong.child, 'exit')).toEqual([1, null])
    expect(wrong.lines).toEqual([expect.stringMatching(`DATA_DIR.*in use by process ${program.child.pid}`)])
    await add(fake.general, 'otter')
    await end(program)
  }, 60_000)

  it('loses nothing to the token of another bot in three weeks', async () => {
    fake = await createFakeDiscord()
    const first = fake
    const program = startOne()
    await program.until(/invite/)
    await add(fake.general, 'otter')
    await end(program)

    fake = await createFakeDiscord()
    const other = startOne()
    await other.until(/invite/)
    await liveDays(other, processesOf(other), 21)
    await end(other)
    expect(fake.requests.filter(request => /^GET \/guilds\//.test(request))).toEqual([])
    await fake.close()

    fake = first
    const again = startOne()
    await again.until(/invite/)
    expect(await ask(fake.general, 'otter')).toContain('Marbach')
    await end(again)
  }, 60_000)

  it('loses nothing to a wrong clock, while the bot is there and when it has left', async () => {
    fake = await createFakeDiscord()
    const program = startOne()
    await program.until(/invite/)
    await add(fake.general, 'otter')
    await fake.slash('settings', { keep: '7' }, { by: fake.editor }).shown.next()
    await end(program)

    const wrong = startOne({ DAYS_AHEAD: `${graceDays + 7}` })
    await wrong.until(/removed no old article/)
    expect(await ask(fake.general, 'otter')).toContain('Marbach')
    fake.expel(fake.guildId)
    await wrong.until(/left a server/)
    await end(wrong)

    const more = startOne({ DAYS_AHEAD: `${2 * (graceDays + 7)}` })
    await liveDays(more, [more.child.pid ?? 0], 1)
    await end(more)
    expect(readdirSync(serverFolder(dataDir, fake.guildId))).toContain('otter.md')

    const again = startOne()
    await again.until(/invite/)
    const place = fake.invite(fake.guildId)
    await again.until(/answering again/)
    expect(await ask(place, 'otter')).toContain('Marbach')
    await end(again)
  }, 120_000)
})
