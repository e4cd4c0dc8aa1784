/**
 * What was read from a folder and its index, kept between two starts. What is damaged, or was made by another program or from another
 * folder, is not given back. When it is worth keeping, and what has changed since, is left to `start-host.ts`.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Article, Paragraph } from '../corpus/article.ts'
import { decodeIndex, encodeIndex } from '../retrieval/saved-index.ts'
import type { SearchIndex } from '../retrieval/search-index.ts'
import { programStamp } from './program-stamp.ts'

/** A file as it was read: its stamp (see `file-stamp.ts`), empty where it may have changed without showing it, and its articles. */
export type SavedFile = { readonly name: string; readonly stamp: string; readonly articles: readonly Article[] }

/** `index` is that of the articles of `files`. */
export type SavedState = { readonly files: readonly SavedFile[]; readonly index: SearchIndex }

/** Where states are kept, and the folder of articles that this one is of. */
export type StatePlace = { readonly stateDir: string; readonly corpusDir: string }

/** The last line of the file of articles. `checksum` is that of all lines before it. */
type Trailer = { readonly program: string; readonly corpus: string; readonly checksum: number }

/** Lines that are written or read before others have a turn. */
const LINES_AT_ONCE = 500
const NEWLINE = 10

/** What was saved, or null where there is nothing that can be trusted. */
export async function loadState(place: StatePlace, onProgress?: (done: number) => void): Promise<SavedState | null> {
  const paths = pathsOf(place)
  const bytes = await readFile(paths.articles).catch(() => null)
  if (bytes === null) return null
  const end = bytes.lastIndexOf(NEWLINE, -2) + 1
  const lines = bytes.subarray(0, end)
  const trailer: Trailer = { program: await programStamp(), corpus: resolve(place.corpusDir), checksum: crc32(lines) }
  if (bytes.toString('utf8', end) !== lineOf(trailer)) return null
  const index = decodeIndex(await readFile(paths.index).catch(() => Buffer.alloc(0)), lineOf(trailer))
  if (index === null) return null
  const files: SavedFile[] = []
  for (let start = 0; start < lines.length; ) {
    const lineEnd = lines.indexOf(NEWLINE, start)
    files.push(readLine(lines.toString('utf8', start, lineEnd)))
    start = lineEnd + 1
    if (files.length % LINES_AT_ONCE === 0) onProgress?.(files.length)
  }
  return { files, index }
}

/** Saves a state in the place of the one before. Either is whole at every moment, and an index never goes with other articles than its own. */
export async function saveState(place: StatePlace, { files, index }: SavedState): Promise<void> {
  const paths = pathsOf(place)
  await mkdir(place.stateDir, { recursive: true })
  let checksum = 0
  const corpus = resolve(place.corpusDir)
  const program = await programStamp()
  await writeWhole(paths.articles, async file => {
    for (let start = 0; start < files.length; start += LINES_AT_ONCE) {
      const bytes = Buffer.from(
        files
          .slice(start, start + LINES_AT_ONCE)
          .map(writeLine)
          .join(''),
      )
      checksum = crc32(bytes, checksum)
      await file.writeFile(bytes)
    }
    await file.writeFile(lineOf({ program, corpus, checksum }))
  })
  const bytes = encodeIndex(index, lineOf({ program, corpus, checksum }))
  await writeWhole(paths.index, file => file.writeFile(bytes))
}

function pathsOf({ stateDir, corpusDir }: StatePlace): { readonly articles: string; readonly index: string } {
  const name = createHash('sha256').update(resolve(corpusDir)).digest('hex').slice(0, 16)
  return { articles: join(stateDir, `${name}.articles`), index: join(stateDir, `${name}.index`) }
}

/** Writes beside the file and renames, so that the file is there as before or as a whole. */
async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  // One name for all: what a killed process left is written over, and two that write at once leave what its checksum refuses.
  const file = await open(`${path}.new`, 'w')
  try {
    await write(file)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`
}

/** Paragraphs as numbers: of each its start and end, how many sentences it has, and the start and end of each of these. */
type PackedArticle = Omit<Article, 'paragraphs'> & { readonly paragraphs: readonly number[] }

function writeLine({ name, stamp, articles }: SavedFile): string {
  const packed = articles.map(
    (article): PackedArticle => ({ ...article, paragraphs: article.paragraphs.flatMap(packParagraph) }),
  )
  return lineOf({ name, stamp, articles: packed })
}

type PackedFile = Omit<SavedFile, 'articles'> & { readonly articles: readonly PackedArticle[] }

function readLine(line: string): SavedFile {
  // A parsed boundary: the checksum says that the line is as `writeLine` wrote it.
  const { name, stamp, articles } = JSON.parse(line) as PackedFile
  return {
    name,
    stamp,
    articles: articles.map(article => ({ ...article, paragraphs: unpackParagraphs(article.paragraphs) })),
  }
}

function packParagraph({ start, end, sentences }: Paragraph): number[] {
  return [start, end, sentences.length, ...sentences.flatMap(sentence => [sentence.start, sentence.end])]
}

function unpackParagraphs(numbers: readonly number[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let place = 0
  const next = (): number => numbers[place++] ?? 0
  while (place < numbers.length) {
    const [start, end, count] = [next(), next(), next()]
    const sentences = Array.from({ length: count }, () => ({ start: next(), end: next() }))
    paragraphs.push({ start, end, sentences })
  }
  return paragraphs
}
