/**
 * Kills a process that calls the store's functions without end, at any point, as `kill -9` does: the most kills in the middle of a write that a
 * second can hold. The programs as they are started are killed by `kill-programs.ts`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { hasCode } from '../../src/folder/disk/write-file.ts'
import { loadCorpus } from '../../src/folder/load.ts'
import { openFolder } from '../../src/folder/store.ts'
import { textOf } from './kill-article.ts'

export type KillReport = {
  readonly rounds: number
  /** Writes and removals that were acknowledged. */
  readonly acknowledged: number
  /** Kills that broke one off. */
  readonly brokenOff: number
  /** Of these, how many took effect all the same, and how many left a temporary file. */
  readonly tookEffect: number
  readonly leftovers: number
  /** What must never be: articles that are lost, half, or unknown, and leftovers that stay. */
  readonly faults: readonly string[]
}

/** The longest that a round lasts before its kill: some dozens of writes. */
const LONGEST_ROUND_MS = 120

export async function killWriters(rounds: number, seed = 1): Promise<KillReport> {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-kill-'))
  const [folder, workshop] = [join(root, 'corpus'), join(root, 'workshop')]
  for (const path of [folder, workshop]) mkdirSync(path)
  const stored = new Map<string, string>()
  const report = { rounds, acknowledged: 0, brokenOff: 0, tookEffect: 0, leftovers: 0 }
  const faults: string[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { acknowledged, open } = await killOne(folder, workshop, seed + round, stored)
      report.acknowledged += acknowledged
      report.brokenOff += open === null ? 0 : 1
      report.leftovers += temporaries(folder).length > 0 ? 1 : 0
      if (open !== null) {
        const found = contentOf(folder, open.slug)
        const isNew = found === expected(open.slug, open.revision)
        if (isNew) stored.set(open.slug, open.revision)
        report.tookEffect += isNew ? 1 : 0
      }
      faults.push(...(await compare(folder, stored)).map(fault => `round ${round}: ${fault}`))
    }
  } finally {
    rmSync(root, { recursive: true })
  }
  return { ...report, faults }
}

type Operation = { readonly slug: string; readonly revision: string }

/** Runs a writer and kills it; gives what it was at when it ended, and notes in `stored` what it had acknowledged. */
async function killOne(
  folder: string,
  workshop: string,
  seed: number,
  stored: Map<string, string>,
): Promise<{ readonly acknowledged: number; readonly open: Operation | null }> {
  const writer = join(import.meta.dirname, 'kill-writer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder, workshop, `${seed}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let open: Operation | null = null
  let acknowledged = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, slug = '', revision = ''] = line.split(' ')
    if (word === 'ready') void delay(Math.random() * LONGEST_ROUND_MS).then(() => child.kill('SIGKILL'))
    if (word === 'begin') open = { slug, revision }
    if (word === 'done' && open !== null) {
      stored.set(open.slug, open.revision)
      open = null
      acknowledged += 1
    }
  }
  return { acknowledged, open }
}

/** What is wrong with the folder, whose articles should be those of `stored`. */
async function compare(folder: string, stored: ReadonlyMap<string, string>): Promise<string[]> {
  const faults: string[] = []
  const there = [...stored].filter(([, revision]) => revision !== 'none')
  for (const [slug, revision] of stored) {
    if (contentOf(folder, slug) !== expected(slug, revision))
      faults.push(`${slug} is not whole at revision ${revision}`)
  }
  if (there.length > 0) {
    const corpus = await loadCorpus(folder)
    faults.push(...corpus.faults.map(({ path, message }) => `${path}: ${message}`))
    if (corpus.articles.length !== there.length)
      faults.push(`${corpus.articles.length} articles, ${there.length} stored`)
  }
  await openFolder(folder)
  faults.push(...temporaries(folder).map(name => `${name} stays`))
  return faults
}

function expected(slug: string, revision: string): string | null {
  return revision === 'none' ? null : textOf(slug, Number(revision))
}

function contentOf(folder: string, slug: string): string | null {
  try {
    return readFileSync(join(folder, `${slug}.txt`), 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function temporaries(folder: string): string[] {
  return readdirSync(folder).filter(name => name.endsWith('.tmp'))
}
