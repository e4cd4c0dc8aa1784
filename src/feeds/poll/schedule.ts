/** When a feed is read next: as often as the site says, and ever more seldom while it fails. */

const minute = 60_000
const day = 24 * 60 * minute

/** Between two readings of a feed that says nothing of it, at least, and at most. */
const usualMs = 30 * minute
const shortestMs = 15 * minute
const longestMs = day

/** A feed that fails for as long is said to. */
export const failingForMs = day

/** Milliseconds until a feed that was read is read again; the longest of what its answer and itself say. */
export function untilNext(freshMs: number | null, everyMs: number | null): number {
  const asked = Math.max(freshMs ?? 0, everyMs ?? 0)
  return Math.min(Math.max(asked === 0 ? usualMs : asked, shortestMs), longestMs)
}

/** Milliseconds until a feed is tried again after this many failures in a row: twice as long each time. */
export function untilRetry(failures: number, retryAfterMs: number | null): number {
  const backedOff = Math.min(usualMs * 2 ** Math.min(failures - 1, 10), longestMs)
  return Math.max(backedOff, retryAfterMs ?? 0)
}
