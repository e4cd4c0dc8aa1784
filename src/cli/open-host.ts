/** From a folder of articles to a host that keeps to it, with word of how far the start has come. */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Host, HostLog } from '../live/host.ts'
import { type StartProgress, startHost } from '../live/start-host.ts'
import { reportProgress } from './progress.ts'

/** Milliseconds between two lines of a log about the start. */
const PERIOD_MS = 1_000

/** For a person at a terminal: progress where they look, and only what they should know of afterwards. */
export async function openForTerminal(config: Config): Promise<Host> {
  const say = (_fields: object, message: string): void => void process.stderr.write(`\n${message}\n`)
  const reports = new Map(
    (['reading', 'indexing'] as const).map(step => [
      step,
      reportProgress(step, step === 'reading' ? 'files' : 'sentences'),
    ]),
  )
  const onProgress = ({ step, ...progress }: StartProgress): void => reports.get(step)?.(progress)
  try {
    return await startHost({ ...placesOf(config), log: { info: () => {}, warn: say, error: say }, onProgress })
  } finally {
    for (const report of reports.values()) report.end()
  }
}

/** For a program that runs unattended: a line of the log a second, when the start takes longer than that. */
export async function openForLog(config: Config, log: HostLog): Promise<Host> {
  let loggedAt = performance.now()
  const onProgress = (progress: StartProgress): void => {
    if (performance.now() - loggedAt < PERIOD_MS) return
    loggedAt = performance.now()
    log.info(progress, progress.step === 'reading' ? 'reading articles' : 'indexing sentences')
  }
  return startHost({ ...placesOf(config), log, onProgress })
}

const placesOf = ({ corpusDir, dataDir }: Config): { readonly corpusDir: string; readonly stateDir: string } => ({
  corpusDir,
  stateDir: join(dataDir, 'saved'),
})
