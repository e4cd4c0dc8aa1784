/**
 * Tries out in a thread of its own what a library will do with new articles, before they are stored: one that would hold up everybody's
 * answers is refused. The thread is the library's, since `formats` knows nothing of quotations; reading the bytes has a thread with limits too.
 */
import type { Article } from '../article/article.ts'
import { CorpusError } from '../errors.ts'
import { startThread } from '../work/thread.ts'

/** A megabyte of text takes less than a second. */
const longestMs = 10_000
const mostMemoryMb = 512

/**
 * Resolves when the quotations of all `articles` are found within `maxMs`, counted from when the thread is ready.
 * @throws CorpusError when that takes more time or memory.
 */
export async function examine(articles: readonly Article[], maxMs: number = longestMs): Promise<void> {
  const thread = startThread(new URL('./examine-worker.ts', import.meta.url), {
    workerData: articles,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  })
  let limit: NodeJS.Timeout | undefined
  const isDone = await new Promise<boolean>((resolve, reject) => {
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
  if (isDone) return
  const message = `expected an article whose quotations are found within ${maxMs / 1000} s and ${mostMemoryMb} MB, got one that takes more`
  throw new CorpusError([{ path: articles[0]?.slug ?? '', line: null, message }])
}
