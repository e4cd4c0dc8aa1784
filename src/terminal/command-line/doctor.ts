/** `npm run doctor`: looks at all that a start needs, one line each, and changes nothing. */
import { access, constants, mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, readConfig } from '../../config.ts'
import { ConfigError } from '../../errors.ts'
import { loadCorpus } from '../../folder/load.ts'
import { plain } from '../text.ts'
import { lookAtDiscord } from './doctor-discord.ts'
import type { Finding } from './finding.ts'

const SIGNS = { ok: '✓', note: '·', fault: '✗' } as const
const SUBJECT_WIDTH = 12

/** Free bytes below which a disk is as good as full. */
const LITTLE_ROOM = 256 * 1024 * 1024

/** Prints a line for each finding. The exit code: 1 where something keeps the bot from working. */
export async function runDoctor(): Promise<number> {
  const config = lookAtSettings()
  if (!('corpusDir' in config)) return print([config])
  const findings = [
    { verdict: 'ok', subject: 'settings', text: 'every variable can be read' } as const,
    await lookAtCorpus(config.corpusDir),
    await lookAtData(config.dataDir),
    await lookAtDisk(config.dataDir),
    ...(await lookAtDiscord(config)),
  ]
  return print(findings)
}

function print(findings: readonly Finding[]): number {
  for (const { verdict, subject, text } of findings) {
    process.stdout.write(`${SIGNS[verdict]} ${subject.padEnd(SUBJECT_WIDTH)} ${plain(text).replace(/\s+/g, ' ')}\n`)
  }
  return findings.some(({ verdict }) => verdict === 'fault') ? 1 : 0
}

function lookAtSettings(): Config | Finding {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) return { verdict: 'fault', subject: 'settings', text: error.message }
    throw error
  }
}

async function lookAtCorpus(folder: string): Promise<Finding> {
  const subject = 'corpus'
  const { articles, faults } = await loadCorpus(folder)
  const sentences = articles.flatMap(({ paragraphs }) => paragraphs).flatMap(paragraph => paragraph.sentences).length
  const held = `${counted(articles.length, 'article')}, ${counted(sentences, 'sentence')} in ${folder}`
  const [first] = faults
  if (first === undefined) return { verdict: 'ok', subject, text: held }
  const text = `${held}; ${counted(faults.length, 'fault')}, the first: ${first.path}: ${first.message} (all: npm run corpus -- check)`
  return { verdict: 'fault', subject, text }
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

async function lookAtData(folder: string): Promise<Finding> {
  const subject = 'data folder'
  try {
    await mkdir(folder, { recursive: true })
    const probe = join(folder, `.doctor-${process.pid}`)
    await writeFile(probe, '')
    await rm(probe)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return { verdict: 'ok', subject, text: `${folder} can be read and written` }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    return { verdict: 'fault', subject, text: `${folder} cannot be written: ${code}` }
  }
}

async function lookAtDisk(folder: string): Promise<Finding> {
  const subject = 'disk'
  try {
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    const text = `${Math.floor(free / 2 ** 20).toLocaleString('en')} MB free`
    return { verdict: free < LITTLE_ROOM ? 'fault' : 'ok', subject, text }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    return { verdict: 'note', subject, text: `how much is free cannot be told: ${code}` }
  }
}
