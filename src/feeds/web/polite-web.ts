/** Fetches as sites ask programs to: what robots.txt allows, one request at a time a host, and not before a site that was busy wants to be asked. */
import { FetchError } from '../../errors.ts'
import type { Clock } from '../../work/clock.ts'
import { createTurns } from '../../work/keyed-queue.ts'
import type { Around, Fetched, FetchOptions, Reach } from './fetch-options.ts'
import { fetchPage, robotName } from './fetch-page.ts'
import { createRobots } from './robots.ts'

export type Web = {
  /** @throws FetchError as `fetchPage` does, and when the site does not want this fetched. */
  fetch(address: string, options: Omit<FetchOptions, keyof Reach | 'around'>): Promise<Fetched>
}

const robotsTypes: ReadonlySet<string> = new Set(['text/plain', 'text/html'])
const mostRobotsBytes = 512 * 1024

/** The web for a program that asks on its own; what a person asks for, once, is `fetchPage`'s. */
export function createWeb(reach: Reach, clock: Clock): Web {
  const inTurn = createTurns()
  /** By host, when it may be asked next, by `clock.now`. */
  const nextAt = new Map<string, number>()

  const politely: Around = (url, request) =>
    inTurn(url.host, async () => {
      await waitUntil(nextAt.get(url.host) ?? 0, clock)
      nextAt.delete(url.host)
      return request()
    })
  const rulesOf = createRobots({
    name: robotName,
    clock,
    fetch: address =>
      fetchPage(address, { ...reach, types: robotsTypes, mostBytes: mostRobotsBytes, around: politely }),
  })

  return {
    fetch(address, options) {
      const around: Around = async (url, request) => {
        const rules = await rulesOf(url)
        if (!rules.isAllowed(url)) throw new FetchError({ kind: 'robots' })
        return politely(url, async () => {
          try {
            return await request()
          } finally {
            if (rules.delayMs > 0) nextAt.set(url.host, clock.now() + rules.delayMs)
          }
        })
      }
      return fetchPage(address, { ...options, ...reach, around })
    },
  }
}

async function waitUntil(at: number, clock: Clock): Promise<void> {
  const ms = at - clock.now()
  if (ms > 0) await new Promise<void>(resolve => void clock.later(resolve, ms, false))
}
