/** Draws quote cards in a thread of its own, so that nobody else waits: starts it on first need, and again when it dies. */
import { Worker } from 'node:worker_threads'
import type { Card, DrawnCard } from './card.ts'

export type CardDrawer = {
  /** @throws Error when the drawing fails, which is a bug, or takes too long. */
  draw(card: Card): Promise<DrawnCard>
  close(): Promise<void>
}

type Waiting = {
  readonly resolve: (drawn: DrawnCard) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}
type Reply = { readonly id: number } & ({ readonly result: DrawnCard } | { readonly fault: string })

/** A card takes some 50 ms; more than this many waiting are refused rather than answered late. */
const MOST_WAITING = 20
const LONGEST_MS = 10_000

export function createCardDrawer(): CardDrawer {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let next = 0

  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id)
    if (found !== undefined) clearTimeout(found.timer)
    waiting.delete(id)
    if (waiting.size === 0) worker?.unref()
    return found
  }
  const failAll = (reason: Error): void => {
    for (const id of [...waiting.keys()]) settle(id)?.reject(reason)
  }

  function start(): Worker {
    const started = new Worker(new URL('thread.mjs', import.meta.url), { execArgv: [] })
    started.on('message', (reply: Reply) => {
      if ('result' in reply) settle(reply.id)?.resolve(reply.result)
      else settle(reply.id)?.reject(new Error(`a card could not be drawn: ${reply.fault}`))
    })
    started.on('error', error => failAll(error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => {
      if (worker === started) worker = null
      failAll(new Error('the thread that draws cards has ended'))
    })
    return started
  }

  return {
    draw(card) {
      if (waiting.size >= MOST_WAITING) return Promise.resolve({ refused: 'busy' })
      worker ??= start()
      const thread = worker
      const id = next++
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          settle(id)?.reject(new Error(`a card took longer than ${LONGEST_MS} ms`))
          void thread.terminate()
        }, LONGEST_MS)
        waiting.set(id, { resolve, reject, timer })
        thread.ref()
        thread.postMessage({ id, card })
      })
    },
    async close() {
      await worker?.terminate()
    },
  }
}
