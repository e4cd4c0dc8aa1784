/** Holds the library of the shared folder and those of the servers, and keeps them true to what changes; watching is `corpus/watch.ts`'s. */
import { setImmediate } from 'node:timers/promises'
import type { Article } from '../../article/article.ts'
import { describeFault, type ReadingProgress, StillReadingError } from '../../errors.ts'
import type { LiveCorpus, WatchedChange } from '../../folder/watch/live-corpus.ts'
import type { FolderWatch } from '../../folder/watch/watch.ts'
import type { SearchIndex } from '../../retrieval/index/search-index.ts'
import type { Segment } from '../../retrieval/index/segment.ts'
import { createTurns, inTurns } from '../../work/yielding.ts'
import { carryOver, prepareTables } from '../carry-over.ts'
import { combineLibraries, createLibrary, type Library, type LibraryChange, updateLibrary } from '../library.ts'
import { quotationsOf } from '../quotations-of.ts'
import { slicesOf } from '../slices.ts'
import { BackgroundMerges } from './background-merges.ts'
import type { CorpusStatus, LibraryHost } from './library-host.ts'

/** Where the host says what happens: a pino logger, or anything with these. */
export type HostLog = {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export type HostParts = {
  readonly corpus: LiveCorpus
  /** What calls `take`. */
  readonly watch: FolderWatch
  readonly log: HostLog
  /** How far the start has come. */
  readonly progress: () => ReadingProgress
}

export class Host implements LibraryHost {
  readonly #corpus: LiveCorpus
  readonly #watch: FolderWatch
  readonly #log: HostLog
  readonly #progress: () => ReadingProgress
  /** Null until all is read. */
  #shared: Library | null = null
  readonly #own = new Map<string, Library>()
  /** By server: what all share and what it has of its own. None outlives the shared library that it was made from. */
  readonly #combined = new Map<string, Library>()
  #named: ReadonlySet<string> = new Set()
  readonly #merging: BackgroundMerges

  constructor({ corpus, watch, log, progress }: HostParts) {
    this.#corpus = corpus
    this.#watch = watch
    this.#log = log
    this.#progress = progress
    this.#merging = new BackgroundMerges({
      index: () => this.#present().index,
      install: index => this.#replaceIndex(index),
      onError: error => log.error({ err: error }, 'the index could not be put in order'),
    })
  }

  /** Begins to answer from `library`, once `change` is made to it. */
  async begin(library: Library, change: LibraryChange): Promise<void> {
    await inTurns(prepareTables(library))
    let now = library
    await inSlices(change, slice => {
      now = changed(now, slice, NONE)
    })
    this.#shared = now
    this.#nameFaults()
    this.#merging.start()
  }

  library(guildId: string | null): Library {
    const shared = this.#present()
    const own = guildId === null ? undefined : this.#own.get(guildId)
    if (guildId === null || own === undefined) return shared
    const known = this.#combined.get(guildId)
    if (known !== undefined) return known
    const library = combineLibraries(shared, own)
    carryOver(shared, library, { put: [...own.articles.values()], remove: [] })
    this.#combined.set(guildId, library)
    return library
  }

  async applyServer(guildId: string, change: LibraryChange): Promise<void> {
    await inSlices(change, slice => {
      const own = updateLibrary(this.#own.get(guildId) ?? createLibrary([], new Date()), slice, new Date())
      this.dropServer(guildId)
      if (own.articles.size > 0) this.#own.set(guildId, own)
    })
  }

  dropServer(guildId: string): void {
    this.#own.delete(guildId)
    this.#combined.delete(guildId)
  }

  async reload(): Promise<void> {
    await this.#watch.scan()
    this.#nameFaults()
  }

  /** Finishes what it is taking in, and watches no more. */
  async stop(): Promise<void> {
    this.#merging.stop()
    await this.#watch.stop()
  }

  status(): CorpusStatus {
    const folder = this.#watch.fault
    return {
      reading: this.#shared === null ? this.#progress() : null,
      articles: this.#shared?.articles.size ?? 0,
      sentences: this.#shared?.index.sentenceCount ?? 0,
      readAt: this.#shared?.readAt ?? new Date(),
      faults: folder === null ? this.#corpus.faults() : [folder, ...this.#corpus.faults()],
      pending: this.#watch.pending,
    }
  }

  /** Takes in what changed in the shared folder, a few articles at a time, between which questions are answered. */
  async take(changes: readonly WatchedChange[]): Promise<void> {
    // Where there is nothing to answer from, the start has failed.
    if (this.#shared === null) return
    const change = this.#corpus.apply(changes, { wary: true })
    this.#nameFaults()
    if (change.put.length + change.remove.length === 0) return
    await findQuotations(change.put)
    await inSlices(change, slice => this.#swap(changed(this.#present(), slice, this.#merging.busy)))
    this.#merging.start()
    const { articles, index } = this.#present()
    this.#log.info(
      {
        changed: change.put.map(({ slug }) => slug),
        removed: change.remove,
        articles: articles.size,
        sentences: index.sentenceCount,
      },
      'took in what changed in the corpus',
    )
  }

  #present(): Library {
    if (this.#shared === null) throw new StillReadingError(this.#progress())
    return this.#shared
  }

  #swap(library: Library): void {
    this.#shared = library
    this.#combined.clear()
  }

  /** The same articles, otherwise indexed. */
  #replaceIndex(index: SearchIndex): void {
    const before = this.#present()
    const library = { ...before, index }
    carryOver(before, library, NOTHING)
    this.#swap(library)
  }

  /** Logs each fault once, when it comes and when it goes. */
  #nameFaults(): void {
    const named = new Set(this.status().faults.map(describeFault))
    for (const fault of named)
      if (!this.#named.has(fault)) this.#log.warn({}, `${fault}; what was read before stays, if anything was`)
    for (const fault of this.#named) if (!named.has(fault)) this.#log.info({}, `mended: ${fault}`)
    this.#named = named
  }
}

const NOTHING: LibraryChange = { put: [], remove: [] }
const NONE: ReadonlySet<Segment> = new Set()

/** The library after a slice of a change, with all that the first question would otherwise wait for. */
function changed(library: Library, slice: LibraryChange, busy: ReadonlySet<Segment>): Library {
  const next = updateLibrary(library, slice, new Date(), busy)
  carryOver(library, next, slice)
  return next
}

/** Finds who is quoted in new articles, which is slow, before anybody has to wait for it. */
async function findQuotations(articles: readonly Article[]): Promise<void> {
  const turns = createTurns()
  for (const article of articles) {
    quotationsOf(article)
    await turns.pause()
  }
}

/** Makes a change in slices, and lets everything else have its turn between two of them. */
async function inSlices(change: LibraryChange, apply: (slice: LibraryChange) => void): Promise<void> {
  for (const slice of slicesOf(change)) {
    apply(slice)
    await setImmediate()
  }
}
