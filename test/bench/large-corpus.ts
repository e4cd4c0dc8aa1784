/**
 * A large folder: `node --import tsx test/bench/large-corpus.ts [--articles N] [--folder DIR]`. Starts on N articles (100,000) that were never read,
 * then changes one file, then starts again from what was saved; each start is a process of its own. A folder that is given is kept.
 */
import { fork } from 'node:child_process'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ask } from '../../src/answer/ask/ask.ts'
import type { Host } from '../../src/library/host/host.ts'
import { openHost } from '../../src/library/host/start-host.ts'
import { warmUp } from '../../src/library/host/warm-up.ts'
import { fileName, generateFiles, writeFiles } from './article-files.ts'
import { describePauses, watchPauses } from './pauses.ts'

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '100000' }, folder: { type: 'string' }, measure: { type: 'string' } },
})
const count = Number(values.articles)

const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`
const since = (start: number): string => `${((performance.now() - start) / 1000).toFixed(2)} s`

/** Calls `look` twenty times a second until `done` settles; says how long a call had to wait, from when it was due. */
async function watchOver(done: Promise<unknown>, look: () => void): Promise<string> {
  const latencies: number[] = []
  const pauses = watchPauses()
  let isOver = false
  const mark = (): void => {
    isOver = true
  }
  done.then(mark, mark)
  while (!isOver) {
    const due = performance.now() + LOOK_EVERY_MS
    await delay(LOOK_EVERY_MS)
    look()
    latencies.push(performance.now() - due)
  }
  const held = describePauses(pauses())
  latencies.sort((one, other) => one - other)
  const at = (share: number): string => `${(latencies[Math.floor(share * (latencies.length - 1))] ?? 0).toFixed(0)} ms`
  return `${latencies.length} times, p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}; ${held}`
}

const LOOK_EVERY_MS = 50

const ask3 = (host: Host, question: string) =>
  ask(host.library(null), question, { limit: 3, article: null, grouping: 'paragraph' }).passages

/** One start on the folder, then one change of it. */
async function measure(folder: string): Promise<void> {
  const started = performance.now()
  const lines: string[] = []
  const log = {
    info: () => {},
    warn: (_: object, line: string) => void lines.push(line),
    error: (_: object, line: string) => void lines.push(line),
  }
  const { host, read } = openHost({ corpusDir: join(folder, 'corpus'), stateDir: join(folder, 'saved'), log })
  let readyAfter = ''
  const seen = new Set<string>()
  const status = (): void => {
    const { reading } = host.status()
    if (reading === null) readyAfter ||= since(started)
    else seen.add(JSON.stringify(reading))
  }
  const answered = await watchOver(read, status)
  status()
  const { articles, index } = host.library(null)
  console.log(
    `  answers after ${readyAfter}, all saved after ${since(started)}: ${articles.size} articles, ${index.sentenceCount} sentences, ${megabytes()}`,
  )
  console.log(`  status during that: ${answered}; ${seen.size} different counts`)
  const question = 'How many pelicans were counted at Quenby lighthouse?'
  const asked = performance.now()
  ask3(host, question)
  console.log(`  first question ${since(asked)}`)
  const warming = performance.now()
  const warm = warmUp(host.library(null), new AbortController().signal)
  console.log(
    `  questions while speakers are found: ${await watchOver(warm, () => void ask3(host, question))}; ${since(warming)}`,
  )
  await measureChange(host, folder, question)
  const statused = performance.now()
  const { faults, pending } = host.status()
  console.log(
    `  status: ${faults.length} faults, ${pending} pending, in ${since(statused)}; ${lines.length} warnings; ${megabytes()}`,
  )
  await host.stop()
}

async function measureChange(host: Host, folder: string, question: string): Promise<void> {
  const number = Math.floor(Math.random() * 1e6)
  const changed = performance.now()
  const text = `---\nheadline: Pelicans\n---\nAt Quenby lighthouse ${number} pelicans were counted.\n`
  await writeFile(join(folder, 'corpus', fileName(Math.floor(count / 2))), text)
  let liveAfter = ''
  const isLive = new Promise<void>(resolve => {
    const look = setInterval(() => {
      if (ask3(host, question)[0]?.article.body.includes(`${number} pelicans`) !== true) return
      liveAfter = since(changed)
      clearInterval(look)
      resolve()
    }, 10)
  })
  const answered = await watchOver(isLive, () => void ask3(host, question))
  console.log(`  one changed file is live after ${liveAfter}; questions meanwhile: ${answered}`)
}

async function measureApart(title: string, folder: string): Promise<void> {
  console.log(title)
  const child = fork(import.meta.filename, ['--measure', folder, '--articles', String(count)], {
    // As `npm start` starts it.
    execArgv: ['--max-semi-space-size=4', '--import', 'tsx'],
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
