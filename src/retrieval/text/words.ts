/** Finds the words of a text by their offsets, for every script; what a word means as a term is left to `analyse.ts`. */

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const UPPER = 3
const UNSPACED = 4 // letters of scripts that put no space between words
const SURROGATE = 5
const UNKNOWN = 255

const kinds = new Uint8Array(0x10000).fill(UNKNOWN)
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

// Most letters are these: they need no look at Unicode's tables.
for (let unit = 0; unit < 0x80; unit++) {
  const isDigit = unit >= 0x30 && unit <= 0x39
  const isUpper = unit >= 0x41 && unit <= 0x5a
  const isLower = unit >= 0x61 && unit <= 0x7a
  kinds[unit] = isDigit ? DIGIT : isUpper ? UPPER : isLower ? LETTER : OTHER
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  let kind = OTHER
  if (unit >= 0xd800 && unit <= 0xdfff) kind = SURROGATE
  else if (/\p{Nd}/u.test(char)) kind = DIGIT
  else if (/[\p{L}\p{M}\p{N}]/u.test(char))
    kind = unspaced.test(char) ? UNSPACED : /\p{Lu}/u.test(char) ? UPPER : LETTER
  kinds[unit] = kind
  return kind
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const kind = kinds[unit] ?? OTHER
  return kind === UNKNOWN ? classify(unit) : kind
}

const isWordKind = (kind: number) => kind !== OTHER && kind !== SURROGATE

/**
 * Calls `visit(start, end)` for each word between `start` and `end`, in order. A word is a run of letters, marks and digits, with
 * apostrophes inside it ("Peskov's", "O'Brien"), with the dots of an abbreviation of single letters ("U.S.", without the last dot) and
 * with the separators of a number ("1,320", "3.5"). Hyphens part words. Scripts without spaces are parted by `Intl.Segmenter`. Letters
 * outside the basic plane are words of their own run; emoji are none.
 */
export function scanWords(text: string, start: number, end: number, visit: (start: number, end: number) => void): void {
  for (let at = start; at < end; ) {
    const kind = kindAt(text, at)
    if (kind === OTHER) {
      at++
      continue
    }
    const next = wordEnd(text, at, end, kind)
    if (kind === UNSPACED) for (const [from, to] of unspacedParts(text, at, next)) visit(from, to)
    else if (next > at) visit(at, next)
    at = Math.max(next, at + 1)
  }
}

/** The end of the word, or of the run without spaces, that starts at `at`; `at` where none does. */
function wordEnd(text: string, at: number, end: number, kind: number): number {
  switch (kind) {
    case LETTER:
    case UPPER:
      return wordEndFrom(text, at, end)
    case DIGIT:
      return numberEnd(text, at, end)
    case SURROGATE:
      return astralRun(text, at, end)
    default:
      return runEnd(text, at, end)
  }
}

/** The end of a word that starts with a letter at `at`. */
function wordEndFrom(text: string, at: number, end: number): number {
  let next = at + 1
  while (next < end) {
    const unit = text.charCodeAt(next)
    const kind = kindAt(text, next)
    if (kind === LETTER || kind === DIGIT || kind === UPPER) next++
    else if (next + 1 < end && joins(text, at, next, unit)) next += 2
    else break
  }
  return next
}

/** Whether the character at `next` stands inside a word: an apostrophe between letters, or the dot of "U.S". */
function joins(text: string, at: number, next: number, unit: number): boolean {
  const after = kindAt(text, next + 1)
  if (after !== LETTER && after !== UPPER) return false
  if (unit === 0x27 || unit === 0x2019 || unit === 0x2bc) return true
  if (unit !== 0x2e || after !== UPPER || kindAt(text, next - 1) !== UPPER) return false
  // Single capitals with dots only: "U.S", never "end.The" or "NATO.The".
  const single = next - 1 === at || text.charCodeAt(next - 2) === 0x2e
  return single && (next + 2 >= text.length || !isWordKind(kindAt(text, next + 2)))
}

/** The end of a word that starts with a digit: "1,320", "3.5", "21st", "1990s". */
function numberEnd(text: string, at: number, end: number): number {
  let next = at + 1
  while (next < end) {
    const unit = text.charCodeAt(next)
    const kind = kindAt(text, next)
    if (kind === DIGIT || kind === LETTER || kind === UPPER) next++
    else if (
      (unit === 0x2c || unit === 0x2e) &&
      next + 1 < end &&
      kindAt(text, next + 1) === DIGIT &&
      kindAt(text, next - 1) === DIGIT &&
      (unit === 0x2e || isThousand(text, next + 1, end))
    )
      next += 2
    else break
  }
  return next
}

/** Whether exactly three digits follow from `at`, as after the comma of "1,320". */
function isThousand(text: string, at: number, end: number): boolean {
  for (let offset = 0; offset < 3; offset++) if (at + offset >= end || kindAt(text, at + offset) !== DIGIT) return false
  return at + 3 >= end || kindAt(text, at + 3) !== DIGIT
}

function astralRun(text: string, at: number, end: number): number {
  let next = at
  while (next < end) {
    const point = text.codePointAt(next) ?? 0
    if (point < 0x10000 || !/[\p{L}\p{N}]/u.test(String.fromCodePoint(point))) break
    next += 2
  }
  return Math.min(next, end)
}

let segmenter: Intl.Segmenter | undefined

function runEnd(text: string, at: number, end: number): number {
  let next = at
  while (next < end && kindAt(text, next) === UNSPACED) next++
  return next
}

/** The words of a run: where they start and end. */
function unspacedParts(text: string, at: number, end: number): [number, number][] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  const parts: [number, number][] = []
  for (const part of segmenter.segment(text.slice(at, end))) {
    if (part.isWordLike) parts.push([at + part.index, at + part.index + part.segment.length])
  }
  return parts
}
