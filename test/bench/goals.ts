/** What the benchmark's figures should be, and whether they are: ratios between engines of one run, and limits at a million sentences. */
import type { Figures } from './run-engine.ts'

const BUILD_RATIO = 3
const BUILD_SIZES = [10_000, 100_000]
const QUESTION_RATIO = 5
const QUESTION_SIZE = 100_000
const ODD_MS = 50
/** For a million sentences. */
const million = { buildMs: 40_000, residentBytes: 600e6, p50Ms: 5, p99Ms: 25, reopenMs: 2000 }

/** One line a goal that the figures can tell of: what was measured, and what was wanted. */
export function goalLines(figures: readonly Figures[]): string[] {
  return figures
    .filter(({ engine }) => engine === 'Verbatim')
    .flatMap(ours => {
      const peers = figures.filter(({ engine, sentences }) => engine !== ours.engine && sentences === ours.sentences)
      const at = `${ours.sentences.toLocaleString('en')} sentences`
      return [...buildLines(ours, peers), ...questionLines(ours, peers), ...oddLines(ours), ...millionLines(ours)].map(
        line => `- ${at}: ${line}`,
      )
    })
}

function buildLines(ours: Figures, peers: readonly Figures[]): string[] {
  if (!BUILD_SIZES.includes(ours.sentences)) return []
  return peers
    .filter(({ engine }) => engine.startsWith('MiniSearch'))
    .map(({ engine, buildMs, rebuildMs }) => {
      const first = buildMs / ours.buildMs
      const second = rebuildMs / ours.rebuildMs
      return `built ${times(first)} as fast as ${engine}, the second time ${times(second)} (wanted: ${BUILD_RATIO})`
    })
}

function questionLines(ours: Figures, peers: readonly Figures[]): string[] {
  if (ours.sentences !== QUESTION_SIZE) return []
  return (['p50Ms', 'p99Ms'] as const).flatMap(which => {
    const fastest = [...peers].sort((a, b) => a[which] - b[which])[0]
    if (fastest === undefined) return []
    const ratio = fastest[which] / ours[which]
    const what = which === 'p50Ms' ? 'median question' : '99th percentile'
    return [`${what} ${times(ratio)} as fast as the fastest other, ${fastest.engine} (wanted: ${QUESTION_RATIO})`]
  })
}

function oddLines({ oddMs }: Figures): string[] {
  return [`the longest odd question took ${oddMs.toFixed(1)} ms (wanted: under ${ODD_MS})`]
}

function millionLines({ sentences, ...ours }: Figures): string[] {
  if (sentences < 1_000_000) return []
  const within = (value: number, limit: number, unit: number, name: string) =>
    `${(value / unit).toFixed(1)} ${name} (wanted: under ${limit / unit})`
  return [
    `built in ${within(ours.buildMs, million.buildMs, 1000, 's')}`,
    `resident ${within(ours.residentBytes, million.residentBytes, 1e6, 'MB')}`,
    `median ${within(ours.p50Ms, million.p50Ms, 1, 'ms')}, 99th percentile ${within(ours.p99Ms, million.p99Ms, 1, 'ms')}`,
    `from the saved index to the first answer ${within(ours.reopenMs ?? Number.NaN, million.reopenMs, 1000, 's')}`,
  ]
}

const times = (ratio: number): string => `${ratio.toFixed(1)} times`
