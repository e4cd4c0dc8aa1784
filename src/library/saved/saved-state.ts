/**
 * What was read from a folder and its index, kept between two starts. What is damaged, or was made by another program or from another
 * folder, is not given back. When it is worth keeping, and what has changed since, is left to `start-host.ts`.
 */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Article } from '../../article/article.ts'
import { type PackedArticle, packArticle, unpackArticle } from '../../article/packed-article.ts'
import type { ReadingProgress } from '../../errors.ts'
import { type Disk, freeDisk } from '../../folder/disk/disk.ts'
import { writeFileWhole } from '../../folder/disk/folder-change.ts'
import { openFolder } from '../../folder/store.ts'
import { decodeIndex, encodeIndex } from '../../retrieval/index/saved-index.ts'
import type { SearchIndex } from '../../retrieval/index/search-index.ts'
import { rangesOf } from '../../work/steps.ts'
import { createTurns, inTurns } from '../../work/yielding.ts'
import { programStamp } from './program-stamp.ts'

/** A file as it was read: its stamp (see `file-stamp.ts`), empty where it may have changed without showing it, and its articles. */
export type SavedFile = { readonly name: string; readonly stamp: string; readonly articles: readonly Article[] }

/** `index` is that of the articles of `files`. */
export type SavedState = { readonly files: readonly SavedFile[]; readonly index: SearchIndex }

/** Where states are kept, and the folder of articles that this one is of. `disk`: in tests, another one. */
export type StatePlace = { readonly stateDir: string; readonly corpusDir: string; readonly disk?: Disk }

/** The last line of the file of articles, of which there are `files`. `checksum` is that of all lines before it. */
type Trailer = { readonly program: string; readonly corpus: string; readonly files: number; readonly checksum: number }

/** Lines that are written before others have a turn, and bytes that are checked. */
const LINES_AT_ONCE = 100
const BYTES_AT_ONCE = 2 ** 23
const NEWLINE = 10

/** What was saved, or null where there is nothing that can be trusted. `onProgress` is called after each file. */
export async function loadState(
  place: StatePlace,
  onProgress?: (progress: ReadingProgress) => void,
): Promise<SavedState | null> {
  const names = namesOf(place)
  // Whatever keeps it from being read, all of it can be made anew.
  const read = (name: string): Promise<Buffer | null> =>
    diskOf(place)
      .readFile(join(place.stateDir, name))
      .catch(() => null)
  const bytes = await read(names.articles)
  if (bytes === null) return null
  const turns = createTurns()
  const end = bytes.lastIndexOf(NEWLINE, -2) + 1
  const lines = bytes.subarray(0, end)
  let checksum = 0
  for (const [from, to] of rangesOf(end, BYTES_AT_ONCE)) {
    checksum = crc32(lines.subarray(from, to), checksum)
    await turns.pause()
  }
  const total = Number(/"files":(\d+)/.exec(bytes.toString('utf8', end))?.[1] ?? 0)
  const trailer: Trailer = { program: await programStamp(), corpus: resolve(place.corpusDir), files: total, checksum }
  if (bytes.toString('utf8', end) !== lineOf(trailer)) return null
  const indexBytes = await read(names.index)
  const index = indexBytes === null ? null : await inTurns(decodeIndex(indexBytes, lineOf(trailer)))
  if (index === null) return null
  const files: SavedFile[] = []
  for (let start = 0; start < lines.length; ) {
    const lineEnd = lines.indexOf(NEWLINE, start)
    files.push(readLine(lines.toString('utf8', start, lineEnd)))
    start = lineEnd + 1
    onProgress?.({ done: files.length, total })
    await turns.pause()
  }
  return { files, index }
}

/** Saves a state in the place of the one before. Either is whole at every moment, and an index never goes with other articles than its own. */
export async function saveState(place: StatePlace, { files, index }: SavedState): Promise<void> {
  const names = namesOf(place)
  const disk = diskOf(place)
  await openFolder(place.stateDir, disk)
  let checksum = 0
  const corpus = resolve(place.corpusDir)
  const program = await programStamp()
  const trailer = (): Trailer => ({ program, corpus, files: files.length, checksum })
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < files.length; start += LINES_AT_ONCE) {
      const bytes = Buffer.from(
        files
          .slice(start, start + LINES_AT_ONCE)
          .map(writeLine)
          .join(''),
      )
      checksum = crc32(bytes, checksum)
      yield bytes
    }
    yield Buffer.from(lineOf(trailer()))
  }
  await writeFileWhole(place.stateDir, names.articles, lines(), { replace: true, disk })
  const bytes = await inTurns(encodeIndex(index, lineOf(trailer())))
  await writeFileWhole(place.stateDir, names.index, bytes, { replace: true, disk })
}

function namesOf({ corpusDir }: StatePlace): { readonly articles: string; readonly index: string } {
  const name = createHash('sha256').update(resolve(corpusDir)).digest('hex').slice(0, 16)
  return { articles: `${name}.articles`, index: `${name}.index` }
}

function diskOf({ disk = freeDisk }: StatePlace): Disk {
  return disk
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`
}

type PackedFile = Omit<SavedFile, 'articles'> & { readonly articles: readonly PackedArticle[] }

function writeLine({ name, stamp, articles }: SavedFile): string {
  const packed: PackedFile = { name, stamp, articles: articles.map(packArticle) }
  return lineOf(packed)
}

function readLine(line: string): SavedFile {
  // A parsed boundary: the checksum says that the line is as `writeLine` wrote it.
  const { name, stamp, articles } = JSON.parse(line) as PackedFile
  return { name, stamp, articles: articles.map(unpackArticle) }
}
