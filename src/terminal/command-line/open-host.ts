/** From a folder of articles to a host that keeps to it, with word of how far the start has come. */
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '../../config.ts'
import { CorpusError, type ReadingProgress } from '../../errors.ts'
import type { Host, HostLog } from '../../library/host/host.ts'
import { type Opening, openHost, startHost } from '../../library/host/start-host.ts'
import { plain } from '../text.ts'
import { reportProgress } from './progress.ts'

/** Milliseconds between two lines of a log about the start. */
const PERIOD_MS = 1_000

/** For a person at a terminal: progress where they look, and only what they should know of afterwards. */
export async function openForTerminal(config: Config): Promise<Host> {
  const say = (_fields: object, message: string): void => void process.stderr.write(`\n${plain(message)}\n`)
  const report = reportProgress('reading', 'files')
  try {
    const log = { info: () => {}, warn: say, error: say }
    return await startHost({ ...placesOf(config), log, onProgress: report })
  } finally {
    report.end()
  }
}

/** Milliseconds for which a program waits with everything else until all is read: then a fault in a file still ends it. */
const PATIENCE_MS = 2_000

/**
 * For a program that runs unattended: a host, which answers nothing before `read` has settled, and a line of the log a second about how far it is.
 * A folder that is read within two seconds is read when this resolves. The faults of a larger one end nothing: they are logged and in the status.
 * Of several processes with one data folder, one `saves` what was read; the others take what it saved.
 * @throws CorpusError with every fault of a folder that was read so soon.
 */
export async function openForLog(
  config: Config,
  log: HostLog,
  { saves }: { readonly saves: boolean },
): Promise<Opening> {
  let loggedAt = performance.now()
  const onProgress = (progress: ReadingProgress): void => {
    if (performance.now() - loggedAt < PERIOD_MS) return
    loggedAt = performance.now()
    log.info(progress, 'reading articles')
  }
  const opening = openHost({ ...placesOf(config), saves, log, onProgress })
  const patience = new AbortController()
  const faults = await Promise.race([opening.read, delay(PATIENCE_MS, [], patience).catch(() => [])])
  patience.abort()
  if (faults.length === 0) return opening
  await opening.host.stop()
  throw new CorpusError(faults)
}

const placesOf = ({ corpusDir, dataDir }: Config): { readonly corpusDir: string; readonly stateDir: string } => ({
  corpusDir,
  stateDir: join(dataDir, 'saved'),
})
