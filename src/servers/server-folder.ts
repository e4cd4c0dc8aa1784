/** Where a Discord server's own articles lie on the disk, and when they go after the bot was removed. What lies there is `servers.ts`'s. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode, removeFile, writeFileWhole } from '../folder/write-file.ts'

/** Days for which the articles of a server are kept after the bot was removed from it, in case it is invited again. */
export const graceDays = 14

const dayMs = 24 * 3_600_000
/** Holds the moment at which the bot was removed. Hidden, as all that is no article is. */
const marker = '.left'
const removing = /^\.removing-\d+-[0-9a-f]+$/

/** Whether `id` has the shape of a Discord server's id: nothing else ever becomes part of a path. */
export function isServerId(id: string): boolean {
  return /^\d{17,20}$/.test(id)
}

/** The folder of a server's own articles. @throws RangeError for what is no server's id: a bug. */
export function serverFolder(dataDir: string, server: string): string {
  if (!isServerId(server)) throw new RangeError(`expected a server's id, got ${JSON.stringify(server)}`)
  return join(dataDir, 'servers', server)
}

/** The servers that have a folder. Clears away the folders whose removal was broken off. */
export async function listServers(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'servers')
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  for (const name of names) if (removing.test(name)) await rm(join(folder, name), { recursive: true, force: true })
  return names.filter(isServerId)
}

/** Notes that the bot is not in the server any more, unless that was noted before. */
export async function markLeft(dataDir: string, server: string, now: Date): Promise<void> {
  const bytes = new TextEncoder().encode(`${now.toISOString()}\n`)
  await writeFileWhole(serverFolder(dataDir, server), marker, bytes, { replace: false })
}

/** Takes the note back: the bot is in the server again. */
export async function unmarkLeft(dataDir: string, server: string): Promise<void> {
  try {
    await removeFile(serverFolder(dataDir, server), marker)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
}

/** When the bot was removed from the server; null when it was not. A note that cannot be read counts from `now`, so that nothing goes too soon. */
export async function leftAt(dataDir: string, server: string, now: Date): Promise<Date | null> {
  try {
    const date = new Date((await readFile(join(serverFolder(dataDir, server), marker), 'utf8')).trim())
    return Number.isNaN(date.getTime()) ? now : date
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Whether the grace of a server that the bot left at `left` is over. */
export function isGraceOver(left: Date, now: Date): boolean {
  return now.getTime() - left.getTime() > graceDays * dayMs
}

/** Removes all that a server has. A crash on the way leaves nothing that would be read again. */
export async function removeServerFolder(dataDir: string, server: string): Promise<void> {
  const gone = join(dataDir, 'servers', `.removing-${server}-${randomBytes(4).toString('hex')}`)
  await rename(serverFolder(dataDir, server), gone)
  await rm(gone, { recursive: true, force: true })
}
