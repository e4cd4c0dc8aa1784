/** The thread of `parse-apart.ts`: reads the files that it is sent, one at a time, and answers each once. */
import { parentPort } from 'node:worker_threads'
import type { Article } from '../../article/article.ts'
import { CorpusError, type Fault } from '../../errors.ts'
import type { SourceFile } from '../parse.ts'
import { parseHere } from '../parse-here.ts'

/** What becomes of a file: its articles, its faults, or the stack of an error that is a bug. */
export type Outcome =
  | { readonly articles: readonly Article[] }
  | { readonly faults: readonly Fault[] }
  | { readonly bug: string }

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
