/** Which of a server's articles are older than it keeps them. Removing them is `servers.ts`'s. */
import type { FileReading } from '../folder/article-file.ts'
import type { Disk } from '../folder/disk.ts'

const dayMs = 24 * 3_600_000

/** Slugs of the articles whose file was written more than `days` days before `now`. */
export async function outdated(
  files: ReadonlyMap<string, FileReading>,
  days: number,
  now: Date,
  disk: Disk,
): Promise<string[]> {
  const slugs: string[] = []
  for (const { path, articles } of files.values()) {
    const written = await disk.stat(path).catch(() => null)
    // Somebody has removed it by hand, or the disk does not say how old it is: it stays.
    if (written === null) continue
    if (now.getTime() - written.mtimeMs > days * dayMs) slugs.push(...articles.map(({ slug }) => slug))
  }
  return slugs
}
