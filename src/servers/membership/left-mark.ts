/**
 * Notes in a server's folder which application of Discord's was in the server, and since when it is not any more. Both are hidden files, as all
 * that is no article is. What follows from them is `departure.ts`'s.
 */
import { join } from 'node:path'
import type { Disk } from '../../folder/disk/disk.ts'
import { removeFile, writeFileWhole } from '../../folder/disk/folder-change.ts'
import { hasCode } from '../../folder/disk/write-file.ts'

/** Days for which the articles of a server are kept after the bot was removed from it, in case it is invited again. */
export const graceDays = 14

export type LeftMark = {
  /** The application that was removed from the server; null in a mark that does not say, as those of earlier versions. */
  readonly application: string | null
  readonly left: Date
  /** On how many days the bot has looked since and was not there, and when such a day was last counted. */
  readonly days: number
  readonly counted: Date
}

const applicationFile = '.application'
const markFile = '.left'

const hourMs = 3_600_000
/** The bot looks once a day, a little sooner or later: this much after the last look is another day. */
const shortestDayMs = 20 * hourMs

/** The application that was last in the server; null when that was never noted. */
export async function applicationIn(folder: string, disk: Disk): Promise<string | null> {
  return (await textOf(folder, applicationFile, disk))?.trim() || null
}

/** Notes that the application is in the server. */
export async function noteApplication(folder: string, application: string, disk: Disk): Promise<void> {
  if ((await applicationIn(folder, disk)) === application) return
  await writeFileWhole(folder, applicationFile, encode(`${application}\n`), { replace: true, disk })
}

/** Since when the bot is not in the server; null when it is, as far as was noted. */
export async function readMark(folder: string, disk: Disk): Promise<LeftMark | null> {
  const text = await textOf(folder, markFile, disk)
  return text === null ? null : parse(text)
}

/** Writes the mark, over the one before. */
export async function writeMark(folder: string, mark: LeftMark, disk: Disk): Promise<void> {
  await writeFileWhole(folder, markFile, encode(`${format(mark)}\n`), { replace: true, disk })
}

/** Takes the mark back: the bot is in the server again. */
export async function removeMark(folder: string, disk: Disk): Promise<void> {
  await removeFile(folder, markFile, disk)
}

/** The mark after a look that did not find the bot in the server: the same one when the last counted look was on the same day. */
export function countDay(mark: LeftMark, now: Date): LeftMark {
  const sinceMs = now.getTime() - mark.counted.getTime()
  // The clock was set back: the days are counted on from here.
  if (sinceMs < 0) return { ...mark, counted: now }
  return sinceMs < shortestDayMs ? mark : { ...mark, days: mark.days + 1, counted: now }
}

/** Whether the grace is over: by the clock, and on as many days as were counted, so that a clock that jumps weeks ahead ends nothing. */
export function isGraceOver({ left, days }: LeftMark, now: Date): boolean {
  return days >= graceDays && now.getTime() - left.getTime() >= graceDays * 24 * hourMs
}

/** `2024-06-01T12:00:00.000Z 123456789012345678 3 2024-06-04T12:00:00.000Z`; earlier versions wrote the first date alone. */
function format({ left, application, days, counted }: LeftMark): string {
  return [left.toISOString(), application, days, counted.toISOString()].join(' ')
}

function parse(text: string): LeftMark {
  const [left = '', application = null, days = '', counted = ''] = text.trim().split(/\s+/)
  return { left: new Date(left), application, days: Number(days), counted: new Date(counted) }
}

async function textOf(folder: string, name: string, disk: Disk): Promise<string | null> {
  try {
    return (await disk.readFile(join(folder, name))).toString('utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
