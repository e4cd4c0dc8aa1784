/** What tells one version of a file from the next without reading it. */
import { lstatSync, type Stats, statSync } from 'node:fs'
import { lstat, stat } from 'node:fs/promises'

/** How a file looked from outside. */
export type FileLook = {
  /** Differs whenever the file's words may differ: its size, the times of its last changes, its inode. */
  readonly stamp: string
  /** When the file was last written, renamed or linked, by the clock of the disk; milliseconds since 1970. */
  readonly changedAtMs: number
}

/** How the file at `path` looks now, links followed; null when there is none. */
export async function lookAt(path: string): Promise<FileLook | null> {
  const stats = await stat(path).catch(() => lstat(path).catch(() => null))
  return stats === null ? null : toLook(stats)
}

/** `lookAt`, while which nothing else happens in this thread. */
export function lookAtNow(path: string): FileLook | null {
  const stats = statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false })
  return stats === undefined ? null : toLook(stats)
}

function toLook({ size, mtimeMs, ctimeMs, ino }: Stats): FileLook {
  return { stamp: [size, mtimeMs, ctimeMs, ino].join(' '), changedAtMs: Math.max(mtimeMs, ctimeMs) }
}

/** Disks tell times apart by two seconds at worst (FAT); within these a file may change twice and look the same. */
const COARSEST_MS = 2_000

/** The stamp, or an empty one, which is like no other, where the file may have changed since without showing it. */
export function lastingStamp(stamp: string, wallNowMs: number): string {
  const [, modifiedMs = 0, changedMs = 0] = stamp.split(' ').map(Number)
  return wallNowMs - Math.max(modifiedMs, changedMs) > COARSEST_MS ? stamp : ''
}
