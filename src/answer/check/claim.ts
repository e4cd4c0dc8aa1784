/** Reads what somebody claims was said: the words, and whom the message gives as their speaker. Checking is left to `check.ts`. */
import { type Token, tokenise } from './align.ts'

/** The claimed words as typed, and everything around them in the message. */
export type Claim = {
  readonly words: string
  readonly around: string
  /** The message that the words were taken from; equal to them when it is all claim. */
  readonly message: string
  /** Where the words stand in the message. */
  readonly start: number
}

const QUOTED =
  /“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"|(?<![\p{L}\p{N}])[‘']([^‘’'\n]*(?:['’]\p{L}[^‘’'\n]*)*)[’'](?![\p{L}\p{N}])/gu
/** A quoted part of fewer words is more likely a title or an irony than the claim. */
const FEWEST_WORDS = 3

/** The longest quoted part of a message if it has one, else all of it. A line of Discord's "> " quoting counts as quoted. */
export function readClaim(message: string): Claim {
  const text = message.replace(/^> ?/gm, '').trim()
  let best: { readonly words: string; readonly at: number; readonly whole: string } | null = null
  for (const match of text.matchAll(QUOTED)) {
    const words = match.slice(1).find(part => part !== undefined) ?? ''
    if (words.trim() !== '' && (best === null || words.length > best.words.length))
      best = { words, at: match.index, whole: match[0] }
  }
  const isAll = best !== null && best.whole.length === text.length
  if (best === null || (!isAll && countWords(best.words) < FEWEST_WORDS && countWords(text) > 2 * FEWEST_WORDS)) {
    return wholeClaim(text)
  }
  const around = `${text.slice(0, best.at)} ${text.slice(best.at + best.whole.length)}`.trim()
  return { words: best.words.trim(), around, message: text, start: text.indexOf(best.words, best.at) }
}

/** A message that is the claimed words and nothing else. */
export function wholeClaim(message: string): Claim {
  return { words: message, around: '', message, start: 0 }
}

function countWords(text: string): number {
  return tokenise(text).filter(({ kind }) => kind === 'word').length
}

const OMISSION = /\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}\.?|\[[^\]\n]{1,80}\]/g

/** The tokens of a claim, without the punctuation at its ends. */
export function tokensOfClaim(words: string): Token[] {
  return trimMarks(tokenise(words))
}

/** The same with "…", "[…]" and "[inserted words]" read as omissions that the claim marks; null when it marks none. */
export function tokensWithOmissions(words: string): Token[] | null {
  const tokens: Token[] = []
  let at = 0
  for (const match of words.matchAll(OMISSION)) {
    tokens.push(...tokenise(words, at, match.index))
    at = match.index + match[0].length
    tokens.push({ kind: 'omission', folded: '', start: match.index, end: at, content: false })
  }
  return at === 0 ? null : trimMarks([...tokens, ...tokenise(words, at)])
}

function trimMarks(tokens: readonly Token[]): Token[] {
  const first = tokens.findIndex(({ kind }) => kind === 'word')
  const last = tokens.findLastIndex(({ kind }) => kind === 'word')
  return first < 0 ? [] : tokens.slice(first, last + 1)
}
