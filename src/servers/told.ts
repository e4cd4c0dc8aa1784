/** Tells the person who sent a file what is wrong with it. */
import { CorpusError, RefusedError } from '../errors.ts'

/** What `work` gives. @throws RefusedError with the faults that it found, the first five of them. */
export async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    const lines = error.faults
      .slice(0, 5)
      .map(({ line, message }) => `${line === null ? '' : `line ${line}: `}${message}`)
    throw new RefusedError({ kind: 'unreadable', faults: lines })
  }
}
