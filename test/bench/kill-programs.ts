/** Kills the command line as it is started (`corpus add`, `add --replace`, `remove`) and looks at the folder that it leaves. */
import { type ChildProcess, spawn } from 'node:child_process'
import { type FSWatcher, mkdirSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { listArticleFiles, readArticleFiles } from '../../src/folder/load.ts'
import { openFolder } from '../../src/folder/store.ts'
import { lineOf, revisionOf, textOf } from './kill-article.ts'

/** One line of the table. */
export type KillRow = {
  readonly what: string
  readonly kills: number
  /** Articles of which the program had said that they are added, replaced or removed. */
  readonly acknowledged: number
  /** Articles that it was to change and had said nothing of: how many are as they were to be all the same. */
  readonly unacknowledged: number
  readonly tookEffect: number
  /** Texts cut off right behind a sentence that were answered from for a while: nothing tells them from finished ones. */
  readonly likeFinished?: number
  /** What must never be. */
  readonly faults: readonly string[]
}

export const root = join(import.meta.dirname, '../..')

/** What a program is to do: the revision that each article is to have afterwards; null for none. */
export type Task = { readonly words: readonly string[]; readonly wanted: ReadonlyMap<string, number | null> }

/** What stands in a folder: the revision of each article. */
export type Stored = Map<string, number>

/** When a program is killed: after so many changes in a folder, or after so many milliseconds, whichever comes first. */
export function killSoon(child: ChildProcess, folder: string, most: { events: number; ms: number }): FSWatcher {
  let left = 1 + Math.floor(Math.random() * most.events)
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * most.ms)
  const watcher = watch(folder, () => {
    left -= 1
    if (left === 0) child.kill('SIGKILL')
  })
  child.once('exit', () => {
    clearTimeout(timer)
    watcher.close()
  })
  return watcher
}

/** What is wrong with the folder. What was broken off may have taken effect or not, and is noted in `stored` as it is found. */
export async function compare(
  folder: string,
  stored: Stored,
  open: Task['wanted'],
): Promise<{ faults: string[]; tookEffect: number }> {
  const corpus = await readArticleFiles(folder, await listArticleFiles(folder))
  const faults = corpus.faults.map(({ path, message }) => `${path}: ${message}`)
  const found: Stored = new Map()
  for (const article of corpus.articles) {
    const revision = revisionOf(article)
    if (revision === null) faults.push(`${article.slug} is not whole`)
    else found.set(article.slug, revision)
  }
  let tookEffect = 0
  for (const [slug, wanted] of open) {
    if ((found.get(slug) ?? null) !== wanted) continue
    tookEffect += 1
    if (wanted === null) stored.delete(slug)
    else stored.set(slug, wanted)
  }
  for (const [slug, revision] of stored) {
    if (found.get(slug) !== revision) faults.push(`${slug} is lost at revision ${revision}, got ${found.get(slug)}`)
  }
  for (const slug of found.keys()) if (!stored.has(slug)) faults.push(`${slug} is there and should not be`)
  await openFolder(folder)
  faults.push(
    ...readdirSync(folder)
      .filter(name => name.endsWith('.tmp'))
      .map(name => `${name} stays`),
  )
  return { faults, tookEffect }
}

const ways = ['add FILE…', 'add FEED', 'add --replace', 'remove', 'remove, from a feed'] as const

/** Kills the command line `kills` times in each of its ways. */
export async function killCommandLine(kills: number): Promise<KillRow[]> {
  const place = mkdtempSync(join(tmpdir(), 'verbatim-kill-'))
  const [folder, workshop] = [join(place, 'corpus'), join(place, 'workshop')]
  for (const path of [folder, workshop]) mkdirSync(path)
  const stored: Stored = new Map()
  const rows: KillRow[] = []
  try {
    for (const what of ways) {
      const row = { what: `corpus ${what}`, kills: 0, acknowledged: 0, unacknowledged: 0, tookEffect: 0 }
      const faults: string[] = []
      while (row.kills < kills) {
        nextRevision += 1
        const task = prepare[what](folder, workshop, stored, nextRevision)
        const { acknowledged, wasKilled } = await runKilled(task, folder)
        for (const slug of acknowledged) settle(stored, slug, task.wanted.get(slug) ?? null)
        const open = new Map([...task.wanted].filter(([slug]) => !acknowledged.has(slug)))
        const { faults: wrong, tookEffect } = await compare(folder, stored, open)
        faults.push(...wrong.map(fault => `${row.what}: ${fault}`))
        row.acknowledged += acknowledged.size
        row.unacknowledged += open.size
        row.tookEffect += tookEffect
        row.kills += wasKilled ? 1 : 0
      }
      rows.push({ ...row, faults })
    }
  } finally {
    rmSync(place, { recursive: true })
  }
  return rows
}

