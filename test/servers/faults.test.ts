/** The host's bad day: every call that a server's change makes of the disk fails once, in each of five ways, alone and with all that follow. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError, DiskError, type DiskTrouble } from '../../src/errors.ts'
import type { Servers } from '../../src/servers/server-articles.ts'
import { serverFolder } from '../../src/servers/server-folder.ts'
import { openServers } from '../../src/servers/servers.ts'
import { type Code, codes, createFaultDisk, type FaultDisk } from '../support/fault-disk.ts'

const server = '111111111111111111'
const deed = { interaction: '4', person: '1' }

const troubles: Record<Code, DiskTrouble> = {
  ENOSPC: 'full',
  EROFS: 'read-only',
  EIO: 'faulty',
  EMFILE: 'too-many-files',
  EACCES: 'not-allowed',
}

/** What is answered from: bodies by slug. */
type Articles = Record<string, string>

const bytesOf = (body: string): Uint8Array =>
  new TextEncoder().encode(`---\nheadline: ${body}\nlanguage: en\n---\n\n${body}\n`)
const feed = JSON.stringify([
  { slug: 'ferry', headline: 'Ferry', language: 'en', body: 'The ferry was late.' },
  { slug: 'heron', headline: 'Heron', language: 'en', body: 'A heron was seen.' },
])
async function add(servers: Servers, name: string, bytes: Uint8Array, replace: boolean): Promise<void> {
  const draft = await servers.hold(server, name, bytes)
  await servers.accept(server, draft.id, replace, deed)
}

const before: Articles = { flood: 'It rained.', ferry: 'The ferry was late.', heron: 'A heron was seen.' }

/** What somebody does, and what is there afterwards. */
type Change = { readonly act: (servers: Servers) => Promise<unknown>; readonly after: Articles }

const without = (slug: string): Articles => Object.fromEntries(Object.entries(before).filter(([key]) => key !== slug))

const changes: Record<string, Change> = {
  'adding an article': {
    act: servers => add(servers, 'sun.txt', bytesOf('It shone.'), false),
    after: { ...before, sun: 'It shone.' },
  },
  'adding two at once': {
    act: servers =>
      add(
        servers,
        'two.jsonl',
        new TextEncoder().encode(
          '{"slug":"a","language":"en","body":"A."}\n{"slug":"b","language":"en","body":"B."}\n',
        ),
        false,
      ),
    after: { ...before, a: 'A.', b: 'B.' },
  },
  'replacing an article': {
    act: servers => add(servers, 'flood.txt', bytesOf('It poured.'), true),
    after: { ...before, flood: 'It poured.' },
  },
  'replacing an article of a feed': {
    act: servers => add(servers, 'heron.txt', bytesOf('No heron was seen.'), true),
    after: { ...before, heron: 'No heron was seen.' },
  },
  'removing an article': { act: servers => servers.remove(server, 'flood', deed), after: without('flood') },
  'removing an article of a feed': { act: servers => servers.remove(server, 'ferry', deed), after: without('ferry') },
  'calling off what was sent': {
    act: async servers => {
      const draft = await servers.hold(server, 'sun.txt', bytesOf('It shone.'))
      await servers.discard(server, draft.id)
    },
    after: before,
  },
  'changing a setting': {
    act: servers => servers.changeSettings(server, { language: 'de' }),
    after: { ...before, language: 'de' },
  },
  'forgetting everything': { act: servers => servers.forget(server), after: {} },
  'reading it again': { act: servers => servers.reload(server), after: before },
  'asking how much there is': { act: servers => servers.status(server), after: before },
}

let dataDir = ''
let folder = ''
beforeAll(() => {
  // Where memory serves as a disk, the trials take half the time.
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  dataDir = mkdtempSync(join(place, 'verbatim-faults-'))
  folder = serverFolder(dataDir, server)
})
afterAll(() => rmSync(dataDir, { recursive: true }))

/** Puts the folder as it is before a change. */
function reset(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'flood.txt'), bytesOf('It rained.'))
  writeFileSync(join(folder, 'feed.json'), feed)
}

type Opened = { readonly servers: Servers; readonly live: Map<string, string> }

async function open(disk: FaultDisk): Promise<Opened> {
  const live = new Map<string, string>()
  const servers = await openServers({
    dataDir,
    disk,
    listener: {
      async applyServer(_server, { put, remove }) {
        for (const slug of remove) live.delete(slug)
        for (const { slug, body } of put) live.set(slug, body)
      },
      dropServer: () => live.clear(),
    },
    log: { info: () => undefined, warn: () => undefined },
  })
  return { servers, live }
}

