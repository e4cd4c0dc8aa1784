/** What sites ask of programs in their robots.txt (RFC 9309), remembered for a day. */
import robotsParser from 'robots-parser'
import { FetchError } from '../../errors.ts'
import type { Clock } from '../../work/clock.ts'
import type { Fetched } from './fetch-options.ts'

// The package is the function itself, which its types have as a property of it.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

export type Rules = {
  isAllowed(url: URL): boolean
  /** Between two requests. */
  readonly delayMs: number
}

const keptMs = 24 * 3_600_000
const mostKept = 2_000
/** A site that asks for more is asked as seldom as that. */
const longestDelayMs = 30_000

const allAllowed: Rules = { isAllowed: () => true, delayMs: 0 }

export type RobotsOptions = {
  readonly name: string
  readonly clock: Clock
  /** Fetches a robots.txt. */
  readonly fetch: (address: string) => Promise<Fetched>
}

/** Gives the rules of the site that an address is on. @throws FetchError when the site cannot be reached. */
export function createRobots({ name, clock, fetch }: RobotsOptions): (url: URL) => Promise<Rules> {
  const known = new Map<string, { readonly until: number; readonly rules: Rules }>()
  return async url => {
    const kept = known.get(url.origin)
    if (kept !== undefined && kept.until > clock.wallNow()) return kept.rules
    const rules = await readRules(`${url.origin}/robots.txt`, name, fetch)
    known.delete(url.origin)
    known.set(url.origin, { until: clock.wallNow() + keptMs, rules })
    const [oldest] = known.keys()
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
    return rules
  }
}

async function readRules(address: string, name: string, fetch: RobotsOptions['fetch']): Promise<Rules> {
  try {
    const { bytes } = await fetch(address)
    const robots = parseRobots(address, new TextDecoder().decode(bytes))
    const delayMs = Math.min((robots.getCrawlDelay(name) ?? 0) * 1_000, longestDelayMs)
    return { isAllowed: url => robots.isAllowed(url.href, name) !== false, delayMs }
  } catch (error) {
    if (!(error instanceof FetchError) || !saysNothing(error)) throw error
    return allAllowed
  }
}

/** A site without the file, or with something else in its place, forbids nothing; one that is out of order may. */
function saysNothing({ problem }: FetchError): boolean {
  if (problem.kind === 'status') return problem.status < 500 && problem.status !== 429
  return [
    'wrong-type',
    'empty',
    'page-too-large',
    'too-many-redirects',
    'redirect-nowhere',
    'private-address',
  ].includes(problem.kind)
}
