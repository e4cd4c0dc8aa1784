/** Reads one file: what may be read at all, and in which thread. How its bytes are understood is left to `parse-here.ts`. */

import type { Article } from '../article/article.ts'
import { CorpusError } from '../errors.ts'
import { parseHere } from './parse-here.ts'
import type { SourceFile } from './source-file.ts'

/** The endings of files that hold articles, in lower case. */
export const endings: ReadonlySet<string> = new Set(['.txt', '.md', '.html', '.htm', '.json', '.jsonl'])

const megabyte = 2 ** 20

/** The most bytes that a file may have, by its ending: as much as is read in seconds. A feed holds many articles. */
export function maxBytes(path: string): number {
  if (/\.jsonl?$/i.test(path)) return 64 * megabyte
  return (/\.txt$/i.test(path) ? 16 : 8) * megabyte
}

/** The fault of a file that has more than `maxBytes`. */
export function describeSize(path: string, bytes: number): string {
  return `expected at most ${maxBytes(path) / megabyte} MB, got ${Math.ceil(bytes / megabyte)} MB`
}

/** What is read in this thread takes a tenth of a second at worst, by its ending. */
const maxBytesHere = (path: string): number =>
  (/\.(?:html?|md)$/i.test(path) ? 4 : /\.jsonl?$/i.test(path) ? 64 : 256) * 1024

/**
 * The articles in a file with one of `endings`: one, or for a feed one or more; their language detected where nobody declares it.
 * Pages and Markdown texts of more than a few kilobytes, and anything long, are read in a thread of their own, with limits on time and memory.
 * @throws CorpusError with every fault of the file.
 */
export async function parseFile(file: SourceFile): Promise<readonly Article[]> {
  const { path, bytes } = file
  const fail = (message: string): never => {
    throw new CorpusError([{ path, line: null, message }])
  }
  if (bytes.length > maxBytes(path)) fail(describeSize(path, bytes.length))
  if (bytes.length > maxBytesHere(path)) return (await import('./worker/parse-in-thread.ts')).readingThreads.parse(file)
  try {
    return await parseHere(file)
  } catch (error) {
    // The parsers recurse: the stack is the limit of what they can nest.
    return error instanceof RangeError
      ? fail('expected a file nested less deep, got one that exhausts the stack')
      : Promise.reject(error)
  }
}
