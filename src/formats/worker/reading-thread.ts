/** A thread that reads files, one at a time, within limits. Which file goes to which thread is left to `parse-in-thread.ts`. */
import type { Worker } from 'node:worker_threads'
import { startThread } from '../../work/thread.ts'
import type { SourceFile } from '../source-file.ts'
import type { Outcome } from './outcome.ts'

/** Megabytes of memory that reading a file may take. */
export const maxMemoryMb = 768

/** `stopped`: it took too much time or memory; the thread is gone then. */
export type ThreadOutcome = Outcome | 'stopped'

export class ReadingThread {
  readonly #worker: Worker
  readonly #ready: Promise<void>
  #settle: ((outcome: ThreadOutcome) => void) | null = null
  /** Whether it can read no more. */
  isGone = false

  constructor() {
    this.#worker = startThread(new URL('./parse-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
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
   * Reads a file; the one before has to be read. `maxMs` counts from when the thread is ready, which on a busy machine takes seconds.
   * A program does not end before it has read what it was given.
   */
  read(file: SourceFile, maxMs: number): Promise<ThreadOutcome> {
    this.#worker.ref()
    return new Promise(resolve => {
      let limit: NodeJS.Timeout | undefined
      this.#settle = outcome => {
        clearTimeout(limit)
        this.#settle = null
        this.#worker.unref()
        resolve(outcome)
      }
      void this.#ready.then(() => {
        if (this.isGone) return
        limit = setTimeout(() => this.stop(), maxMs)
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
