import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError, UserError } from '../../src/errors.ts'
import { createExaminer } from '../../src/library/host/examine.ts'
import { graceDays } from '../../src/servers/membership/left-mark.ts'
import type { Membership } from '../../src/servers/membership/membership.ts'
import type { Servers } from '../../src/servers/server-articles.ts'
import { serverFolder } from '../../src/servers/server-folder.ts'
import { serverLimits } from '../../src/servers/server-limits.ts'
import { openServers } from '../../src/servers/servers.ts'
import { draftHours, draftsKept } from '../../src/servers/uploads/drafts.ts'
import { hostileInputs } from '../support/articles.ts'

const one = '111111111111111111'
const other = '222222222222222222'
/** Who did it, in which interaction. */
const by = { interaction: '1', person: '2' }
const hourMs = 3_600_000

let dataDir = ''
let now = new Date('2024-06-01T12:00:00Z')
/** Slugs that are answered from, by server; a server that was dropped has none. */
let live = new Map<string, Set<string>>()
let logged: string[] = []

const open = (
  more: Pick<Parameters<typeof openServers>[0], 'examine' | 'setAside' | 'isOurs'> = {},
): Promise<Servers> =>
  openServers({
    dataDir,
    ...more,
    now: () => now,
    listener: {
      async applyServer(server, { put, remove }) {
        const slugs = new Set(live.get(server))
        for (const slug of remove) slugs.delete(slug)
        for (const { slug } of put) slugs.add(slug)
        live.set(server, slugs)
      },
      dropServer: server => void live.delete(server),
    },
    log: {
      info: (what, message) => logged.push(`${message} ${JSON.stringify(what)}`),
      warn: (what, message) => logged.push(`${message} ${JSON.stringify(what)}`),
    },
  })

const bytesOf = (body: string): Uint8Array =>
  new TextEncoder().encode(`---\nheadline: ${body.slice(0, 20)}\n---\n\n${body}\n`)

async function add(servers: Servers, server: string, name: string, body: string, replace = false): Promise<string[]> {
  const draft = await servers.hold(server, name, bytesOf(body))
  const stored = await servers.accept(server, draft.id, replace, by)
  return stored?.map(({ article }) => article.slug) ?? []
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'verbatim-servers-'))
  now = new Date()
  live = new Map()
  logged = []
})
afterEach(() => rmSync(dataDir, { recursive: true }))

