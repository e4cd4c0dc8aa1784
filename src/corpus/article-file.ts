/** Reads one article file of a folder, whatever stands there. How its bytes are understood is left to `formats/`. */
import { constants } from 'node:fs'
import { lstat, open, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { CorpusError, type Fault } from '../errors.ts'
import type { Article } from './article.ts'
import { type FileEnd, findEnd } from './formats/file-end.ts'
import { describeSize, endings, maxBytes, parseFile } from './formats/parse.ts'
import { slugFromFileName } from './slug.ts'

/** What a file gave: its articles, or its faults. */
export type FileReading = {
  readonly path: string
  readonly articles: readonly Article[]
  readonly faults: readonly Fault[]
  /** How it ends, where that is worth a look: `unfinished.ts` tells what it means. */
  readonly end?: FileEnd
}

/** Whether a file of this name is read as articles. Hidden files, other endings and a folder's README are not. */
export function isArticleFile(name: string): boolean {
  return !name.startsWith('.') && !/^readme\./i.test(name) && endings.has(extname(name).toLowerCase())
}

/**
 * The articles of the file `name` in `folder`, or its faults; null when it is gone. Links that lead out of the folder, devices, pipes and files
 * beyond the size limit are faults, found before a byte is read.
 */
export async function readArticleFile(folder: string, name: string): Promise<FileReading | null> {
  const path = join(folder, name)
  try {
    const bytes = await readBytes(folder, path)
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
    }
  }
}

async function readBytes(folder: string, path: string): Promise<Uint8Array> {
  const fail = (message: string): never => {
    throw new CorpusError([{ path, line: null, message }])
  }
  let target = path
  if ((await lstat(path)).isSymbolicLink()) {
    target = await realpath(path)
    if (!target.startsWith((await realpath(folder)) + sep))
      fail('expected a file in this folder, got a link that leads out of it')
  }
  // Without O_NONBLOCK, opening a pipe waits for somebody to write to it.
  const file = await open(target, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { size, isFile } = await file.stat().then(stats => ({ size: stats.size, isFile: stats.isFile() }))
    if (!isFile) fail('expected a file, got something else')
    if (size > maxBytes(path)) fail(describeSize(path, size))
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Whether `error` says that a file is not there. */
export function isMissing(error: unknown): boolean {
  return isSystemError(error) && error.code === 'ENOENT'
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
}
