/**
 * Questions while the corpus changes: `node --import tsx test/bench/live-load.ts [--articles N] [--seconds S]`. Another process changes 100 files
 * a second, in every way in which files change; this one asks 50 questions a second, every other in a server with an article of its own, and
 * checks each answer for consistency. Every tenth comes with suggestions, for which catalogues and speakers must be there.
 */
import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ask } from '../../src/answer/ask/ask.ts'
import type { Article } from '../../src/article/article.ts'
import { parseFile } from '../../src/formats/parse.ts'
import { startHost } from '../../src/library/host/start-host.ts'
import { warmUp } from '../../src/library/host/warm-up.ts'
import type { Library } from '../../src/library/library.ts'
import { suggestArticles } from '../../src/library/lookup/find-article.ts'
import { suggestSpeakers } from '../../src/library/speakers.ts'
import { type ArticleFiles, fileName, generateFiles, isWhole, writeFiles, writeInPieces } from './article-files.ts'
import { describePauses, watchPauses } from './pauses.ts'

const CHANGES_A_SECOND = 100
const QUESTIONS_A_SECOND = 50

const SERVER = '1'
const [first] = await parseFile({
  path: 'own.txt',
  slug: 'own',
  bytes: Buffer.from('---\nheadline: Walrus seen\n---\n\n"A walrus came," said Otto Quillfeather. End of version 0.\n'),
})
if (first === undefined) throw new Error('expected an article')
const own: Article = first

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '3000' },
    seconds: { type: 'string', default: '30' },
    folder: { type: 'string' },
  },
})
const count = Number(values.articles)
const seconds = Number(values.seconds)

/** The other process: changes files until its time is up, then says which version each file has; null for none. */
async function changeFiles(folder: string, files: ArticleFiles): Promise<void> {
  const versions = new Map<string, number | null>()
  const started = performance.now()
  for (let change = 0; change < seconds * CHANGES_A_SECOND; change++) {
    await delay(Math.max(0, started + (change * 1000) / CHANGES_A_SECOND - performance.now()))
    const number = (change * 7919) % (files.count + 200)
    const name = fileName(number)
    const path = join(folder, name)
    const text = files.text(number, change + 1)
    const way = change % 10
    versions.set(name, way === 9 ? null : change + 1)
    if (way < 4) await writeFile(path, text)
    else if (way < 6) writeInPieces(path, text, 200)
    else if (way < 9)
      await writeFile(join(folder, `.${name}.new`), text).then(() => rename(join(folder, `.${name}.new`), path))
    else await unlink(path).catch(() => {})
  }
  await delay(300)
  process.send?.([...versions])
}

/** What is wrong with an answer, if anything is. */
function findFault(library: Library, question: string): string | null {
  const answer = ask(library, question, { limit: 3, article: null, grouping: 'paragraph' })
  if (answer.passages.length === 0) return `no passage for ${question}`
  for (const { article, start, end, sentence } of answer.passages) {
    if (article !== own && !isWhole(article)) return `${article.slug} is not whole`
    const isPrinted = article.paragraphs.some(({ sentences }) => sentences.includes(sentence))
    if (!isPrinted || sentence.start < start || sentence.end > end) return `${article.slug}: a passage is out of place`
    if (library.articles.get(article.slug) !== article) return `${article.slug} is of another library`
  }
  return null
}

/** What somebody sees who types a headline and a speaker; gives what is wrong with it. */
function suggest(library: Library): readonly string[] {
  const isOwn = library.articles.has(own.slug)
  const [article] = suggestArticles(library, 'walrus', 5)
  const [speaker] = suggestSpeakers(library, 'quillfeather', 5)
  const isRight = isOwn ? article === own && speaker?.quotations === 1 : article === undefined && speaker === undefined
  suggestArticles(library, 'report 99', 25)
  return isRight ? [] : [`suggestions of another server: ${article?.slug}, ${speaker?.name}`]
}

async function measure(folder: string, files: ArticleFiles): Promise<void> {
  await writeFiles(folder, files)
  const faults = new Set<string>()
  const say = (fields: object, message: string): void => void faults.add(`${message} ${JSON.stringify(fields)}`)
  const host = await startHost({ corpusDir: folder, stateDir: null, log: { info: () => {}, warn: say, error: say } })
  await host.applyServer(SERVER, { put: [own], remove: [] })
  for (const question of files.questions.slice(0, 50)) findFault(host.library(null), question)
  await warmUp(host.library(null), new AbortController().signal)

  const writer = fork(
    import.meta.filename,
    ['--folder', folder, '--articles', String(count), '--seconds', String(seconds)],
    { execArgv: ['--import', 'tsx'] },
  )
  const finished = new Promise<readonly [string, number | null][]>(resolve =>
    writer.once('message', message => resolve(message as [string, number | null][])),
  )
  let isWriting = true
  void finished.then(() => {
    isWriting = false
  })
  await new Promise(resolve => writer.once('spawn', resolve))
  await delay(2_000)
  const pauses = watchPauses()
  const latencies: number[] = []
  // Not kept, so that what they alone hold can go.
  let last: Library | null = null
  let swaps = 0
  for (let number = 0; isWriting; number++) {
    const due = performance.now() + 1000 / QUESTIONS_A_SECOND
    await delay(1000 / QUESTIONS_A_SECOND)
    const shared = host.library(null)
    if (shared !== last) swaps += 1
    last = shared
    const library = number % 2 === 0 ? shared : host.library(SERVER)
    const fault = findFault(library, files.questions[number % files.questions.length] ?? '')
    if (fault !== null) faults.add(fault)
    if (number % 10 < 2) suggest(library).forEach(slip => void faults.add(slip))
    // From when the question came: what blocked the process before it counts.
    latencies.push(performance.now() - due)
  }
  const held = describePauses(pauses())
  const written = await finished
  const ended = performance.now()
  const isLive = (): boolean =>
    written.every(([name, version]) => {
      const article = host.library(null).articles.get(name.replace('.txt', ''))
      return version === null ? article === undefined : article?.headline.endsWith(`version ${version}`) === true
    })
  while (!isLive() && performance.now() - ended < 20_000) await delay(10)
  latencies.sort((one, other) => one - other)
  const at = (share: number): string => `${(latencies[Math.floor(share * (latencies.length - 1))] ?? 0).toFixed(1)} ms`
  console.log(
    `${count} articles, ${host.library(null).index.sentenceCount} sentences; ${seconds * CHANGES_A_SECOND} changes in ${seconds} s`,
  )
  console.log(
    `${latencies.length} questions: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}; ${swaps} libraries answered`,
  )
  console.log(held)
  console.log(
    `all live ${isLive() ? `${(performance.now() - ended + 300).toFixed(0)} ms after the last change` : 'NEVER'}; memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  )
  console.log(`faults: ${faults.size === 0 ? 'none' : [...faults].slice(0, 10).join('\n')}`)
  await host.stop()
}

const files = generateFiles(count)
if (values.folder !== undefined) {
  await changeFiles(values.folder, files)
  process.disconnect()
} else {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-live-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  await measure(folder, files)
  await rm(folder, { recursive: true, force: true })
}
