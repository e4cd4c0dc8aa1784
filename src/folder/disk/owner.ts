/**
 * Sees to it that one process at a time has a data folder, and lends it to those alone that it starts: two that know nothing of each other would
 * delete what the other keeps. What lies there is `servers/`'s.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lock } from 'proper-lockfile'
import { ConfigError } from '../../errors.ts'

/** Who holds a folder, as the file `.owner` beside the lock says. */
type Owner = { readonly pid: number; readonly host: string; readonly since: string }

/** The variable in which an owner tells the processes that it starts that they share the folder: what stands in its file. */
const LENT = 'DATA_DIR_OWNER'
const LOCK = '.owner.lock'
const OWNER = '.owner'
/** A lock that was not renewed for so long is left over from a crash; it is renewed four times as often. */
const STALE_MS = 10_000
/** Within so long a lock that is held is renewed. */
const RENEWAL_MS = 4_000
/** How often a lock is asked for again whose owner may be gone: on another machine that cannot be told but by waiting. */
const RETRIES = { retries: 12, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 }

/**
 * Takes the folder for this process and returns a function that gives it up. A lock left by a crashed process is taken over: at once where
 * that process ran on this machine, after ten seconds where it did not. `onLost` is told when somebody else took the folder meanwhile.
 * @throws ConfigError naming the process that holds the folder.
 */
export async function ownFolder(folder: string, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const owner = await readOwner(folder)
  const lockfilePath = join(folder, LOCK)
  const options = { lockfilePath, onCompromised: onLost, realpath: true }
  try {
    // A lock whose process is dead is stale whatever its age.
    const isLeftOver = owner !== null && isDead(owner)
    const stale = isLeftOver ? 2_000 : STALE_MS
    if (await isHeld(lockfilePath, isLeftOver)) throw inUse(folder, owner)
    const isElsewhere = owner !== null && owner.host !== hostname()
    const retries = stale === STALE_MS && !isElsewhere ? 0 : RETRIES
    const release = await lock(folder, { ...options, stale, update: stale / 4, retries })
    const self: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
    await writeFile(join(folder, OWNER), JSON.stringify(self))
    return release
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error
    throw inUse(folder, owner)
  }
}

/**
 * Whether somebody holds a lock whose age, by this clock, says that it is left over, or that it was renewed in time to come: one of the two clocks
 * is wrong then, and what counts is whether it is renewed. One of the future that a dead process has left is cleared away.
 */
async function isHeld(lock: string, isLeftOver: boolean): Promise<boolean> {
  const before = await renewedAt(lock)
  if (before === null || Math.abs(Date.now() - before) <= STALE_MS) return false
  if (isLeftOver) {
    if (before > Date.now()) await rm(lock, { recursive: true, force: true })
    return false
  }
  await delay(RENEWAL_MS)
  const after = await renewedAt(lock)
  return after !== null && after !== before
}

/** Milliseconds since 1970 by its owner's clock; null where there is no lock. */
async function renewedAt(lock: string): Promise<number | null> {
  try {
    return (await stat(lock)).mtimeMs
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function inUse(folder: string, owner: Owner | null): ConfigError {
  return new ConfigError(
    `expected DATA_DIR to be free, but ${folder} is in use by ${describe(owner)}: stop that one, or give this one a folder of its own`,
  )
}

/** Lets the processes that this one starts with `environment` share the folder, which it owns. */
export async function lendFolder(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  environment[LENT] = await readFile(join(folder, OWNER), 'utf8')
}

/**
 * Takes the folder as `ownFolder` does, or shares it with the process that owns it, where that one started this one and lent it. A share ends
 * with the channel between the two: `onLost` is told when the owner is gone.
 * @throws ConfigError naming the process that holds the folder.
 */
export async function shareFolder(
  folder: string,
  environment: NodeJS.ProcessEnv,
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  if (!(await isLent(folder, environment))) return ownFolder(folder, onLost)
  const lost = (): void => onLost(new Error('the process that owns the data folder is gone'))
  process.once('disconnect', lost)
  return async () => {
    process.off('disconnect', lost)
    if (process.connected) process.disconnect()
  }
}

/** Anybody can set a variable: what counts is that the owner is this process's parent, and hears of its end. */
async function isLent(folder: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const lent = environment[LENT]
  if (lent === undefined || !process.connected) return false
  const owner = await readOwner(folder)
  return owner !== null && owner.pid === process.ppid && owner.host === hostname() && JSON.stringify(owner) === lent
}

function describe(owner: Owner | null): string {
  return owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}, since ${owner.since}`
}

/** Null when there is none, or when it cannot be read: then the lock alone decides. */
async function readOwner(folder: string): Promise<Owner | null> {
  const text = await readFile(join(folder, OWNER), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isOwner(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isOwner(value: unknown): value is Owner {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'host' in value &&
    typeof value.host === 'string' &&
    'since' in value &&
    typeof value.since === 'string'
  )
}

/** Whether the process is surely gone. One with this process's own number is: a container starts counting anew. */
function isDead({ pid, host }: Owner): boolean {
  if (host !== hostname()) return false
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
