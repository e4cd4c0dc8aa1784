/** The thread of `examine.ts`: finds the quotations of the articles that it is sent, and sends those of each as they are found. */
import { parentPort, workerData } from 'node:worker_threads'
import { type PackedArticle, unpackArticle } from '../../article/packed-article.ts'
import { packQuotations } from '../../article/packed-quotations.ts'
import { findQuotations } from '../../quotations/find-quotations.ts'

parentPort?.postMessage('ready')
// What `examine.ts` sends.
for (const article of workerData as readonly PackedArticle[]) {
  const packed = packQuotations(findQuotations(unpackArticle(article)))
  parentPort?.postMessage(packed, [packed.numbers.buffer])
}
