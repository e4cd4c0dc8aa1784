/** A thread that reads files, one at a time, within limits. Which file goes to which thread is left to `parse-in-thread.ts`. */
import type { Worker } from 'node:worker_threads'
import { afterProcessorTime } from '../../work/processor-limit.ts'
import { startThread } from '../../work/thread.ts'
import type { SourceFile } from '../source-file.ts'
import type { Outcome } from './outcome.ts'

/** The largest page and the largest Markdown file take 150 MB; a feed, of which only the host's own may be larger than those, takes five times its size. */
const longestUsual = 8 * 2 ** 20
const usualMemoryMb = 192
const mostMemoryMb = 768

/** Megabytes of memory that reading a file may take. */
export function maxMemoryMb({ bytes }: SourceFile): number {
  return bytes.length > longestUsual ? mostMemoryMb : usualMemoryMb
}

/** `stopped`: it took too much time or memory; the thread is gone then. */
export type ThreadOutcome = Outcome | 'stopped'

export class ReadingThread {
  readonly memoryMb: number
  readonly #worker: Worker
  readonly #ready: Promise<void>
  #settle: ((outcome: ThreadOutcome) => void) | null = null
  /** Whether it can read no more. */
  isGone = false

  constructor(memoryMb: number) {
    this.memoryMb = memoryMb
    this.#worker = startThread(new URL('./parse-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
    })
    this.#ready = new Promise(resolve => {
      this.#worker.on('message', (message: Outcome | 'ready') =>
        message === 'ready' ? resolve() : this.#settle?.(message),
      )
    })
    // What a file throws comes as a message: an error of the thread as a whole is a bug, unless the memory was too small.
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.isGone = true
      this.#settle?.(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'stopped' : { bug: error.stack ?? error.message })
    })
    this.#worker.on('exit', () => {
      this.isGone = true
      this.#settle?.('stopped')
    })
  }

  /**
   * Reads a file; the one before has to be read. `maxMs` of processor time count from when the thread is ready, which on a busy machine takes seconds.
   * A program does not end before it has read what it was given.
   */
  read(file: SourceFile, maxMs: number): Promise<ThreadOutcome> {
    this.#worker.ref()
    return new Promise(resolve => {
      let cancel = (): void => {}
      this.#settle = outcome => {
        cancel()
        this.#settle = null
        this.#worker.unref()
        resolve(outcome)
      }
      void this.#ready.then(() => {
        if (this.isGone) return
        cancel = afterProcessorTime(maxMs, () => this.stop())
        this.#worker.postMessage(file)
      })
    })
  }

  stop(): void {
    this.isGone = true
    this.#settle?.('stopped')
    void this.#worker.terminate()
  }
}
