import { appendFile, mkdir, mkdtemp, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeDisk, type ReadingDisk } from '../../../src/folder/disk/disk.ts'
import { LiveCorpus, type WatchedChange } from '../../../src/folder/watch/live-corpus.ts'
import { FolderWatch, QUIET_MS, type WatchOptions } from '../../../src/folder/watch/watch.ts'
import { createHandClock, type HandClock } from '../../support/hand-clock.ts'

const page = (text: string): string => `---\nheadline: The harbour\n---\n${text}\n`

let root: string
let folder: string
let clock: HandClock
let watch: FolderWatch
let taken: WatchedChange[]
let onTaken: () => void

/** What was taken in since the last look: the file's name, and its article's words, `bad` or `gone`. */
function news(): Record<string, string> {
  const latest = taken.splice(0).map(({ name, reading }): [string, string] => {
    const text = reading === null ? 'gone' : reading.faults.length > 0 ? 'bad' : reading.articles[0]?.body
    return [name, text ?? 'empty']
  })
  return Object.fromEntries(latest)
}

function open(live: boolean, more: Partial<WatchOptions> = {}): FolderWatch {
  return new FolderWatch({
    folder,
    live,
    clock,
    ...more,
    take: async changes => {
      taken.push(...changes)
      onTaken()
    },
    onError: error => {
      throw error
    },
  })
}

/** Goes through the folder and lets so much time pass that what was found may be read. */
async function scan(): Promise<void> {
  const asked = clock.asked()
  let finished = false
  const scanning = watch.scan().then(() => {
    finished = true
  })
  await Promise.race([asked, scanning])
  if (!finished) clock.advance(QUIET_MS)
  await scanning
}

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'verbatim-watch-'))
  folder = join(root, 'corpus')
  await mkdir(folder)
  taken = []
  onTaken = () => {}
  clock = createHandClock()
  watch = open(false)
})

afterEach(async () => {
  await watch.stop()
  await rm(root, { recursive: true, force: true })
})

describe('going through a folder', () => {
  it('takes in files that are new, changed and gone, once each', async () => {
    await write('a.md', page('One seal.'))
    await write('b.md', page('Two seals.'))
    await scan()
    expect(news()).toEqual({ 'a.md': 'One seal.', 'b.md': 'Two seals.' })
    await write('a.md', page('Three seals.'))
    await unlink(join(folder, 'b.md'))
    await scan()
    expect(news()).toEqual({ 'a.md': 'Three seals.', 'b.md': 'gone' })
    await scan()
    expect(news()).toEqual({})
  })

  it('reads old files at once when it opens, and waits for fresh ones', async () => {
    await write('a.md', page('Old.'))
    clock.advance(60_000)
    await watch.open()
    expect(news()).toEqual({ 'a.md': 'Old.' })
    expect(watch.progress).toEqual({ done: 1, total: 1 })
    await watch.stop()
    const later = new Date(Date.now() + 3_600_000)
    await write('b.md', page('From the future.'))
    await utimes(join(folder, 'b.md'), later, later)
    watch = open(false)
    const again = watch.open()
    await clock.asked()
    clock.advance(0)
    expect(news()).toEqual({ 'a.md': 'Old.' })
    clock.advance(QUIET_MS)
    await again
    expect(news()).toEqual({ 'b.md': 'From the future.' })
  })

  it('never reads a file that is being written', async () => {
    await write('a.md', '---\nheadline: The harbour\n---\nForty seals were')
    const asked = clock.asked()
    const scanning = watch.scan()
    await asked
    await appendFile(join(folder, 'a.md'), ' counted on the pier.\n')
    clock.advance(QUIET_MS)
    await scanning
    expect(news()).toEqual({})
    expect(watch.pending).toBe(1)
    await scan()
    expect(news()).toEqual({ 'a.md': 'Forty seals were counted on the pier.' })
  })

  it('sees neither the temporary files nor the absence that editors and copiers make', async () => {
    await write('a.md', page('One seal.'))
    await scan()
    news()
    for (const name of ['.a.md.swp', '4913', '.a.md.Xy12Zq', 'a.md~', '#a.md#', 'a.md.part', 'sedA1b2C3'])
      await write(name, page('Half a'))
    await rename(join(folder, 'a.md'), join(folder, 'a.md~'))
    const asked = clock.asked()
    const scanning = watch.scan()
    await asked
    await write('.a.md.Xy12Zq', page('Two seals.'))
    await rename(join(folder, '.a.md.Xy12Zq'), join(folder, 'a.md'))
    clock.advance(QUIET_MS)
    await scanning
    await scan()
    expect(news()).toEqual({ 'a.md': 'Two seals.' })
  })

  it('names what is bad, and goes on', async () => {
    await write('a.md', '---\npublished: soon\n---\nText.\n')
    await write('b.md', '')
    await write('c.md', page('Good.'))
    await symlink('/etc/hostname', join(folder, 'd.txt'))
    await symlink('e.txt', join(folder, 'e.txt'))
    await scan()
    expect(news()).toEqual({ 'a.md': 'bad', 'b.md': 'bad', 'c.md': 'Good.', 'd.txt': 'bad', 'e.txt': 'bad' })
  })

  it('takes in the others while one file takes long to read, and that one when it is read, once', async () => {
    let release = (): void => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    let begin = (): void => {}
    const begun = new Promise<void>(resolve => {
      begin = resolve
    })
    let reads = 0
    const disk: ReadingDisk = {
      ...freeDisk,
      async readBytes(where, path) {
        if (path.endsWith('slow.md')) {
          reads += 1
          begin()
          await held
        }
        return freeDisk.readBytes(where, path)
      },
    }
    watch = open(false, { disk, patienceMs: 0 })
    await write('slow.md', page('One seal.'))
    await write('a.md', page('Two seals.'))
    const taking = new Promise<void>(resolve => {
      onTaken = resolve
    })
    const scanning = watch.scan()
    await clock.asked()
    clock.advance(QUIET_MS)
    await begun
    await taking
    expect(news()).toEqual({ 'a.md': 'Two seals.' })
    expect(watch.pending).toBeGreaterThan(0)
    release()
    await scanning
    expect(news()).toEqual({ 'slow.md': 'One seal.' })
    expect(watch.pending).toBe(0)
    await scan()
    expect(news()).toEqual({})
    expect(reads).toBe(1)
  })

  it('keeps all articles while the folder is away, and follows it when it is back', async () => {
    await write('a.md', page('One seal.'))
    await write('b.md', page('Two seals.'))
    await scan()
    news()
    await rename(folder, join(root, 'away'))
    await scan()
    expect(news()).toEqual({})
    expect(watch.fault?.message).toBe('expected a folder of articles, got nothing there')
    await mkdir(folder)
    await write('b.md', page('Three seals.'))
    await scan()
    expect(news()).toEqual({ 'a.md': 'gone', 'b.md': 'Three seals.' })
    expect(watch.fault).toBeNull()
  })

  it('keeps what goes at the same moment as the folder', async () => {
    await write('a.md', page('One seal.'))
    await scan()
    news()
    await unlink(join(folder, 'a.md'))
    const asked = clock.asked()
    const scanning = watch.scan()
    await asked
    await rm(folder, { recursive: true })
    clock.advance(QUIET_MS)
    await scanning
    expect(news()).toEqual({})
  })

  it('takes nothing for new whose stamp is known', async () => {
    await write('a.md', page('One seal.'))
    await scan()
    news()
    const { stamps } = watch
    await watch.stop()
    watch = new FolderWatch({
      folder,
      live: false,
      clock,
      take: async changes => void taken.push(...changes),
      onError: () => {},
    })
    await watch.open(stamps)
    await write('b.md', page('Two seals.'))
    await scan()
    expect(news()).toEqual({ 'b.md': 'Two seals.' })
  })
})

