/** Which of a server's articles are older than it keeps them. Removing them is `servers.ts`'s. */
import { stat } from 'node:fs/promises'
import type { FileReading } from '../folder/article-file.ts'

const dayMs = 24 * 3_600_000

/** Slugs of the articles whose file was written more than `days` days before `now`. */
export async function outdated(files: ReadonlyMap<string, FileReading>, days: number, now: Date): Promise<string[]> {
  const slugs: string[] = []
  for (const { path, articles } of files.values()) {
    const written = await stat(path).catch(() => null)
    // Somebody has removed it by hand; the next reading sees to that.
    if (written === null) continue
    if (now.getTime() - written.mtimeMs > days * dayMs) slugs.push(...articles.map(({ slug }) => slug))
  }
  return slugs
}
