/**
 * A large folder: `node --import tsx test/bench/large-corpus.ts [--articles N] [--folder DIR]`. Starts on N articles (100,000) that were never read,
 * then changes one file, then starts again from what was saved; each start is a process of its own. A folder that is given is kept.
 */
import { fork } from 'node:child_process'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ask } from '../../src/answer/ask.ts'
import { startHost } from '../../src/live/start-host.ts'
import { fileName, generateFiles, writeFiles } from './article-files.ts'

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '100000' }, folder: { type: 'string' }, measure: { type: 'string' } },
})
const count = Number(values.articles)

const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`
const since = (start: number): string => `${((performance.now() - start) / 1000).toFixed(2)} s`

/** One start on the folder, then one change of it. */
async function measure(folder: string): Promise<void> {
  const started = performance.now()
  const lines: string[] = []
  const host = await startHost({
    corpusDir: join(folder, 'corpus'),
    stateDir: join(folder, 'saved'),
    log: { info: () => {}, warn: (_, line) => void lines.push(line), error: (_, line) => void lines.push(line) },
  })
  const { articles, index } = host.library(null)
  console.log(
    `  ready after ${since(started)}: ${articles.size} articles, ${index.sentenceCount} sentences, ${megabytes()}`,
  )
  const question = 'How many pelicans were counted at Quenby lighthouse?'
  let asked = performance.now()
  ask(host.library(null), question, { limit: 3, article: null, grouping: 'paragraph' })
  console.log(`  first question ${since(asked)}`)

  const name = fileName(Math.floor(count / 2))
  const number = Math.floor(Math.random() * 1e6)
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const changed = performance.now()
  await writeFile(
    join(folder, 'corpus', name),
    `---\nheadline: Pelicans\n---\nAt Quenby lighthouse ${number} pelicans were counted.\n`,
  )
  for (;;) {
    await delay(10)
    asked = performance.now()
    const [first] = ask(host.library(null), question, { limit: 1, article: null, grouping: 'paragraph' }).passages
    if (first?.article.body.includes(`${number} pelicans`)) break
  }
  loop.disable()
  console.log(
    `  one changed file is live after ${since(changed)}; event loop held up ${(loop.max / 1e6).toFixed(0)} ms at most`,
  )
  const statused = performance.now()
  const { faults, pending } = host.status()
  console.log(
    `  status: ${faults.length} faults, ${pending} pending, in ${since(statused)}; ${lines.length} warnings; ${megabytes()}`,
  )
  await host.stop()
}

async function measureApart(title: string, folder: string): Promise<void> {
  console.log(title)
  const child = fork(import.meta.filename, ['--measure', folder, '--articles', String(count)], {
    execArgv: ['--import', 'tsx'],
  })
  await new Promise(resolve => child.once('exit', resolve))
}

if (values.measure !== undefined) await measure(values.measure)
else {
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'verbatim-large-')))
  const corpus = join(folder, 'corpus')
  const isThere = await access(corpus).then(
    () => true,
    () => false,
  )
  if (!isThere) await writeFiles(corpus, generateFiles(count))
  await rm(join(folder, 'saved'), { recursive: true, force: true })
  await delay(2_500)
  await measureApart('never read before', folder)
  await measureApart('again, from what was saved', folder)
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true })
}
