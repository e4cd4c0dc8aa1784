/** What `feeds.ts` kills and measures: `once FOLDER` reads every feed of a folder once; `load FOLDER` answers questions while they are read. */
import { setTimeout as delay } from 'node:timers/promises'
import { ask } from '../../src/answer/ask/ask.ts'
import { Feeds } from '../../src/feeds/poll/poller.ts'
import { sharedKey, sharedPlace } from '../../src/feeds/poll/shared-place.ts'
import { listArticleFiles, readArticleFiles } from '../../src/folder/load.ts'
import { startHost } from '../../src/library/host/start-host.ts'
import { describePauses, watchPauses } from './pauses.ts'

const [task = '', folder = '', wanted = '0'] = process.argv.slice(2)

async function readOnce(): Promise<void> {
  const { articles } = await readArticleFiles(folder, await listArticleFiles(folder))
  const held = new Map(articles.map(article => [article.slug, article]))
  const place = sharedPlace({ folder, articles: () => held })
  const feeds = openFeeds(() => [place])
  process.send?.('begun')
  for await (const { status } of feeds.readAll(sharedKey)) {
    if (status.failing !== null) throw new Error(JSON.stringify(status.failing))
  }
  await feeds.stop()
  process.send?.('done')
}

const openFeeds = (places: () => ReturnType<typeof sharedPlace>[]): Feeds =>
  new Feeds({
    reach: { allowPrivateAddresses: true },
    places,
    listener: {
      changed: () => undefined,
      failing: () => undefined,
      broken: (_place, error) => {
        throw error
      },
    },
  })

const QUESTIONS_A_SECOND = 20

async function answerMeanwhile(): Promise<void> {
  const say = (fields: object, message: string): void =>
    void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`)
  const host = await startHost({ corpusDir: folder, stateDir: null, log: { info: () => {}, warn: say, error: say } })
  const place = sharedPlace({ folder, articles: () => host.library(null).articles })
  const feeds = openFeeds(() => [place])
  const pauses = watchPauses()
  const latencies: number[] = []
  const startedAt = performance.now()
  let mostBytes = 0
  feeds.start()
  const isRead = (): boolean => {
    const status = feeds.status(sharedKey)
    return status.length > 0 && status.every(({ checkedAt }) => checkedAt !== null)
  }
  const isLive = (): boolean => host.library(null).articles.size >= Number(wanted)
  let readMs = 0
  for (let number = 0; !(isRead() && isLive()); number += 1) {
    const due = performance.now() + 1_000 / QUESTIONS_A_SECOND
    await delay(1_000 / QUESTIONS_A_SECOND)
    const question = `What did the council of f${number % 50}e${1 + (number % 20)} say about the bridge?`
    ask(host.library(null), question, { limit: 3, article: null, grouping: 'paragraph' })
    // From when the question came: what blocked the process before it counts.
    latencies.push(performance.now() - due)
    mostBytes = Math.max(mostBytes, process.memoryUsage().rss)
    if (readMs === 0 && isRead()) readMs = performance.now() - startedAt
    if (number % 400 === 0) process.stderr.write(`${host.library(null).articles.size} articles\n`)
  }
  latencies.sort((one, other) => one - other)
  const at = (share: number): number => Math.round(latencies[Math.floor(share * (latencies.length - 1))] ?? 0)
  process.send?.({
    articles: host.library(null).articles.size,
    readSeconds: Math.round(readMs / 1_000),
    liveSeconds: Math.round((performance.now() - startedAt) / 1_000),
    questions: latencies.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    longestMs: at(1),
    mostMegabytes: Math.round(mostBytes / 2 ** 20),
    pauses: describePauses(pauses()),
  })
  await feeds.stop()
  await host.stop()
}

await (task === 'once' ? readOnce() : answerMeanwhile())
process.disconnect()
