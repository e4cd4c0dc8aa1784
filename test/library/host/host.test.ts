import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../../../src/answer/ask/ask.ts'
import { CorpusError, type ReadingProgress, StillReadingError } from '../../../src/errors.ts'
import type { Host } from '../../../src/library/host/host.ts'
import { openHost, startHost } from '../../../src/library/host/start-host.ts'
import type { Library } from '../../../src/library/library.ts'
import { flood, lighthouse, makeArticle } from '../../support/articles.ts'
import { createSwiftClock } from '../../support/swift-clock.ts'

const page = (headline: string, text: string): string => `---\nheadline: ${headline}\n---\n${text}\n`

let folder: string
let host: Host | null
let said: string[]

const log = {
  info: (_fields: object, message: string) => void said.push(message),
  warn: (_fields: object, message: string) => void said.push(message),
  error: (_fields: object, message: string) => void said.push(message),
}

async function start(onProgress?: (progress: ReadingProgress) => void): Promise<Host> {
  host = await startHost({
    corpusDir: folder,
    stateDir: null,
    log,
    clock: createSwiftClock(),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  return host
}

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

const slugs = (library: Library, question: string): string[] =>
  ask(library, question, { limit: 5, article: null, grouping: 'paragraph' }).passages.map(({ article }) => article.slug)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-host-'))
  host = null
  said = []
  await write('seals.md', page('Seals', 'The harbour master counted forty seals on the pier.'))
})

afterEach(async () => {
  await host?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a host', () => {
  it('sets aside what would hold up everybody, names it, and answers from the rest', async () => {
    await write('vast.md', page('Vast', '"We ran to the hill," said Ilse Brandt of the board. '.repeat(20_000)))
    const { host: opened, read } = openHost({
      corpusDir: folder,
      stateDir: null,
      log,
      clock: createSwiftClock(),
      examinedMs: 1,
    })
    host = opened
    const fault = expect.stringContaining('expected an article whose quotations are found within 0.001 s')
    expect(await read).toEqual([{ path: join(folder, 'vast.md'), line: null, message: fault }])
    expect(opened.status().faults).toHaveLength(1)
    expect(said).toEqual([fault])
    expect(slugs(opened.library(null), 'How many seals were on the pier?')).toEqual(['seals'])
  }, 60_000)

  it('answers from the folder as it is at the start, and says how far it has come', async () => {
    const totals = new Set<number>()
    const { library, status } = await start(({ done, total }) => {
      totals.add(total)
      expect(done).toBeLessThanOrEqual(total)
    }).then(started => ({ library: started.library(null), status: started.status() }))
    expect(slugs(library, 'How many seals were on the pier?')).toEqual(['seals'])
    expect(status).toMatchObject({ reading: null, articles: 1, sentences: 1, faults: [], pending: 0 })
    expect([...totals]).toEqual([1])
  })

  it('answers from what is new, changed and gone once it has looked, and leaves libraries given before as they were', async () => {
    const running = await start()
    const before = running.library(null)
    await write('bridge.md', page('Bridge', 'The old bridge at Marbach was closed to lorries.'))
    await write('seals.md', page('Seals', 'The harbour master counted ninety walruses.'))
    await running.reload()
    const after = running.library(null)
    expect(slugs(after, 'Which bridge was closed to lorries?')).toEqual(['bridge'])
    expect(slugs(after, 'How many walruses were counted?')).toEqual(['seals'])
    expect(slugs(before, 'How many seals were on the pier?')).toEqual(['seals'])
    await unlink(join(folder, 'seals.md'))
    await running.reload()
    expect([...running.library(null).articles.keys()]).toEqual(['bridge'])
  })

  it('keeps the last good version of a bad file, and names it in its status and once in the log', async () => {
    const running = await start()
    await write('seals.md', '---\npublished: soon\n---\nThe harbour master')
    await running.reload()
    await running.reload()
    expect(slugs(running.library(null), 'How many seals were on the pier?')).toEqual(['seals'])
    const [fault] = running.status().faults
    expect(fault).toMatchObject({ path: join(folder, 'seals.md'), line: 2 })
    expect(said.filter(line => line.includes('seals.md:2: expected `published`'))).toHaveLength(1)
    await write('seals.md', page('Seals', 'The harbour master counted fifty seals.'))
    await running.reload()
    expect(running.status().faults).toEqual([])
    expect(said.at(-1)).toBe('took in what changed in the corpus')
    expect(said.some(line => line.startsWith('mended: '))).toBe(true)
  })

  it('keeps everything while the folder is away, and says so', async () => {
    const running = await start()
    await rm(folder, { recursive: true })
    await running.reload()
    expect(running.library(null).articles.size).toBe(1)
    expect(running.status().faults[0]?.message).toBe('expected a folder of articles, got nothing there')
    await mkdir(folder)
    await write('bridge.md', page('Bridge', 'The old bridge was closed.'))
    await running.reload()
    expect([...running.library(null).articles.keys()]).toEqual(['bridge'])
  })

  it('does not start on a folder that is missing, empty, or has a fault', async () => {
    await write('bad.md', '---\npublished: soon\n---\nText.')
    await expect(start()).rejects.toThrow(/bad\.md:2: expected `published`/)
    await rm(folder, { recursive: true })
    await expect(start()).rejects.toThrow(CorpusError)
    await mkdir(folder)
    await expect(start()).rejects.toThrow('expected article files')
  })
})

