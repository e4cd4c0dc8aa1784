/** Where Discord servers' own articles lie on the disk. What lies there is `servers.ts`'s, when it goes `departure.ts`'s. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ConfigError, CorpusError } from '../errors.ts'
import { isSystemError } from '../folder/article-file.ts'
import type { Disk } from '../folder/disk/disk.ts'
import { HalfDoneError } from '../folder/disk/folder-change.ts'

const removing = /^\.removing-(\d+)-[0-9a-f]+$/

/** Whether `id` has the shape of a Discord server's id: nothing else ever becomes part of a path. */
export function isServerId(id: string): boolean {
  return /^\d{17,20}$/.test(id)
}

/** The folder of a server's own articles. @throws RangeError for what is no server's id: a bug. */
export function serverFolder(dataDir: string, server: string): string {
  if (!isServerId(server)) throw new RangeError(`expected a server's id, got ${JSON.stringify(server)}`)
  return join(dataDir, 'servers', server)
}

/** The servers that have a folder and that `isOurs` says are this process's. Clears away the folders of those whose removal was broken off. */
export async function listServers(dataDir: string, isOurs: (server: string) => boolean, disk: Disk): Promise<string[]> {
  const folder = join(dataDir, 'servers')
  await disk.mkdir(folder, { recursive: true })
  const names = await disk.readdir(folder)
  for (const name of names) {
    const removed = removing.exec(name)?.[1]
    if (removed !== undefined && isOurs(removed)) await disk.rm(join(folder, name), { recursive: true, force: true })
  }
  return names.filter(name => isServerId(name) && isOurs(name))
}

/** Removes all that a server has. A crash on the way leaves nothing that would be read again. @throws HalfDoneError where the rest is left to `listServers`. */
export async function removeServerFolder(dataDir: string, server: string, disk: Disk): Promise<void> {
  const gone = join(dataDir, 'servers', `.removing-${server}-${randomBytes(4).toString('hex')}`)
  await disk.rename(serverFolder(dataDir, server), gone)
  await disk.rm(gone, { recursive: true, force: true }).catch((error: unknown) => {
    throw new HalfDoneError(`${gone} is still there`, error)
  })
}

/** At the start, a folder that cannot be read or written is a setting to be mended; another error is given back as it is. */
export function asConfigError(error: unknown, dataDir: string): unknown {
  const cause = error instanceof CorpusError ? error.cause : error
  if (!isSystemError(cause)) return error
  const at = 'path' in cause && typeof cause.path === 'string' ? cause.path : dataDir
  return new ConfigError(`expected DATA_DIR to be a folder that can be written, got ${cause.code} at ${at}`)
}