describe('what a server adds', () => {
  it('is refused with the reason, and not kept, when it would hold up everybody', async () => {
    const servers = await open({ examine: createExaminer(1).examine })
    const vast = 'The river rose all night. "We ran to the hill," said Ilse Brandt of the board. '.repeat(20_000)
    const holding = servers.hold(one, 'vast.txt', bytesOf(vast))
    await expect(holding).rejects.toMatchObject({
      refusal: { kind: 'unreadable', faults: [expect.stringContaining('whose quotations are found within 0.001 s')] },
    })
    expect(readdirSync(join(serverFolder(dataDir, one), '.pending'))).toEqual([])
  }, 60_000)

  it('is set aside at the start, named in the log and in the status, when it turns out to hold up everybody', async () => {
    const vast = 'The river rose all night. "We ran to the hill," said Ilse Brandt of the board. '.repeat(20_000)
    const before = await open()
    await add(before, one, 'flood.txt', 'It rained.')
    await add(before, one, 'vast.txt', vast)
    live.clear()
    const servers = await open({ setAside: createExaminer(1).setAside })
    expect(live.get(one)).toEqual(new Set(['flood']))
    expect(servers.own(one).map(({ slug }) => slug)).toEqual(['flood'])
    const message = expect.stringContaining('expected an article whose quotations are found within 0.001 s')
    expect((await servers.status(one)).faults).toEqual([expect.objectContaining({ message })])
    expect(logged.at(-1)).toEqual(message)
    expect(existsSync(join(serverFolder(dataDir, one), 'vast.txt'))).toBe(true)
    expect(await servers.remove(one, 'vast', by)).toMatchObject({ article: null, slug: 'vast' })
  }, 60_000)

  it('is answered from there alone, and is there after a restart', async () => {
    const servers = await open()
    expect(await add(servers, one, 'flood.txt', 'It rained.')).toEqual(['flood'])
    await add(servers, other, 'sun.txt', 'It shone.')
    expect(live).toEqual(
      new Map([
        [one, new Set(['flood'])],
        [other, new Set(['sun'])],
      ]),
    )
    live.clear()
    await open()
    expect(live.get(one)).toEqual(new Set(['flood']))
    expect(live.get(other)).toEqual(new Set(['sun']))
  })

  it('is logged with the interaction that added it, and no person', async () => {
    await add(await open(), one, 'flood.txt', 'It rained.')
    expect(logged).toEqual([expect.stringMatching(/^added an article .*"article":"flood".*"interaction":"1"/)])
  })

  it('overwrites nothing that came since it was shown, unless told', async () => {
    const servers = await open()
    const draft = await servers.hold(one, 'flood.txt', bytesOf('Second.'))
    await add(servers, one, 'flood.txt', 'First.')
    await expect(servers.accept(one, draft.id, false, by)).rejects.toThrow(UserError)
    expect((await servers.status(one)).articles.map(({ body }) => body)).toEqual(['First.'])
    expect((await servers.accept(one, draft.id, true, by))?.[0]?.replaced?.body).toBe('First.')
    expect((await servers.status(one)).articles.map(({ body }) => body)).toEqual(['Second.'])
  })

  it('is removed when told, and by that server alone', async () => {
    const servers = await open()
    await add(servers, one, 'flood.txt', 'It rained.')
    await expect(servers.remove(other, 'flood', by)).rejects.toThrow(UserError)
    expect((await servers.remove(one, 'flood', by)).article?.body).toBe('It rained.')
    expect(live.get(one)).toEqual(new Set())
    await expect(servers.remove(one, 'flood', by)).rejects.toThrow(UserError)
  })

  it('is read again when somebody has mended a file by hand', async () => {
    const servers = await open()
    await add(servers, one, 'flood.txt', 'It rained.')
    rmSync(join(serverFolder(dataDir, one), 'flood.txt'))
    writeFileSync(join(serverFolder(dataDir, one), 'sun.txt'), bytesOf('It shone.'))
    writeFileSync(join(serverFolder(dataDir, one), 'bad.txt'), '---\nnope: 1\n---\n\nText.\n')
    expect(await servers.status(one)).toMatchObject({ articles: [{ slug: 'flood' }], bytes: 0 })
    await servers.reload(one)
    expect(live.get(one)).toEqual(new Set(['sun']))
    expect((await servers.status(one)).faults).toHaveLength(1)
  })

  it('is added whole or not at all from a feed, and is taken out of one that somebody has put there', async () => {
    const servers = await open()
    await add(servers, one, 'flood.txt', 'It rained.')
    const feed = new TextEncoder().encode(
      '{"slug":"sun","body":"It shone."}\n{"slug":"flood","body":"It rained more."}\n',
    )
    const { id } = await servers.hold(one, 'feed.jsonl', feed)
    await expect(servers.accept(one, id, false, by)).rejects.toMatchObject({ refusal: { kind: 'unreadable' } })
    expect(live.get(one)).toEqual(new Set(['flood']))
    expect(await servers.accept(one, id, true, by)).toHaveLength(2)
    expect(live.get(one)).toEqual(new Set(['flood', 'sun']))
    writeFileSync(
      join(serverFolder(dataDir, one), 'wire.jsonl'),
      '{"slug":"a","body":"A."}\n{"slug":"b","body":"B."}\n',
    )
    await servers.reload(one)
    await servers.remove(one, 'a', by)
    expect(live.get(one)).toEqual(new Set(['flood', 'sun', 'b']))
    expect(servers.own(one).map(({ slug }) => slug)).toEqual(['flood', 'sun', 'b'])
  })

  it('is kept in order when many add at once', async () => {
    const servers = await open()
    await Promise.all(Array.from({ length: 8 }, (_, n) => add(servers, one, `a-${n}.txt`, `Number ${n}.`)))
    expect(live.get(one)?.size).toBe(8)
    expect((await servers.status(one)).articles).toHaveLength(8)
  })
})

