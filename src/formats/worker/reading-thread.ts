/** A thread that reads files, one at a time, within limits. Which file goes to which thread is left to `parse-apart.ts`. */
import type { Worker } from 'node:worker_threads'
import { startThread } from '../../work/thread.ts'
import type { SourceFile } from '../parse.ts'
import type { Outcome } from './parse-worker.ts'

/** Megabytes of memory that reading a file may take. */
export const maxMemoryMb = 768

/** `stopped`: it took too much time or memory, or somebody stopped it; the thread is gone then. */
export type ThreadOutcome = Outcome | 'stopped'

export class ReadingThread {
  readonly #worker: Worker
  #settle: ((outcome: ThreadOutcome) => void) | null = null
  #isReady = false
  /** When it began with the file that it is reading, on the clock of `performance.now`; null while it is starting itself. */
  startedAt: number | null = null
  /** Whether it can read no more. */
  isGone = false

  /** `onReady` is called when it has started. */
  constructor(onReady: () => void) {
    this.#worker = startThread(new URL('./parse-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    })
    this.#worker.on('message', (message: Outcome | 'ready') => {
      if (message !== 'ready') return this.#end(message)
      this.#isReady = true
      this.startedAt = performance.now()
      onReady()
    })
    // What a file throws comes as a message: an error of the thread as a whole is a bug, unless the memory was too small.
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.isGone = true
      this.#end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'stopped' : { bug: error.stack ?? error.message })
    })
    this.#worker.on('exit', () => {
      this.isGone = true
      this.#end('stopped')
    })
  }

  /** Reads a file; the one before has to be read. A program does not end before it has read what it was given. */
  read(file: SourceFile, maxMs: number): Promise<ThreadOutcome> {
    this.#worker.ref()
    this.startedAt = this.#isReady ? performance.now() : null
    return new Promise(resolve => {
      const limit = setTimeout(() => this.stop(), maxMs)
      this.#settle = outcome => {
        clearTimeout(limit)
        this.#settle = null
        this.#worker.unref()
        resolve(outcome)
      }
      this.#worker.postMessage(file)
    })
  }

  stop(): void {
    this.isGone = true
    this.#end('stopped')
    void this.#worker.terminate()
  }

  #end(outcome: ThreadOutcome): void {
    this.#settle?.(outcome)
  }
}
