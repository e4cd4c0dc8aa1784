/** What a server's managers have set, kept as one file beside its articles. What it leads to is left to those who ask. */
import { join } from 'node:path'
import type { Disk } from '../folder/disk/disk.ts'
import { writeFileWhole } from '../folder/disk/folder-change.ts'
import { hasCode } from '../folder/disk/write-file.ts'

/** When and where the new articles are listed each day. */
export type DigestSetting = {
  /** The id of a channel. */
  readonly channel: string
  /** HH:MM, 24 hours. */
  readonly time: string
  /** A time zone of the IANA, as "Europe/Berlin". */
  readonly zone: string
}

export type ServerSettings = {
  /** The language of the bot's own words, by Discord's name for it; null leaves each member their own. */
  readonly language: string | null
  /** The id of a role that may keep the articles, beside those who may manage the server. */
  readonly editors: string | null
  /** The id of the channel that is told what was added and removed, by whom, and which feeds fail. */
  readonly log: string | null
  /** Whether "nothing found" makes no notification, and is shown to the asker alone where Discord can. */
  readonly quiet: boolean
  /** Whether words that no article has are counted. */
  readonly gaps: boolean
  /** Days after which an article goes; null keeps it. */
  readonly keepDays: number | null
  readonly digest: DigestSetting | null
}

export const DEFAULT_SETTINGS: ServerSettings = {
  language: null,
  editors: null,
  log: null,
  quiet: false,
  gaps: false,
  keepDays: null,
  digest: null,
}

/** Hidden, as all that is no article is. */
const FILE = '.settings.json'
/** Ten years. */
export const MOST_DAYS = 3_650

/** The settings kept in a server's folder; the defaults where there are none, or for what cannot be read of them. */
export async function loadSettings(folder: string, disk: Disk): Promise<ServerSettings> {
  try {
    return parseSettings((await disk.readFile(join(folder, FILE))).toString('utf8'))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return DEFAULT_SETTINGS
    throw error
  }
}

/** Keeps the settings; whole or not at all. */
export async function saveSettings(folder: string, settings: ServerSettings, disk: Disk): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`)
  await writeFileWhole(folder, FILE, bytes, { replace: true, disk })
}

/** Of what somebody edited by hand, each setting that makes sense is taken. */
export function parseSettings(text: string): ServerSettings {
  const given = parseObject(text)
  const textOf = (key: string, shape: RegExp): string | null => {
    const value = given.get(key)
    return typeof value === 'string' && shape.test(value) ? value : null
  }
  const keepDays = given.get('keepDays')
  return {
    language: textOf('language', /^[A-Za-z]{2}(?:-[A-Za-z0-9]{2,3})?$/),
    editors: textOf('editors', SNOWFLAKE),
    log: textOf('log', SNOWFLAKE),
    quiet: given.get('quiet') === true,
    gaps: given.get('gaps') === true,
    keepDays: typeof keepDays === 'number' && isDays(keepDays) ? keepDays : null,
    digest: parseDigest(given.get('digest')),
  }
}

const SNOWFLAKE = /^\d{17,20}$/

function parseDigest(value: unknown): DigestSetting | null {
  const given = entriesOf(value)
  const [channel, time, zone] = [given.get('channel'), given.get('time'), given.get('zone')]
  if (typeof channel !== 'string' || typeof time !== 'string' || typeof zone !== 'string') return null
  return SNOWFLAKE.test(channel) && isTime(time) && isZone(zone) ? { channel, time, zone } : null
}

/** Whether `days` is a number of days for which articles can be kept. */
export function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS
}

/** Whether `time` is a time of day as HH:MM. */
export function isTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
}

/** Whether `zone` is a time zone that this computer knows. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function parseObject(text: string): ReadonlyMap<string, unknown> {
  try {
    return entriesOf(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return new Map()
    throw error
  }
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}
