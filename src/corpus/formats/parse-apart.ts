/**
 * Reads files in a thread of their own, so that one which takes seconds or gigabytes, by accident or on purpose, holds up nobody's answer.
 * How a file is read is left to `parse-here.ts`.
 */
import { Worker } from 'node:worker_threads'
import { CorpusError } from '../../errors.ts'
import type { Article } from '../article.ts'
import type { SourceFile } from './parse.ts'
import type { Outcome } from './parse-worker.ts'

/** A page of 5 MB takes 2 s on two cores. */
const longest = 15_000
const maxMemoryMb = 768
/** The thread holds some 80 MB; it goes when nothing has come for so long. */
const idleMs = 3_000

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * The articles of a file, read after the files that were handed in before it.
 * @throws CorpusError with every fault of the file, among them that reading it takes too long or too much memory.
 */
export function parseApart(file: SourceFile, maxMs: number = longest): Promise<readonly Article[]> {
  const reading = last.then(() => readOne(file, maxMs))
  // A bad file is its own caller's matter; the next one waits for the thread only.
  last = reading.catch(() => undefined)
  return reading
}

async function readOne(file: SourceFile, maxMs: number): Promise<readonly Article[]> {
  clearTimeout(idle)
  worker ??= startWorker()
  const thread = worker
  thread.ref()
  const outcome = await outcomeOf(thread, file, maxMs)
  thread.unref()
  if (outcome === 'stopped') worker = null
  else idle = setTimeout(stopWorker, idleMs).unref()
  if (outcome === 'stopped') {
    const limits = `${maxMs / 1000} s and ${maxMemoryMb} MB`
    throw new CorpusError([
      {
        path: file.path,
        line: null,
        message: `expected a file that is read within ${limits}, got one that takes more`,
      },
    ])
  }
  if ('bug' in outcome) throw new Error(`reading ${file.path} failed: ${outcome.bug}`)
  if ('faults' in outcome) throw new CorpusError(outcome.faults)
  return outcome.articles
}

function outcomeOf(thread: Worker, file: SourceFile, maxMs: number): Promise<Outcome | 'stopped'> {
  return new Promise(resolve => {
    const settle = (outcome: Outcome | 'stopped'): void => {
      clearTimeout(limit)
      thread.off('message', settle).off('error', onError).off('exit', onExit)
      resolve(outcome)
    }
    // What the file throws comes as a message: an error of the thread as a whole is a bug, unless the memory was too small.
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'stopped' : { bug: error.stack ?? error.message })
    const onExit = (): void => settle('stopped')
    const limit = setTimeout(() => {
      settle('stopped')
      thread.terminate()
    }, maxMs)
    thread.on('message', settle).on('error', onError).on('exit', onExit)
    thread.postMessage(file)
  })
}

// `--import tsx` does not reach threads on Node 20: this one registers tsx itself, and then reads TypeScript as the program does.
function startWorker(): Worker {
  const tsx = import.meta.resolve('tsx/esm/api')
  const entry = new URL('./parse-worker.ts', import.meta.url).href
  const code = `import { register } from '${tsx}'; register(); await import('${entry}')`
  const started = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  })
  // Whoever waits for a file hears of an error as well; here it is kept from ending the program when nobody waits.
  started.on('error', () => stopWorker())
  started.on('exit', () => {
    if (worker === started) worker = null
  })
  return started
}

function stopWorker(): void {
  worker?.terminate()
  worker = null
}
