/** Removes the articles that are older than their server keeps them. */
import type { FileReading } from '../../folder/article-file.ts'
import type { Disk } from '../../folder/disk/disk.ts'
import type { Server } from '../server.ts'
import type { Membership } from './membership.ts'

const dayMs = 24 * 3_600_000

/** Removes nothing unless Discord says that this machine's clock is right. */
export async function expireArticles(server: Server, { isClockRight }: Membership): Promise<void> {
  const { disk, log, now, tell } = server.around
  const { keepDays } = server.settings
  if (keepDays === null) return
  const old = await outdated(server.files, keepDays, now(), disk)
  if (old.length === 0) return
  if (!(await isClockRight().catch(() => false))) {
    log.warn(
      { server: server.id, articles: old.length },
      'removed no old article: this clock is not as Discord’s, or Discord does not say',
    )
    return
  }
  const gone = await server.takeOutAll(old)
  if (gone.length === 0) return
  log.info({ server: server.id, articles: gone.length, keepDays }, 'removed articles that were kept long enough')
  tell(server.id, { kind: 'outdated', articles: gone, days: keepDays })
}

/** Slugs of the articles whose file was written more than `days` days before `now`. */
async function outdated(
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
