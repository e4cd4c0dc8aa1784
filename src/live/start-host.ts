/** Reads the shared folder at the start and keeps watching it. What is held, and how changes are taken in, is `host.ts`'s. */
import { join } from 'node:path'
import { createLibrary, type Library, updateLibrary } from '../answer/library.ts'
import type { Article } from '../corpus/article.ts'
import { lastingStamp } from '../corpus/file-stamp.ts'
import { type FileChange, LiveCorpus } from '../corpus/live-corpus.ts'
import { noArticleFiles } from '../corpus/load.ts'
import { type Clock, FolderWatch } from '../corpus/watch.ts'
import { CorpusError } from '../errors.ts'
import { buildIndex } from '../retrieval/search-index.ts'
import { warmIndex } from '../retrieval/warm.ts'
import { Host, type HostLog } from './host.ts'
import { loadState, type SavedFile, type StatePlace, saveState } from './saved-state.ts'

export type HostOptions = {
  readonly corpusDir: string
  /** Where what was read and indexed is kept for the next start; null keeps nothing. */
  readonly stateDir: string | null
  readonly log: HostLog
  /** Told how far the start has come, often. */
  readonly onProgress?: (progress: StartProgress) => void
  /** In tests: another clock, and how many new sentences are worth saving. */
  readonly clock?: Clock
  readonly worthSaving?: number
}

/** Files are read, then their sentences indexed; `total` is of the same kind as `done`. */
export type StartProgress = { readonly step: 'reading' | 'indexing'; readonly done: number; readonly total: number }

/** A state is saved when so many sentences were indexed anew: reading and indexing them took a second or two. */
const WORTH_SAVING = 10_000

/**
 * Resolves once everything in the folder is answered from; from then on changes are taken in as they are made.
 * @throws CorpusError with every fault, when the folder is missing, has no articles, or has a fault: half a corpus would not be honest.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { corpusDir, stateDir, log } = options
  const place = stateDir === null ? null : { stateDir, corpusDir }
  const saved = place === null ? null : await loadState(place)
  const corpus = new LiveCorpus()
  corpus.apply((saved?.files ?? []).map(file => toChange(corpusDir, file)))
  const before = { articles: bySlug(corpus.articles()), index: saved?.index ?? buildIndex([]), readAt: new Date() }

  let host: Host | null = null
  let read = 0
  const watch: FolderWatch = new FolderWatch({
    folder: corpusDir,
    known: new Map(saved?.files.map(({ name, stamp }) => [name, stamp])),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    onError: error => log.error({ err: error }, 'a change in the corpus could not be taken in'),
    take: async changes => {
      if (host !== null) return host.take(changes)
      corpus.apply(changes)
      read += changes.length
      options.onProgress?.({ step: 'reading', done: read, total: read + watch.pending })
    },
  })
  try {
    await watch.scan(true)
    const faults = watch.fault === null ? corpus.faults() : [watch.fault]
    if (faults.length === 0 && corpus.files.size === 0) faults.push(noArticleFiles(corpusDir))
    if (faults.length > 0) throw new CorpusError(faults)
    // Nothing is waited for from here until there is a host: what the watch finds in between would be lost.
    const { library, indexed } = bringUpToDate(before, corpus.articles(), options.onProgress)
    warmIndex(library.index)
    host = new Host({ shared: library, corpus, watch, log })
    if (place !== null && indexed >= (options.worthSaving ?? WORTH_SAVING)) {
      await keep(place, corpus, watch.stamps, library).catch(error =>
        log.warn({ err: error }, 'could not save the index'),
      )
    }
    return host
  } catch (error) {
    await watch.stop()
    throw error
  }
}

const bySlug = (articles: readonly Article[]): Map<string, Article> =>
  new Map(articles.map(article => [article.slug, article]))

function toChange(corpusDir: string, { name, articles }: SavedFile): FileChange {
  return { name, reading: { path: join(corpusDir, name), articles, faults: [] } }
}

/** The library of `articles`, and how many sentences had to be indexed for it; articles of `before` are the same objects where they are the same. */
function bringUpToDate(
  before: Library,
  articles: readonly Article[],
  onProgress: HostOptions['onProgress'],
): { readonly library: Library; readonly indexed: number } {
  const put = articles.filter(article => before.articles.get(article.slug) !== article)
  const now = bySlug(articles)
  const remove = [...before.articles.keys()].filter(slug => !now.has(slug))
  if (put.length * 2 <= articles.length) {
    const library = updateLibrary(before, { put, remove }, before.readAt)
    return { library, indexed: countSentences(put) }
  }
  const total = countSentences(articles)
  const library = createLibrary(articles, before.readAt, done => onProgress?.({ step: 'indexing', done, total }))
  return { library, indexed: total }
}

async function keep(
  place: StatePlace,
  corpus: LiveCorpus,
  stamps: ReadonlyMap<string, string>,
  { index }: Library,
): Promise<void> {
  const files = [...corpus.files].map(([name, { articles }]) => ({
    name,
    stamp: lastingStamp(stamps.get(name) ?? '', Date.now()),
    articles,
  }))
  await saveState(place, { files, index })
}

function countSentences(articles: readonly Article[]): number {
  return articles.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { sentences }) => sum + sentences.length, 0)
}
