/**
 * Sees to it that one process at a time has a data folder, and lends it to those alone that it starts: two that know nothing of each other would
 * delete what the other keeps. What lies there is `servers/`'s.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { ConfigError } from '../errors.ts'

/** Who holds a folder, as the file `.owner` beside the lock says. */
type Owner = { readonly pid: number; readonly host: string; readonly since: string }

/** The variable in which an owner tells the processes that it starts that they share the folder: what stands in its file. */
const LENT = 'DATA_DIR_OWNER'
const LOCK = '.owner.lock'
const OWNER = '.owner'
/** A lock that was not renewed for so long is left over from a crash; it is renewed four times as often. */
const STALE_MS = 10_000
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
    const stale = owner !== null && isDead(owner) ? 2_000 : STALE_MS
    const isElsewhere = owner !== null && owner.host !== hostname()
    const retries = stale === STALE_MS && !isElsewhere ? 0 : RETRIES
    const release = await lock(folder, { ...options, stale, update: stale / 4, retries })
    const self: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
    await writeFile(join(folder, OWNER), JSON.stringify(self))
    return release
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error
    throw new ConfigError(
      `expected DATA_DIR to be free, but ${folder} is in use by ${describe(owner)}: stop that one, or give this one a folder of its own`,
    )
  }
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
