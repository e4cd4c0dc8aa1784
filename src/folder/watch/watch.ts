/**
 * Watches a folder of article files and reads those that changed, once they are written. What is made of them is left to the caller.
 *
 * One watch on the folder says which names to look at; going through the whole folder now and then finds what no watch tells of
 * (shared and mounted disks, lost events, a folder that was replaced). chokidar watches every file by itself: 7 s, 345 MB and
 * 100,000 of the system's watches for 100,000 files, where this takes 14 ms and one.
 */
import { join } from 'node:path'
import { CorpusError, type Fault, type ReadingProgress } from '../../errors.ts'
import { type Clock, systemClock } from '../../work/clock.ts'
import { isArticleFile, readArticleFile } from '../article-file.ts'
import type { ReadingDisk } from '../disk/disk.ts'
import { lookAt } from '../disk/file-stamp.ts'
import { listArticleFiles } from '../load.ts'
import { Settling } from './debounce.ts'
import { type FirstBatch, readFirst } from './first-reading.ts'
import { FolderEvents } from './folder-events.ts'
import { LateReader } from './late-readings.ts'
import type { WatchedChange } from './live-corpus.ts'
import { Waiters } from './waiters.ts'

export type WatchOptions = {
  readonly folder: string
  /** Takes in what changed, a batch at a time; the next one waits for it. */
  readonly take: (changes: readonly WatchedChange[]) => Promise<void>
  /** A bug in taking in changes, or in watching. */
  readonly onError: (error: unknown) => void
  /** False looks only when `scan` is called. */
  readonly live?: boolean
  /** In tests: another clock, another disk, and how long others wait for a file that takes long to read. */
  readonly clock?: Clock
  readonly disk?: ReadingDisk
  readonly patienceMs?: number
}

/** A file is read when it has looked the same for so long: longer than writers pause, and well under the two seconds in which it must be live. */
export const QUIET_MS = 800
/** The folder is gone through this often, and no more than a fiftieth of the time. */
const RESCAN_MS = 500
const RESCAN_SHARE = 50
const READ_AT_ONCE = 16
const LOOK_AT_ONCE = 64
/** Others do not wait longer than this for a file that takes long to read. */
const PATIENCE_MS = 500

export class FolderWatch {
  readonly #options: WatchOptions
  readonly #clock: Clock
  readonly #known = new Map<string, string>()
  readonly #events: FolderEvents | null
  readonly #settling = new Settling(QUIET_MS)
  readonly #waiters = new Waiters()
  readonly #reader: LateReader<WatchedChange | null>
  #fault: Fault | null = null
  #progress: ReadingProgress = { done: 0, total: 0 }
  #work: Promise<void> = Promise.resolve()
  #cancelTimer: () => void = () => {}
  #rescanAt = Number.POSITIVE_INFINITY
  #stopped = false