/** Where a call failed, and what came of it. */
type Trial = { readonly where: string; readonly failure: unknown } & Opened

/** Makes the change on a disk whose call number `at` fails; null when there are fewer calls. */
async function fail({ act }: Change, at: number, code: Code, lasting: boolean): Promise<Trial | null> {
  reset()
  const disk = createFaultDisk()
  const opened = await open(disk)
  disk.arm(at, code, lasting)
  const failure: unknown = await act(opened.servers).then(
    () => null,
    error => error,
  )
  const where = `${code} ${lasting ? 'from' : 'at'} call ${at} on: ${disk.made.join(', ')}`
  const hasFailed = disk.hasFailed()
  disk.heal()
  return hasFailed ? { where, failure, ...opened } : null
}

/** What is answered from, and the language that is set. */
function held({ servers, live }: Opened): Articles {
  const { language } = servers.settings(server)
  return { ...Object.fromEntries(live), ...(language === null ? {} : { language }) }
}

/** The articles that are neither as before the change nor as after it. */
function mixed(found: Articles, after: Articles): string[] {
  const slugs = Object.keys({ ...before, ...after, ...found })
  return slugs.filter(slug => found[slug] !== before[slug] && found[slug] !== after[slug])
}

/** What a change that was broken off has left. */
const hidden = (): string[] => (existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.tmp')) : [])

/** What is there is what was there, or what was acknowledged; and once the disk is well, the change can be made. */
async function expectNothingLost({ act, after }: Change, code: Code, trial: Trial): Promise<void> {
  const { failure, where, servers } = trial
  const restarted = await open(createFaultDisk())
  if (failure !== null && !(failure instanceof DiskError))
    throw new Error(`told of no disk: ${where}`, { cause: failure })
  if (failure !== null) expect(failure.trouble, where).toBe(troubles[code])
  for (const found of [held(trial), held(restarted)]) {
    // What is unsure may have been done in part; even so each article is as it was or as it shall be.
    if (failure?.outcome === 'unsure') expect(mixed(found, after), where).toEqual([])
    else expect(found, where).toEqual(failure === null ? after : before)
  }
  const { faults } = await restarted.servers.status(server)
  if (failure?.outcome !== 'unsure') expect(faults, where).toEqual([])
  expect(hidden(), where).toEqual([])
  if (failure !== null && failure.outcome !== 'unsure') await act(servers)
  if (failure !== null && failure.outcome !== 'unsure') expect(held(trial), where).toEqual(after)
}

describe('when the disk fails', () => {
  let trials = 0
  let calls = 0

  it.each(Object.entries(changes))(
    'at any call, %s is done or said not to be, and can be done later',
    async (_name, change) => {
      for (const [number, code] of codes.entries()) {
        for (let at = 1; ; at += 1) {
          // Each call fails alone in some of these ways, and with all that follow in the others.
          const trial = await fail(change, at, code, (at + number) % 2 === 0)
          if (trial === null) break
          await expectNothingLost(change, code, trial)
          trials += 1
          if (number === 0) calls += 1
        }
      }
    },
  )

  it('was tried at every call of every change', () => {
    expect(calls).toBeGreaterThan(200)
    expect(trials).toBe(calls * codes.length)
  })

  it.each(codes)(
    'with %s at any call of the start, the host reads so, and the next start has everything',
    async code => {
      reset()
      for (let at = 1, hasFailed = true; hasFailed; at += 1) {
        const disk = createFaultDisk()
        disk.arm(at, code, at % 2 === 0)
        const outcome = await open(disk).catch((error: unknown) => error)
        hasFailed = disk.hasFailed()
        disk.heal()
        if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(ConfigError)
          expect(outcome.message).toContain(`got ${code} at ${dataDir}`)
        } else {
          const { servers, live } = outcome as Opened
          const { faults } = await servers.status(server)
          // A file that could not be read is named, and there as soon as the folder is read again.
          if (Object.keys(before).some(slug => !live.has(slug))) {
            expect(faults.map(({ message }) => message)).toContain(`expected a readable file, got ${code}`)
          }
          await servers.reload(server)
          expect(Object.fromEntries(live)).toEqual(before)
        }
      }
    },
  )
})

