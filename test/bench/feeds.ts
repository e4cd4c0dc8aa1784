/**
 * Feeds on loopback: `node --import tsx test/bench/feeds.ts [--feeds 1000] [--entries 50] [--kills 100]`. Answers 20 questions a second while all are
 * read for the first time, and measures answers and memory; then kills a program in the middle of reading, again and again, while entries come, are
 * corrected, move and are dated anew, and looks for what is there twice, lost or half. Exits 1 when a figure or an article is not as it should be.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeSubscriptions } from '../../src/feeds/feed/opml.ts'
import { listArticleFiles, readArticleFiles } from '../../src/folder/load.ts'
import { createFeedSites, type FeedSites, makeEntry } from './feed-sites.ts'

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '1000' },
    entries: { type: 'string', default: '50' },
    kills: { type: 'string', default: '100' },
  },
})
const [feedCount, entryCount, kills] = [values.feeds, values.entries, values.kills].map(Number) as [
  number,
  number,
  number,
]

const goals = { p99Ms: 250, megabytes: 512 } as const
const program = join(import.meta.dirname, 'feed-program.ts')
/** As `npm start` runs. */
const start = (...words: string[]): ReturnType<typeof fork> =>
  fork(program, words, { execArgv: ['--max-semi-space-size=4', '--import', 'tsx'] })

async function folderOf(sites: FeedSites): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-feeds-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'first.txt'), '---\nheadline: First\n---\n\nThis is the first article. It says little.\n')
  const list = sites.addresses.map(address => ({ address, title: null }))
  await writeSubscriptions(folder, 'feeds.opml', list)
  return folder
}

type Load = { readonly articles: number; readonly p99Ms: number; readonly mostMegabytes: number }

async function measureLoad(): Promise<readonly string[]> {
  const sites = await createFeedSites(feedCount, entryCount)
  const wanted = feedCount * entryCount + 1
  const child = start('load', await folderOf(sites), String(wanted))
  // A parsed boundary: what `feed-program.ts` sends.
  const [load] = (await once(child, 'message')) as [Load]
  await once(child, 'exit')
  await sites.close()
  console.log(`${feedCount} feeds of ${entryCount} entries: ${JSON.stringify(load)}`)
  return [
    ...(load.articles === wanted ? [] : [`expected ${wanted} articles, got ${load.articles}`]),
    ...(load.p99Ms <= goals.p99Ms ? [] : [`expected p99 within ${goals.p99Ms} ms, got ${load.p99Ms}`]),
    ...(load.mostMegabytes <= goals.megabytes ? [] : [`expected ${goals.megabytes} MB, got ${load.mostMegabytes}`]),
  ]
}

const killFeeds = 4
const killEntries = 10

/** What comes between two readings: new entries, a correction, a moved one, one dated anew. */
function change(sites: FeedSites, round: number): void {
  const newest = killEntries + round
  for (const [feed, entries] of sites.entries.entries()) {
    entries.unshift(makeEntry(feed, newest))
    const pick = (): number => Math.floor(Math.random() * entries.length)
    const edit = (at: number, by: Partial<(typeof entries)[number]>): void => {
      const entry = entries[at]
      if (entry !== undefined) entries[at] = { ...entry, ...by }
    }
    const corrected = pick()
    edit(corrected, { revision: (entries[corrected]?.revision ?? 1) + 1 })
    edit(pick(), { path: `/moved/${feed}/${round}` })
    edit(pick(), { date: new Date().toUTCString() })
    entries.length = Math.min(entries.length, 40)
  }
}

/** Kills the program after so many changes in its folder, or milliseconds, whichever comes first; true when it had not finished. */
async function killSoon(folder: string): Promise<boolean> {
  const child = start('once', folder)
  let isDone = false
  child.on('message', message => {
    if (message === 'done') isDone = true
    if (message !== 'begun') return
    let left = 1 + Math.floor(Math.random() * 40)
    const watchers = [folder].map(each =>
      watch(each, { recursive: true }, () => {
        left -= 1
        if (left === 0) child.kill('SIGKILL')
      }),
    )
    const timer = setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 3_000)
    child.once('exit', () => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    })
  })
  await once(child, 'exit')
  return !isDone
}

/** What is there twice or half; and, when all was read, what is lost or of an old revision. */
async function faultsIn(folder: string, sites: FeedSites, isWhole: boolean): Promise<string[]> {
  const { articles, faults } = await readArticleFiles(folder, await listArticleFiles(folder))
  const found = new Map<string, number>()
  const wrong = faults.map(({ path, message }) => `${path}: ${message}`)
  for (const { headline, body } of articles) {
    const key = /^Report (\S+)$/.exec(headline)?.[1]
    if (key === undefined) continue
    if (found.has(key)) wrong.push(`${key} is there twice`)
    if (!body.endsWith('before it grew dark.')) wrong.push(`${key} is half`)
    found.set(key, Number(/version (\d+)/.exec(body)?.[1]))
  }
  if (!isWhole) return wrong
  for (const { key, revision } of sites.entries.flat()) {
    if (found.get(key) !== revision)
      wrong.push(`${key} is to be at revision ${revision}, got ${found.get(key) ?? 'none'}`)
  }
  return wrong
}

async function killAgainAndAgain(): Promise<readonly string[]> {
  const sites = await createFeedSites(killFeeds, killEntries)
  const folder = await folderOf(sites)
  const faults: string[] = []
  let broken = 0
  for (let round = 1; round <= kills; round += 1) {
    if (round > 1) change(sites, round)
    if (await killSoon(folder)) broken += 1
    faults.push(...(await faultsIn(folder, sites, false)))
    process.stderr.write(`${round} kills, ${faults.length} faults\n`)
    // Every tenth time it is let finish: nothing may be lost then.
    if (round % 10 > 0 && round < kills) continue
    const child = start('once', folder)
    await once(child, 'exit')
    faults.push(...(await faultsIn(folder, sites, true)))
  }
  await sites.close()
  console.log(`${kills} kills, ${broken} of them before the end; ${faults.length} articles twice, lost or half`)
  return faults
}

const faults = [...(kills > 0 ? await killAgainAndAgain() : []), ...(feedCount > 0 ? await measureLoad() : [])]
for (const fault of faults.slice(0, 20)) console.log(fault)
process.exit(faults.length > 0 ? 1 : 0)