describe('limits', () => {
  it('hold for one upload', async () => {
    const servers = await open()
    const large = new Uint8Array(serverLimits.uploadBytes + 1)
    await expect(servers.hold(one, 'a.txt', large)).rejects.toMatchObject({
      refusal: { kind: 'file-too-large', mostBytes: 8 * 2 ** 20 },
    })
  })

  it('hold for the number of articles and for all bytes, and for each server by itself', async () => {
    const servers = await open()
    const feed = Array.from({ length: serverLimits.articles }, (_, n) =>
      JSON.stringify({ slug: `a-${n}`, body: `Number ${n}.` }),
    )
    const draft = await servers.hold(one, 'feed.jsonl', new TextEncoder().encode(feed.join('\n')))
    expect(await servers.accept(one, draft.id, false, by)).toHaveLength(serverLimits.articles)
    await expect(servers.hold(one, 'more.txt', bytesOf('One more.'))).rejects.toMatchObject({
      refusal: { kind: 'too-many-articles', most: 250 },
    })
    expect(await add(servers, other, 'more.txt', 'One more.')).toEqual(['more'])
    for (const letter of ['b', 'c']) await add(servers, other, `${letter}.txt`, letter.repeat(5e6))
    await expect(add(servers, other, 'd.txt', 'd '.repeat(4e6))).rejects.toMatchObject({ refusal: { kind: 'no-room' } })
  })
})

describe('uploads that wait for an answer', () => {
  it('take room from each other and show in the status; one that there is no room for does not wait', async () => {
    const servers = await open()
    const large = (letter: string): Uint8Array => bytesOf(letter.repeat(6e6))
    const first = await servers.hold(one, 'a.txt', large('a'))
    await servers.hold(one, 'b.txt', large('b'))
    await expect(servers.hold(one, 'c.txt', large('c'))).rejects.toMatchObject({ refusal: { kind: 'no-room' } })
    expect(readdirSync(join(serverFolder(dataDir, one), '.pending'))).toHaveLength(2)
    expect((await servers.status(one)).bytes).toBeGreaterThan(12e6)
    // Each counts once: where it waits, and then where it is kept.
    expect(await servers.accept(one, first.id, false, by)).toHaveLength(1)
    expect((await servers.status(one)).bytes).toBeLessThan(13e6)
    await expect(servers.hold(one, 'c.txt', large('c'))).rejects.toMatchObject({ refusal: { kind: 'no-room' } })
    await servers.hold(other, 'c.txt', large('c'))
  })
})

