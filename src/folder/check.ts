/** Looks through a corpus for what an editor should mend: faults, and what is missing or there twice. Reading the files is `load.ts`'s. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../article/article.ts'
import type { Fault } from '../errors.ts'
import { hasHeadline } from '../formats/article-text.ts'
import { endings } from '../formats/parse.ts'
import { isArticleFile } from './article-file.ts'
import { type Copy, findDuplicates, groupDuplicates } from './duplicates.ts'
import type { Corpus } from './load.ts'
import { doubtOf } from './unfinished.ts'

/** A fault keeps a file from being read; a warning says what its answers will lack. */
export type Finding = Fault & { readonly severity: 'fault' | 'warning' }

/** Attribution that readers miss where it is not there. */
const expected = ['outlet', 'byline', 'published', 'language'] as const

/** Fewer sentences than this are rarely a whole article: a paywall's stub, or a page read wrongly. */
const fewSentences = 3

/** Faults and warnings in the order of the files' paths; `strays` are those of `findStrays`. `today` is YYYY-MM-DD. */
export function checkCorpus(corpus: Corpus, strays: readonly Finding[], today: string): Finding[] {
  const findings: Finding[] = [...strays, ...corpus.faults.map(fault => ({ ...fault, severity: 'fault' }) as const)]
  for (const reading of corpus.files.values()) {
    const { path, articles } = reading
    const doubt = doubtOf(reading)
    if (doubt !== null) findings.push({ ...doubt, severity: 'warning' })
    for (const article of articles) {
      const name = articles.length > 1 ? `${article.slug}: ` : ''
      for (const message of warningsOf(article, today))
        findings.push({ path, line: null, message: `${name}${message}`, severity: 'warning' })
    }
  }
  findings.push(...duplicatesIn(corpus))
  return findings.sort((one, other) => compare(one.path, other.path) || (one.line ?? 0) - (other.line ?? 0))
}

/** Stories that stand in the corpus more than once, each named a single time, at the last of its files. */
function duplicatesIn({ articles, files }: Corpus): Finding[] {
  const paths = new Map([...files.values()].flatMap(({ path, articles }) => articles.map(({ slug }) => [slug, path])))
  return groupDuplicates(findDuplicates(articles)).map(({ article, copies }) => ({
    path: paths.get(article.slug) ?? article.slug,
    line: null,
    message: describeCopies(copies),
    severity: 'warning',
  }))
}

/** Of more copies than this only the number is said. */
const copiesNamed = 5

/** What is said of an article whose text others have, too. */
export function describeCopies(copies: readonly Copy[]): string {
  const [only] = copies
  if (only !== undefined && copies.length === 1) {
    return `expected a story of its own, got ${inPercent(only.shared)} of the text that \`${only.article.slug}\` has`
  }
  const named = copies.slice(0, copiesNamed).map(({ article, shared }) => `\`${article.slug}\` (${inPercent(shared)})`)
  const rest = copies.length - named.length
  return `expected a story of its own, got the text that ${listed([...named, ...(rest > 0 ? [`${rest} more`] : [])])} have`
}

const inPercent = (share: number): string => `${Math.round(share * 100)} %`

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(part => part !== '').join(' and ')
}

/** What an editor may want to know about one article. */
export function warningsOf(article: Article, today: string): string[] {
  const missing = [...(hasHeadline(article) ? [] : ['headline']), ...expected.filter(key => article[key] === null)]
  const sentences = countSentences(article)
  return [
    ...(missing.length > 0 ? [`expected ${listed(missing.map(key => `\`${key}\``))}, got none`] : []),
    ...(article.published !== null && article.published > today
      ? [`expected \`published\` to be no later than today, got ${article.published}`]
      : []),
    ...(sentences < fewSentences ? [`expected at least ${fewSentences} sentences, got ${sentences}`] : []),
  ]
}

/** How many sentences an article has. */
export function countSentences({ paragraphs }: Pick<Article, 'paragraphs'>): number {
  return paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0)
}

/** Warnings about what lies in the folder and is not read. Hidden files, READMEs and the list of feeds are meant not to be. */
export async function findStrays(folder: string): Promise<Finding[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter(({ name }) => !name.startsWith('.') && !/^(?:readme(?:\.|$)|feeds\.opml$)/i.test(name))
    .filter(entry => entry.isDirectory() || !isArticleFile(entry.name))
    .map(entry => ({
      path: join(folder, entry.name),
      line: null,
      message: `expected an article file (${[...endings].join(', ')}), got ${entry.isDirectory() ? 'a folder' : 'another file'}: it is not read`,
      severity: 'warning' as const,
    }))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
