/** The thread of `first-reading.ts`: reads a folder, and sends a batch each time that it is asked for more. */
import { parentPort, workerData } from 'node:worker_threads'
import { busyDisk } from '../disk/disk.ts'
import { packBatch, readBatches, unpackReading } from './first-reading.ts'

// Whoever started the thread handed this over.
const batches = readBatches(unpackReading(workerData), busyDisk)
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', () => {
  last = last.then(sendNext)
})

async function sendNext(): Promise<void> {
  const { done, value } = await batches.next()
  if (done) parentPort?.close()
  else parentPort?.postMessage(packBatch(value))
}