let nextRevision = 0

function settle(stored: Stored, slug: string, wanted: number | null): void {
  if (wanted === null) stored.delete(slug)
  else stored.set(slug, wanted)
}

type Prepare = (folder: string, workshop: string, stored: Stored, revision: number) => Task

/** What the program is given to do, each time with other articles. */
const prepare: Readonly<Record<(typeof ways)[number], Prepare>> = {
  'add FILE…': (_folder, workshop, _stored, revision) => {
    const slugs = Array.from({ length: 3 }, (_, at) => `file-${revision}-${at}`)
    return { words: ['add', ...slugs.map(slug => fileOf(workshop, slug, revision))], wanted: allAt(slugs, revision) }
  },
  'add FEED': (_folder, workshop, _stored, revision) => {
    const slugs = Array.from({ length: 5 }, (_, at) => `item-${'abcde'[at]}-${revision}`)
    const path = join(workshop, `wire-${revision}.jsonl`)
    writeFileSync(path, slugs.map(slug => lineOf(slug, revision)).join(''))
    return { words: ['add', path], wanted: allAt(slugs, revision) }
  },
  'add --replace': (_folder, workshop, stored, revision) => {
    const slugs = [...choose(stored, 3), `new-${revision}`]
    return {
      words: ['add', '--replace', ...slugs.map(slug => fileOf(workshop, slug, revision))],
      wanted: allAt(slugs, revision),
    }
  },
  remove: (folder, _workshop, stored, revision) => {
    for (const slug of [`filler-a-${revision}`, `filler-b-${revision}`]) {
      writeFileSync(join(folder, `${slug}.txt`), textOf(slug, revision))
      stored.set(slug, revision)
    }
    const slugs = choose(stored, 3)
    return { words: ['remove', ...slugs], wanted: new Map(slugs.map(slug => [slug, null])) }
  },
  'remove, from a feed': (folder, _workshop, stored, revision) => {
    const slugs = Array.from({ length: 5 }, (_, at) => `entry-${'abcde'[at]}-${revision}`)
    writeFileSync(join(folder, `feed-${revision}.jsonl`), slugs.map(slug => lineOf(slug, revision)).join(''))
    for (const slug of slugs) stored.set(slug, revision)
    const gone = slugs.filter((_, at) => at % 2 === 1 || revision % 3 === 0)
    return { words: ['remove', ...gone], wanted: new Map(gone.map(slug => [slug, null])) }
  },
}

function fileOf(workshop: string, slug: string, revision: number): string {
  const path = join(workshop, `${slug}.txt`)
  writeFileSync(path, textOf(slug, revision))
  return path
}

const allAt = (slugs: readonly string[], revision: number): Map<string, number> =>
  new Map(slugs.map(slug => [slug, revision]))

/** Some of the articles, other ones each time. */
function choose(stored: Stored, count: number): string[] {
  const slugs = [...stored.keys()].filter(slug => !slug.startsWith('entry-'))
  return slugs.sort(() => Math.random() - 0.5).slice(0, count)
}

/** Runs the program and kills it; gives what it had acknowledged by then. */
async function runKilled({ words }: Task, folder: string): Promise<{ acknowledged: Set<string>; wasKilled: boolean }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join('src', 'cli.ts'), 'corpus', ...words, '--corpus', folder, '--json'],
    { cwd: root, env: { ...process.env, CORPUS_DIR: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  child.stderr.resume()
  const ended = new Promise<boolean>(resolve => child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL')))
  // Most of its time goes into starting: the folder tells when it writes. One kill in four comes at any time at all.
  killSoon(child, folder, Math.random() < 0.25 ? { events: 1_000, ms: 900 } : { events: 12, ms: 20_000 })
  const acknowledged = new Set<string>()
  for await (const line of createInterface({ input: child.stdout })) {
    const said: { readonly article?: string } = JSON.parse(line)
    if (said.article !== undefined) acknowledged.add(said.article)
  }
  return { acknowledged, wasKilled: await ended }
}
