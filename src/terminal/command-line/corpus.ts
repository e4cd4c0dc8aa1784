/** `npm run corpus`: lists, checks, reads, adds and removes articles, as text or JSON lines. */
import { styleText } from 'node:util'
import type { Article } from '../../article/article.ts'
import { readConfig } from '../../config.ts'
import { CorpusError, DiskError, type DiskOutcome, describeFault } from '../../errors.ts'
import { isSameAddress } from '../../feeds/canonical-address.ts'
import { fetchArticle } from '../../feeds/fetch-article.ts'
import { FetchError } from '../../feeds/fetch-page.ts'
import {
  checkCorpus,
  countSentences,
  describeCopies,
  type Finding,
  findStrays,
  warningsOf,
} from '../../folder/check.ts'
import { asDiskError } from '../../folder/disk-error.ts'
import { type Duplicate, findDuplicates } from '../../folder/duplicates.ts'
import { type Corpus, listArticleFiles, readArticleFiles } from '../../folder/load.ts'
import { type NewArticle, readFileAnywhere, readNewArticles, renamed } from '../../folder/new-article.ts'
import { type Files, openFolder, removeArticle, type StoredArticle, storeArticles } from '../../folder/store.ts'
import { messagesFor } from '../../messages/languages.ts'
import { findQuotations } from '../../quotations/find-quotations.ts'
import { reportDisk } from '../../report/refusal-report.ts'
import { toJson } from '../json.ts'
import { formatTable } from '../table.ts'
import { plain } from '../text.ts'
import { readArguments, UsageError } from './arguments.ts'
import { reportProgress } from './progress.ts'

/** NO_COLOR: https://no-color.org */
const isTerminal = process.stdout.isTTY === true && process.stderr.isTTY === true && !process.env.NO_COLOR

type Settings = { readonly folder: string; readonly json: boolean; readonly replace: boolean }

const actions = new Map<string, (settings: Settings, words: readonly string[]) => Promise<number>>([
  ['list', list],
  ['check', check],
  ['read', readFiles],
  ['add', add],
  ['remove', remove],
])

/** Resolves to the exit code: 1 when the corpus or a file has faults. */
export async function runCorpus(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      json: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
    },
  })
  const [name = '', ...words] = positionals
  const action = actions.get(name)
  if (action === undefined) throw new UsageError(`expected list, check, read, add or remove, got \`${name}\``)
  const takesWords = action === add || action === remove || action === readFiles
  if (takesWords && words.length === 0)
    throw new UsageError(`expected ${name === 'remove' ? 'SLUG' : name === 'add' ? 'FILE… or URL…' : 'FILE…'}`)
  if (!takesWords && words.length > 0) throw new UsageError(`expected nothing after ${name}, got \`${words[0]}\``)
  if (values.replace && action !== add) throw new UsageError('expected --replace with add alone')
  const folder = values.corpus ?? readConfig(process.env).corpusDir
  return action({ folder, json: values.json, replace: values.replace }, words)
}

async function list({ folder, json }: Settings): Promise<number> {
  const { articles, faults } = await read(folder)
  const progress = reportProgress('looked through', 'articles')
  const rows = articles.map((article, index) => {
    progress({ done: index, total: articles.length })
    return { article, sentences: countSentences(article), quotations: findQuotations(article).length }
  })
  progress.end()
  if (json) {
    for (const { article, sentences, quotations } of rows) printJson({ ...known(article), sentences, quotations })
  } else {
    const cells = rows.map(({ article, sentences, quotations }) => [
      article.slug,
      article.outlet ?? '-',
      article.published ?? '-',
      `${sentences}`,
      `${quotations}`,
      article.language ?? '-',
    ])
    print(formatTable(['SLUG', 'OUTLET', 'DATE', 'SENTENCES', 'QUOTATIONS', 'LANGUAGE'], cells))
  }
  for (const fault of faults) complain(describeFault(fault))
  return faults.length > 0 ? 1 : 0
}

async function check({ folder, json }: Settings): Promise<number> {
  const corpus = await read(folder)
  const findings = checkCorpus(corpus, await findStrays(folder), today())
  const faults = findings.filter(({ severity }) => severity === 'fault').length
  if (json) for (const { severity, path, line, message } of findings) printJson({ severity, path, line, message })
  else {
    for (const finding of findings) process.stdout.write(`${describeFinding(finding)}\n`)
    const warnings = findings.length - faults
    print(`${count(corpus.articles.length, 'article')}, ${count(faults, 'fault')}, ${count(warnings, 'warning')}`)
  }
  return faults > 0 ? 1 : 0
}

