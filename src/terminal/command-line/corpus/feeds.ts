/** `npm run corpus follow`, `unfollow` and `fetch`: the host's own feeds, whose list lies beside the articles. */
import { mkdir } from 'node:fs/promises'
import { readConfig } from '../../../config.ts'
import { FetchError } from '../../../errors.ts'
import { Feeds } from '../../../feeds/poll/poller.ts'
import { sharedKey, sharedPlace } from '../../../feeds/poll/shared-place.ts'
import { en } from '../../../messages/en.ts'
import { reportProblem } from '../../../report/problem-report.ts'
import { complain, count, print, printJson, type Settings } from './print.ts'
import { read } from './read.ts'

/** Follows each feed, or the one that each page names, and reads it. */
export async function follow({ folder, json }: Settings, addresses: readonly string[]): Promise<number> {
  const feeds = await openFeeds(folder)
  let exitCode = 0
  for (const address of addresses) {
    try {
      const { feed, isNew, added } = await feeds.follow(sharedKey, address)
      if (json) printJson({ feed: feed.address, title: feed.title, isNew, added })
      else if (isNew) print(`follows ${feed.address}: ${feed.title}, ${count(added ?? 0, 'article')}`)
      else print(`follows ${feed.address} already: ${feed.title}`)
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      complain(`${address}: ${reportProblem(error.problem, en)}`)
      exitCode = 1
    }
  }
  await feeds.stop()
  return exitCode
}

export async function unfollow({ folder, json }: Settings, addresses: readonly string[]): Promise<number> {
  const feeds = await openFeeds(folder)
  let exitCode = 0
  for (const address of addresses) {
    const feed = await feeds.unfollow(sharedKey, address)
    if (feed === null) {
      complain(`${address}: expected a feed that is followed, got another address`)
      exitCode = 1
    } else if (json) printJson({ feed: address, title: feed.title })
    else print(`no longer follows ${address}: ${feed.title}; its articles stay`)
  }
  return exitCode
}

/** Reads every feed once, whether it is due or not; resolves to 1 when one of them could not be read. */
export async function fetchFeeds({ folder, json }: Settings): Promise<number> {
  const feeds = await openFeeds(folder)
  let exitCode = 0
  for await (const { status, added, replaced } of feeds.readAll(sharedKey)) {
    const { address, title, failing } = status
    const problem = failing === null ? null : reportProblem(failing.problem, en)
    if (problem !== null) exitCode = 1
    if (json) printJson({ feed: address, title, added, replaced, problem })
    else if (problem !== null) complain(`${address}: ${problem}`)
    else print(`${address}: ${added.length} new, ${replaced.length} corrected`)
  }
  await feeds.stop()
  return exitCode
}

async function openFeeds(folder: string): Promise<Feeds> {
  await mkdir(folder, { recursive: true })
  const { articles } = await read(folder)
  const held = new Map(articles.map(article => [article.slug, article]))
  const place = sharedPlace({ folder, articles: () => held })
  return new Feeds({
    reach: { allowPrivateAddresses: readConfig(process.env).allowPrivateAddresses },
    patienceMs: null,
    places: () => [place],
    listener: {
      changed: () => undefined,
      failing: () => undefined,
      broken: (_place, error) => complain(error instanceof Error ? error.message : String(error)),
    },
  })
}
