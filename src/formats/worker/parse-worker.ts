/** The thread of `parse-in-thread.ts`: reads the files that it is sent, one at a time, and answers each once. */
import { parentPort } from 'node:worker_threads'
import { CorpusError } from '../../errors.ts'
import { parseHere } from '../parse-here.ts'
import type { SourceFile } from '../source-file.ts'
import type { Outcome } from './outcome.ts'

parentPort?.postMessage('ready')
parentPort?.on('message', (file: SourceFile) => {
  parseHere(file)
    .then(
      (articles): Outcome => ({ articles }),
      error => explain(file, error),
    )
    .then(outcome => parentPort?.postMessage(outcome))
})

function explain({ path }: SourceFile, error: unknown): Outcome {
  if (error instanceof CorpusError) return { faults: error.faults }
  if (error instanceof RangeError) {
    return {
      faults: [{ path, line: null, message: 'expected a file nested less deep, got one that exhausts the stack' }],
    }
  }
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
