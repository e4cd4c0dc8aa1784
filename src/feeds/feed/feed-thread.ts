/** Reads feeds in a thread of its own, one after the other, within limits on time and memory: none holds up an answer. */
import type { Worker } from 'node:worker_threads'
import { FetchError } from '../../errors.ts'
import { startThread } from '../../work/thread.ts'
import type { Feed } from './feed.ts'
import type { FeedText } from './feed-worker.ts'

/** A feed of 4 MB takes 0.2 s. */
const longestMs = 10_000
const mostMemoryMb = 256
/** A thread holds some 50 MB: an idle one is stopped after this long. */
const idleMs = 3_000

type Outcome = { readonly feed: Feed | null } | { readonly fault: string }

export interface FeedReader {
  /** The feed; null when this is none. @throws FetchError when it cannot be read within the limits. */
  read(text: FeedText): Promise<Feed | null>
}

/** A reader whose thread runs only while there is something to read. */
export function createFeedReader(): FeedReader {
  let thread: FeedThread | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  const readNow = async (text: FeedText): Promise<Feed | null> => {
    clearTimeout(idle)
    if (thread === null || thread.isGone) thread = new FeedThread()
    const outcome = await thread.read(text)
    idle = setTimeout(() => thread?.stop(), idleMs).unref()
    if ('fault' in outcome) throw new FetchError({ kind: 'unreadable-page', faults: [outcome.fault] })
    return outcome.feed
  }
  return {
    read(text) {
      const reading = last.then(() => readNow(text))
      last = reading.catch(() => undefined)
      return reading
    },
  }
}

class FeedThread {
  readonly #worker: Worker
  readonly #ready: Promise<void>
  #settle: ((outcome: Outcome) => void) | null = null
  /** Whether it can read no more. */
  isGone = false

  constructor() {
    this.#worker = startThread(new URL('./feed-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    })
    this.#ready = new Promise(resolve => {
      this.#worker.on('message', (message: Outcome | 'ready') =>
        message === 'ready' ? resolve() : this.#settle?.(message),
      )
    })
    const gone = (fault: string): void => {
      this.isGone = true
      this.#settle?.({ fault })
    }
    this.#worker.on('error', error => gone(error.message))
    this.#worker.on('exit', () =>
      gone(`expected a feed that is read within ${longestMs / 1_000} s, got one that takes more`),
    )
  }

  read(text: FeedText): Promise<Outcome> {
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
        limit = setTimeout(() => this.stop(), longestMs)
        this.#worker.postMessage(text)
      })
    })
  }

  stop(): void {
    this.isGone = true
    void this.#worker.terminate()
  }
}
