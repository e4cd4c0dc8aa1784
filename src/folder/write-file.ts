/** Writes and removes files so that a crash at any point leaves each whole or absent. What stands in them is left to `store.ts`. */
import { randomBytes } from 'node:crypto'
import { type FileHandle, link, lstat, open, readdir, rename, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** What is being written by this process at this moment. */
const underWay = new Set<string>()

/** `.flood.txt.4711-0123456789ab.tmp`: hidden, so that no loader reads it; the process's id tells leftovers from what is under way. */
const temporaryName = /^\..+\.(\d+)-[0-9a-f]{12}\.tmp$/

/** Milliseconds after which a temporary file is a leftover even if some process has its id. */
const LONGEST_WRITE_MS = 24 * 3_600_000

/** A file whose bytes are on the disk and that has no name yet. One of `put` and `drop` has to be called. */
export type StagedFile = {
  readonly name: string
  /** Gives it its name; false, with nothing changed, when there is a file of this name already and `replace` is not set. */
  put(replace: boolean): Promise<boolean>
  /** Forgets it, unless it has its name. */
  drop(): Promise<void>
}

/** Writes a file beside its place, from which it can take its name in one step; what it is called in between is read by nobody. */
export async function stageFile(folder: string, name: string, bytes: Uint8Array): Promise<StagedFile> {
  const temporary = join(folder, `.${name}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  const drop = async (): Promise<void> => {
    await rm(temporary, { force: true })
    underWay.delete(temporary)
  }
  underWay.add(temporary)
  try {
    await using(await open(temporary, 'wx', 0o644), async file => {
      await file.writeFile(bytes)
      await file.sync()
    })
  } catch (error) {
    await drop()
    throw error
  }
  const target = join(folder, name)
  const put = async (replace: boolean): Promise<boolean> => {
    if (!replace) return nameOnce(temporary, target)
    await rename(temporary, target)
    return true
  }
  return { name, put, drop }
}

/**
 * Writes the file whole: to a temporary file beside it, which takes the name when all bytes are on the disk. Once this resolves, the file
 * outlives a power cut. False, with nothing changed, when there is a file of this name already and `replace` is not set.
 */
export async function writeFileWhole(
  folder: string,
  name: string,
  bytes: Uint8Array,
  { replace }: { readonly replace: boolean },
): Promise<boolean> {
  const staged = await stageFile(folder, name, bytes)
  try {
    if (!(await staged.put(replace))) return false
    await syncFolder(folder)
    return true
  } finally {
    await staged.drop()
  }
}

/** Removes the file; once this resolves, it stays removed after a power cut. @throws an error with the code ENOENT when there is none. */
export async function removeFile(folder: string, name: string): Promise<void> {
  await unlink(join(folder, name))
  await syncFolder(folder)
}

/** Removes the temporary files of processes that ended before they had written them. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = temporaryName.exec(name)?.[1]
    const path = join(folder, name)
    if (owner === undefined || underWay.has(path) || !(await isLeftover(path, Number(owner)))) continue
    await rm(path, { force: true })
  }
}

async function isLeftover(path: string, owner: number): Promise<boolean> {
  // In a container every start has the same id: what this process does not know of is of an earlier one.
  if (owner === process.pid || !isRunning(owner)) return true
  try {
    return Date.now() - (await lstat(path)).mtimeMs > LONGEST_WRITE_MS
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
async function nameOnce(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].some(code => hasCode(error, code))) throw error
  }
  // A disk without hard links, such as exFAT: two steps, between which only another process that adds the same article could come.
  if (await exists(target)) return false
  await rename(temporary, target)
  return true
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

/** Brings the names in a folder to the disk: they are kept by the folder, not by the files. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows neither opens folders nor needs it.
  if (process.platform === 'win32') return
  await using(await open(folder, 'r'), file => file.sync())
}

async function using(file: FileHandle, work: (file: FileHandle) => Promise<void>): Promise<void> {
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
