/**
 * Reads files in threads of their own, so that one which takes seconds or gigabytes, by accident or on purpose, holds up nobody's answer, and
 * hardly the next file. How a file is read is left to `parse-here.ts`.
 *
 * One thread reads file after file. A file that keeps others waiting for longer than a moment is set aside: it is read on in its thread while
 * a second one takes the others; when such a file is being read already, it is put back and begun anew after that.
 */

import type { Article } from '../../article/article.ts'
import { CorpusError } from '../../errors.ts'
import type { SourceFile } from '../parse.ts'
import { maxMemoryMb, ReadingThread, type ThreadOutcome } from './reading-thread.ts'

/** A page of 5 MB takes 2 s on two cores. */
const longest = 15_000
/** Milliseconds for which a file may keep others waiting, once its thread has started. */
const moment = 1_000
/** A thread holds some 80 MB; it goes when nothing has come for so long. */
const idleMs = 3_000

type Job = { readonly file: SourceFile; readonly maxMs: number; readonly settle: (outcome: ThreadOutcome) => void }
/** A thread at work. */
type Lane = { readonly job: Job; readonly thread: ReadingThread }

const waiting: Job[] = []
const aside: Job[] = []
let quick: Lane | null = null
let slow: Lane | null = null
let spare: ReadingThread | null = null
let overdue: NodeJS.Timeout | undefined
let idle: NodeJS.Timeout | undefined

/**
 * The articles of a file.
 * @throws CorpusError with every fault of the file, among them that reading it takes too long or too much memory.
 */
export async function parseApart(file: SourceFile, maxMs: number = longest): Promise<readonly Article[]> {
  const outcome = await new Promise<ThreadOutcome>(settle => {
    waiting.push({ file, maxMs, settle })
    assign()
  })
  if (outcome === 'stopped') {
    const limits = `${maxMs / 1000} s and ${maxMemoryMb} MB`
    const message = `expected a file that is read within ${limits}, got one that takes more`
    throw new CorpusError([{ path: file.path, line: null, message }])
  }
  if ('bug' in outcome) throw new Error(`reading ${file.path} failed: ${outcome.bug}`)
  if ('faults' in outcome) throw new CorpusError(outcome.faults)
  return outcome.articles
}

/** Gives files to threads that are free, and frees the quick one of a file that has kept others waiting for too long. */
function assign(): void {
  if (quick !== null && waiting.length > 0 && momentLeft(quick) <= 0) setAside(quick)
  slow ??= begin(aside)
  quick ??= begin(waiting)
  clearTimeout(overdue)
  if (quick !== null && waiting.length > 0) overdue = setTimeout(assign, Math.min(momentLeft(quick), moment) + 1)
}

function momentLeft({ thread: { startedAt } }: Lane): number {
  return startedAt === null ? Number.POSITIVE_INFINITY : startedAt + moment - performance.now()
}

function begin(jobs: Job[]): Lane | null {
  const job = jobs.shift()
  if (job === undefined) return null
  clearTimeout(idle)
  const thread = spare?.isGone === false ? spare : new ReadingThread(assign)
  spare = null
  const lane: Lane = { job, thread }
  void thread.read(job.file, job.maxMs).then(outcome => {
    // It was put back, and is another lane's by now.
    if (lane !== quick && lane !== slow) return
    if (lane === quick) quick = null
    else slow = null
    keep(thread)
    job.settle(outcome)
    assign()
  })
  return lane
}

function setAside(lane: Lane): void {
  quick = null
  if (slow === null) slow = lane
  else {
    aside.push(lane.job)
    lane.thread.stop()
  }
}

/** Keeps one thread for what may come soon. */
function keep(thread: ReadingThread): void {
  if (thread.isGone) return
  if (spare !== null) spare.stop()
  spare = thread
  clearTimeout(idle)
  idle = setTimeout(() => {
    spare?.stop()
    spare = null
  }, idleMs).unref()
}
