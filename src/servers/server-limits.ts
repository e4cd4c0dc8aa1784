/** What one Discord server may have of its own, so that none crowds out the others. Keeping it is `servers.ts`'s. */
import { RefusedError } from '../errors.ts'
import type { FileReading } from '../folder/article-file.ts'
import type { Disk } from '../folder/disk/disk.ts'
import { hasCode } from '../folder/disk/write-file.ts'
import type { NewArticle } from '../folder/new-article.ts'
import { graceDays } from './membership/left-mark.ts'
import type { Draft } from './uploads/drafts.ts'

const megabyte = 1024 * 1024

/**
 * Articles; bytes of all as they are kept; bytes of one upload; for how many days it is kept after the bot was removed; feeds that are followed; and
 * articles of feeds, which leave room for others.
 */
export const serverLimits = {
  articles: 250,
  totalBytes: 16 * megabyte,
  uploadBytes: 8 * megabyte,
  graceDays,
  feeds: 20,
  fedArticles: 200,
} as const

/** @throws RefusedError when an upload has too many bytes. */
export function checkUpload(bytes: number): void {
  const mostBytes = serverLimits.uploadBytes
  if (bytes > mostBytes) throw new RefusedError({ kind: 'file-too-large', mostBytes, bytes })
}

/** @throws RefusedError when the draft does not fit beside what the server has: its files, and other drafts of `waitingBytes`. */
export async function checkRoom(
  files: ReadonlyMap<string, FileReading>,
  { articles }: Draft,
  waitingBytes: number,
  disk: Disk,
): Promise<void> {
  const names = new Set([...files.keys(), ...articles.map(({ name }) => name)])
  const { articles: most } = serverLimits
  if (names.size > most) throw new RefusedError({ kind: 'too-many-articles', most, articles: names.size })
  await checkBytes(files, articles, waitingBytes, disk)
}

/** @throws RefusedError when the articles have too many bytes for the room beside what the server has. */
export async function checkBytes(
  files: ReadonlyMap<string, FileReading>,
  articles: readonly NewArticle[],
  waitingBytes: number,
  disk: Disk,
): Promise<void> {
  const { totalBytes: mostBytes } = serverLimits
  const bytes =
    (await sizeOf(files, disk)) + waitingBytes + articles.reduce((sum, article) => sum + article.bytes.length, 0)
  if (bytes > mostBytes) throw new RefusedError({ kind: 'no-room', mostBytes, bytes })
}

/** The bytes that these files take on the disk; one that somebody removed by hand takes none. */
export async function sizeOf(files: ReadonlyMap<string, FileReading>, disk: Disk): Promise<number> {
  const sizes = await Promise.all([...files.values()].map(({ path }) => bytesAt(path, disk)))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}

async function bytesAt(path: string, disk: Disk): Promise<number> {
  try {
    return (await disk.stat(path)).size
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0
    throw error
  }
}
