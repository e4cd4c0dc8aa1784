/**
 * How files are looked at and their bytes are read: beside other work, or, in a thread that has nothing else to do, by plain calls, which
 * take a fifth of the processor's time. What the bytes mean is left to `article-file.ts`.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { lstat, open, realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { CorpusError } from '../errors.ts'
import { describeSize, maxBytes } from '../formats/parse.ts'
import { type FileLook, lookAt, lookAtNow } from './file-stamp.ts'

export type Disk = {
  /** How the file looks now; null when there is none. */
  look(path: string): FileLook | null | Promise<FileLook | null>
  /**
   * The bytes of the article file at `path` in `folder`.
   * @throws CorpusError for links that lead out of the folder, devices, pipes and files beyond the size limit, before a byte is read.
   */
  readBytes(folder: string, path: string): Uint8Array | Promise<Uint8Array>
}

// Without O_NONBLOCK, opening a pipe waits for somebody to write to it.
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK

type Stats = { readonly size: number; isFile(): boolean }

/** Others have their turn while the disk works. */
export const freeDisk: Disk = {
  look: lookAt,
  async readBytes(folder, path) {
    const isLink = (await lstat(path)).isSymbolicLink()
    const file = await open(isLink ? within(await realpath(folder), await realpath(path), path) : path, FLAGS)
    try {
      check(path, await file.stat())
      return await file.readFile()
    } finally {
      await file.close()
    }
  },
}

/** Nothing else happens in this thread while the disk works. */
export const busyDisk: Disk = {
  look: lookAtNow,
  readBytes(folder, path) {
    const isLink = lstatSync(path).isSymbolicLink()
    const file = openSync(isLink ? within(realpathSync(folder), realpathSync(path), path) : path, FLAGS)
    try {
      check(path, fstatSync(file))
      return readFileSync(file)
    } finally {
      closeSync(file)
    }
  },
}

/** What a link leads to, if that lies in the folder. */
function within(folder: string, target: string, path: string): string {
  if (target.startsWith(folder + sep)) return target
  throw fault(path, 'expected a file in this folder, got a link that leads out of it')
}

function check(path: string, stats: Stats): void {
  if (!stats.isFile()) throw fault(path, 'expected a file, got something else')
  if (stats.size > maxBytes(path)) throw fault(path, describeSize(path, stats.size))
}

function fault(path: string, message: string): CorpusError {
  return new CorpusError([{ path, line: null, message }])
}
