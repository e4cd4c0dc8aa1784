/** Brings the bytes of files to the disk before they have their names, and clears away what was broken off. Giving the names is left to `folder-change.ts`. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Disk, DiskFile } from './disk.ts'

/** What is being written by this process at this moment. */
const underWay = new Set<string>()

/** `.flood.txt.4711-0123456789ab.tmp`: hidden, so that no loader reads it; the process's id tells leftovers from what is under way. */
const temporaryName = /^\..+\.(\d+)-[0-9a-f]{12}\.tmp$/

/** Milliseconds after which a temporary file is a leftover even if some process has its id. */
const LONGEST_WRITE_MS = 24 * 3_600_000

/** The bytes of a file: at once, or piece by piece. */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array>

/** A place beside a file under a hidden name that is read by nobody. `drop` has to be called. */
export type HiddenFile = {
  readonly path: string
  /** Removes what is there, if anything is. What cannot be removed is a leftover, which the next `removeLeftovers` takes. */
  drop(): Promise<void>
}

/** A file whose bytes are on the disk and that has no name yet. `drop` has to be called. */
export type StagedFile = HiddenFile & {
  readonly name: string
  /** Gives it its name; false, with nothing changed, when there is a file of this name already and `replace` is not set. */
  put(replace: boolean): Promise<boolean>
}

/** A hidden place for what is called, or shall be called, `name`. Nothing is there yet. */
export function hiddenFile(folder: string, name: string, disk: Disk): HiddenFile {
  const path = join(folder, `.${name}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  underWay.add(path)
  const drop = async (): Promise<void> => {
    underWay.delete(path)
    await disk.rm(path, { force: true }).catch(leaveForLater)
  }
  return { path, drop }
}

/** Why a leftover could not be removed does not matter to what is being done: whoever opens the folder next tries again, and is told. */
function leaveForLater(): void {}

/** Writes a file beside its place, from which it can take its name in one step; what it is called in between is read by nobody. */
export async function stageFile(folder: string, name: string, bytes: Bytes, disk: Disk): Promise<StagedFile> {
  const { path, drop } = hiddenFile(folder, name, disk)
  try {
    await using(await disk.open(path, 'wx', 0o644), async file => {
      for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await file.writeFile(piece)
      await file.sync()
    })
  } catch (error) {
    await drop()
    throw error
  }
  const target = join(folder, name)
  const put = async (replace: boolean): Promise<boolean> => {
    if (!replace) return nameOnce(path, target, disk)
    await disk.rename(path, target)
    return true
  }
  return { name, path, put, drop }
}

/** Removes the temporary files of processes that ended before they had written them. */
export async function removeLeftovers(folder: string, disk: Disk): Promise<void> {
  for (const name of await disk.readdir(folder)) {
    const owner = temporaryName.exec(name)?.[1]
    const path = join(folder, name)
    if (owner === undefined || underWay.has(path) || !(await isLeftover(path, Number(owner), disk))) continue
    await disk.rm(path, { force: true })
  }
}

async function isLeftover(path: string, owner: number, disk: Disk): Promise<boolean> {
  // In a container every start has the same id: what this process does not know of is of an earlier one.
  if (owner === process.pid || !isRunning(owner)) return true
  try {
    return Date.now() - (await disk.lstat(path)).mtimeMs > LONGEST_WRITE_MS
  } catch (error) {
    // Its owner has just finished.
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Another user's process cannot be asked, but is there.
    return hasCode(error, 'EPERM')
  }
}

/** Gives the file its name in one step that no other process can come between; false when there is a file of that name. */
async function nameOnce(temporary: string, target: string, disk: Disk): Promise<boolean> {
  try {
    await disk.link(temporary, target)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    if (!isWithoutLinks(error)) throw error
  }
  // Two steps, between which only another process that adds the same article could come.
  if (await exists(target, disk)) return false
  await disk.rename(temporary, target)
  return true
}

/** Whether `error` says that the disk knows no hard links, such as exFAT. */
export function isWithoutLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].some(code => hasCode(error, code))
}

async function exists(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.lstat(path)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

/** Brings the names in a folder to the disk: they are kept by the folder, not by the files. */
export async function syncFolder(folder: string, disk: Disk): Promise<void> {
  // Windows neither opens folders nor needs it.
  if (process.platform === 'win32') return
  await using(await disk.open(folder, 'r'), file => file.sync())
}

async function using(file: DiskFile, work: (file: DiskFile) => Promise<void>): Promise<void> {
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

/** Whether `error` is the system's, with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
