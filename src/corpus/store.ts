/** Adds articles to a folder and removes them. Making files of what is added is `new-article.ts`'s, writing them safely `write-file.ts`'s. */
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CorpusError } from '../errors.ts'
import type { Article } from './article.ts'
import type { FileReading } from './article-file.ts'
import type { NewArticle } from './new-article.ts'
import { slugFromFileName } from './slug.ts'
import { hasCode, removeFile, removeLeftovers, writeFileWhole } from './write-file.ts'

/** What the folder holds, by file name: `Corpus.files`. */
type Files = ReadonlyMap<string, FileReading>

export type StoredArticle = {
  readonly article: Article
  readonly path: string
  /** The article whose place it took; null when there was none. */
  readonly replaced: Article | null
}

/** Makes the folder where there is none, and clears away what a write that was broken off has left. */
export async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await removeLeftovers(folder)
}

/**
 * Writes a new article into `folder`, which holds `files`. Once this resolves, it outlives a crash; until then it is there whole or not at all.
 * @throws CorpusError when its slug is taken and `replace` is not set, or is that of an article among several in one file.
 */
export async function storeArticle(
  folder: string,
  files: Files,
  { article, name, bytes }: NewArticle,
  { replace }: { readonly replace: boolean },
): Promise<StoredArticle> {
  const path = join(folder, name)
  const former = holderOf(files, article.slug)
  if (former !== null && !replace) throw slugTaken(path, article.slug, former.reading.path)
  if (former !== null && former.reading.articles.length > 1) {
    throw severalInOne(path, article.slug, former.reading.path)
  }
  if (!(await writeFileWhole(folder, name, bytes, { replace }))) throw slugTaken(path, article.slug, path)
  // Of two files with one slug the first by name counts. A crash here leaves both, whole, and the other is named as a fault.
  if (former !== null && former.name !== name) await removeIfThere(folder, former.name)
  return { article, path, replaced: former?.reading.articles[0] ?? null }
}

export type RemovedArticle = {
  /** Null where the file could not be read as an article. */
  readonly article: Article | null
  readonly slug: string
  readonly path: string
}

/**
 * Removes the file of the article `slug`; a file with faults goes by the slug that its name gives. Once this resolves, it stays gone.
 * @throws CorpusError when there is none, or when its file holds other articles too.
 */
export async function removeArticle(folder: string, files: Files, slug: string): Promise<RemovedArticle> {
  const holder = holderOf(files, slug)
  const path = holder?.reading.path ?? folder
  if (holder === null) throw fault(path, `expected an article called \`${slug}\`, got none`)
  if (holder.reading.articles.length > 1) throw severalInOne(path, slug, path)
  if (!(await removeIfThere(folder, holder.name))) throw fault(path, 'expected a file, got nothing there')
  return { article: holder.reading.articles[0] ?? null, slug, path }
}

/** The file in which the article `slug` stands, or would if it had no fault. */
function holderOf(files: Files, slug: string): { readonly name: string; readonly reading: FileReading } | null {
  for (const [name, reading] of files) {
    if (reading.articles.some(article => article.slug === slug)) return { name, reading }
  }
  for (const [name, reading] of files) {
    if (reading.articles.length === 0 && slugFromFileName(name) === slug) return { name, reading }
  }
  return null
}

async function removeIfThere(folder: string, name: string): Promise<boolean> {
  try {
    await removeFile(folder, name)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

function slugTaken(path: string, slug: string, other: string): CorpusError {
  return fault(path, `expected a new article, got one called \`${slug}\` as ${basename(other)} has`)
}

function severalInOne(path: string, slug: string, other: string): CorpusError {
  return fault(
    path,
    `expected \`${slug}\` to have a file of its own, got ${basename(other)}, which holds several articles`,
  )
}

function fault(path: string, message: string): CorpusError {
  return new CorpusError([{ path, line: null, message }])
}
