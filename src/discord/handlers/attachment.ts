/** Fetches what somebody attached, from Discord alone, within bounds of size and time. What it holds is left to others. */
import { RefusedError } from '../../errors.ts'
import type { DiscordAddress } from '../connection/client.ts'

/** Where attachments lie (reference, "Image Formatting" and "Signed Attachment CDN URLs"). */
const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net'])

/** Milliseconds within which a file must have arrived: far less than an interaction's token lives. */
const PATIENCE_MS = 30_000

/**
 * The bytes at `url`. `address` is another Discord's, in tests.
 * @throws RefusedError when they are more than `mostBytes`, do not come, or are not Discord's to give.
 */
export async function fetchAttachment(
  url: string,
  mostBytes: number,
  address: DiscordAddress | null,
  patienceMs: number = PATIENCE_MS,
): Promise<Uint8Array> {
  if (!isDiscords(url, address)) throw new RefusedError({ kind: 'foreign-file' })
  try {
    // A redirection could lead anywhere, to this machine's own network too.
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
    const announced = Number(response.headers.get('content-length') ?? 0)
    if (announced > mostBytes) throw tooLarge(mostBytes)
    if (!response.ok || response.body === null) throw new RefusedError({ kind: 'file-gone' })
    return await readWithin(response.body, mostBytes)
  } catch (error) {
    if (error instanceof RefusedError) throw error
    throw new RefusedError({ kind: 'file-not-fetched' }, { cause: error })
  }
}

/** What it says of itself may be wrong: bytes are counted as they come. */
async function readWithin(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > mostBytes) throw tooLarge(mostBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function isDiscords(url: string, address: DiscordAddress | null): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, origin, username } = new URL(url)
  if (address !== null && origin === new URL(address.api).origin) return true
  return protocol === 'https:' && HOSTS.has(hostname) && port === '' && username === ''
}

function tooLarge(mostBytes: number): RefusedError {
  return new RefusedError({ kind: 'file-too-large', mostBytes, bytes: null })
}
