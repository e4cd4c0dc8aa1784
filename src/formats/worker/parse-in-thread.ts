/**
 * Reads files in threads of their own, so that one which takes seconds or gigabytes, by accident or on purpose, holds up nobody's answer.
 * Two threads take the files in the order in which they come: one slow file holds up no other. How a file is read is left to `parse-here.ts`.
 */

import type { Article } from '../../article/article.ts'
import { CorpusError } from '../../errors.ts'
import type { SourceFile } from '../source-file.ts'
import { maxMemoryMb, ReadingThread, type ThreadOutcome } from './reading-thread.ts'

/** Of the process's processor time: a page of 8 MB takes 7 s, and while two are read and indexed each sees the time of all. */
const longestMs = 30_000
const mostThreads = 2
/** A thread holds some 80 MB: an idle one is stopped after this long. */
const idleMs = 3_000
/** After a file of so many bytes a thread holds up to twice as much, and is stopped at once unless another file waits for it. */
const longFile = 64 * 1024

export type ReadingThreads = {
  /**
   * The articles of a file.
   * @throws CorpusError with every fault of the file, among them that reading it takes too long or too much memory.
   */
  parse(file: SourceFile): Promise<readonly Article[]>
  /** Stops the threads; what they are reading is refused. */
  stop(): void
}

/** `maxMs` is the processor time that a thread may spend on one file. */
export function createReadingThreads(maxMs: number): ReadingThreads {
  const waiting: { readonly file: SourceFile; readonly settle: (outcome: ThreadOutcome) => void }[] = []
  const free: ReadingThread[] = []
  const busy = new Set<ReadingThread>()
  let idle: NodeJS.Timeout | undefined

  const stopFree = (): void => {
    for (const thread of free.splice(0)) thread.stop()
  }

  const threadOf = (memoryMb: number): ReadingThread => {
    const at = free.findIndex(thread => thread.memoryMb === memoryMb)
    return (at < 0 ? undefined : free.splice(at, 1)[0]) ?? new ReadingThread(memoryMb)
  }

  const assign = (): void => {
    while (busy.size < mostThreads) {
      const job = waiting.shift()
      if (job === undefined) break
      const thread = threadOf(maxMemoryMb(job.file))
      busy.add(thread)
      void thread.read(job.file, maxMs).then(outcome => {
        busy.delete(thread)
        if (job.file.bytes.length >= longFile && waiting.length === 0) thread.stop()
        if (!thread.isGone) free.push(thread)
        job.settle(outcome)
        assign()
      })
    }
    clearTimeout(idle)
    if (busy.size === 0) idle = setTimeout(stopFree, idleMs).unref()
  }

  return {
    async parse(file) {
      const outcome = await new Promise<ThreadOutcome>(settle => {
        waiting.push({ file, settle })
        assign()
      })
      return articlesOf(outcome, file, maxMs)
    },
    stop() {
      for (const { settle } of waiting.splice(0)) settle('stopped')
      for (const thread of busy) thread.stop()
      stopFree()
    },
  }
}

/** The threads that all readers of this process share. */
export const readingThreads = createReadingThreads(longestMs)

function articlesOf(outcome: ThreadOutcome, file: SourceFile, maxMs: number): readonly Article[] {
  const { path } = file
  if (outcome === 'stopped') {
    const limits = `${maxMs / 1000} s and ${maxMemoryMb(file)} MB`
    const message = `expected a file that is read within ${limits}, got one that takes more`
    throw new CorpusError([{ path, line: null, message }])
  }
  if ('bug' in outcome) throw new Error(`reading ${path} failed: ${outcome.bug}`)
  if ('faults' in outcome) throw new CorpusError(outcome.faults)
  return outcome.articles
}
