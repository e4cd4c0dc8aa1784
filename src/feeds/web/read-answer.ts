/** Reads the answer to a request, within limits: its status, its type, its headers, and its body unpacked. */
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { FetchError, type WebProblem } from '../../errors.ts'
import type { Fetched, FetchOptions, Validators } from './fetch-options.ts'

/** A page of 5 MB is read in 2 s; few articles come near it. */
const mostBytesByDefault = 8 * 2 ** 20

/** What a site may ask for at most: to be left alone for a day, or to be believed for one. */
const longestMs = 24 * 3_600_000

/** What a header says in a message: enough to know it by. */
const shownLength = 60

/** The body of an answer that is no redirect. @throws FetchError when it is not what was asked for, or is beyond the limits. */
export async function readAnswer(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { types, known, mostBytes = mostBytesByDefault }: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const refuse = (problem: WebProblem): never => {
    body.on('error', () => {}).destroy()
    throw new FetchError(problem, { retryAfterMs: retryAfter(firstOf(headers['retry-after'])) })
  }
  const validators = validatorsOf(headers)
  const freshMs = freshFor(firstOf(headers['cache-control']))
  if (statusCode === 304 && known !== undefined) {
    body.on('error', () => {}).destroy()
    const bytes = new Uint8Array()
    return { url: url.href, isUnchanged: true, mediaType: '', charset: null, bytes, validators: known, freshMs }
  }
  if (statusCode !== 200) refuse({ kind: 'status', status: statusCode })
  const [mediaType = '', ...parameters] = (firstOf(headers['content-type']) ?? '').split(';').map(part => part.trim())
  if (!types.has(mediaType.toLowerCase())) {
    refuse({ kind: 'wrong-type', type: mediaType === '' ? null : mediaType.slice(0, shownLength) })
  }
  if (Number(firstOf(headers['content-length']) ?? 0) > mostBytes) refuse({ kind: 'page-too-large', mostBytes })
  const encoding = (firstOf(headers['content-encoding']) ?? 'identity').toLowerCase()
  const unpack =
    unpackers.get(encoding) ?? refuse({ kind: 'unknown-packing', encoding: encoding.slice(0, shownLength) })
  const bytes = await readBody(body, unpack(), mostBytes, signal)
  const charset = parameters.find(part => /^charset=/i.test(part))?.slice('charset='.length)
  return {
    url: url.href,
    isUnchanged: false,
    mediaType: mediaType.toLowerCase(),
    charset: charset?.replaceAll('"', '') ?? null,
    bytes,
    validators,
    freshMs,
  }
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  unpack: Transform,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      length += chunk.length
      if (length > mostBytes) break
      chunks.push(chunk)
    }
  }
  await pipeline(body, unpack, collect, { signal }).catch((error: unknown) => {
    // What is unread of a body that was left alone ends in an error of its own.
    if (length <= mostBytes) throw error
  })
  if (length > mostBytes) throw new FetchError({ kind: 'page-too-large', mostBytes })
  if (length === 0) throw new FetchError({ kind: 'empty' })
  return Buffer.concat(chunks)
}

const asItIs = (): Transform => new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) })

const unpackers = new Map<string, () => Transform>([
  ['identity', asItIs],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

export const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header

/** Long ones are no validators but something to be kept and sent for ever. */
function validatorsOf(headers: Dispatcher.ResponseData['headers']): Validators {
  const short = (header: string | undefined): string | null =>
    header === undefined || header.length > 500 ? null : header
  return { etag: short(firstOf(headers.etag)), lastModified: short(firstOf(headers['last-modified'])) }
}

/** `max-age` of Cache-Control, in milliseconds (RFC 9111). */
function freshFor(header: string | undefined): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(header ?? '')?.[1]
  return seconds === undefined ? null : Math.min(Number(seconds) * 1_000, longestMs)
}

/** Retry-After is a number of seconds, or a date (RFC 9110). */
function retryAfter(header: string | undefined): number | null {
  if (header === undefined) return null
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), longestMs)
}
