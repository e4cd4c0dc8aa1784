/** Reads the shared folder at the start and keeps watching it. What is held, and how changes are taken in, is `host.ts`'s. */
import { join } from 'node:path'
import { CorpusError, describeFault, type Fault, type ReadingProgress } from '../../errors.ts'
import type { FileReading } from '../../folder/article-file.ts'
import { lastingStamp } from '../../folder/disk/file-stamp.ts'
import { noArticleFiles } from '../../folder/load.ts'
import { doubtOf } from '../../folder/unfinished.ts'
import { LiveCorpus, type WatchedChange } from '../../folder/watch/live-corpus.ts'
import { FolderWatch } from '../../folder/watch/watch.ts'
import type { Clock } from '../../work/clock.ts'
import { createTurns } from '../../work/yielding.ts'
import { loadState, type SavedFile, type SavedState, type StatePlace, saveState } from '../saved/saved-state.ts'
import { createExaminer, type Examiner } from './examine.ts'
import { FirstIndex } from './first-index.ts'
import { Host, type HostLog } from './host.ts'

export type HostOptions = {
  readonly corpusDir: string
  /** Where what was read and indexed is kept for the next start; null keeps nothing. */
  readonly stateDir: string | null
  /** False takes what was kept and keeps nothing itself; true when it is missing. */
  readonly saves?: boolean
  readonly log: HostLog
  /** Told how far the start has come, often. */
  readonly onProgress?: (progress: ReadingProgress) => void
  /** In tests: another clock, and how many new sentences are worth saving. */
  readonly clock?: Clock
  readonly worthSaving?: number
  /** In tests: the processor time within which the quotations of a long article have to be found. */
  readonly examinedMs?: number
}

/** A host that answers nothing (StillReadingError) before all is read. */
export type Opening = {
  readonly host: Host
  /**
   * Resolves once everything in the folder is answered from, to the faults of its files, which are left out; from then on changes are taken
   * in as they are made. When the host is stopped before, it answers nothing. Rejects with a CorpusError when there is nothing to answer from: the host is stopped then.
   */
  readonly read: Promise<readonly Fault[]>
}

/** A state is saved when so many sentences were indexed anew: reading and indexing them took a second or two. */
const WORTH_SAVING = 10_000

/**
 * Resolves once everything in the folder is answered from; from then on changes are taken in as they are made.
 * @throws CorpusError with every fault, when the folder is missing, has no articles, or has a fault: half a corpus would not be honest.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { host, read } = openHost(options)
  const faults = await read
  if (faults.length === 0) return host
  await host.stop()
  throw new CorpusError(faults)
}

/** Begins to read the folder. */
export function openHost(options: HostOptions): Opening {
  const start = new Start(options)
  const read = start.read().catch(async error => {
    await start.host.stop()
    throw error
  })
  return { host: start.host, read }
}

class Start {
  readonly host: Host
  readonly #options: HostOptions
  readonly #place: StatePlace | null
  readonly #corpus = new LiveCorpus()
  readonly #examiner: Examiner
  readonly #watch: FolderWatch
  #loading: ReadingProgress | null = null
  /** What is being built; null once nothing more goes into it. */
  #first: FirstIndex | null = null
  /** Settles when the host takes changes in itself; what the watch finds before that waits for it. */
  #handover: Promise<void> = Promise.resolve()

  constructor(options: HostOptions) {
    const { corpusDir, stateDir, log, clock } = options
    this.#options = options
    this.#examiner = createExaminer(options.examinedMs)
    this.#place = stateDir === null ? null : { stateDir, corpusDir }
    this.#watch = new FolderWatch({
      folder: corpusDir,
      ...(clock === undefined ? {} : { clock }),
      onError: error => log.error({ err: error }, 'a change in the corpus could not be taken in'),
      take: changes => this.#take(changes),
    })
    const progress = (): ReadingProgress => this.#loading ?? this.#watch.progress
    this.host = new Host({ corpus: this.#corpus, watch: this.#watch, log, progress })
  }

  async read(): Promise<readonly Fault[]> {
    const { corpusDir, saves = true, worthSaving = WORTH_SAVING, onProgress } = this.#options
    const stamps = new Map<string, string>()
    const saved =
      this.#place === null
        ? null
        : await loadState(this.#place, progress => {
            this.#loading = progress
            onProgress?.(progress)
          })
    const turns = createTurns()
    for (const { name, stamp, articles } of saved?.files ?? []) {
      this.#corpus.apply([{ name, reading: { path: join(corpusDir, name), articles, faults: [] } }])
      stamps.set(name, stamp)
      await turns.pause()
    }
    this.#loading = null
    const first = new FirstIndex(saved?.index ?? null)
    this.#first = first
    await this.#watch.open(stamps)
    // Half of the folder is nothing to answer from, nor to save.
    if (this.#watch.isStopped) return []
    if (this.#watch.fault !== null) throw new CorpusError([this.#watch.fault])
    const faults = this.#corpus.faults()
    if (this.#corpus.files.size === 0) faults.push(noArticleFiles(corpusDir))
    if (this.#corpus.articles().length === 0) throw new CorpusError(faults)
    const isWorthSaving = saves && first.indexed >= worthSaving
    const state = await this.#handOver(first, isWorthSaving)
    if (state !== null) await this.#save(state)
    return faults
  }

  /** Lets the host answer; gives what is to be saved, if anything is, as it was when nothing had changed yet. */
  async #handOver(first: FirstIndex, isWorthSaving: boolean): Promise<SavedState | null> {
    let settle = (): void => {}
    this.#handover = new Promise(resolve => {
      settle = resolve
    })
    this.#first = null
    try {
      const { library, change } = await first.finish(this.#corpus.articles())
      await this.host.begin(library, change)
      return isWorthSaving ? await this.#snapshot() : null
    } finally {
      settle()
    }
  }

  async #snapshot(): Promise<SavedState> {
    const turns = createTurns()
    const files: SavedFile[] = []
    for (const [name, { articles }] of this.#corpus.files) {
      files.push({ name, stamp: lastingStamp(this.#watch.stamps.get(name) ?? '', Date.now()), articles })
      await turns.pause()
    }
    return { files, index: this.host.library(null).index }
  }

  async #take(given: readonly WatchedChange[]): Promise<void> {
    const changes = await withoutCostly(given, this.#examiner)
    if (this.#first === null) {
      await this.#handover
      return this.host.take(changes)
    }
    for (const { reading } of changes) {
      const doubt = reading === null ? null : doubtOf(reading)
      if (doubt !== null) this.#options.log.warn({}, describeFault(doubt))
    }
    await this.#first.take(this.#corpus.apply(changes))
    this.#options.onProgress?.(this.#watch.progress)
  }

  async #save(state: SavedState): Promise<void> {
    if (this.#place === null) return
    await saveState(this.#place, state).catch(error =>
      this.#options.log.warn({ err: error }, 'could not save the index'),
    )
  }
}

/** The changes with a fault in the place of articles that would hold up everybody's answers. */
async function withoutCostly(changes: readonly WatchedChange[], examiner: Examiner): Promise<readonly WatchedChange[]> {
  const files = new Map<string, FileReading>()
  for (const { name, reading } of changes) if (reading !== null) files.set(name, reading)
  const kept = await examiner.setAside(files)
  return kept === files ? changes : changes.map(change => ({ ...change, reading: kept.get(change.name) ?? null }))
}