describe('an upload', () => {
  it('waits through a restart, and is gone once it is answered', async () => {
    const { id } = await (await open()).hold(one, 'flood.txt', bytesOf('It rained.'))
    const servers = await open()
    expect((await servers.draft(one, id))?.articles[0]?.article.slug).toBe('flood')
    expect(await servers.draft(other, id)).toBeNull()
    expect(await servers.accept(other, id, false, by)).toBeNull()
    await servers.discard(one, id)
    expect(await servers.accept(one, id, false, by)).toBeNull()
    expect(live.get(one)?.size ?? 0).toBe(0)
  })

  it('expires, and the oldest of many goes first', async () => {
    const servers = await open()
    const ids: string[] = []
    for (let n = 0; n <= draftsKept; n += 1) {
      const { id } = await servers.hold(one, `a-${n}.txt`, bytesOf(`Number ${n}.`))
      const time = new Date(now.getTime() - (draftsKept - n) * 1_000)
      utimesSync(join(serverFolder(dataDir, one), '.pending', id), time, time)
      ids.push(id)
    }
    expect(await servers.draft(one, ids[0] ?? '')).toBeNull()
    expect(await servers.draft(one, ids[1] ?? '')).not.toBeNull()
    now = new Date(now.getTime() + (draftHours + 1) * hourMs)
    expect(await servers.draft(one, ids.at(-1) ?? '')).toBeNull()
  })

  it.each(['../../../etc/passwd', 'a.exe', '', '.txt', 'x\0.jpg', 'noending'])('called %j is refused', async name => {
    await expect((await open()).hold(one, name, bytesOf('Text.'))).rejects.toThrow(UserError)
  })

  it.each([
    ...hostileInputs.map(([, text]) => text),
    '../../evil',
    'C:\\evil',
    '/etc/evil',
    'CON',
    '..',
    'x'.repeat(9_000),
  ])('called %j stays inside the folder of its server', async name => {
    const servers = await open()
    const [slug] = await add(servers, one, `${name}.md`, 'A body.')
    expect(slug).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u)
    expect(readdirSync(serverFolder(dataDir, one)).filter(file => !file.startsWith('.'))).toEqual([`${slug}.md`])
    expect(readdirSync(dataDir)).toEqual(['servers'])
  })

  it.each([
    ['binary data', 'a.txt', new Uint8Array([0, 1, 2, 255])],
    ['nothing', 'a.md', new Uint8Array()],
    ['a YAML bomb', 'a.md', new TextEncoder().encode('---\na: &a [x, x]\nheadline: *a\n---\n\nText.\n')],
  ])('of %s is refused in words without a path, and is not kept', async (_what, name, bytes) => {
    const servers = await open()
    const error = await servers.hold(one, name, bytes).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).not.toContain(dataDir)
    expect(readdirSync(join(serverFolder(dataDir, one), '.pending'))).toEqual([])
  })

  it.each(['../../x', '', 'constructor', '0'.repeat(25)])('is not found by the id %j', async id => {
    expect(await (await open()).draft(one, id)).toBeNull()
  })
})

const application = '900000000000000001'
const stranger = '900000000000000002'

/** What Discord says to the application: it is in these servers. */
const among = (present: readonly string[], more: Partial<Membership> = {}): Membership => ({
  application,
  isPresent: server => present.includes(server),
  isMember: async server => present.includes(server),
  isClockRight: async () => true,
  ...more,
})

const later = (days: number): void => {
  now = new Date(now.getTime() + days * 24 * hourMs)
}
const isThere = (server: string): boolean => existsSync(join(serverFolder(dataDir, server), 'flood.txt'))

/** Looks after the servers once a day. */
async function live21Days(servers: Servers, membership: Membership): Promise<void> {
  for (let day = 0; day < 21; day++) {
    await servers.settle(membership)
    later(1)
  }
}