describe('watching a folder', () => {
  /** Lets time pass, whenever the watch waits for it, until a batch was taken in. */
  async function untilTaken(): Promise<void> {
    let done = false
    const batch = new Promise<void>(resolve => {
      onTaken = () => {
        done = true
        resolve()
      }
    })
    while (!done) {
      await Promise.race([clock.asked(), batch])
      if (!done) clock.advance(QUIET_MS)
    }
  }

  /** Writes a file that is never there half: on this clock, quiet enough to be read passes in no time. */
  async function put(name: string, text: string): Promise<void> {
    await write(`.${name}.new`, text)
    await rename(join(folder, `.${name}.new`), join(folder, name))
  }

  it('hears of a new, a changed and a removed file', async () => {
    watch = open(true)
    await watch.scan()
    await Promise.all([untilTaken(), put('a.md', page('One seal.'))])
    expect(news()).toEqual({ 'a.md': 'One seal.' })
    await Promise.all([untilTaken(), put('a.md', page('Two seals.'))])
    expect(news()).toEqual({ 'a.md': 'Two seals.' })
    await Promise.all([untilTaken(), unlink(join(folder, 'a.md'))])
    expect(news()).toEqual({ 'a.md': 'gone' })
  })

  it('follows a folder that was put in the place of another', async () => {
    await write('a.md', page('One seal.'))
    watch = open(true)
    await Promise.all([untilTaken(), watch.scan()])
    news()
    const next = join(root, 'next')
    await mkdir(next)
    await writeFile(join(next, 'a.md'), page('Two seals.'))
    await Promise.all([untilTaken(), rename(folder, join(root, 'old')).then(() => rename(next, folder))])
    expect(news()).toEqual({ 'a.md': 'Two seals.' })
  })

  it('holds one good version at every moment while a file is saved again and again', async () => {
    const corpus = new LiveCorpus()
    await write('a.md', page('0 seals, as counted.'))
    watch = new FolderWatch({
      folder,
      clock,
      take: async changes => {
        corpus.apply(changes)
        taken.push(...changes)
        onTaken()
      },
      onError: error => {
        throw error
      },
    })
    await Promise.all([untilTaken(), watch.scan()])
    for (let round = 1; round <= 20; round++) {
      await Promise.all([
        untilTaken(),
        (async () => {
          await write('a.md', '')
          await appendFile(join(folder, 'a.md'), '---\nheadline: The har')
          await appendFile(join(folder, 'a.md'), `bour\n---\n${round} seals, as counted.\n`)
        })(),
      ])
    }
    for (const { reading } of taken)
      expect(reading?.articles[0]?.body ?? 'as before').toMatch(/^\d+ seals, as counted\.$|^as before$/)
    expect(corpus.files.size).toBe(1)
  })
})