describe('when the disk fails while servers are seen to', () => {
  const other = '222222222222222222'
  const membership = {
    application: '900000000000000001',
    isPresent: () => true,
    isMember: async () => true,
    isClockRight: async () => true,
  }
  const old = new Date(Date.now() - 3 * 24 * 3_600_000)

  /** Two servers that keep articles for a day, with one of three days each. */
  function resetTwo(): void {
    reset()
    mkdirSync(serverFolder(dataDir, other), { recursive: true })
    for (const one of [server, other]) {
      writeFileSync(join(serverFolder(dataDir, one), 'flood.txt'), bytesOf('It rained.'))
      utimesSync(join(serverFolder(dataDir, one), 'flood.txt'), old, old)
      writeFileSync(join(serverFolder(dataDir, one), '.settings.json'), JSON.stringify({ keepDays: 1 }))
    }
  }

  it.each(codes)(
    'with %s for one of them, the other is seen to, and nothing that is gone is answered from',
    async code => {
      for (let at = 1, hasFailed = true; hasFailed; at += 1) {
        resetTwo()
        const disk = createFaultDisk()
        const { servers } = await open(disk)
        disk.arm(at, code, false)
        const settling = await servers.settle(membership).then(
          () => 'done',
          () => 'not begun',
        )
        hasFailed = disk.hasFailed()
        const where = `${code} at call ${at} on: ${disk.made.join(', ')}`
        disk.heal()
        const there = [server, other].map(one => existsSync(join(serverFolder(dataDir, one), 'flood.txt')))
        const answered = [server, other].map(one => servers.own(one).some(({ slug }) => slug === 'flood'))
        expect(answered, where).toEqual(there)
        if (settling === 'done') expect(there.filter(Boolean).length, where).toBeLessThan(hasFailed ? 2 : 1)
      }
      rmSync(serverFolder(dataDir, other), { recursive: true })
    },
  )
})

describe('the disk', () => {
  it('is asked through one type, in whose place another can be put, by all that keeps what servers have', async () => {
    const rooms = [
      'src/servers',
      'src/library/saved/saved-state.ts',
      'src/folder/store.ts',
      'src/folder/disk/write-file.ts',
    ]
    const files = rooms.flatMap(room =>
      room.endsWith('.ts')
        ? [room]
        : readdirSync(room, { recursive: true, encoding: 'utf8' })
            .filter(name => name.endsWith('.ts'))
            .map(name => join(room, name)),
    )
    for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(/from 'node:fs/)
  })
})

describe('what is acknowledged', () => {
  /** The calls by which a change reaches the disk, in their order, with what was said to be done. */
  async function order(change: (servers: Servers, disk: FaultDisk) => Promise<unknown>): Promise<string[]> {
    reset()
    const disk = createFaultDisk()
    const { servers } = await open(disk)
    await change(servers, disk)
    disk.note('acknowledge')
    return disk.made
      .filter(call => /^(?:write|sync|link|rename|unlink|acknowledge)/.test(call))
      .map(call => call.replace(/\.\d+-[0-9a-f]{12}\.tmp$/, '.tmp').replace(server, 'the folder'))
  }

  const accept = (name: string, body: string, replace: boolean) => async (servers: Servers, disk: FaultDisk) => {
    const draft = await servers.hold(server, name, bytesOf(body))
    disk.heal()
    await servers.accept(server, draft.id, replace, deed)
  }

  it('when it is added, has its bytes on the disk, then its name, then the name on the disk', async () => {
    expect(await order(accept('sun.txt', 'It shone.', false))).toEqual([
      'write .sun.txt.tmp',
      'sync .sun.txt.tmp',
      'link sun.txt',
      'sync the folder',
      'acknowledge',
    ])
  })

  it('when it is replaced, too, and what was there before is kept until then', async () => {
    expect(await order(accept('flood.txt', 'It poured.', true))).toEqual([
      'write .flood.txt.tmp',
      'sync .flood.txt.tmp',
      'link .flood.txt.tmp',
      'rename flood.txt',
      'sync the folder',
      'acknowledge',
    ])
  })

  it('when it is removed, is off the disk', async () => {
    expect(await order(servers => servers.remove(server, 'flood', deed))).toEqual([
      'rename .flood.txt.tmp',
      'sync the folder',
      'acknowledge',
    ])
  })

  it('when it is sent, is on the disk before it is asked about', async () => {
    const made = await order(servers => servers.hold(server, 'sun.txt', bytesOf('It shone.')))
    expect(made.map(call => call.replace(/[0-9a-f]{24}/, 'its folder'))).toEqual([
      'write .sun.txt.tmp',
      'sync .sun.txt.tmp',
      'link .sun.txt.tmp',
      'rename sun.txt',
      'sync its folder',
      'acknowledge',
    ])
  })
})
