/** Reads one article file of a folder, whatever stands there. How its bytes are understood is left to `formats/`. */
import { extname, join } from 'node:path'
import type { Article } from '../article/article.ts'
import { slugFromFileName } from '../article/slug.ts'
import { CorpusError, type Fault } from '../errors.ts'
import { type FileEnd, findEnd } from '../formats/ending/file-end.ts'
import { endings, parseFile } from '../formats/parse.ts'
import { freeDisk, type ReadingDisk } from './disk/disk.ts'

/** What a file gave: its articles, or its faults. */
export type FileReading = {
  readonly path: string
  readonly articles: readonly Article[]
  readonly faults: readonly Fault[]
  /** How it ends, where that is worth a look: `unfinished.ts` tells what it means. */
  readonly end?: FileEnd
  /** The system's error where the disk did not give the file: another try may. */
  readonly unread?: Error
}

/** Whether a file of this name is read as articles. Hidden files, other endings and a folder's README are not. */
export function isArticleFile(name: string): boolean {
  return !name.startsWith('.') && !/^readme\./i.test(name) && endings.has(extname(name).toLowerCase())
}

/**
 * The articles of the file `name` in `folder`, or its faults; null when it is gone. Links that lead out of the folder, devices, pipes and files
 * beyond the size limit are faults, found before a byte is read.
 */
export async function readArticleFile(
  folder: string,
  name: string,
  disk: Pick<ReadingDisk, 'readBytes'> = freeDisk,
): Promise<FileReading | null> {
  const path = join(folder, name)
  try {
    const bytes = await disk.readBytes(folder, path)
    const end = findEnd(path, bytes)
    const articles = await parseFile({ path, slug: slugFromFileName(name), bytes })
    return { path, articles, faults: [], ...(end === null ? {} : { end }) }
  } catch (error) {
    if (error instanceof CorpusError) return { path, articles: [], faults: error.faults }
    if (isMissing(error)) return null
    if (!isSystemError(error)) throw error
    return {
      path,
      articles: [],
      faults: [{ path, line: null, message: `expected a readable file, got ${error.code}` }],
      unread: error,
    }
  }
}

/** Whether `error` says that a file is not there. */
export function isMissing(error: unknown): boolean {
  return isSystemError(error) && error.code === 'ENOENT'
}

/** Whether `error` is what the system answered to a call. */
export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
}
