/** Fetches one address of the web, safely: which addresses, how long, how many redirects. Reading the answer is `read-answer.ts`'s. */
import { lookup as resolveName } from 'node:dns'
import { Agent, request } from 'undici'
import { FetchError } from '../../errors.ts'
import { homepage, version } from '../../version.ts'
import { isForbiddenAddress } from './addresses.ts'
import type { Fetched, FetchOptions, Validators } from './fetch-options.ts'
import { firstOf, readAnswer } from './read-answer.ts'
import { checkedLookup, checkedUrl, redirectedUrl } from './web-address.ts'

/** What robots.txt may call this program. */
export const robotName = 'Verbatim'

/** Who asks, for the owner of a site who reads their log. */
export const userAgent = `${robotName}/${version} (a Discord bot that quotes articles with attribution${homepage === null ? '' : `; +${homepage}`})`

const byDefault = { mostMs: 20_000, mostRedirects: 5 } as const

/**
 * The body of what is at `address`. Connects to no forbidden address at any redirect: the address that is checked is the one connected to.
 * @throws FetchError that says what was wrong with the address or the answer.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const { mostMs = byDefault.mostMs, mostRedirects = byDefault.mostRedirects } = options
  const { around = (_url, work) => work(), resolve = resolveName } = options
  const isForbidden = options.allowPrivateAddresses ? () => false : (options.isForbidden ?? isForbiddenAddress)
  const agent = new Agent({
    connect: { lookup: checkedLookup(resolve, isForbidden), timeout: mostMs },
    connections: 1,
    maxHeaderSize: 32 * 1024,
  })
  let leftMs: number = mostMs
  const timed = async (url: URL): Promise<Fetched | URL> => {
    const [startedAt, limit] = [performance.now(), AbortSignal.timeout(Math.max(1, leftMs))]
    const signal = options.signal === undefined ? limit : AbortSignal.any([limit, options.signal])
    try {
      const answer = await request(url, { dispatcher: agent, signal, headers: headersFor(options) })
      if (!isRedirect(answer.statusCode)) return await readAnswer(url, answer, options, signal)
      // Nobody waits for the body of a redirect, which may have no end.
      answer.body.on('error', () => {}).destroy()
      return redirectedUrl(url, firstOf(answer.headers.location), isForbidden)
    } catch (error) {
      throw options.signal?.aborted ? options.signal.reason : toFetchError(error, limit, mostMs)
    } finally {
      leftMs -= Math.ceil(performance.now() - startedAt)
    }
  }
  try {
    let url = checkedUrl(address, isForbidden)
    for (let redirects = 0; ; redirects += 1) {
      const from = url
      const answer = await around(from, () => timed(from))
      if (!(answer instanceof URL)) return answer
      if (redirects === mostRedirects) throw new FetchError({ kind: 'too-many-redirects', most: mostRedirects })
      url = answer
    }
  } finally {
    await agent.destroy()
  }
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

const headersFor = ({ types, known }: FetchOptions): Record<string, string> => ({
  accept: [...types].join(', '),
  'accept-encoding': 'gzip, br, identity',
  'user-agent': userAgent,
  ...conditions(known ?? null),
})

const conditions = (known: Validators | null): Record<string, string> => ({
  ...(known?.etag == null ? {} : { 'if-none-match': known.etag }),
  ...(known?.lastModified == null ? {} : { 'if-modified-since': known.lastModified }),
})

/** What the network throws, as a problem with a name; what is a bug stays one. */
function toFetchError(error: unknown, limit: AbortSignal, mostMs: number): unknown {
  if (error instanceof FetchError) return error
  if (limit.aborted) return new FetchError({ kind: 'too-slow', mostMs }, { cause: error })
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new FetchError({ kind: 'no-such-site' }, { cause: error })
  }
  return new FetchError({ kind: 'broken', code: String(error.code) }, { cause: error })
}
