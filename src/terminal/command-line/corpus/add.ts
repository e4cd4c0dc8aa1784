/** `npm run corpus add`: adds files and pages of the web to the folder. */
import type { Article } from '../../../article/article.ts'
import { readConfig } from '../../../config.ts'
import { CorpusError, FetchError } from '../../../errors.ts'
import { isSameAddress } from '../../../feeds/canonical-address.ts'
import { fetchArticle } from '../../../feeds/fetch-article.ts'
import { describeCopies, warningsOf } from '../../../folder/check.ts'
import { type Duplicate, findDuplicates } from '../../../folder/duplicates.ts'
import { freeSlug, type NewArticle, readNewArticles, renamed } from '../../../folder/new-article.ts'
import { type Files, openFolder, type StoredArticle, storeArticles } from '../../../folder/store.ts'
import { messagesFor } from '../../../messages/languages.ts'
import { reportProblem } from '../../../report/problem-report.ts'
import { reportProgress } from '../progress.ts'
import {
  complain,
  complaining,
  describeFinding,
  known,
  print,
  printed,
  printJson,
  type Settings,
  today,
} from './print.ts'
import { read } from './read.ts'

export async function add({ folder, json, replace }: Settings, paths: readonly string[]): Promise<number> {
  await openFolder(folder)
  const corpus = await read(folder)
  const files = new Map(corpus.files)
  const { made, isWhole } = await readAll(paths)
  const articles = made.flatMap(file => file.articles.map(({ article }) => article))
  const duplicates = findDuplicates([...corpus.articles, ...articles])
  const progress = reportProgress('added', 'articles')
  let [done, exitCode, isTaken] = [0, isWhole ? 0 : 1, false]
  for (const file of made) {
    progress({ done, total: articles.length })
    if (file.isPage && !json) print(preview(file.articles))
    const storing = storeInPlace(folder, files, file, replace).catch(error => {
      // Its faults are names that are taken; a disk that fails is helped by nothing that is said here.
      isTaken ||= error instanceof CorpusError && !replace
      throw error
    })
    const stored = await complaining(storing, 'not-added')
    done += file.articles.length
    // Printed once it is on the disk, not before: what was said to be added is there after any crash.
    for (const [index, one] of (stored ?? []).entries()) {
      const doubt = file.articles[index]?.doubt ?? null
      const warnings = [...(doubt === null ? [] : [doubt]), ...warningsOf(one.article, today())]
      printStored(one, [...warnings, ...copiesOf(one.article, duplicates)], json)
    }
    if (stored !== null) continue
    exitCode = 1
    if (file.articles.length > 1) complain(`(of the ${file.articles.length} articles in ${file.path}, none was added)`)
  }
  progress.end()
  if (isTaken) complain('(--replace puts new articles in the place of old ones)')
  return exitCode
}

/** The articles of one file or page of the web: added all, or none. */
type NewFile = { readonly path: string; readonly articles: readonly NewArticle[]; readonly isPage: boolean }

/** A page is added once: where an article has its address already, it takes that one's place, or none. */
async function storeInPlace(folder: string, files: Files, file: NewFile, replace: boolean): Promise<StoredArticle[]> {
  if (!file.isPage) return storeArticles(folder, files, file.articles, { replace })
  const there = [...files.values()].flatMap(({ articles }) => articles)
  const made: NewArticle[] = []
  for (const one of file.articles) {
    const former = there.find(({ url }) => isSameAddress(url, one.article.url))
    // Two pages may have one headline: the second has a slug of its own.
    const slug =
      former?.slug ?? freeSlug(one.article.slug, slug => there.some(other => other.slug === slug && other.url !== null))
    made.push(slug === one.article.slug ? one : await renamed(one, slug))
  }
  return storeArticles(folder, files, made, { replace })
}

/** How many lines of a page are shown before it is added. */
const previewLines = 3

/** What was read of a page: headline, attribution and the first lines of its body. */
function preview(articles: readonly NewArticle[]): string {
  const shown = ({ article }: NewArticle): string => {
    const lines = article.body.split('\n').filter(line => line.trim() !== '')
    return printed({ ...article, body: lines.slice(0, previewLines).join('\n') })
  }
  return articles.map(shown).join('\n')
}

/** The articles in these files; not `isWhole` when there was something to complain of. */
async function readAll(paths: readonly string[]): Promise<{ readonly made: NewFile[]; readonly isWhole: boolean }> {
  const progress = reportProgress('read', 'new files')
  const made: NewFile[] = []
  let isWhole = true
  for (const [index, path] of paths.entries()) {
    progress({ done: index, total: paths.length })
    const isPage = /^https?:\/\//i.test(path)
    const articles = await complaining(isPage ? readPage(path) : readNewArticles(path), 'not-added')
    if (articles === null) isWhole = false
    else made.push({ path, articles, isPage })
  }
  progress.end()
  return { made, isWhole }
}

/** The article of a page. @throws CorpusError that names its address when there is none to be had. */
async function readPage(url: string): Promise<readonly NewArticle[]> {
  try {
    return [await fetchArticle(url, readConfig(process.env))]
  } catch (error) {
    if (error instanceof FetchError)
      throw new CorpusError([{ path: url, line: null, message: reportProblem(error.problem, messagesFor('en')) }])
    throw error
  }
}

/** A warning about the articles that tell the same story; the one whose place it takes is none. */
function copiesOf(article: Article, duplicates: readonly Duplicate[]): string[] {
  const copies = duplicates
    .filter(pair => pair.article === article || pair.other === article)
    .map(({ article: one, other, shared }) => ({ article: one === article ? other : one, shared }))
    .filter(({ article: { slug } }) => slug !== article.slug)
  return copies.length === 0 ? [] : [describeCopies(copies)]
}

function printStored({ article, path, replaced }: StoredArticle, warnings: readonly string[], json: boolean): void {
  if (json) {
    printJson({ ...known(article), path, replaced: replaced !== null, warnings })
    return
  }
  print(`${replaced === null ? 'added' : 'replaced'} ${path}: ${article.headline}`)
  for (const message of warnings)
    process.stderr.write(`${describeFinding({ path, line: null, message, severity: 'warning' })}\n`)
}
