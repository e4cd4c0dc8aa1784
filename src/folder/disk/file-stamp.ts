/** What tells one version of a file from the next without reading it. */
import { lstatSync, type Stats, statSync } from 'node:fs'
import { lstat, stat } from 'node:fs/promises'

/** How a file looked from outside. */
export type FileLook = {
  /** Differs whenever the file's words may differ: its size, the times of its last changes, its inode; or why it cannot be looked at. */
  readonly stamp: string
  /** When the file was last written, renamed or linked, by the clock of the disk; milliseconds since 1970. */
  readonly changedAtMs: number
}

type Looking = { readonly stat: (path: string) => Promise<Stats>; readonly lstat: (path: string) => Promise<Stats> }

/** How the file at `path` looks now, links followed; null when there is none. */
export function lookAt(path: string): Promise<FileLook | null> {
  return lookBy({ stat, lstat }, path)
}

/** `lookAt` by the calls of a given disk. */
export async function lookBy(disk: Looking, path: string): Promise<FileLook | null> {
  try {
    // A link that leads nowhere is looked at itself.
    return toLook(await disk.stat(path).catch(() => disk.lstat(path)))
  } catch (error) {
    return failedLook(error)
  }
}

/** `lookAt`, while which nothing else happens in this thread. */
export function lookAtNow(path: string): FileLook | null {
  try {
    return toLook(statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path))
  } catch (error) {
    return failedLook(error)
  }
}

/** The stamp of a file that looks so. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino].join(' ')
}

function toLook(stats: Stats): FileLook {
  return { stamp: stampOf(stats), changedAtMs: Math.max(stats.mtimeMs, stats.ctimeMs) }
}

/** A file that the disk does not show is not gone: it is there with another stamp, and whoever reads it learns why it cannot be read. */
function failedLook(error: unknown): FileLook | null {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
  return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? null : { stamp: error.code, changedAtMs: 0 }
}

/** Disks tell times apart by two seconds at worst (FAT); within these a file may change twice and look the same. */
const COARSEST_MS = 2_000

/** The stamp, or an empty one, which is like no other, where the file may have changed since without showing it. */
export function lastingStamp(stamp: string, wallNowMs: number): string {
  const [, modifiedMs = 0, changedMs = 0] = stamp.split(' ').map(Number)
  return wallNowMs - Math.max(modifiedMs, changedMs) > COARSEST_MS ? stamp : ''
}
