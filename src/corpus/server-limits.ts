/** What one Discord server may have of its own, so that none crowds out the others. Keeping it is `servers.ts`'s. */
import { stat } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import type { FileReading } from './article-file.ts'
import type { Draft } from './drafts.ts'
import { graceDays } from './server-folder.ts'

const megabyte = 1024 * 1024

/** Articles; bytes of all as they are kept; bytes of one upload; and for how many days it is kept after the bot was removed. */
export const serverLimits = { articles: 250, totalBytes: 16 * megabyte, uploadBytes: 8 * megabyte, graceDays } as const

/** @throws UserError when an upload has too many bytes. */
export function checkUpload(bytes: number): void {
  if (bytes > serverLimits.uploadBytes) {
    throw new UserError(`A file can have ${inMegabytes(serverLimits.uploadBytes)}; this one has ${inMegabytes(bytes)}.`)
  }
}

/** @throws UserError when the draft does not fit beside what the server has. */
export async function checkRoom(files: ReadonlyMap<string, FileReading>, { articles }: Draft): Promise<void> {
  const names = new Set([...files.keys(), ...articles.map(({ name }) => name)])
  if (names.size > serverLimits.articles) {
    throw new UserError(
      `A server can have ${serverLimits.articles} articles of its own; with this it would be ${names.size}.`,
    )
  }
  const bytes = (await sizeOf(files)) + articles.reduce((sum, article) => sum + article.bytes.length, 0)
  if (bytes > serverLimits.totalBytes) {
    const most = inMegabytes(serverLimits.totalBytes)
    throw new UserError(`A server’s own articles can take ${most}; with this it would be ${inMegabytes(bytes)}.`)
  }
}

/** The bytes that these files take on the disk; one that somebody removed by hand takes none. */
export async function sizeOf(files: ReadonlyMap<string, FileReading>): Promise<number> {
  const sizes = await Promise.allSettled([...files.values()].map(async ({ path }) => (await stat(path)).size))
  return sizes.reduce((sum, size) => sum + (size.status === 'fulfilled' ? size.value : 0), 0)
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil((bytes / megabyte) * 10) / 10} MB`
}
