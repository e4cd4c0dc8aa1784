/** Fetches one address of the web, safely: which addresses, how much, how long, what type. What the bytes say is left to `formats/`. */
import { type LookupAddress, lookup as resolveName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, type Dispatcher, request } from 'undici'
import { UserError } from '../errors.ts'
import { isForbiddenAddress } from './addresses.ts'

/** Who asks, for the owner of a site who reads their log. */
export const userAgent = 'Verbatim (a Discord bot that quotes articles with attribution)'

/** A page of 5 MB is read in 2 s; few articles come near it. */
const byDefault = { mostBytes: 8 * 2 ** 20, mostMs: 20_000, mostRedirects: 5 } as const

export type FetchOptions = {
  /** The media types that are taken, in lower case, such as `text/html`. */
  readonly types: ReadonlySet<string>
  /** For a host's own intranet: addresses that are not on the public internet are fetched from as well. */
  readonly allowPrivateAddresses?: boolean
  /** Bytes of the body, both as sent and as unpacked. */
  readonly mostBytes?: number
  /** For all of it, redirects included. */
  readonly mostMs?: number
  readonly mostRedirects?: number
  /** Which IP addresses must not be connected to, where that is not `isForbiddenAddress`. */
  readonly isForbidden?: (address: string) => boolean
  /** How names are resolved, where that is not by the system. */
  readonly resolve?: LookupFunction
}

export type Fetched = {
  /** The address that answered, after redirects. */
  readonly url: string
  readonly mediaType: string
  /** What the header calls the text's encoding; null when it does not say. */
  readonly charset: string | null
  readonly bytes: Uint8Array
}

/** Nothing was fetched. The message says why, for whoever gave the address. */
export class FetchError extends UserError {}

/**
 * The body of what is at `address`. Connects to no forbidden address at any redirect: the address that is checked is the one connected to.
 * @throws FetchError that says what was wrong with the address or the answer.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const { mostMs = byDefault.mostMs, mostRedirects = byDefault.mostRedirects } = options
  const isForbidden = options.allowPrivateAddresses ? () => false : (options.isForbidden ?? isForbiddenAddress)
  const agent = new Agent({
    connect: { lookup: checkedLookup(options.resolve ?? resolveName, isForbidden), timeout: mostMs },
    connections: 1,
    maxHeaderSize: 32 * 1024,
  })
  const signal = AbortSignal.timeout(mostMs)
  try {
    let url = checkedUrl(address, isForbidden)
    for (let redirects = 0; ; redirects += 1) {
      const answer = await request(url, { dispatcher: agent, signal, headers: headersFor(options.types) })
      if (!isRedirect(answer.statusCode)) return await readAnswer(url, answer, options, signal)
      // Nobody waits for the body of a redirect, which may have no end.
      answer.body.on('error', () => {}).destroy()
      if (redirects === mostRedirects) throw new FetchError(`Expected at most ${mostRedirects} redirects, got more.`)
      url = redirectedUrl(url, first(answer.headers.location), isForbidden)
    }
  } catch (error) {
    throw toFetchError(error, signal, mostMs)
  } finally {
    await agent.destroy()
  }
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

const headersFor = (types: ReadonlySet<string>): Record<string, string> => ({
  accept: [...types].join(', '),
  'accept-encoding': 'gzip, br, identity',
  'user-agent': userAgent,
})

function redirectedUrl(from: URL, location: string | undefined, isForbidden: (address: string) => boolean): URL {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw new FetchError('Expected a redirect to a web address, got one to nowhere.')
  }
  return checkedUrl(new URL(location, from).href, isForbidden)
}

/** An address that is an IP address is never looked up, and so is checked here. */
function checkedUrl(address: string, isForbidden: (address: string) => boolean): URL {
  if (!URL.canParse(address)) throw new FetchError('Expected a web address such as https://example.org/story.')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError(`Expected an address of http or https, got one of ${url.protocol.slice(0, -1)}.`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('Expected an address without a user name and a password.')
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && isForbidden(host)) throw forbidden()
  url.hash = ''
  return url
}

const forbidden = (): FetchError =>
  new FetchError('Expected an address on the public internet, got one of a private network.')

/** Resolves a name for the connection itself, so that no second look-up can give another address than the one checked. */
function checkedLookup(resolve: LookupFunction, isForbidden: (address: string) => boolean): LookupFunction {
  return (name, options, callback) =>
    resolve(name, options, (error, address, family) => {
      if (error !== null) return callback(error, address, family)
      const all: readonly string[] = Array.isArray(address)
        ? address.map((one: LookupAddress) => one.address)
        : [address]
      return all.some(isForbidden) ? callback(forbidden(), [], family) : callback(null, address, family)
    })
}

async function readAnswer(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { types, mostBytes = byDefault.mostBytes }: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const refuse = (message: string): never => {
    body.on('error', () => {}).destroy()
    throw new FetchError(message)
  }
  if (statusCode !== 200) refuse(`Expected the page, got the status ${statusCode} of the site.`)
  const [mediaType = '', ...parameters] = (first(headers['content-type']) ?? '').split(';').map(part => part.trim())
  if (!types.has(mediaType.toLowerCase())) {
    refuse(`Expected ${[...types].join(' or ')}, got ${mediaType === '' ? 'no content type' : mediaType.slice(0, 60)}.`)
  }
  const tooLarge = `Expected at most ${sizeOf(mostBytes)}, got more.`
  if (Number(first(headers['content-length']) ?? 0) > mostBytes) refuse(tooLarge)
  const encoding = (first(headers['content-encoding']) ?? 'identity').toLowerCase()
  const unpack =
    unpackers.get(encoding) ?? refuse(`Expected a plain or packed page, got the encoding ${encoding.slice(0, 60)}.`)
  const chunks: Buffer[] = []
  let length = 0
  await pipeline(
    body,
    unpack(),
    async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        length += chunk.length
        if (length > mostBytes) break
        chunks.push(chunk)
      }
    },
    { signal },
  ).catch((error: unknown) => {
    // What is unread of a body that was left alone ends in an error of its own.
    if (length <= mostBytes) throw error
  })
  if (length > mostBytes) throw new FetchError(tooLarge)
  if (length === 0) throw new FetchError('Expected a page, got nothing in it.')
  const charset =
    parameters
      .find(part => /^charset=/i.test(part))
      ?.slice('charset='.length)
      .replaceAll('"', '') ?? null
  return { url: url.href, mediaType: mediaType.toLowerCase(), charset, bytes: Buffer.concat(chunks) }
}

const asItIs = (): Transform => new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) })

const unpackers = new Map<string, () => Transform>([
  ['identity', asItIs],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

const first = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header

const sizeOf = (bytes: number): string =>
  bytes >= 2 ** 20 ? `${Math.floor(bytes / 2 ** 20)} MB` : `${Math.ceil(bytes / 1024)} KB`

/** What the network throws, as a sentence; what is a bug stays one. */
function toFetchError(error: unknown, signal: AbortSignal, mostMs: number): unknown {
  if (error instanceof FetchError) return error
  if (signal.aborted)
    return new FetchError(`Expected the page within ${mostMs / 1000} s, got no end of it.`, { cause: error })
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new FetchError('Expected the address of a site, got a name that nobody has.', { cause: error })
  }
  return new FetchError(`Expected an answer of the site, got a broken one (${error.code}).`, { cause: error })
}
