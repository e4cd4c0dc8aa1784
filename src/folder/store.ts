/** Adds articles to a folder and removes them. Making files of what is added is `new-article.ts`'s, writing them safely `write-file.ts`'s. */
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Article } from '../article/article.ts'
import { slugFromFileName } from '../article/slug.ts'
import { CorpusError, type Fault } from '../errors.ts'
import { withoutArticle } from '../formats/json/feed-edit.ts'
import { type FileReading, readArticleFile } from './article-file.ts'
import { lookAt } from './file-stamp.ts'
import type { NewArticle } from './new-article.ts'
import { hasCode, removeFile, removeLeftovers, type StagedFile, stageFile, syncFolder } from './write-file.ts'

/** What the folder holds, by file name, as `Corpus.files` says: kept true to what is added and removed here. */
export type Files = Map<string, FileReading>

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
 * Writes new articles into `folder`, which holds `files`: all of them, or none where one has a fault or there is no room. Once this resolves,
 * they outlive a crash; a crash before leaves each of them there whole or not at all.
 * @throws CorpusError that names every article whose slug is taken, unless `replace` is set.
 */
export async function storeArticles(
  folder: string,
  files: Files,
  made: readonly NewArticle[],
  { replace }: { readonly replace: boolean },
): Promise<StoredArticle[]> {
  const holders = holdersIn(files)
  const formers = made.map(({ article }) => holders.get(article.slug) ?? null)
  const taken = formers.flatMap((former, index) => {
    const one = made[index]
    return former === null || one === undefined ? [] : [slugTaken(folder, one, former.reading.path)]
  })
  if (taken.length > 0 && !replace) throw new CorpusError(taken)
  await putAll(folder, made, replace)
  const stored: StoredArticle[] = []
  for (const [index, { article, name }] of made.entries()) {
    const former = formers[index] ?? null
    const replaced = former?.reading.articles.find(({ slug }) => slug === article.slug) ?? null
    // Of two files with one slug the first by name counts. A crash here leaves both, whole, and the other is named as a fault.
    if (former !== null && former.name !== name) await takeOut(folder, files, former, article.slug)
    const path = join(folder, name)
    files.set(name, { path, articles: [article], faults: [] })
    stored.push({ article, path, replaced })
  }
  return stored
}

/** Everything is on the disk before anything has its name: what fails, fails before. */
async function putAll(folder: string, made: readonly NewArticle[], replace: boolean): Promise<void> {
  const staged: StagedFile[] = []
  const put: string[] = []
  try {
    for (const { name, bytes } of made) staged.push(await stageFile(folder, name, bytes))
    for (const [index, file] of staged.entries()) {
      if (await file.put(replace)) put.push(file.name)
      else throw new CorpusError(made.slice(index, index + 1).map(one => slugTaken(folder, one, file.name)))
    }
  } catch (error) {
    // Without `replace`, whatever has its name was not there before.
    if (!replace) for (const name of put) await removeIfThere(folder, name)
    throw error
  } finally {
    for (const file of staged) await file.drop()
    await syncFolder(folder)
  }
}

export type RemovedArticle = {
  /** Null where the file could not be read as an article. */
  readonly article: Article | null
  readonly slug: string
  readonly path: string
  /** How many other articles stand in its file still. */
  readonly left: number
}

/**
 * Removes the article `slug`: its file, or, where that holds others too, its entry in the feed. A file with faults goes by the slug that its
 * name gives. Once this resolves, it stays gone.
 * @throws CorpusError when there is none, or when it cannot be taken out of its feed.
 */
export async function removeArticle(folder: string, files: Files, slug: string): Promise<RemovedArticle> {
  const holder = holdersIn(files).get(slug) ?? null
  if (holder === null) throw fault(folder, `expected an article called \`${slug}\`, got none`)
  const { path, articles } = holder.reading
  const article = articles.find(each => each.slug === slug) ?? null
  if (!(await takeOut(folder, files, holder, slug))) throw fault(path, 'expected a file, got nothing there')
  return { article, slug, path, left: files.get(holder.name)?.articles.length ?? 0 }
}

type Holder = { readonly name: string; readonly reading: FileReading }

/** By slug the file in which the article stands, or would if it had no fault. */
function holdersIn(files: Files): Map<string, Holder> {
  const holders = new Map<string, Holder>()
  const hold = (slug: string, holder: Holder): void => void (holders.has(slug) || holders.set(slug, holder))
  for (const [name, reading] of files) for (const { slug } of reading.articles) hold(slug, { name, reading })
  for (const [name, reading] of files) {
    if (reading.articles.length === 0) hold(slugFromFileName(name), { name, reading })
  }
  return holders
}

/** Removes the article from its file, and the file with its last one; false when there is no such file any more. */
async function takeOut(folder: string, files: Files, { name, reading }: Holder, slug: string): Promise<boolean> {
  // Of several that are taken out of one feed, the last takes the file with it.
  const { path, articles } = files.get(name) ?? reading
  if (articles.length > 1) {
    await rewriteWithout(folder, name, path, slug)
    const now = await readArticleFile(folder, name)
    if (now !== null) files.set(name, now)
    return true
  }
  files.delete(name)
  return removeIfThere(folder, name)
}

async function rewriteWithout(folder: string, name: string, path: string, slug: string): Promise<void> {
  const before = await lookAt(path)
  const bytes = await withoutArticle({ path, slug: slugFromFileName(name), bytes: await readFile(path) }, slug)
  const staged = await stageFile(folder, name, bytes)
  try {
    // What somebody else has saved in between must not be written over.
    if ((await lookAt(path))?.stamp !== before?.stamp) throw fault(path, 'expected a feed at rest, got one being saved')
    await staged.put(true)
    await syncFolder(folder)
  } finally {
    await staged.drop()
  }
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

function slugTaken(folder: string, { article, name }: NewArticle, other: string): Fault {
  const message = `expected a new article, got one called \`${article.slug}\` as ${basename(other)} has`
  return { path: join(folder, name), line: null, message }
}

function fault(path: string, message: string): CorpusError {
  return new CorpusError([{ path, line: null, message }])
}
