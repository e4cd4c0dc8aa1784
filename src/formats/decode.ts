/** Turns a file's bytes into text: which encoding they are in. What the text means is left to the format that reads it. */

const declaredCharset =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/i

/**
 * The text of `bytes`, or null when they are not text. The encoding is what a byte-order mark says, else UTF-16 where every second byte
 * is zero, else UTF-8 where the bytes are valid UTF-8, else what an HTML or XML head declares, else windows-1252, as browsers do.
 * Validity goes before the declaration, since pages are re-saved as UTF-8 under an old declaration, and text in another encoding
 * is hardly ever valid UTF-8 by chance.
 */
export function decode(bytes: Uint8Array): string | null {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: the decoder's one way to say so. Or it is but for its last character, of which a broken save has left a part.
    return endsInCharacter(bytes) ? new TextDecoder().decode(bytes).slice(0, -1) : decodeLegacy(bytes)
  }
}

/** The encoding of two bytes a unit that these are in; null for any other. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  return encoding === 'utf-8' ? null : encoding
}

/** Whether UTF-8 that shows itself as such (it has a whole character of several bytes) lacks the rest of its last one. */
export function endsInCharacter(bytes: Uint8Array): boolean {
  const cut = cutCharacter(bytes)
  if (cut === 0) return false
  const whole = bytes.subarray(0, bytes.length - cut)
  if (!whole.some(byte => byte >= 0x80)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(whole)
    return true
  } catch {
    // Not UTF-8 at all.
    return false
  }
}

/** How many bytes at the end begin a character of UTF-8 that has more; 0 when the last one is whole, or these are none of UTF-8. */
function cutCharacter(bytes: Uint8Array): number {
  for (let length = 1; length <= 3 && length <= bytes.length; length += 1) {
    const byte = bytes[bytes.length - length] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc2) return length < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length : 0
  }
  return 0
}

function decodeLegacy(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const declared = declaredCharset.exec(head)
  const decoder = decoderFor(declared?.[1] ?? declared?.[2] ?? 'windows-1252')
  const decoded = decoder.decode(bytes)
  const text = decoder.encoding === 'windows-1252' ? withWindows1252(decoded) : decoded
  // Text has no control characters besides white space; pictures and archives have many.
  const controls = text.slice(0, 4096).match(/(?![\t\n\f\r])\p{Cc}|\uFFFD/gu)?.length ?? 0
  return controls > 4 ? null : text
}

// Node 20 decodes windows-1252 as ISO 8859-1, which has controls where windows-1252 has quotation marks and dashes.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function withWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, control => windows1252.charAt(control.charCodeAt(0) - 0x80))
}

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be'

function markedEncoding(bytes: Uint8Array): Unicode | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

// Western text in UTF-16 has a zero in nearly every second byte, and `<` or a letter beside it.
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 512)
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (head.length < 8 || bytes.length % 2 !== 0) return null
  if (odd > head.length * 0.35 && even < head.length * 0.05) return 'utf-16le'
  return even > head.length * 0.35 && odd < head.length * 0.05 ? 'utf-16be' : null
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label)
  } catch {
    // A page may declare an encoding that nobody knows; browsers fall back as well.
    return new TextDecoder('windows-1252')
  }
}
