/** Adds articles to a folder and removes them. Making files of what is added is `new-article.ts`'s, writing them safely `write-file.ts`'s. */
import { basename, join } from 'node:path'
import type { Article } from '../article/article.ts'
import { slugFromFileName } from '../article/slug.ts'
import { CorpusError, type Fault } from '../errors.ts'
import { withoutArticle } from '../formats/json/feed-edit.ts'
import { parseFile } from '../formats/parse.ts'
import type { FileReading } from './article-file.ts'
import { type Disk, freeDisk } from './disk/disk.ts'
import { stampOf } from './disk/file-stamp.ts'
import { changeFolder, type FolderChange } from './disk/folder-change.ts'
import { removeLeftovers } from './disk/write-file.ts'
import type { NewArticle } from './new-article.ts'

/** What the folder holds, by file name, as `Corpus.files` says: kept true to what is added and removed here. */
export type Files = Map<string, FileReading>

export type StoredArticle = {
  readonly article: Article
  readonly path: string
  /** The article whose place it took; null when there was none. */
  readonly replaced: Article | null
}

/** Makes the folder where there is none, and clears away what a write that was broken off has left. */
export async function openFolder(folder: string, disk: Disk = freeDisk): Promise<void> {
  await disk.mkdir(folder, { recursive: true })
  await removeLeftovers(folder, disk)
}

/**
 * Writes new articles into `folder`, which holds `files`: all of them, or none where one has a fault or the disk fails. Once this resolves,
 * they outlive a crash; a crash before leaves each of them there whole or not at all.
 * @throws CorpusError that names every article whose slug is taken, unless `replace` is set. HalfDoneError as `changeFolder` does.
 */
export async function storeArticles(
  folder: string,
  files: Files,
  made: readonly NewArticle[],
  { replace, disk = freeDisk }: { readonly replace: boolean; readonly disk?: Disk },
): Promise<StoredArticle[]> {
  const holders = holdersIn(files)
  const formers = made.map(({ article }) => holders.get(article.slug) ?? null)
  const taken = formers.flatMap((former, index) => {
    const one = made[index]
    return former === null || one === undefined ? [] : [slugTaken(folder, one, former.reading.path)]
  })
  if (taken.length > 0 && !replace) throw new CorpusError(taken)
  const after = new Map(files)
  const stored = await changeFolder(folder, disk, async change => {
    await putAll(folder, change, made, replace)
    const stored: StoredArticle[] = []
    for (const [index, { article, name }] of made.entries()) {
      const former = formers[index] ?? null
      const replaced = former?.reading.articles.find(({ slug }) => slug === article.slug) ?? null
      // Of two files with one slug the first by name counts. A crash here leaves both, whole, and the other is named as a fault.
      if (former !== null && former.name !== name) {
        await takeOut({ files: after, disk, change }, former, article.slug)
      }
      const path = join(folder, name)
      after.set(name, { path, articles: [article], faults: [] })
      stored.push({ article, path, replaced })
    }
    return stored
  })
  become(files, after)
  return stored
}

/** Everything is on the disk before anything has its name: what fails, fails before. */
async function putAll(
  folder: string,
  change: FolderChange,
  made: readonly NewArticle[],
  replace: boolean,
): Promise<void> {
  const staged = []
  for (const one of made) staged.push({ one, file: await change.stage(one.name, one.bytes) })
  for (const { one, file } of staged) {
    if (!(await change.put(file, replace))) throw new CorpusError([slugTaken(folder, one, file.name)])
  }
}

function become(files: Files, after: Files): void {
  files.clear()
  for (const [name, reading] of after) files.set(name, reading)
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
 * @throws CorpusError when there is none, or when it cannot be taken out of its feed. HalfDoneError as `changeFolder` does.
 */
export async function removeArticle(
  folder: string,
  files: Files,
  slug: string,
  disk: Disk = freeDisk,
): Promise<RemovedArticle> {
  const holder = holdersIn(files).get(slug) ?? null
  if (holder === null) throw fault(folder, `expected an article called \`${slug}\`, got none`)
  const { path, articles } = holder.reading
  const article = articles.find(each => each.slug === slug) ?? null
  const after = new Map(files)
  await changeFolder(folder, disk, async change => {
    if (await takeOut({ files: after, disk, change }, holder, slug)) return
    throw fault(path, 'expected a file, got nothing there')
  })
  become(files, after)
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

/** A folder that is being changed, and the files that it holds when that is done. */
type Changing = {
  readonly files: Files
  readonly disk: Disk
  readonly change: FolderChange
}

/** Removes the article from its file, and the file with its last one; false when there is no such file any more. */
async function takeOut(changing: Changing, { name, reading }: Holder, slug: string): Promise<boolean> {
  const { files, change } = changing
  // Of several that are taken out of one feed, the last takes the file with it.
  const { path, articles } = files.get(name) ?? reading
  if (articles.length > 1) {
    files.set(name, await rewriteWithout(changing, name, path, slug))
    return true
  }
  files.delete(name)
  return change.remove(name)
}

async function rewriteWithout(
  { disk, change }: Changing,
  name: string,
  path: string,
  slug: string,
): Promise<FileReading> {
  const before = stampOf(await disk.stat(path))
  const feed = { path, slug: slugFromFileName(name), bytes: await disk.readFile(path) }
  const bytes = await withoutArticle(feed, slug)
  const articles = await parseFile({ ...feed, bytes })
  const staged = await change.stage(name, bytes)
  // What somebody else has saved in between must not be written over.
  if (stampOf(await disk.stat(path)) !== before) throw fault(path, 'expected a feed at rest, got one being saved')
  await change.put(staged, true)
  return { path, articles, faults: [] }
}

function slugTaken(folder: string, { article, name }: NewArticle, other: string): Fault {
  const message = `expected a new article, got one called \`${article.slug}\` as ${basename(other)} has`
  return { path: join(folder, name), line: null, message }
}

function fault(path: string, message: string): CorpusError {
  return new CorpusError([{ path, line: null, message }])
}
