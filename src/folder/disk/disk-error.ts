/** Turns what the system says of a failing disk into what the person who waits is told. */
import { CorpusError, DiskError, type DiskOutcome, type DiskTrouble } from '../../errors.ts'
import { isSystemError } from '../article-file.ts'
import { HalfDoneError } from './folder-change.ts'

const troubles: ReadonlyMap<string, DiskTrouble> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EMFILE', 'too-many-files'],
  ['ENFILE', 'too-many-files'],
  ['EACCES', 'not-allowed'],
  ['EPERM', 'not-allowed'],
])

/** What `error` says of the disk, which kept `outcome` from happening; null when it says something else. */
export function asDiskError(error: unknown, outcome: DiskOutcome): DiskError | null {
  if (error instanceof HalfDoneError) return new DiskError(troubleOf(error.cause), 'unsure', error)
  const cause = error instanceof CorpusError ? error.cause : error
  return isSystemError(cause) ? new DiskError(troubleOf(cause), outcome, cause) : null
}

function troubleOf(error: unknown): DiskTrouble {
  return (isSystemError(error) ? troubles.get(error.code) : undefined) ?? 'faulty'
}
