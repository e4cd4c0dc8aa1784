/** `npm run corpus list`, `check` and `read`: shows what there is, and changes nothing. */
import type { Article } from '../../../article/article.ts'
import { CorpusError, describeFault } from '../../../errors.ts'
import { checkCorpus, countSentences, findStrays } from '../../../folder/check.ts'
import { type Corpus, listArticleFiles, readArticleFiles } from '../../../folder/load.ts'
import { readFileAnywhere } from '../../../folder/new-article.ts'
import { findQuotations } from '../../../quotations/find-quotations.ts'
import { formatTable } from '../../table.ts'
import { reportProgress } from '../progress.ts'
import {
  complain,
  count,
  describeFinding,
  faultsOf,
  known,
  print,
  printed,
  printJson,
  type Settings,
  today,
} from './print.ts'

export async function list({ folder, json }: Settings): Promise<number> {
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

export async function check({ folder, json }: Settings): Promise<number> {
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
export async function readFiles({ json }: Settings, paths: readonly string[]): Promise<number> {
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

export async function read(folder: string): Promise<Corpus> {
  const progress = reportProgress('read', 'files')
  const corpus = await readArticleFiles(folder, await listArticleFiles(folder), progress)
  progress.end()
  return corpus
}
