/** Reads the shared folder at the start and keeps watching it. What is held, and how changes are taken in, is `host.ts`'s. */
import { createLibrary } from '../answer/library.ts'
import { LiveCorpus } from '../corpus/live-corpus.ts'
import { noArticleFiles } from '../corpus/load.ts'
import { type Clock, FolderWatch, type WatchedChange } from '../corpus/watch.ts'
import { CorpusError } from '../errors.ts'
import { warmIndex } from '../retrieval/warm.ts'
import { Host, type HostLog } from './host.ts'

export type HostOptions = {
  readonly corpusDir: string
  readonly log: HostLog
  /** Told how far the start has come, often. */
  readonly onProgress?: (progress: StartProgress) => void
  /** In tests: another clock. */
  readonly clock?: Clock
}

/** Files are read, then their sentences indexed; `total` is of the same kind as `done`. */
export type StartProgress = { readonly step: 'reading' | 'indexing'; readonly done: number; readonly total: number }

/**
 * Resolves once everything in the folder is answered from; from then on changes are taken in as they are made.
 * @throws CorpusError with every fault, when the folder is missing, has no articles, or has a fault: half a corpus would not be honest.
 */
export async function startHost({ corpusDir, log, onProgress, clock }: HostOptions): Promise<Host> {
  const corpus = new LiveCorpus()
  let host: Host | null = null
  let read = 0
  const watch: FolderWatch = new FolderWatch({
    folder: corpusDir,
    ...(clock === undefined ? {} : { clock }),
    onError: error => log.error({ err: error }, 'a change in the corpus could not be taken in'),
    take: async (changes: readonly WatchedChange[]) => {
      if (host !== null) return host.take(changes)
      corpus.apply(changes)
      read += changes.length
      onProgress?.({ step: 'reading', done: read, total: read + watch.pending })
    },
  })
  try {
    await watch.scan(true)
    const faults = watch.fault === null ? corpus.faults() : [watch.fault]
    if (faults.length === 0 && corpus.files.size === 0) faults.push(noArticleFiles(corpusDir))
    if (faults.length > 0) throw new CorpusError(faults)
    const articles = corpus.articles()
    const total = articles.reduce(
      (sum, { paragraphs }) => sum + paragraphs.reduce((sentences, one) => sentences + one.sentences.length, 0),
      0,
    )
    const library = createLibrary(articles, new Date(), done => onProgress?.({ step: 'indexing', done, total }))
    warmIndex(library.index)
    host = new Host({ shared: library, corpus, watch, log })
    return host
  } catch (error) {
    await watch.stop()
    throw error
  }
}
