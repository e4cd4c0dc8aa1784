/** Turns what goes wrong with an upload, or with the disk, into an error whose words are for the person who asked. */
import { CorpusError, type DiskOutcome, RefusedError } from '../errors.ts'
import { asDiskError } from '../folder/disk/disk-error.ts'

/**
 * What `work` gives; `outcome` is what did not happen when the disk fails it.
 * @throws DiskError then, RefusedError with the faults that it found in a file, the first five of them.
 */
export async function explainFailure<Result>(work: Promise<Result>, outcome: DiskOutcome): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const ofDisk = asDiskError(error, outcome)
    if (ofDisk !== null) throw ofDisk
    if (!(error instanceof CorpusError)) throw error
    const lines = error.faults
      .slice(0, 5)
      .map(({ line, message }) => `${line === null ? '' : `line ${line}: `}${message}`)
    throw new RefusedError({ kind: 'unreadable', faults: lines })
  }
}
