/** Why a file that somebody sent is not taken, or what the disk did not do, in the reader's language. What is wrong inside a file stays in English: it has too many forms. */
import type { DiskError, Refusal } from '../errors.ts'
import type { Messages } from '../messages/en.ts'

export function reportRefusal(refusal: Refusal, { corpus: { refusals } }: Messages): string {
  switch (refusal.kind) {
    case 'file-too-large': {
      const { mostBytes, bytes } = refusal
      return refusals[refusal.kind](toMegabytes(mostBytes), bytes === null ? null : toMegabytes(bytes))
    }
    case 'too-many-articles':
      return refusals[refusal.kind](refusal.most, refusal.articles)
    case 'no-room':
      return refusals[refusal.kind](toMegabytes(refusal.mostBytes), toMegabytes(refusal.bytes))
    case 'unreadable':
      return refusals[refusal.kind](refusal.faults.join('\n'))
    case 'foreign-file':
    case 'file-gone':
    case 'file-not-fetched':
      return refusals[refusal.kind]
  }
}

/** "The disk is full: nothing was added." */
export function reportDisk({ trouble, outcome }: DiskError, { corpus }: Messages): string {
  return `${corpus.diskTroubles[trouble]} ${corpus.diskOutcomes[outcome]}`
}

const megabyte = 1024 * 1024

/** Rounded up, so that what is too much is never told as what is allowed. */
export function toMegabytes(bytes: number): string {
  return `${Math.ceil((bytes / megabyte) * 10) / 10}`
}
