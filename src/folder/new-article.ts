/** Makes corpus files of whatever file holds articles: one article each, named by its slug. Writing them is left to `store.ts`. */
import { basename, dirname, extname } from 'node:path'
import type { Article } from '../article/article.ts'
import { slugFromFileName } from '../article/slug.ts'
import { CorpusError, RefusedError } from '../errors.ts'
import { formatArticle, hasHeadline } from '../formats/article-text.ts'
import { normalise } from '../formats/create-article.ts'
import { decode, wideEncoding } from '../formats/decode.ts'
import { parseFrontMatter } from '../formats/front-matter.ts'
import { endings, parseFile } from '../formats/parse.ts'
import { createTurns } from '../work/yielding.ts'
import { type FileReading, isArticleFile, readArticleFile } from './article-file.ts'
import { type Disk, freeDisk } from './disk/disk.ts'
import { hasCode } from './disk/write-file.ts'
import { fileSlug } from './file-slug.ts'
import { doubtOf } from './unfinished.ts'

/** A corpus file that is not written yet: its name in the folder, its bytes, and the article that is read from them. */
export type NewArticle = {
  readonly article: Article
  readonly name: string
  readonly bytes: Uint8Array
  /** Why the file that it was read from looks cut off; null when it does not. */
  readonly doubt: string | null
}

/**
 * Reads the file at `path`, wherever it lies; `target` is where its links lead. Nothing is changed.
 * @throws CorpusError when there is no such file, or with every fault of it.
 */
export async function readFileAnywhere(
  path: string,
  disk: Disk = freeDisk,
): Promise<{ readonly target: string; readonly reading: FileReading }> {
  const target = await disk.realpath(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return fail(path, 'expected a file, got nothing there')
    if (hasCode(error, 'ENAMETOOLONG') || hasCode(error, 'ELOOP') || hasCode(error, 'EACCES'))
      return fail(path, 'expected a file, got a path that leads nowhere', error)
    throw error
  })
  const name = basename(target)
  if (!isArticleFile(name)) {
    return fail(path, `expected a file with one of ${[...endings].join(', ')} that is no README and not hidden`)
  }
  const reading = await readArticleFile(dirname(target), name, disk)
  if (reading === null) return fail(path, 'expected a file, got nothing there')
  if (reading.faults.length > 0) throw new CorpusError(reading.faults, { cause: reading.unread })
  return { target, reading }
}

/**
 * The corpus files to be made of the file at `path`: a text or Markdown file with front matter as it stands, with a line end, called as it is
 * called; from any other what was recognised, as text with front matter, called by its headline, or where it has none by the file's name.
 * @throws CorpusError when there is no such file, or with every fault of it. RefusedError when it holds more than `most` articles.
 */
export async function readNewArticles(
  path: string,
  most = Number.POSITIVE_INFINITY,
  disk: Disk = freeDisk,
): Promise<readonly NewArticle[]> {
  const { target, reading } = await readFileAnywhere(path, disk)
  const name = basename(target)
  const articles = reading.articles.length
  if (articles > most) throw new RefusedError({ kind: 'too-many-articles', most, articles })
  const doubt = doubtOf(reading)?.message ?? null
  const [only] = reading.articles
  const own = reading.articles.length === 1 && only !== undefined ? await asItStands(target, name, disk) : null
  if (own !== null) return [{ ...own, doubt }]
  return makeArticleFiles(reading.articles, slugFromFileName(name), doubt)
}

/** The corpus files to be made of articles that were read from something called `origin`, as text with front matter, called by their headlines. */
export async function makeArticleFiles(
  articles: readonly Article[],
  origin: string,
  doubt: string | null,
): Promise<readonly NewArticle[]> {
  const slugs = new Map<string, number>()
  const { pause } = createTurns()
  const made: NewArticle[] = []
  for (const article of articles) {
    const slug = distinct(slugOf(article, origin), slugs)
    await pause()
    made.push({ ...(await rewritten(article, slug)), doubt })
  }
  return made
}

/** The same corpus file under another slug: in the place of the article that has it. */
export async function renamed({ article, doubt }: NewArticle, slug: string): Promise<NewArticle> {
  return { ...(await rewritten(article, slug)), doubt }
}

/** The slug, with the first number from 2 under which it is free where it is taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug
  let number = 2
  while (isTaken(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

function fail(path: string, message: string, cause?: unknown): never {
  throw new CorpusError([{ path, line: null, message }], { cause })
}

/** The file itself, where it is in the form of the corpus already; else null. */
async function asItStands(path: string, name: string, disk: Disk): Promise<Omit<NewArticle, 'doubt'> | null> {
  const ending = extname(name).toLowerCase()
  if (ending !== '.txt' && ending !== '.md') return null
  const bytes = await disk.readFile(path)
  const text = decode(bytes)
  if (text === null || parseFrontMatter(path, normalise(text)) === null) return null
  const slug = fileSlug(slugFromFileName(name))
  const [article] = await parseFile({ path, slug, bytes })
  return article === undefined ? null : { article, name: `${slug}${ending}`, bytes: withLineEnd(bytes) }
}

/** These bytes with a line end in their encoding, by which everybody sees that they are whole. */
function withLineEnd(bytes: Uint8Array): Uint8Array {
  const wide = wideEncoding(bytes)
  const end = wide === null ? [10] : wide === 'utf-16le' ? [10, 0] : [0, 10]
  const has = end.every((byte, at) => bytes[bytes.length - end.length + at] === byte)
  return has ? bytes : Buffer.concat([bytes, Uint8Array.from(end)])
}

async function rewritten(article: Article, slug: string): Promise<Omit<NewArticle, 'doubt'>> {
  const name = `${slug}.txt`
  // An article without a headline was called by its file's name, and shall be by its new one.
  const bytes = new TextEncoder().encode(formatArticle(article))
  const [again] = await parseFile({ path: name, slug, bytes })
  if (again === undefined || again.body !== article.body) {
    throw new Error(`expected the article ${slug} to be read as it was written, got another text`)
  }
  return { article: again, name, bytes }
}

/** A feed may name its articles; those that it does not are called by number, which says less than their headline does. */
function slugOf(article: Article, fileName: string): string {
  const byNumber = article.slug.startsWith(`${fileName}-`) && /^\d+$/.test(article.slug.slice(fileName.length + 1))
  const isNamed = article.slug !== fileName && !byNumber
  return fileSlug(!isNamed && hasHeadline(article) ? article.headline : article.slug)
}

/** The slug, with a number where it is taken. `taken` says of each slug which number to try next, lest they are all tried again. */
function distinct(slug: string, taken: Map<string, number>): string {
  let number = taken.get(slug)
  if (number === undefined) {
    taken.set(slug, 2)
    return slug
  }
  while (taken.has(`${slug}-${number}`)) number += 1
  taken.set(slug, number + 1)
  taken.set(`${slug}-${number}`, 2)
  return `${slug}-${number}`
}
