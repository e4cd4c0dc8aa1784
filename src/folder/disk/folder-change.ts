/**
 * Changes names in a folder: all of them, or none; a crash at any point leaves each file whole or absent. What stands in the files is left to
 * `store.ts` and others.
 */
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import {
  type Bytes,
  type HiddenFile,
  hasCode,
  hiddenFile,
  isWithoutLinks,
  type StagedFile,
  stageFile,
  syncFolder,
} from './write-file.ts'

/** A change failed, and part of it was done: `cause` is why that could not be taken back or gone on with. */
export class HalfDoneError extends Error {
  override readonly name = 'HalfDoneError'

  constructor(done: string, cause: unknown) {
    super(`${done}: ${String(cause)}`, { cause })
  }
}

/** What can be done to a folder within `changeFolder`. What was there before is kept under a hidden name until everything is done. */
export type FolderChange = {
  /** Writes the bytes to the disk; nothing has changed yet. */
  stage(name: string, bytes: Bytes): Promise<StagedFile>
  /** Gives the file its name; false, with nothing changed, when there is a file of this name already and `replace` is not set. */
  put(file: StagedFile, replace: boolean): Promise<boolean>
  /** False when there is no file of this name. */
  remove(name: string): Promise<boolean>
}

/**
 * Changes the folder by `work`. Once this resolves, the changes outlive a power cut. When it rejects, the folder is as it was.
 * @throws HalfDoneError when the disk does not let it be as it was; what `work` and the disk throw otherwise.
 */
export async function changeFolder<Result>(
  folder: string,
  disk: Disk,
  work: (change: FolderChange) => Promise<Result>,
): Promise<Result> {
  const hidden: HiddenFile[] = []
  const undo: (() => Promise<void>)[] = []
  try {
    const result = await work(beginChange(folder, disk, hidden, undo))
    if (undo.length > 0) await syncFolder(folder, disk)
    return result
  } catch (error) {
    await takeBack(folder, disk, undo, error)
    throw error
  } finally {
    for (const each of hidden) await each.drop()
  }
}

/**
 * Writes the file whole: to a temporary file beside it, which takes the name when all bytes are on the disk. Once this resolves, the file
 * outlives a power cut. False, with nothing changed, when there is a file of this name already and `replace` is not set.
 */
export function writeFileWhole(
  folder: string,
  name: string,
  bytes: Bytes,
  { replace, disk }: { readonly replace: boolean; readonly disk: Disk },
): Promise<boolean> {
  return changeFolder(folder, disk, async change => change.put(await change.stage(name, bytes), replace))
}

/** Removes the file; once this resolves, it stays removed after a power cut. False when there is none. */
export function removeFile(folder: string, name: string, disk: Disk): Promise<boolean> {
  return changeFolder(folder, disk, change => change.remove(name))
}

function beginChange(folder: string, disk: Disk, hidden: HiddenFile[], undo: (() => Promise<void>)[]): FolderChange {
  const hide = (name: string): HiddenFile => {
    const place = hiddenFile(folder, name, disk)
    hidden.push(place)
    return place
  }
  const stage = async (name: string, bytes: Bytes): Promise<StagedFile> => {
    const staged = await stageFile(folder, name, bytes, disk)
    hidden.push(staged)
    return staged
  }
  /** Keeps what is called so under a second name; null when there is nothing. */
  const keep = async (name: string): Promise<string | null> => {
    const target = join(folder, name)
    try {
      const { path } = hide(name)
      await disk.link(target, path)
      return path
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null
      if (!isWithoutLinks(error)) throw error
      return (await stage(name, await disk.readFile(target))).path
    }
  }
  return {
    stage,
    async put(file, replace) {
      const target = join(folder, file.name)
      const former = replace ? await keep(file.name) : null
      if (!(await file.put(replace))) return false
      undo.push(() => (former === null ? disk.unlink(target) : disk.rename(former, target)))
      return true
    },
    async remove(name) {
      const target = join(folder, name)
      const { path } = hide(name)
      try {
        await disk.rename(target, path)
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return false
        throw error
      }
      undo.push(() => disk.rename(path, target))
      return true
    },
  }
}

async function takeBack(
  folder: string,
  disk: Disk,
  undo: readonly (() => Promise<void>)[],
  failure: unknown,
): Promise<void> {
  if (undo.length === 0) return
  try {
    for (const step of [...undo].reverse()) await step()
    await syncFolder(folder, disk)
  } catch (error) {
    throw new HalfDoneError(`${String(failure)}, and what was done before it is not taken back`, error)
  }
}
