/** Holds the library of the shared folder and those of the servers, and keeps them true to what changes; watching is `corpus/watch.ts`'s. */
import { carryOver } from '../answer/carry-over.ts'
import {
  combineLibraries,
  createLibrary,
  type Library,
  type LibraryChange,
  quotationsOf,
  updateLibrary,
} from '../answer/library.ts'
import type { CorpusStatus, LibraryHost } from '../answer/library-host.ts'
import type { Article } from '../corpus/article.ts'
import type { LiveCorpus } from '../corpus/live-corpus.ts'
import type { FolderWatch, WatchedChange } from '../corpus/watch.ts'
import { describeFault } from '../errors.ts'
import { warmIndex } from '../retrieval/warm.ts'
import { slicesOf } from './slices.ts'

/** Where the host says what happens: a pino logger, or anything with these. */
export type HostLog = {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export type HostParts = {
  /** The library of the articles that `corpus` holds. */
  readonly shared: Library
  readonly corpus: LiveCorpus
  /** What calls `take`. */
  readonly watch: FolderWatch
  readonly log: HostLog
}

type Combined = { readonly shared: Library; readonly own: Library; readonly library: Library }

export class Host implements LibraryHost {
  readonly #corpus: LiveCorpus
  readonly #watch: FolderWatch
  readonly #log: HostLog
  #shared: Library
  readonly #own = new Map<string, Library>()
  readonly #combined = new Map<string, Combined>()
  #named: ReadonlySet<string> = new Set()

  constructor({ shared, corpus, watch, log }: HostParts) {
    this.#shared = shared
    this.#corpus = corpus
    this.#watch = watch
    this.#log = log
  }

  library(guildId: string | null): Library {
    const own = guildId === null ? undefined : this.#own.get(guildId)
    if (guildId === null || own === undefined) return this.#shared
    const known = this.#combined.get(guildId)
    if (known?.shared === this.#shared && known.own === own) return known.library
    const library = combineLibraries(this.#shared, own)
    this.#combined.set(guildId, { shared: this.#shared, own, library })
    return library
  }

  async applyServer(guildId: string, change: LibraryChange): Promise<void> {
    await inSlices(change, slice => {
      const own = updateLibrary(this.#own.get(guildId) ?? createLibrary([], new Date()), slice, new Date())
      warmIndex(own.index)
      if (own.articles.size === 0) this.dropServer(guildId)
      else this.#own.set(guildId, own)
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
  stop(): Promise<void> {
    return this.#watch.stop()
  }

  status(): CorpusStatus {
    const folder = this.#watch.fault
    return {
      readAt: this.#shared.readAt,
      faults: folder === null ? this.#corpus.faults() : [folder, ...this.#corpus.faults()],
      pending: this.#watch.pending,
    }
  }

  /** Takes in what changed in the shared folder, a few articles at a time, between which questions are answered. */
  async take(changes: readonly WatchedChange[]): Promise<void> {
    const change = this.#corpus.apply(changes)
    this.#nameFaults()
    if (change.put.length + change.remove.length === 0) return
    await findQuotations(change.put)
    await inSlices(change, slice => {
      const library = updateLibrary(this.#shared, slice, new Date())
      // Before anybody asks: the first question would wait for it.
      warmIndex(library.index)
      carryOver(this.#shared, library, slice)
      this.#shared = library
    })
    const { articles, index } = this.#shared
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

  /** Logs each fault once, when it comes and when it goes. */
  #nameFaults(): void {
    const named = new Set(this.status().faults.map(describeFault))
    for (const fault of named) if (!this.#named.has(fault)) this.#log.warn({}, `${fault}; the last good version stays`)
    for (const fault of this.#named) if (!named.has(fault)) this.#log.info({}, `mended: ${fault}`)
    this.#named = named
  }
}

/** Milliseconds of work that a question may have to wait for. */
const STRETCH_MS = 10

/** Finds who is quoted in new articles, which is slow, before anybody has to wait for it. */
async function findQuotations(articles: readonly Article[]): Promise<void> {
  let startedAt = performance.now()
  for (const article of articles) {
    quotationsOf(article)
    if (performance.now() - startedAt < STRETCH_MS) continue
    await othersTurn()
    startedAt = performance.now()
  }
}

/** Makes a change in slices, and lets everything else have its turn between two of them. */
async function inSlices(change: LibraryChange, apply: (slice: LibraryChange) => void): Promise<void> {
  for (const slice of slicesOf(change)) {
    apply(slice)
    await othersTurn()
  }
}

function othersTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