describe('a server that the bot was removed from', () => {
  let servers: Servers
  beforeEach(async () => {
    servers = await open()
    await servers.settle(among([one, other]))
    await add(servers, one, 'flood.txt', 'It rained.')
  })

  it('is not answered from, and is again when the bot is back within the grace', async () => {
    await servers.left(one)
    expect(live.has(one)).toBe(false)
    later(graceDays - 1)
    const restarted = await open()
    expect(live.has(one)).toBe(false)
    await restarted.settle(among([one]))
    expect(live.get(one)).toEqual(new Set(['flood']))
  })

  it('loses what it had once the grace is over, counted from the removal through restarts', async () => {
    await servers.left(one)
    for (let day = 0; day < graceDays; day++) {
      later(0.5)
      await servers.settle(among([other]))
      expect(isThere(one)).toBe(true)
      later(0.5)
      servers = await open()
      await servers.settle(among([other]))
    }
    expect(existsSync(serverFolder(dataDir, one))).toBe(false)
  })

  it('loses nothing to a clock that jumps, while the bot is there or is not', async () => {
    await servers.left(one)
    for (const days of [graceDays + 8, -40, 80, -1_000]) {
      later(days)
      servers = await open()
      await servers.settle(among([other]))
      expect(isThere(one)).toBe(true)
    }
    await (await open()).settle(among([one]))
    expect(live.get(one)).toEqual(new Set(['flood']))
  })

  it.each<[string, Membership['isMember']]>([
    ['says that the bot is there', async () => true],
    ['does not say', () => Promise.reject(new Error('503'))],
  ])('loses nothing while Discord, asked, %s', async (_, isMember) => {
    await live21Days(servers, among([other], { isMember }))
    expect(isThere(one)).toBe(true)
  })

  it('loses nothing to the token of an application that was never in it', async () => {
    const others = await open()
    await live21Days(others, among([], { application: stranger }))
    await others.left(one)
    await live21Days(others, among([], { application: stranger }))
    expect(isThere(one)).toBe(true)
    expect(live.has(one)).toBe(false)
    await (await open()).settle(among([one]))
    expect(live.get(one)).toEqual(new Set(['flood']))
  })

  it('loses nothing to another application while its own has left it', async () => {
    await servers.left(one)
    await live21Days(await open(), among([], { application: stranger }))
    expect(isThere(one)).toBe(true)
  })

  it('loses nothing where an earlier version noted that, or nobody ever noted whose it was', async () => {
    writeFileSync(join(serverFolder(dataDir, one), '.left'), `${now.toISOString()}\n`)
    await add(servers, other, 'flood.txt', 'It rained.')
    rmSync(join(serverFolder(dataDir, other), '.application'))
    await live21Days(await open(), among([]))
    expect([isThere(one), isThere(other)]).toEqual([true, true])
  })

  it('that comes back while others are seen to is answered from', async () => {
    await add(servers, other, 'sun.txt', 'It shone.')
    const present = [other]
    const membership = among(present)
    await servers.left(one)
    const settling = servers.settle(membership)
    present.push(one)
    await Promise.all([settling, servers.joined(one)])
    expect(live.get(one)).toEqual(new Set(['flood']))
  })

  it('is noticed at the next start, and so is one that it came back to meanwhile', async () => {
    await add(servers, other, 'sun.txt', 'It shone.')
    await servers.left(one)
    await (await open()).settle(among([one]))
    expect(live.get(one)).toEqual(new Set(['flood']))
    expect(live.has(other)).toBe(false)
  })

  it('leaves nothing to be read when its removal is broken off', async () => {
    mkdirSync(join(dataDir, 'servers', `.removing-${other}-0a1b2c3d`, 'x'), { recursive: true })
    await open()
    expect(readdirSync(join(dataDir, 'servers'))).toEqual([one])
  })
})

describe('the servers of another process', () => {
  it('are neither read, marked nor cleared away', async () => {
    const servers = await open()
    await servers.settle(among([one, other]))
    await add(servers, one, 'flood.txt', 'It rained.')
    await add(servers, other, 'flood.txt', 'It rained.')
    const half = `.removing-${other}-0a1b2c3d`
    mkdirSync(join(dataDir, 'servers', half))
    live.clear()
    const ours = await open({ isOurs: server => server === one })
    await live21Days(ours, among([one]))
    expect([...live.keys()]).toEqual([one])
    expect(readdirSync(serverFolder(dataDir, other)).sort()).toEqual(['.application', '.pending', 'flood.txt'])
    expect(readdirSync(join(dataDir, 'servers'))).toContain(half)
  })
})

it.each(['../x', '1', '', 'constructor', '1234567890123456789012'])('never makes a folder of the id %j', async id => {
  const servers = await open()
  await expect(servers.hold(id, 'a.txt', bytesOf('Text.'))).rejects.toThrow(RangeError)
  expect(readdirSync(join(dataDir, 'servers'))).toEqual([])
})

it('says in one line that its folder cannot be written', async () => {
  writeFileSync(join(dataDir, 'file'), '')
  dataDir = join(dataDir, 'file')
  try {
    await expect(open()).rejects.toThrow(ConfigError)
  } finally {
    dataDir = join(dataDir, '..')
  }
})