  constructor(options: WatchOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    const { folder, onError, patienceMs = PATIENCE_MS } = options
    this.#reader = new LateReader({
      read: name => this.#read(name),
      takeLate: (name, change) => this.#takeLate(name, change),
      onError,
      patienceMs,
    })
    this.#events =
      options.live === false ? null : new FolderEvents({ folder, onError, onChange: name => this.#heard(name) })
  }

  /** Files that changed and are not yet taken in. */
  get pending(): number {
    return this.#unfinished().size
  }

  get isStopped(): boolean {
    return this.#stopped
  }

  /** What is wrong with the folder itself; null when nothing is. Its articles stay as they were while it cannot be read. */
  get fault(): Fault | null {
    return this.#fault
  }

  /** The stamps of the files as they were last taken in. */
  get stamps(): ReadonlyMap<string, string> {
    return this.#known
  }

  /** How many of the folder's files were gone through by `open`. */
  get progress(): ReadingProgress {
    return this.#progress
  }

  /**
   * Takes in the folder as it is, once, before anything else: files whose last change is old by the disk's clock are read at once. Resolves when
   * everything was taken in, or turned out to be still in the making. `known` are the stamps of files whose present content is known already.
   */
  async open(known: ReadonlyMap<string, string> = new Map()): Promise<void> {
    for (const [name, stamp] of known) this.#known.set(name, stamp)
    await this.#untilSettled(await this.#enqueue(() => this.#guarded(() => this.#readFirst())))
  }

  /** Goes through the folder; resolves when everything that changed was taken in, or turned out to be still in the making. */
  async scan(): Promise<void> {
    await this.#untilSettled(await this.#enqueue(() => this.#look()))
  }

  async #untilSettled(names: Set<string>): Promise<void> {
    if (names.size === 0 || this.#stopped) return
    const settled = this.#waiters.until(names)
    this.#schedule()
    await settled
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelTimer()
    this.#events?.close()
    await this.#work
    this.#waiters.releaseAll()
  }

  /** One thing at a time: looking and taking in never overlap. */
  #enqueue<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#work.then(step)
    this.#work = result.then(
      () => {},
      () => {},
    )
    return result
  }

  #schedule(): void {
    this.#cancelTimer()
    const at = Math.min(this.#settling.nextAt() ?? Number.POSITIVE_INFINITY, this.#rescanAt)
    if (this.#stopped || at === Number.POSITIVE_INFINITY) return
    this.#cancelTimer = this.#clock.later(
      () => {
        this.#enqueue(() => this.#step())
          .catch(this.#options.onError)
          .finally(() => this.#schedule())
      },
      Math.max(0, at - this.#clock.now()),
      this.#waiters.areThere,
    )
  }

  async #step(): Promise<void> {
    for (let more = true; more && !this.#stopped; ) more = await this.#takeSettled()
    if (!this.#stopped && this.#clock.now() >= this.#rescanAt) await this.#look()
  }

  /** Notes what looks different from what is known; gives the names of all files that are not yet taken in. */
  #look(): Promise<Set<string>> {
    return this.#guarded(async () => {
      await this.#events?.follow()
      const listed = new Set(await listArticleFiles(this.#options.folder))
      await inBatches([...listed], LOOK_AT_ONCE, async name => {
        const look = await lookAt(this.#pathOf(name))
        if (look !== null && look.stamp !== this.#known.get(name)) {
          this.#settling.see(name, look.stamp, this.#clock.now())
        }
      })
      this.#noteGone(listed)
    })
  }

  async #readFirst(): Promise<void> {
    const { folder, take } = this.#options
    // Followed first: what changes while the others are read is heard of.
    await this.#events?.follow()
    const names = await listArticleFiles(folder)
    this.#progress = { done: 0, total: names.length }
    const settledBeforeMs = this.#clock.wallNow() - QUIET_MS
    for await (const batch of readFirst({ folder, names, known: this.#known, settledBeforeMs })) {
      if (this.#stopped) return
      await take(batch.changes)
      this.#noteFirst(batch)
    }
    this.#noteGone(new Set(names))
  }

  #noteFirst({ seen, changes, unsettled }: FirstBatch): void {
    for (const { name, stamp } of changes) if (stamp !== null) this.#known.set(name, stamp)
    for (const [name, stamp] of unsettled) this.#settling.see(name, stamp, this.#clock.now())
    this.#progress = { ...this.#progress, done: this.#progress.done + seen }
  }

  #noteGone(listed: ReadonlySet<string>): void {
    for (const name of this.#known.keys()) if (!listed.has(name)) this.#settling.see(name, null, this.#clock.now())
  }

  /** Keeps what is wrong with the folder as its fault; gives the names of all files that are not yet taken in. */
  async #guarded(look: () => Promise<void>): Promise<Set<string>> {
    const started = this.#clock.now()
    try {
      await look()
      this.#fault = null
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error
      this.#fault = error.faults[0] ?? null
    }
    if (this.#events !== null) {
      const finished = this.#clock.now()
      this.#rescanAt = finished + Math.max(RESCAN_MS, (finished - started) * RESCAN_SHARE)
    }
    return this.#unfinished()
  }

  #heard(name: string | null): void {
    if (this.#stopped) return
    if (name === null) this.#rescanAt = this.#clock.now()
    else if (isArticleFile(name)) this.#settling.stir(name, undefined, this.#clock.now())
    else return
    this.#schedule()
  }

  #unfinished(): Set<string> {
    return new Set([...this.#settling.names(), ...this.#reader.late])
  }

  /** Reads and hands over a batch of files that have settled; gives whether there may be more. */
  async #takeSettled(): Promise<boolean> {
    const settled = this.#settling.settled(this.#clock.now(), LOOK_AT_ONCE)
    if (settled.length === 0) return false
    // A file is read once at a time: what changes while it is being read has to wait.
    for (const name of settled) if (this.#reader.late.has(name)) this.#stillMoving(name, undefined)
    const names = settled.filter(name => !this.#reader.late.has(name))
    const changes: WatchedChange[] = []
    for (let start = 0; start < names.length; start += READ_AT_ONCE) {
      const batch = await this.#reader.read(names.slice(start, start + READ_AT_ONCE))
      changes.push(...batch.filter(change => change !== null))
    }
    await this.#takeIn(changes)
    this.#waiters.release(names.filter(name => !this.#reader.late.has(name)))
    return true
  }

  async #takeLate(name: string, change: WatchedChange | null): Promise<void> {
    await this.#enqueue(() => this.#takeIn(change === null || this.#stopped ? [] : [change]))
    this.#waiters.release([name])
    this.#schedule()
  }

  async #takeIn(changes: readonly WatchedChange[]): Promise<void> {
    const isFolderGone = (await lookAt(this.#options.folder)) === null
    // Files go with their folder when it is moved or its disk is lost: that is no wish to remove articles.
    const taken = isFolderGone ? changes.filter(({ reading }) => reading !== null) : changes
    if (taken.length > 0) await this.#options.take(taken)
    for (const { name, stamp } of taken) {
      if (stamp === null) this.#known.delete(name)
      else this.#known.set(name, stamp)
    }
  }

  /** The file as it is now; null when it is as known, or still in the making. */
  async #read(name: string): Promise<WatchedChange | null> {
    const path = this.#pathOf(name)
    const stamp = (await lookAt(path))?.stamp ?? null
    if (!this.#settling.isAsSeen(name, stamp)) return this.#stillMoving(name, stamp)
    this.#settling.drop(name)
    if (stamp === (this.#known.get(name) ?? null)) return null
    if (stamp === null) return { name, reading: null, stamp }
    const reading = await readArticleFile(this.#options.folder, name, this.#options.disk)
    const after = (await lookAt(path))?.stamp ?? null
    return after === stamp && reading !== null ? { name, reading, stamp } : this.#stillMoving(name, after)
  }

  #stillMoving(name: string, stamp: string | null | undefined): null {
    this.#settling.stir(name, stamp, this.#clock.now())
    return null
  }

  #pathOf(name: string): string {
    return join(this.#options.folder, name)
  }
}

async function inBatches<T>(items: readonly T[], size: number, step: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    await Promise.all(items.slice(start, start + size).map(step))
  }
}
