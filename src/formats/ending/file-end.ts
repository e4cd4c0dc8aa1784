/**
 * Looks at how a file ends: whether its bytes stop where somebody who was saving it was broken off. What is done about that is left to
 * `unfinished.ts`. A text that was cut right behind a sentence cannot be told from one that is meant to end there.
 */
import { decode, endsInCharacter, wideEncoding } from '../decode.ts'
import { doubtPage } from './page-end.ts'
import { doubtText } from './text-end.ts'

/** The end of a file, where there is something to say about it. */
export type FileEnd = {
  /** Why it looks cut off; null when it does not. Goes on a line after `expected a whole article, got `. */
  readonly doubt: string | null
  readonly hasLineEnd: boolean
  /** Whether it has as many bytes as programs write at once: a whole number of 4 KB. */
  readonly isWholeBlocks: boolean
}

const blockBytes = 4096
/** Enough for the last words in any encoding. */
const tailBytes = 512

/** How the file at `path` ends; null where it ends as most do, with a line end and at no block's. Feeds show in their own syntax where they are cut. */
export function findEnd(path: string, bytes: Uint8Array): FileEnd | null {
  if (bytes.length === 0 || /\.jsonl?$/i.test(path)) return null
  const tail = readTail(bytes)
  const hasLineEnd = /[\n\r\u2028\u2029]\s*$/u.test(tail)
  const isWholeBlocks = bytes.length % blockBytes === 0
  const doubt = /\.html?$/i.test(path) ? doubtPage(bytes, tail) : hasLineEnd ? null : doubtText(tail, isWholeBlocks)
  return hasLineEnd && !isWholeBlocks && doubt === null ? null : { doubt, hasLineEnd, isWholeBlocks }
}

/** The file's last characters, decoded. A character of which bytes are missing is U+FFFD. */
function readTail(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  let start = Math.max(0, bytes.length - tailBytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes.subarray(start + (start % 2)))
  // UTF-8 goes on with 10xxxxxx in the middle of a character.
  while (start > 0 && start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1
  const tail = bytes.subarray(start)
  return endsInCharacter(bytes) ? new TextDecoder().decode(tail) : (decode(tail) ?? '')
}
