/** The kinds of error that are written for people; anything else that is thrown is a bug. */

/** A fault in what a person asked for. Its message is shown to them alone, as it stands. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** How many files have been read, of how many; `total` is 0 before they are counted. */
export type ReadingProgress = { readonly done: number; readonly total: number }

/** Nothing can be said from the articles before all are read: what is not read yet might be what answers. Told in the reader's language. */
export class StillReadingError extends UserError {
  readonly progress: ReadingProgress

  constructor(progress: ReadingProgress) {
    super(`The articles are still being read: ${progress.done} of ${progress.total} files so far.`)
    this.progress = progress
  }
}

/** Why a file that somebody sent is not taken. Sizes are bytes; `bytes` is null where only so much is known that they are too many. */
export type Refusal =
  | { readonly kind: 'file-too-large'; readonly mostBytes: number; readonly bytes: number | null }
  | { readonly kind: 'too-many-articles'; readonly most: number; readonly articles: number }
  | { readonly kind: 'no-room'; readonly mostBytes: number; readonly bytes: number }
  /** Each of the faults, in English: what stands in a file has too many ways of being wrong. */
  | { readonly kind: 'unreadable'; readonly faults: readonly string[] }
  /** Not Discord's to give; not there any more; or it did not come. */
  | { readonly kind: 'foreign-file' | 'file-gone' | 'file-not-fetched' }

/** A file that somebody sent is not taken. Told in the reader's language; the message is for the log. */
export class RefusedError extends UserError {
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(JSON.stringify(refusal), options)
    this.refusal = refusal
  }
}

/** What ails the disk, as far as it concerns the person who waits. */
export type DiskTrouble = 'full' | 'read-only' | 'too-many-files' | 'not-allowed' | 'faulty'

/** What did not happen because of it; `unsure`: some of it may have. */
export type DiskOutcome = 'not-added' | 'not-removed' | 'not-changed' | 'not-read' | 'unsure'

/** The host's disk did not do what a person asked for. Told in the reader's language; `cause` is the system's error, for the log. */
export class DiskError extends UserError {
  readonly trouble: DiskTrouble
  readonly outcome: DiskOutcome

  constructor(trouble: DiskTrouble, outcome: DiskOutcome, cause: unknown) {
    super(`${trouble}: ${outcome}`, { cause })
    this.trouble = trouble
    this.outcome = outcome
  }
}

/** Why nothing is taken from an address of the web: a fault of the address, of the answer, or of what stands in it. Sizes are bytes. */
export type WebProblem =
  | {
      readonly kind:
        | 'no-address'
        | 'with-password'
        | 'private-address'
        | 'redirect-nowhere'
        | 'empty'
        | 'no-such-site'
        | 'no-article'
        | 'robots'
        | 'not-a-feed'
        | 'names-no-feed'
        | 'no-room'
    }
  | { readonly kind: 'scheme'; readonly scheme: string }
  | { readonly kind: 'too-many-redirects'; readonly most: number }
  | { readonly kind: 'too-many-feeds'; readonly most: number }
  | { readonly kind: 'status'; readonly status: number }
  /** Null where the site gives no content type. */
  | { readonly kind: 'wrong-type'; readonly type: string | null }
  | { readonly kind: 'page-too-large'; readonly mostBytes: number }
  | { readonly kind: 'unknown-packing'; readonly encoding: string }
  | { readonly kind: 'too-slow'; readonly mostMs: number }
  | { readonly kind: 'broken'; readonly code: string }
  /** In English, as in a `Refusal`. */
  | { readonly kind: 'unreadable-page'; readonly faults: readonly string[] }

/** Nothing was taken from an address of the web. Told in the reader's language; the message is for the log. */
export class FetchError extends UserError {
  readonly problem: WebProblem
  /** How long the site asks to be left alone; null when it does not say. */
  readonly retryAfterMs: number | null

  constructor(problem: WebProblem, { retryAfterMs = null, ...options }: ErrorOptions & RetryAfter = {}) {
    super(JSON.stringify(problem), options)
    this.problem = problem
    this.retryAfterMs = retryAfterMs
  }
}

type RetryAfter = { readonly retryAfterMs?: number | null }

/** One fault in a file: `path:line: expected …, got …`. `line` is 1-based; null when the whole file is meant. */
export type Fault = { readonly path: string; readonly line: number | null; readonly message: string }

/** A fault as one line of text, in the form compilers use, so that editors can jump to it. */
export function describeFault(fault: Fault): string {
  // A line end in a file's name would make two lines of one, the second of anybody's wording.
  const path = fault.path.replace(/[\r\n\u2028\u2029]+/g, ' ')
  return `${path}${fault.line === null ? '' : `:${fault.line}`}: ${fault.message}`
}

/** Faults in the corpus. Its message lists every fault, one a line. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super(faults.map(describeFault).join('\n'), options)
    this.faults = faults
  }
}

/** Faults in the environment or in a command line. Its message lists every fault, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
