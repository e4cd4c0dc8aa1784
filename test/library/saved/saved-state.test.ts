import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../../../src/answer/ask/ask.ts'
import type { Host } from '../../../src/library/host/host.ts'
import { startHost } from '../../../src/library/host/start-host.ts'
import { createLibrary } from '../../../src/library/library.ts'
import { loadState, type SavedState, saveState } from '../../../src/library/saved/saved-state.ts'
import { flood, lighthouse, makeArticle } from '../../support/articles.ts'
import { codes, createFaultDisk } from '../../support/fault-disk.ts'
import { createSwiftClock } from '../../support/swift-clock.ts'

let root: string
let place: { readonly stateDir: string; readonly corpusDir: string }

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'verbatim-state-'))
  place = { stateDir: join(root, 'saved'), corpusDir: root }
})

afterEach(() => rm(root, { recursive: true, force: true }))

const state: SavedState = {
  files: [
    { name: 'flood.md', stamp: '10 1.5 2 3', articles: [flood] },
    { name: 'feed.jsonl', stamp: '', articles: [lighthouse] },
    { name: 'empty.jsonl', stamp: '1', articles: [] },
  ],
  index: createLibrary([flood, lighthouse], new Date()).index,
}

async function savedFiles(): Promise<string[]> {
  return (await readdir(place.stateDir)).sort().map(name => join(place.stateDir, name))
}

describe('a saved state', () => {
  it('is given back as it was saved', async () => {
    await saveState(place, state)
    const loaded = await loadState(place)
    expect(loaded?.files).toEqual(state.files)
    expect(loaded?.index.sentenceCount).toBe(state.index.sentenceCount)
    expect(loaded?.index.views[0]?.segment.postings).toEqual(state.index.views[0]?.segment.postings)
  })

  it('is of one folder alone', async () => {
    await saveState(place, state)
    expect(await loadState({ ...place, corpusDir: join(root, 'other') })).toBeNull()
  })

  it('is not there before it was saved', async () => {
    expect(await loadState(place)).toBeNull()
  })

  it('is not trusted when any byte of it is another, or the end is missing or too long', async () => {
    const seal = makeArticle('A seal swam.', { slug: 'seal' })
    const files = [{ name: 'seal.md', stamp: '1', articles: [seal] }]
    await saveState(place, { files, index: createLibrary([seal], new Date()).index })
    for (const path of await savedFiles()) {
      const good = await readFile(path)
      for (const at of good.keys()) {
        const bad = Buffer.from(good)
        bad.writeUInt8((good[at] ?? 0) ^ 1, at)
        await writeFile(path, bad)
        expect(await loadState(place), `${path} at ${at}`).toBeNull()
      }
      for (const bad of [
        good.subarray(0, good.length - 1),
        good.subarray(0, 40),
        Buffer.alloc(0),
        Buffer.concat([good, good]),
      ]) {
        await writeFile(path, bad)
        expect(await loadState(place)).toBeNull()
      }
      await writeFile(path, good)
    }
    expect(await loadState(place)).not.toBeNull()
  })

  it('is not trusted when its index is that of other articles', async () => {
    await saveState(place, state)
    const [, index = ''] = await savedFiles()
    const other = await readFile(index)
    await saveState(place, { files: state.files.slice(0, 1), index: createLibrary([flood], new Date()).index })
    await writeFile(index, other)
    expect(await loadState(place)).toBeNull()
  })
})