describe('a host that is being opened', () => {
  const open = () => openHost({ corpusDir: folder, stateDir: null, log, clock: createSwiftClock() })

  it('answers nothing before all is read, and says how far it is', async () => {
    const { host: opened, read } = open()
    host = opened
    expect(() => opened.library(null)).toThrow(StillReadingError)
    expect(() => opened.library('1')).toThrow(StillReadingError)
    await opened.applyServer('1', { put: [flood], remove: [] })
    expect(opened.status()).toMatchObject({ reading: { done: 0 }, articles: 0 })
    expect(await read).toEqual([])
    expect(opened.status().reading).toBeNull()
    expect([...opened.library('1').articles.keys()]).toEqual(['seals', 'flood'])
  })

  it('reads a large folder in a thread of its own, and finds in it what is found in a small one', async () => {
    const names = Array.from({ length: 600 }, (_, n) => `ship-${n}.md`)
    await Promise.all(names.map((name, n) => write(name, page(`Ship ${n}`, `Ship number ${n} came in.\n\nIt left.`))))
    await write('bad.md', '---\npublished: soon\n---\nText.\n')
    await write(
      'feed.jsonl',
      '{"headline":"Otter","body":"An otter swam."}\n{"headline":"Seals","body":"Ten seals swam."}\n',
    )
    const long = Array.from({ length: 300 }, (_, n) => `Whale *number* ${n} surfaced off the pier.`)
    await write('long.md', page('Whales', long.join('\n\n')))
    const past = new Date('2020-01-01T00:00:00Z')
    await Promise.all(
      [...names.slice(1), 'bad.md', 'long.md', 'feed.jsonl'].map(name => utimes(join(folder, name), past, past)),
    )
    const { host: opened, read } = open()
    host = opened
    const faults = await read
    expect(faults.map(({ path, line }) => [path, line])).toEqual([[join(folder, 'bad.md'), 2]])
    const { articles, index } = opened.library(null)
    expect(articles.size).toBe(604)
    expect(articles.get('long')?.paragraphs).toHaveLength(300)
    expect(index.sourceCount).toBe(604)
    expect(articles.get('ship-7')).toMatchObject({ headline: 'Ship 7', paragraphs: [{ start: 0 }, { start: 24 }] })
    expect(slugs(opened.library(null), 'Which ship has number 599?')).toContain('ship-599')
    expect(said.some(line => line.includes('bad.md:2: expected `published`'))).toBe(true)
  })

  it('answers nothing when it is stopped before all is read', async () => {
    const { host: opened, read } = open()
    await opened.stop()
    expect(await read).toEqual([])
    expect(() => opened.library(null)).toThrow(StillReadingError)
  })

  it('ends where there is nothing to answer from', async () => {
    await write('seals.md', '---\npublished: soon\n---\nText.\n')
    const { host: opened, read } = open()
    await expect(read).rejects.toThrow(/seals\.md:2/)
    expect(() => opened.library(null)).toThrow(StillReadingError)
  })
})

describe('what a server has of its own', () => {
  const ice = makeArticle('The river froze over in January.', { slug: 'flood', headline: 'Ice' })

  it('is answered from in that server alone, together with what all share', async () => {
    const running = await start()
    await running.applyServer('1', { put: [flood], remove: [] })
    await running.applyServer('2', { put: [lighthouse, ice], remove: [] })
    expect([...running.library('1').articles.keys()]).toEqual(['seals', 'flood'])
    expect([...running.library('2').articles.keys()].sort()).toEqual(['flood', 'lighthouse', 'seals'])
    expect(running.library('2').articles.get('flood')).toBe(ice)
    expect(running.library('3')).toBe(running.library(null))
    expect([...running.library(null).articles.keys()]).toEqual(['seals'])
    expect(slugs(running.library('1'), 'Who bought the lighthouse on Gull Island?')).not.toContain('lighthouse')
  })

  it('sees what changes in the shared folder, and is made anew only then', async () => {
    const running = await start()
    await running.applyServer('1', { put: [flood], remove: [] })
    const before = running.library('1')
    expect(running.library('1')).toBe(before)
    await write('bridge.md', page('Bridge', 'The old bridge at Marbach was closed to lorries.'))
    await running.reload()
    expect(slugs(running.library('1'), 'Which bridge was closed to lorries?')[0]).toBe('bridge')
  })

  it('goes when its last article or the server goes', async () => {
    const running = await start()
    await running.applyServer('1', { put: [flood], remove: [] })
    await running.applyServer('1', { put: [], remove: ['flood'] })
    expect(running.library('1')).toBe(running.library(null))
    await running.applyServer('1', { put: [flood], remove: [] })
    running.dropServer('1')
    expect(running.library('1')).toBe(running.library(null))
  })

  it('takes in many articles in slices, each of which is whole', async () => {
    const running = await start()
    const many = Array.from({ length: 300 }, (_, index) =>
      makeArticle(`Ship number ${index} came in. It left again. Nobody saw it.`, { slug: `ship-${index}` }),
    )
    const applying = running.applyServer('1', { put: many, remove: [] })
    const { articles, index } = running.library('1')
    expect(index.sourceCount).toBe(articles.size)
    expect(articles.size).toBeLessThan(301)
    await applying
    expect(running.library('1').articles.size).toBe(301)
  })
})