/** Shows what files hold, one after the other in the order given, and changes nothing. */
async function readFiles({ json }: Settings, paths: readonly string[]): Promise<number> {
  let exitCode = 0
  for (const file of paths) {
    const read = await faultsOf(readFileAnywhere(file))
    if (read instanceof CorpusError) {
      exitCode = 1
      if (json) printJson({ file, faults: read.faults.map(({ message }) => message) })
      else for (const fault of read.faults) complain(describeFault(fault))
    } else if (json) printJson({ file, articles: read.reading.articles.map(whole) })
    else for (const article of read.reading.articles) print(printed(article))
  }
  return exitCode
}

/** An article for people: its headline, who printed it and when, then its text. */
function printed({ headline, outlet, byline, published, dateline, url, body }: Article): string {
  const credits = [outlet, byline, dateline, published, url].filter(part => part !== null).join(' · ')
  return `${[headline, credits].filter(line => line !== '').join('\n')}\n\n${body}\n`
}

/** All that is read of an article. */
function whole({
  slug,
  headline,
  standfirst,
  outlet,
  byline,
  published,
  dateline,
  url,
  language,
  body,
}: Article): object {
  return { slug, headline, standfirst, outlet, byline, published, dateline, url, language, body }
}

async function add({ folder, json, replace }: Settings, paths: readonly string[]): Promise<number> {
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
    const stored = await complaining(storeInPlace(folder, files, file, replace), 'not-added')
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
    isTaken ||= !replace
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
    made.push(former === undefined ? one : await renamed(one, former.slug))
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
    if (error instanceof FetchError) throw new CorpusError([{ path: url, line: null, message: error.message }])
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

/** What `work` gives; null where it found a fault, or where the disk kept `outcome` from happening, which is printed. */
async function complaining<Result extends object>(work: Promise<Result>, outcome: DiskOutcome): Promise<Result | null> {
  const done = await faultsOf(work).catch((error: unknown) => asDiskError(error, outcome) ?? Promise.reject(error))
  if (done instanceof DiskError) {
    complain(`${reportDisk(done, messagesFor('en'))} (${String(done.cause)})`)
    return null
  }
  if (!(done instanceof CorpusError)) return done
  for (const fault of done.faults) complain(describeFault(fault))
  return null
}

/** What `work` gives, or the error with its faults. */
function faultsOf<Result extends object>(work: Promise<Result>): Promise<Result | CorpusError> {
  return work.catch((error: unknown) => {
    if (error instanceof CorpusError) return error
    throw error
  })
}

async function remove({ folder, json }: Settings, slugs: readonly string[]): Promise<number> {
  const corpus = await read(folder)
  const files = new Map(corpus.files)
  let exitCode = 0
  for (const slug of slugs) {
    const removed = await complaining(removeArticle(folder, files, slug), 'not-removed')
    if (removed === null) exitCode = 1
    else if (json) printJson({ article: slug, path: removed.path, headline: removed.article?.headline ?? null })
    else {
      const where = removed.left === 0 ? '' : `\`${slug}\` from `
      print(
        `removed ${where}${removed.path}${removed.left === 0 ? '' : `, which keeps ${count(removed.left, 'article')}`}`,
      )
    }
  }
  // What is not found may stand in a file that cannot be read.
  if (exitCode > 0) for (const fault of corpus.faults) complain(describeFault(fault))
  return exitCode
}

async function read(folder: string): Promise<Corpus> {
  const progress = reportProgress('read', 'files')
  const corpus = await readArticleFiles(folder, await listArticleFiles(folder), progress)
  progress.end()
  return corpus
}

function known({ slug, headline, outlet, byline, published, dateline, url, language, edition }: Article): object {
  return { article: slug, headline, outlet, byline, published, dateline, url, language, edition }
}

/** One line, in colours on a terminal: what keeps an article out is red. */
function describeFinding(finding: Finding): string {
  const { path, line, message, severity } = finding
  const word = isTerminal ? styleText(severity === 'fault' ? 'red' : 'yellow', severity) : severity
  const [place = '', said = ''] = [describeFault({ path, line, message: '' }), message].map(plain)
  return `${place}${word}: ${said}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** A day that has begun anywhere on earth is no date in the future. */
function today(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
}

/** What is printed comes from files and their names: none of it steers the terminal. */
function print(text: string): void {
  process.stdout.write(`${plain(text)}\n`)
}

function printJson(value: object): void {
  process.stdout.write(`${toJson(value)}\n`)
}

function complain(line: string): void {
  process.stderr.write(`${plain(line)}\n`)
}