describe('a disk that fails while a state is saved or given back', () => {
  it.each(codes)('with %s at any call loses no state but to a later one, and leaves nothing half', async code => {
    const next: SavedState = { ...state, files: state.files.slice(0, 2) }
    const disk = createFaultDisk()
    await saveState(place, state)
    for (let at = 1, hasFailed = true; hasFailed; at += 1) {
      disk.arm(at, code, at % 2 === 0)
      const failure: unknown = await saveState({ ...place, disk }, next).catch((error: unknown) => error)
      hasFailed = disk.hasFailed()
      disk.heal()
      if (hasFailed && failure !== undefined) expect(String(failure)).toContain(code)
      // Between the two files of a state the one before is gone; the folder is read anew then.
      const found = (await loadState(place))?.files ?? null
      expect([null, state.files, next.files]).toContainEqual(found)
      if (failure === undefined) expect(found).toEqual(next.files)
      await saveState({ ...place, disk }, state)
      expect((await loadState(place))?.files).toEqual(state.files)
      expect(await readdir(place.stateDir)).toHaveLength(2)
    }
    for (const at of [1, 2]) {
      disk.arm(at, code, false)
      expect(await loadState({ ...place, disk })).toBeNull()
    }
    disk.heal()
    expect(await loadState({ ...place, disk })).not.toBeNull()
  })

  it('has the bytes on it before their name, and the name before the next file', async () => {
    const disk = createFaultDisk()
    await saveState({ ...place, disk }, state)
    const made = disk.made.filter(call => /^(?:sync|rename)/.test(call))
    expect(made.map(call => call.replace(/[0-9a-f]{16}/, 'x').replace(/\.\d+-[0-9a-f]{12}/, ''))).toEqual([
      'sync .x.articles.tmp',
      'rename x.articles',
      'sync saved',
      'sync .x.index.tmp',
      'rename x.index',
      'sync saved',
    ])
  })
})

describe('a host that starts from a saved state', () => {
  let host: Host | null = null
  let read: number

  async function start(): Promise<Host> {
    await host?.stop()
    read = 0
    host = await startHost({
      ...place,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      clock: createSwiftClock(),
      worthSaving: 1,
      onProgress: ({ done }) => {
        read = done
      },
    })
    return host
  }

  async function write(name: string, text: string): Promise<void> {
    await writeFile(join(root, name), `---\nheadline: Seals\n---\n${text}\n`)
  }

  const wordsFor = (running: Host, question: string): string | undefined =>
    ask(running.library(null), question, { limit: 1, article: null, grouping: 'paragraph' }).passages[0]?.article.body

  beforeEach(async () => {
    await write('seals.md', 'Forty seals lay on the pier.')
    await write('walrus.md', 'One walrus lay on the beach.')
  })

  afterEach(async () => {
    await host?.stop()
    host = null
  })

  it('answers as before', async () => {
    await start()
    const again = await start()
    expect(wordsFor(again, 'How many seals lay on the pier?')).toBe('Forty seals lay on the pier.')
    expect(again.library(null).index.sourceCount).toBe(2)
  })

  it('reads again what changed, came and went meanwhile', async () => {
    await start()
    await host?.stop()
    await write('seals.md', 'Fifty seals lay on the pier.')
    await write('crab.md', 'A crab sat under the pier.')
    await rm(join(root, 'walrus.md'))
    const again = await start()
    expect([...again.library(null).articles.keys()].sort()).toEqual(['crab', 'seals'])
    expect(again.library(null).index.sourceCount).toBe(2)
    expect(wordsFor(again, 'How many seals lay on the pier?')).toBe('Fifty seals lay on the pier.')
  })

  it('sees a change that left size and time of the file as they were', async () => {
    const past = new Date('2020-01-01T00:00:00Z')
    await utimes(join(root, 'seals.md'), past, past)
    await start()
    await host?.stop()
    await write('seals.md', 'Fifty seals lay on the pier.')
    await utimes(join(root, 'seals.md'), past, past)
    expect(wordsFor(await start(), 'How many seals lay on the pier?')).toBe('Fifty seals lay on the pier.')
  })

  it('builds everything anew when the state is damaged', async () => {
    await start()
    const [articles = ''] = await savedFiles()
    await writeFile(articles, 'nonsense')
    const again = await start()
    expect(read).toBe(2)
    expect(again.library(null).articles.size).toBe(2)
    expect(await loadState(place)).not.toBeNull()
  })

  it('starts all the same where nothing can be saved', async () => {
    await writeFile(place.stateDir, 'a file where the folder should be')
    expect((await start()).library(null).articles.size).toBe(2)
  })
})
