/** The thread of `feed-thread.ts`: reads the feeds that it is sent, one at a time, and answers each once. */
import { parentPort } from 'node:worker_threads'
import { parseFeed } from './parse-feed.ts'

export type FeedText = { readonly text: string; readonly address: string; readonly most: number }

parentPort?.postMessage('ready')
parentPort?.on('message', ({ text, address, most }: FeedText) => {
  try {
    parentPort?.postMessage({ feed: parseFeed(text, address, most) })
  } catch (error) {
    // Whatever a feed makes its parser stumble over, it cannot be read.
    parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) })
  }
})
