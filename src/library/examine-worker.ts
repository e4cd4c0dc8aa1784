/** The thread of `examine.ts`: does what a library will do with an article, and says when it is done. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Article } from '../article/article.ts'
import { findQuotations } from '../quotations/find-quotations.ts'

parentPort?.postMessage('ready')
for (const article of workerData as readonly Article[]) findQuotations(article) // What `examine.ts` sends.
parentPort?.postMessage('done')
