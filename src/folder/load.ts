/** Reads a folder of article files into a corpus. Reading one file is left to `article-file.ts`, watching the folder to `watch.ts`. */
import type { Article } from '../article/article.ts'
import { CorpusError, type Fault } from '../errors.ts'
import { type FileReading, isArticleFile, isMissing, readArticleFile } from './article-file.ts'
import { type Disk, freeDisk, type ReadingDisk } from './disk/disk.ts'

/** The articles of a folder, and what was wrong with the files that gave none. */
export type Corpus = {
  /** In the order of the files' names. */
  readonly articles: readonly Article[]
  readonly faults: readonly Fault[]
  /** What each file gave, by its name. */
  readonly files: ReadonlyMap<string, FileReading>
}

/** How far reading has come; `total` files are to be read. */
export type Progress = { readonly done: number; readonly total: number }

/** Files read at once: enough to keep the disk busy while one is parsed, few enough to hold in memory. */
const readAtOnce = 16

/**
 * Reads the article files of `folder`, in the order of their names; subfolders and what `isArticleFile` refuses are passed over.
 * @throws CorpusError when the folder is missing, cannot be read, or holds no article file.
 */
export async function loadCorpus(folder: string, onProgress?: (progress: Progress) => void): Promise<Corpus> {
  const names = await listArticleFiles(folder)
  if (names.length === 0) throw new CorpusError([noArticleFiles(folder)])
  return readArticleFiles(folder, names, onProgress)
}

/** The fault of a folder that holds no article file. */
export function noArticleFiles(folder: string): Fault {
  return { path: folder, line: null, message: 'expected article files (.txt, .md, .html, .json, .jsonl), got none' }
}

/** The corpus of these files of `folder`; of none, an empty one. */
export async function readArticleFiles(
  folder: string,
  names: readonly string[],
  onProgress?: (progress: Progress) => void,
  disk: ReadingDisk = freeDisk,
): Promise<Corpus> {
  const files = new Map<string, FileReading>()
  for (let start = 0; start < names.length; start += readAtOnce) {
    const batch = names.slice(start, start + readAtOnce)
    const readings = await Promise.all(batch.map(name => readArticleFile(folder, name, disk)))
    for (const [index, reading] of readings.entries()) {
      const name = batch[index]
      if (reading !== null && name !== undefined) files.set(name, reading)
    }
    onProgress?.({ done: Math.min(start + readAtOnce, names.length), total: names.length })
  }
  return toCorpus(files)
}

/** Entries of a folder that are taken at a time: those of a large one at once hold everything else up for a tenth of a second. */
const listedAtOnce = 512

/** The names of the article files in `folder`, sorted. @throws CorpusError when the folder is missing or cannot be read. */
export async function listArticleFiles(folder: string, disk: Disk = freeDisk): Promise<string[]> {
  const names: string[] = []
  try {
    for await (const entry of await disk.opendir(folder, { bufferSize: listedAtOnce })) {
      if (!entry.isDirectory() && isArticleFile(entry.name)) names.push(entry.name)
    }
  } catch (error) {
    const found = isMissing(error) ? 'nothing there' : codeOf(error)
    throw new CorpusError([{ path: folder, line: null, message: `expected a folder of articles, got ${found}` }], {
      cause: error,
    })
  }
  return names.sort()
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) throw error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/** The corpus of these files. Where two files hold one slug, the first by name keeps it and the other is a fault. */
export function toCorpus(files: ReadonlyMap<string, FileReading>): Corpus {
  const ordered = new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
  const articles: Article[] = []
  const faults: Fault[] = []
  const paths = new Map<string, string>()
  for (const reading of ordered.values()) {
    faults.push(...reading.faults)
    for (const article of reading.articles) {
      const other = paths.get(article.slug)
      if (other === undefined) {
        paths.set(article.slug, reading.path)
        articles.push(article)
      } else {
        const message = `expected a name of its own, got \`${article.slug}\` as ${other} has`
        faults.push({ path: reading.path, line: null, message })
      }
    }
  }
  return { articles, faults, files: ordered }
}
