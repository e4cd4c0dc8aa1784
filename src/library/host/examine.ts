/**
 * Finds the quotations of long articles in a thread of its own, before a library has them: an article that would hold up everybody's answers
 * is refused, or set aside where it is stored already. The thread is the library's, since `formats` knows nothing of quotations; reading the
 * bytes has a thread with limits too.
 */
import type { Article } from '../../article/article.ts'
import { packArticle } from '../../article/packed-article.ts'
import { type PackedQuotations, unpackQuotations } from '../../article/packed-quotations.ts'
import { CorpusError, type Fault } from '../../errors.ts'
import type { FileReading } from '../../folder/article-file.ts'
import { createTurns } from '../../work/keyed-queue.ts'
import { afterProcessorTime } from '../../work/processor-limit.ts'
import { startThread } from '../../work/thread.ts'
import { keepQuotations } from '../quotations-of.ts'

/** Of processor time, for the articles of a file. What takes longest of all that is known takes this for a megabyte. */
const longestMs = 10_000
const usualMemoryMb = 192
/** For more than `longestUsual` characters at once: a book, which is no article, but may stand among them. */
const mostMemoryMb = 512
const longestUsual = 2 ** 21
/** The quotations of fewer characters than these are found within a fifth of a second, whatever they are: a thread is not worth its start. */
const SHORT = 16_384
/** Below this length, articles that are stored already are not looked at again: those of a server were when they came. */
const SHORT_STORED = 65_536

/** One article, or the articles of one file, at a time: its thread is the only one of the examiner. */
export type Examiner = {
  /**
   * Resolves when the quotations of all articles are found and kept, or the articles are short.
   * @throws CorpusError when that takes more processor time or memory than a file may take.
   */
  examine(articles: readonly Article[]): Promise<void>
  /** The files of a folder, by their names, with a fault in the place of the articles of each that takes more than it may. Keeps the quotations of the others' long articles. */
  setAside(files: ReadonlyMap<string, FileReading>): Promise<ReadonlyMap<string, FileReading>>
}

/** `maxMs`: the processor time that the articles of one file may take. */
export function createExaminer(maxMs: number = longestMs): Examiner {
  const inTurn = createTurns()
  const costly = (path: string, group: Group): Fault => {
    const limits = `${maxMs / 1000} s and ${maxMemoryMb([group])} MB`
    const message = `expected an article whose quotations are found within ${limits}, got one that takes more`
    return { path, line: null, message }
  }
  const costlyOf = (groups: readonly Group[]): Promise<ReadonlySet<Group>> =>
    inTurn('thread', () => findCostly(groups, maxMs))
  return {
    async examine(articles) {
      if (lengthOf(articles) < SHORT) return
      if ((await costlyOf([articles])).size > 0) throw new CorpusError([costly(articles[0]?.slug ?? '', articles)])
    },
    async setAside(files) {
      const groups = new Map<string, Group>()
      for (const [name, { articles }] of files) {
        const long = articles.filter(({ body }) => body.length >= SHORT_STORED)
        if (long.length > 0) groups.set(name, long)
      }
      if (groups.size === 0) return files
      const tooMuch = await costlyOf([...groups.values()])
      if (tooMuch.size === 0) return files
      const kept = new Map(files)
      for (const [name, group] of groups) {
        const path = files.get(name)?.path ?? name
        if (tooMuch.has(group)) kept.set(name, { path, articles: [], faults: [costly(path, group)] })
      }
      return kept
    },
  }
}

/** Articles that have one limit together. */
type Group = readonly Article[]

function lengthOf(group: Group): number {
  return group.reduce((length, { body }) => length + body.length, 0)
}

/** Megabytes that the thread for these groups may take. */
function maxMemoryMb(groups: readonly Group[]): number {
  return groups.some(group => lengthOf(group) > longestUsual) ? mostMemoryMb : usualMemoryMb
}

/** The groups that take more than the limit; the quotations of the others are kept. */
async function findCostly(groups: readonly Group[], maxMs: number): Promise<ReadonlySet<Group>> {
  const costly = new Set<Group>()
  for (let next = 0; next < groups.length; next += 1) {
    next += await searchUntilCostly(groups.slice(next), maxMs)
    const stopped = groups[next]
    if (stopped !== undefined) costly.add(stopped)
  }
  return costly
}

/** Keeps the quotations of groups, up to the first that takes more than the limit; resolves to how many were before that one. */
async function searchUntilCostly(groups: readonly Group[], maxMs: number): Promise<number> {
  const waiting = groups.flatMap((group, at) => group.map(article => ({ article, at })))
  const thread = startThread(new URL('./examine-worker.ts', import.meta.url), {
    workerData: waiting.map(({ article }) => packArticle(article)),
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb(groups), maxYoungGenerationSizeMb: 8 },
  })
  let done = 0
  let cancel = (): void => {}
  return await new Promise<number>((resolve, reject) => {
    const stop = (): void => resolve(waiting[done]?.at ?? groups.length)
    const startLimit = (): void => {
      cancel()
      cancel = afterProcessorTime(maxMs, stop)
    }
    thread.on('message', (message: 'ready' | PackedQuotations) => {
      const now = waiting[done]
      if (message === 'ready' || now === undefined) return startLimit()
      keepQuotations(now.article, unpackQuotations(message))
      done += 1
      const next = waiting[done]
      if (next === undefined) stop()
      else if (next.at !== now.at) startLimit()
    })
    thread.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stop() : reject(error),
    )
    thread.on('exit', stop)
  }).finally(() => {
    cancel()
    void thread.terminate()
  })
}
