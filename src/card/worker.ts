/** The thread that draws: takes cards one by one and sends pictures back. Started by `drawer.ts`. */
import { parentPort } from 'node:worker_threads'
import type { Card } from './card.ts'
import { drawCard } from './draw.ts'

/** What goes to the thread and comes back. */
export type Job = { readonly id: number; readonly card: Card }

parentPort?.on('message', ({ id, card }: Job) => {
  try {
    parentPort?.postMessage({ id, result: drawCard(card) })
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
