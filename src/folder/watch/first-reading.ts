/**
 * Reads a whole folder of article files once, at the start: what has another stamp than is known. A large folder is read in a thread of its own,
 * which leaves this one free to answer and to index. Following the folder from there on is left to `watch.ts`.
 */
import { join } from 'node:path'
import { type PackedArticle, packArticle, unpackArticle } from '../../article/packed-article.ts'
import { startThread } from '../../work/thread.ts'
import { type FileReading, readArticleFile } from '../article-file.ts'
import { freeDisk, type ReadingDisk } from '../disk/disk.ts'
import type { WatchedChange } from './live-corpus.ts'

/** What became of a stretch of the folder's files, in the order of their names. */
export type FirstBatch = {
  /** How many files were gone through. */
  readonly seen: number
  readonly changes: readonly WatchedChange[]
  /** Files that may be in the making, by how they look; null for one that is gone. */
  readonly unsettled: readonly (readonly [name: string, stamp: string | null])[]
}

export type FirstReading = {
  readonly folder: string
  readonly names: readonly string[]
  /** The stamps of files whose present content is known already. */
  readonly known: ReadonlyMap<string, string>
  /** A file that last changed after this, in milliseconds since 1970 by the disk's clock, may be in the making. */
  readonly settledBeforeMs: number
}

/** As many files are read in the time in which a thread starts. */
const FEW = 500
/** Read at once: enough to keep the disk busy while one is parsed, few enough to hold in memory. */
const BATCH = 16

/** Reads the files, a batch at a time. */
export function readFirst(reading: FirstReading): AsyncGenerator<FirstBatch> {
  return reading.names.length > FEW ? readApart(reading) : readBatches(reading, freeDisk)
}

/** Reads the files in this thread. */
export async function* readBatches(reading: FirstReading, disk: ReadingDisk): AsyncGenerator<FirstBatch> {
  const { names } = reading
  for (let start = 0; start < names.length; start += BATCH) {
    const batch = names.slice(start, start + BATCH)
    const outcomes = await Promise.all(batch.map(name => readOne(reading, name, disk)))
    yield {
      seen: batch.length,
      changes: outcomes.flatMap(outcome => (outcome !== null && 'reading' in outcome ? [outcome] : [])),
      unsettled: outcomes.flatMap(outcome => (outcome !== null && 'unsettled' in outcome ? [outcome.unsettled] : [])),
    }
  }
}

type Outcome = WatchedChange | { readonly unsettled: readonly [string, string | null] } | null

/** Null when the file is as known. */
async function readOne(
  { folder, known, settledBeforeMs }: FirstReading,
  name: string,
  disk: ReadingDisk,
): Promise<Outcome> {
  const path = join(folder, name)
  const look = await disk.look(path)
  if (look === null) return { unsettled: [name, null] }
  if (look.stamp === known.get(name)) return null
  if (look.changedAtMs > settledBeforeMs) return { unsettled: [name, look.stamp] }
  const reading = await readArticleFile(folder, name, disk)
  const after = (await disk.look(path))?.stamp ?? null
  return reading === null || after !== look.stamp ? { unsettled: [name, after] } : { name, reading, stamp: after }
}

/** Batches that the thread may be ahead, so that it never waits and memory is bounded. */
const AHEAD = 8

async function* readApart(reading: FirstReading): AsyncGenerator<FirstBatch> {
  const thread = startThread(new URL('./first-reading-thread.ts', import.meta.url), {
    workerData: packReading(reading),
    // Articles are made and sent: most of what is made is soon garbage, which room makes cheap to clear.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  const arrived: FirstBatchPacked[] = []
  const failure: { error: unknown } = { error: null }
  let isOver = false
  let wake = (): void => {}
  thread.on('message', (batch: FirstBatchPacked) => {
    arrived.push(batch)
    wake()
  })
  thread.on('error', error => {
    failure.error = error
  })
  const ended = new Promise<void>(resolve =>
    thread.once('exit', () => {
      isOver = true
      wake()
      resolve()
    }),
  )
  try {
    for (let asked = 0; asked < AHEAD; asked++) thread.postMessage('more')
    for (;;) {
      const batch = arrived.shift()
      if (batch !== undefined) {
        thread.postMessage('more')
        yield unpackBatch(batch)
      } else if (isOver) break
      else
        await new Promise<void>(resolve => {
          wake = resolve
        })
    }
    if (failure.error !== null) throw failure.error
  } finally {
    await thread.terminate()
    await ended
  }
}

/** What the thread is handed: lists as one text each, which are copied at once. A name that is not known has an empty stamp. */
type FirstReadingPacked = Pick<FirstReading, 'folder' | 'settledBeforeMs'> & {
  readonly names: string
  readonly stamps: string
}

// No name of a file holds it, and no stamp.
const SEPARATOR = '\0'

function packReading({ names, known, ...rest }: FirstReading): FirstReadingPacked {
  const stamps = names.map(name => known.get(name) ?? '')
  return { ...rest, names: names.join(SEPARATOR), stamps: stamps.join(SEPARATOR) }
}

export function unpackReading({ names: joined, stamps: joinedStamps, ...rest }: FirstReadingPacked): FirstReading {
  const names = joined.split(SEPARATOR)
  const stamps = joinedStamps.split(SEPARATOR)
  return { ...rest, names, known: new Map(names.map((name, at) => [name, stamps[at] ?? ''])) }
}

/** A batch as the thread sends it: articles are quicker to copy when packed. */
type FirstBatchPacked = Omit<FirstBatch, 'changes'> & {
  readonly changes: readonly {
    readonly name: string
    readonly stamp: string
    readonly reading: Omit<FileReading, 'articles'>
    readonly articles: readonly PackedArticle[]
  }[]
}

export function packBatch({ changes, ...batch }: FirstBatch): FirstBatchPacked {
  return {
    ...batch,
    changes: changes.flatMap(({ name, stamp, reading }) => {
      // What was read is there.
      if (reading === null || stamp === null) return []
      const { articles, ...rest } = reading
      return [{ name, stamp, reading: rest, articles: articles.map(packArticle) }]
    }),
  }
}

function unpackBatch({ changes, ...batch }: FirstBatchPacked): FirstBatch {
  return {
    ...batch,
    changes: changes.map(({ articles, ...change }) => ({
      ...change,
      reading: { ...change.reading, articles: articles.map(unpackArticle) },
    })),
  }
}
