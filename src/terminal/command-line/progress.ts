/** Says on standard error how far long work has come: nothing within the first second, then a bar that renews itself, or a line a second. */

export type ProgressReport = {
  (progress: { readonly done: number; readonly total: number }): void
  /** Leaves the terminal's line clean. */
  end(): void
}

/** Milliseconds between two reports. */
const PERIOD_MS = 1_000

/** `doing` is what is done, such as `reading`; `what` is counted, such as `files`. */
export function reportProgress(
  doing: string,
  what: string,
  output: NodeJS.WriteStream = process.stderr,
): ProgressReport {
  let reportedAt = performance.now()
  let isOpen = false
  const report = ({ done, total }: { readonly done: number; readonly total: number }): void => {
    const now = performance.now()
    if (now - reportedAt < PERIOD_MS) return
    reportedAt = now
    const line = `${doing} ${done} of ${total} ${what}`
    output.write(output.isTTY ? `\r\x1b[K${barOf(done / total)} ${line}` : `${line}\n`)
    isOpen = output.isTTY
  }
  const end = (): void => {
    if (isOpen) output.write('\r\x1b[K')
    isOpen = false
  }
  return Object.assign(report, { end })
}

const BAR_WIDTH = 24

/** A bar that is filled by this share, 0 to 1. */
function barOf(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR_WIDTH)
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
}
