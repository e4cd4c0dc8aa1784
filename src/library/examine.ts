/**
 * Tries out in a thread of its own what a library will do with articles, before it does it: one that would hold up everybody's answers is
 * refused, or set aside where it is stored already. The thread is the library's, since `formats` knows nothing of quotations; reading the bytes
 * has a thread with limits too.
 */
import type { Article } from '../article/article.ts'
import { CorpusError, type Fault } from '../errors.ts'
import type { FileReading } from '../folder/article-file.ts'
import { startThread } from '../work/thread.ts'

/** A megabyte of text takes less than a second. */
const longestMs = 10_000
const mostMemoryMb = 512
/** Even what takes time with the square of its length takes less than that below so many characters: a thread is not worth its start. */
const SHORT = 65_536

/**
 * Resolves when the quotations of all `articles` are found within `maxMs`, counted from when the thread is ready.
 * @throws CorpusError when that takes more time or memory.
 */
export async function examine(articles: readonly Article[], maxMs: number = longestMs): Promise<void> {
  if (!(await isCheap(articles, maxMs))) throw new CorpusError([costly(articles[0]?.slug ?? '', maxMs)])
}

/** The files of a folder, by their names, with a fault in the place of the articles of each that has one that costs too much. */
export async function setAside(
  files: ReadonlyMap<string, FileReading>,
  maxMs: number = longestMs,
): Promise<ReadonlyMap<string, FileReading>> {
  const isLong = ({ body }: Article): boolean => body.length >= SHORT
  const long = [...files].filter(([, { articles }]) => articles.some(isLong))
  if (long.length === 0) return files
  const all = long.flatMap(([, { articles }]) => articles.filter(isLong))
  if (await isCheap(all, maxMs)) return files
  const kept = new Map(files)
  for (const [name, { path, articles }] of long) {
    if (!(await isCheap(articles, maxMs))) kept.set(name, { path, articles: [], faults: [costly(path, maxMs)] })
  }
  return kept
}

function costly(path: string, maxMs: number): Fault {
  const message = `expected an article whose quotations are found within ${maxMs / 1000} s and ${mostMemoryMb} MB, got one that takes more`
  return { path, line: null, message }
}

/** Whether the quotations of all articles are found within the limits. */
async function isCheap(articles: readonly Article[], maxMs: number): Promise<boolean> {
  const thread = startThread(new URL('./examine-worker.ts', import.meta.url), {
    workerData: articles,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  })
  let limit: NodeJS.Timeout | undefined
  return await new Promise<boolean>((resolve, reject) => {
    thread.on('message', (message: 'ready' | 'done') => {
      if (message === 'done') resolve(true)
      else limit = setTimeout(resolve, maxMs, false)
    })
    thread.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(false) : reject(error),
    )
    thread.on('exit', () => resolve(false))
  }).finally(() => {
    clearTimeout(limit)
    void thread.terminate()
  })
}
