/** Measures one engine on one corpus in a process of its own, and prints the figures as JSON: run by `main.ts`. */
import { parseArgs } from 'node:util'
import { engines } from './engines/engines.ts'
import { type BenchQuestion, countSentences, generateCorpus, readCorpus } from './search-corpus.ts'

/** Times in milliseconds, memory in bytes, shares of questions in percent. */
export type Figures = {
  readonly engine: string
  readonly sentences: number
  /** The first build of a fresh process. */
  readonly buildMs: number
  /** The second build in the same process: what a build costs once the engine's code is compiled. */
  readonly rebuildMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Resident, after the build and a collection; with the articles' text, which is held once. */
  readonly residentBytes: number
  /** From a saved index to the first answer; null for engines that keep none here. */
  readonly reopenMs: number | null
  /** The longest answer to an odd question: of one letter, of stop words, of 500 words, of 6,000 characters. */
  readonly oddMs: number
  readonly firstRight: number
  readonly rightInFive: number
}

const { values } = parseArgs({
  options: { engine: { type: 'string' }, size: { type: 'string' }, data: { type: 'string' } },
})
const engine = engines.find(({ name }) => name === values.engine)
if (engine === undefined)
  throw new Error(`expected --engine to be one of ${engines.map(({ name }) => name).join(', ')}`)
const corpus = values.data === undefined ? generateCorpus(Number(values.size)) : await readCorpus(values.data)

const started = performance.now()
const { search, reopen } = await engine.build(corpus)
const buildMs = performance.now() - started
globalThis.gc?.()
const residentBytes = process.memoryUsage.rss()

for (const { text } of corpus.questions) await search(text) // warm, as a running bot is
const times: number[] = []
let firstRight = 0
let rightInFive = 0
for (const { text, answers } of corpus.questions) {
  const from = performance.now()
  const hits = await search(text)
  times.push(performance.now() - from)
  if (hits.slice(0, 1).some(hit => answers.has(hit))) firstRight++
  if (hits.slice(0, 5).some(hit => answers.has(hit))) rightInFive++
}
times.sort((a, b) => a - b)
const oddTimes: number[] = []
for (const text of oddQuestions(corpus.questions)) {
  const from = performance.now()
  await search(text)
  oddTimes.push(performance.now() - from)
}
const reopenMs = reopen?.() ?? null
const restarted = performance.now()
await engine.build(corpus)
const rebuildMs = performance.now() - restarted
const share = (count: number) => (100 * count) / corpus.questions.length
const figures: Figures = {
  engine: engine.name,
  sentences: countSentences(corpus.sources),
  buildMs,
  rebuildMs,
  p50Ms: times[Math.floor(times.length / 2)] ?? 0,
  p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
  residentBytes,
  reopenMs,
  oddMs: Math.max(...oddTimes),
  firstRight: share(firstRight),
  rightInFive: share(rightInFive),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)

/** Questions that nobody asks in earnest. */
function oddQuestions(questions: readonly BenchQuestion[]): string[] {
  const [{ text } = { text: 'word' }] = questions
  const long = questions.map(question => question.text).join(' ')
  return [
    'a',
    'x',
    'the of and to in a is that',
    `${text} `.repeat(500).split(' ').slice(0, 500).join(' '),
    long.slice(0, 6000),
  ]
}
