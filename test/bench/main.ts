/**
 * The benchmark of search: builds, questions, memory and quality, against the engines that a user would choose instead.
 *
 *     npm run bench -- [--sizes 1000,10000,100000,1000000] [--data DIR] [--engines NAME,NAME] [--out DIR]
 *
 * Prints a table, and writes it as Markdown and as a picture into `--out` (by default `test/bench/results`). Each engine runs in a
 * process of its own, one after the other, and under the table stands what the figures should be. `--data` measures a real set (see `fit/dataset.ts`) instead of generated sentences.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawChart } from './chart.ts'
import { engines } from './engines/engines.ts'
import { goalLines } from './goals.ts'
import type { Figures } from './run-engine.ts'
import { drawScatter } from './scatter.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    data: { type: 'string' },
    engines: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, 'results') },
  },
})
const chosen = values.engines?.split(',')
const sizes = values.data === undefined ? values.sizes.split(',').map(Number) : [0]
const name = values.data === undefined ? 'search' : 'search-data'

const all: Figures[] = []
for (const size of sizes) {
  for (const engine of engines) {
    if (size > engine.largest || (chosen !== undefined && !chosen.includes(engine.name))) continue
    const figures = measure(engine.name, size)
    if (figures !== null) all.push(figures)
  }
}
const markdown = toMarkdown(all)
console.log(markdown)
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, `${name}.md`), markdown)
const questions = values.data === undefined ? '' : `the questions of ${basename(values.data)}`
const picture = values.data === undefined ? drawChart(all) : drawScatter(all, questions)
writeFileSync(join(values.out, `${name}.svg`), picture)

/** The figures of one engine, or null when it ran out of memory or time: that is said, not hidden. */
function measure(engine: string, size: number): Figures | null {
  const what = values.data === undefined ? ['--size', String(size)] : ['--data', values.data]
  const args = [
    '--expose-gc',
    '--max-old-space-size=8000',
    '--import',
    'tsx',
    join(import.meta.dirname, 'run-engine.ts'),
    '--engine',
    engine,
    ...what,
  ]
  process.stderr.write(`${engine}, ${size === 0 ? values.data : `${size} sentences`} …\n`)
  try {
    const output = execFileSync(process.execPath, args, {
      timeout: 600_000,
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    })
    // A parsed boundary: the last line is what `run-engine.ts` prints.
    return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Figures
  } catch (error) {
    process.stderr.write(
      `${engine} gave no figures: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`,
    )
    return null
  }
}

function toMarkdown(figures: readonly Figures[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = figures.map(
    ({ engine, sentences, buildMs, rebuildMs, p50Ms, p99Ms, residentBytes, firstRight, rightInFive }) =>
      row([
        engine,
        sentences.toLocaleString('en'),
        `${(buildMs / 1000).toFixed(2)} s`,
        `${(rebuildMs / 1000).toFixed(2)} s`,
        `${p50Ms.toFixed(2)} ms`,
        `${p99Ms.toFixed(2)} ms`,
        `${Math.round(residentBytes / 1e6)} MB`,
        `${firstRight.toFixed(1)} %`,
        `${rightInFive.toFixed(1)} %`,
      ]),
  )
  const head = [
    'engine',
    'sentences',
    'first build',
    'second build',
    'question, median',
    'p99',
    'resident',
    'right first',
    'right in five',
  ]
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`
  return [row(head), row(head.map(() => '---')), ...lines, '', ...goalLines(figures), '', machine, ''].join('\n')
}
