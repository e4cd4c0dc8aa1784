/**
 * The calls by which files are read and written, so that a test can put a disk that fails in the place of the real one. What the bytes mean
 * is left to `article-file.ts`.
 *
 * Bytes of articles are read beside other work, or, in a thread that has nothing else to do, by plain calls, which take a fifth of the
 * processor's time.
 */
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  type Stats,
} from 'node:fs'
import * as calls from 'node:fs/promises'
import { sep } from 'node:path'
import { CorpusError } from '../../errors.ts'
import { describeSize, maxBytes } from '../../formats/parse.ts'
import { type FileLook, lookAtNow, lookBy } from './file-stamp.ts'

/** How article files are looked at and read. */
export type ReadingDisk = {
  /** How the file looks now; null when there is none. */
  look(path: string): FileLook | null | Promise<FileLook | null>
  /**
   * The bytes of the article file at `path` in `folder`.
   * @throws CorpusError for links that lead out of the folder, devices, pipes and files beyond the size limit, before a byte is read.
   */
  readBytes(folder: string, path: string): Uint8Array | Promise<Uint8Array>
}

/** An open file, as `node:fs/promises` has it. */
export type DiskFile = {
  stat(): Promise<Stats>
  readFile(): Promise<Uint8Array>
  /** Writes behind what was written before. */
  writeFile(bytes: Uint8Array): Promise<void>
  /** Resolves once what was written outlives a power cut. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The calls of `node:fs/promises` that the house makes. */
export type DiskCalls = {
  link(existing: string, added: string): Promise<void>
  lstat(path: string): Promise<Stats>
  mkdir(path: string, options: { readonly recursive: true }): Promise<string | undefined>
  open(path: string, flags: string | number, mode?: number): Promise<DiskFile>
  opendir(path: string, options: { readonly bufferSize: number }): Promise<AsyncIterable<Dirent>>
  readdir(path: string): Promise<string[]>
  readFile(path: string): Promise<Buffer>
  realpath(path: string): Promise<string>
  rename(from: string, to: string): Promise<void>
  rm(path: string, options: { readonly force: true; readonly recursive?: true }): Promise<void>
  stat(path: string): Promise<Stats>
  unlink(path: string): Promise<void>
}

export type Disk = ReadingDisk & DiskCalls

// Without O_NONBLOCK, opening a pipe waits for somebody to write to it.
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK

/** The disk behind these calls; others have their turn while it works. */
export function createDisk(by: DiskCalls): Disk {
  return {
    ...by,
    look: path => lookBy(by, path),
    async readBytes(folder, path) {
      const isLink = (await by.lstat(path)).isSymbolicLink()
      const target = isLink ? await by.realpath(path).catch(error => leadsNowhere(path, error)) : null
      const file = await by.open(target === null ? path : within(await by.realpath(folder), target, path), FLAGS)
      try {
        check(path, await file.stat())
        return await file.readFile()
      } finally {
        await file.close()
      }
    },
  }
}

/** The real disk. */
export const freeDisk: Disk = createDisk(calls)

/** Nothing else happens in this thread while the disk works. */
export const busyDisk: ReadingDisk = {
  look: lookAtNow,
  readBytes(folder, path) {
    const isLink = lstatSync(path).isSymbolicLink()
    const file = openSync(isLink ? within(realpathSync(folder), realpathNow(path), path) : path, FLAGS)
    try {
      check(path, fstatSync(file))
      return readFileSync(file)
    } finally {
      closeSync(file)
    }
  },
}

function realpathNow(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    return leadsNowhere(path, error)
  }
}

/** A link is there even when what it leads to is not. */
function leadsNowhere(path: string, error: unknown): never {
  const isNowhere = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')
  throw isNowhere ? fault(path, 'expected a file, got a link that leads nowhere') : error
}

/** What a link leads to, if that lies in the folder. */
function within(folder: string, target: string, path: string): string {
  if (target.startsWith(folder + sep)) return target
  throw fault(path, 'expected a file in this folder, got a link that leads out of it')
}

function check(path: string, stats: Pick<Stats, 'size' | 'isFile'>): void {
  if (!stats.isFile()) throw fault(path, 'expected a file, got something else')
  if (stats.size > maxBytes(path)) throw fault(path, describeSize(path, stats.size))
}

function fault(path: string, message: string): CorpusError {
  return new CorpusError([{ path, line: null, message }])
}
