/**
 * Decides what becomes of what a server has while the bot is not in it. Nothing goes without Discord's word at that moment that this very
 * application is not in the server: another bot's token, another shard or a wrong clock would each delete what is somebody's.
 */
import type { Disk } from '../folder/disk.ts'
import { applicationIn, countDay, isGraceOver, noteApplication, readMark, removeMark, writeMark } from './left-mark.ts'
import { removeServerFolder, serverFolder } from './server-folder.ts'

/** What a bot on Discord knows of the servers that are its process's. */
export type Membership = {
  /** The application whose token runs. */
  readonly application: string
  /** Whether it is in the server at this moment, as far as the process was told. */
  readonly isPresent: (server: string) => boolean
  /** Asks Discord whether the application is in the server. Rejects where Discord does not say. */
  readonly isMember: (server: string) => Promise<boolean>
  /** Whether this machine's clock says the day that Discord's says. Rejects where Discord does not say. */
  readonly isClockRight: () => Promise<boolean>
}

/** A server's folder, and what is needed to see to it. */
export type Tenancy = {
  readonly dataDir: string
  readonly server: string
  readonly now: Date
  readonly disk: Disk
  readonly log: { info(what: object, message: string): void; warn(what: object, message: string): void }
}

/** Notes that the application is in the server; whether it was noted to be out of it. */
export async function moveIn({ dataDir, server, disk }: Tenancy, { application }: Membership): Promise<boolean> {
  const folder = serverFolder(dataDir, server)
  const wasOut = (await readMark(folder, disk)) !== null
  await noteApplication(folder, application, disk)
  if (wasOut) await removeMark(folder, disk)
  return wasOut
}

/** Notes that the application is not in the server, and removes what that one has once the grace is over; true when Discord says that the application is there. */
export async function moveOut({ dataDir, server, now, disk, log }: Tenancy, membership: Membership): Promise<boolean> {
  const { application, isMember } = membership
  const folder = serverFolder(dataDir, server)
  const known = await readMark(folder, disk)
  if ((known === null ? await applicationIn(folder, disk) : known.application) !== application) {
    log.info({ server }, 'left alone what a server has: this application was not in it')
    return false
  }
  const mark = known === null ? { application, left: now, days: 0, counted: now } : countDay(known, now)
  if (mark !== known) await writeMark(folder, mark, disk)
  if (!isGraceOver(mark, now)) return false
  const isThere = await isMember(server).catch((error: unknown) => {
    log.warn({ server, err: error }, 'kept what a server had: Discord does not say whether the bot left it')
    return null
  })
  if (isThere !== false) return isThere === true
  await removeServerFolder(dataDir, server, disk)
  log.info({ server, left: mark.left }, 'removed what a server had, the bot having left it long ago')
  return false
}
