/**
 * Decides what becomes of what a server has while the bot is not in it. Nothing goes without Discord's word at that moment that this very
 * application is not in the server: another bot's token, another shard or a wrong clock would each delete what is somebody's.
 */

import type { Server } from '../server.ts'
import { removeServerFolder } from '../server-folder.ts'
import { applicationIn, countDay, isGraceOver, noteApplication, readMark, removeMark, writeMark } from './left-mark.ts'
import type { Membership } from './membership.ts'

/** The bot is in the server: what the server has is answered from, whatever a mark or the clock says. */
export async function joinServer(server: Server, membership: Membership | null): Promise<void> {
  if (!(await server.hasFolder())) return
  const wasOut = membership !== null && (await moveIn(server, membership))
  if (server.isRead) return
  await server.read()
  if (wasOut) server.around.log.info({ server: server.id }, 'answering again from what a server had')
}

/** The bot is not in the server, as far as the process was told: nothing of it is answered from, and after the grace it is removed. */
export async function leaveServer(server: Server, membership: Membership | null): Promise<void> {
  server.close()
  if (membership === null || !(await server.hasFolder())) return
  if (await moveOut(server, membership)) await joinServer(server, membership)
}

/** Notes that the application is in the server; whether it was noted to be out of it. */
async function moveIn({ folder, around: { disk } }: Server, { application }: Membership): Promise<boolean> {
  const wasOut = (await readMark(folder, disk)) !== null
  await noteApplication(folder, application, disk)
  if (wasOut) await removeMark(folder, disk)
  return wasOut
}

/** Notes that the application is not in the server, and removes what that one has once the grace is over; true when Discord says that the application is there. */
async function moveOut({ id: server, folder, around }: Server, membership: Membership): Promise<boolean> {
  const { dataDir, disk, log } = around
  const now = around.now()
  const { application, isMember } = membership
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
