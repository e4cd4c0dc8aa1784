/** Keeps what was uploaded until somebody says whether it shall be added, so that the question outlives a restart. */
import { createHash } from 'node:crypto'
import { extname, join } from 'node:path'
import { slugFromFileName } from '../../article/slug.ts'
import { CorpusError } from '../../errors.ts'
import { isArticleFile } from '../../folder/article-file.ts'
import type { Disk } from '../../folder/disk/disk.ts'
import { writeFileWhole } from '../../folder/disk/folder-change.ts'
import { hasCode } from '../../folder/disk/write-file.ts'
import { fileSlug } from '../../folder/file-slug.ts'
import { type NewArticle, readNewArticles } from '../../folder/new-article.ts'
import { endings } from '../../formats/parse.ts'

/** Hours for which an upload waits for its answer, and how many of one server wait at once; the oldest goes first. */
export const draftHours = 24
export const draftsKept = 10

export type Draft = {
  /** A hash of the file's name and bytes: 24 hexadecimal digits. */
  readonly id: string
  readonly articles: readonly NewArticle[]
}

const hourMs = 3_600_000
const draftId = /^[0-9a-f]{24}$/

const pendingFolder = (folder: string): string => join(folder, '.pending')

/**
 * Keeps a file that somebody called `name` in the server's `folder`, and reads it.
 * @throws CorpusError when it holds no article, RefusedError when it holds more than `mostArticles`; it is not kept then.
 */
export async function keepDraft(
  folder: string,
  name: string,
  bytes: Uint8Array,
  now: Date,
  mostArticles: number,
  disk: Disk,
): Promise<Draft> {
  // Whatever the name says of folders, devices or marks: only its words and its ending stay.
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const ending = extname(last).toLowerCase()
  if (!endings.has(ending)) throw fault(last, `expected a file with one of ${[...endings].join(', ')}`)
  const safe = `${fileSlug(slugFromFileName(last))}${ending}`
  if (!isArticleFile(safe)) throw fault(last, 'expected a file of articles')
  const id = createHash('sha256').update(`${safe}\0`).update(bytes).digest('hex').slice(0, 24)
  await expireDrafts(folder, now, disk, draftsKept - 1)
  const place = join(pendingFolder(folder), id)
  await disk.mkdir(place, { recursive: true })
  await writeFileWhole(place, safe, bytes, { replace: true, disk })
  try {
    return { id, articles: await readNewArticles(join(place, safe), mostArticles, disk) }
  } catch (error) {
    await dropDraft(folder, id, disk)
    throw error instanceof CorpusError ? withoutFolder(error, safe) : error
  }
}

/** The draft with this id; null when it has expired, was answered, or never was. */
export async function findDraft(folder: string, id: string, now: Date, disk: Disk): Promise<Draft | null> {
  if (!draftId.test(id)) return null
  await expireDrafts(folder, now, disk)
  const place = join(pendingFolder(folder), id)
  const [name] = (await namesIn(place, disk)).filter(isArticleFile)
  return name === undefined
    ? null
    : { id, articles: await readNewArticles(join(place, name), Number.POSITIVE_INFINITY, disk) }
}

/** The bytes on the disk of all drafts but the one with this id. */
export async function sizeOfDrafts(folder: string, except: string | null, disk: Disk): Promise<number> {
  let bytes = 0
  for (const id of await namesIn(pendingFolder(folder), disk)) {
    const place = join(pendingFolder(folder), id)
    if (id !== except) for (const name of await namesIn(place, disk)) bytes += (await disk.stat(join(place, name))).size
  }
  return bytes
}

/** Forgets the draft, if there is one. */
export async function dropDraft(folder: string, id: string, disk: Disk): Promise<void> {
  if (draftId.test(id)) await disk.rm(join(pendingFolder(folder), id), { recursive: true, force: true })
}

/** Forgets the drafts that waited too long, and the oldest beyond `kept`. */
export async function expireDrafts(folder: string, now: Date, disk: Disk, kept = draftsKept): Promise<void> {
  const drafts: { readonly id: string; readonly keptAt: number }[] = []
  for (const id of await namesIn(pendingFolder(folder), disk)) {
    drafts.push({ id, keptAt: (await disk.stat(join(pendingFolder(folder), id))).mtimeMs })
  }
  drafts.sort((one, other) => other.keptAt - one.keptAt)
  for (const [index, { id, keptAt }] of drafts.entries()) {
    if (index >= kept || now.getTime() - keptAt > draftHours * hourMs) await dropDraft(folder, id, disk)
  }
}

async function namesIn(folder: string, disk: Disk): Promise<string[]> {
  try {
    return await disk.readdir(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

/** People know the file they sent, not where it was kept. */
function withoutFolder(error: CorpusError, name: string): CorpusError {
  return new CorpusError(
    error.faults.map(each => ({ ...each, path: name })),
    { cause: error.cause },
  )
}

function fault(path: string, message: string): CorpusError {
  return new CorpusError([{ path, line: null, message }])
}
