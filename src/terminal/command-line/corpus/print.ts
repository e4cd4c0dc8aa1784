/** How `npm run corpus` says what it finds: lines for people, JSON for programs, faults on standard error. */
import { styleText } from 'node:util'
import type { Article } from '../../../article/article.ts'
import { CorpusError, DiskError, type DiskOutcome, describeFault } from '../../../errors.ts'
import type { Finding } from '../../../folder/check.ts'
import { asDiskError } from '../../../folder/disk/disk-error.ts'
import { messagesFor } from '../../../messages/languages.ts'
import { reportDisk } from '../../../report/refusal-report.ts'
import { toJson } from '../../json.ts'
import { plain } from '../../text.ts'

/** What every action is told. */
export type Settings = { readonly folder: string; readonly json: boolean; readonly replace: boolean }

/** NO_COLOR: https://no-color.org */
const isTerminal = process.stdout.isTTY === true && process.stderr.isTTY === true && !process.env.NO_COLOR

/** An article for people: its headline, who printed it and when, then its text. */
export function printed({ headline, outlet, byline, published, dateline, url, body }: Article): string {
  const credits = [outlet, byline, dateline, published, url].filter(part => part !== null).join(' · ')
  return `${[headline, credits].filter(line => line !== '').join('\n')}\n\n${body}\n`
}

export function known({
  slug,
  headline,
  outlet,
  byline,
  published,
  dateline,
  url,
  language,
  edition,
}: Article): object {
  return { article: slug, headline, outlet, byline, published, dateline, url, language, edition }
}

/** One line, in colours on a terminal: what keeps an article out is red. */
export function describeFinding(finding: Finding): string {
  const { path, line, message, severity } = finding
  const word = isTerminal ? styleText(severity === 'fault' ? 'red' : 'yellow', severity) : severity
  const [place = '', said = ''] = [describeFault({ path, line, message: '' }), message].map(plain)
  return `${place}${word}: ${said}`
}

/** What `work` gives; null where it found a fault, or where the disk kept `outcome` from happening, which is printed. */
export async function complaining<Result extends object>(
  work: Promise<Result>,
  outcome: DiskOutcome,
): Promise<Result | null> {
  const done = await faultsOf(work).catch((error: unknown) => asDiskError(error, outcome) ?? Promise.reject(error))
  if (done instanceof DiskError) {
    complain(`${reportDisk(done, messagesFor('en'))} (${String(done.cause)})`)
    return null
  }
  if (!(done instanceof CorpusError)) return done
  for (const fault of done.faults) complain(describeFault(fault))
  return null
}

/** What `work` gives, or the error with its faults. */
export function faultsOf<Result extends object>(work: Promise<Result>): Promise<Result | CorpusError> {
  return work.catch((error: unknown) => {
    if (error instanceof CorpusError) return error
    throw error
  })
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** A day that has begun anywhere on earth is no date in the future. */
export function today(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
}

/** What is printed comes from files and their names: none of it steers the terminal. */
export function print(text: string): void {
  process.stdout.write(`${plain(text)}\n`)
}

export function printJson(value: object): void {
  process.stdout.write(`${toJson(value)}\n`)
}

export function complain(line: string): void {
  process.stderr.write(`${plain(line)}\n`)
}
