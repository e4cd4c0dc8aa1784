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

/** The lines that Discord's "> " or ">>> " marks as quoted, and the others; null when none or all of them are. */
function splitQuotedLines(message: string): { readonly quoted: string; readonly around: string } | null {
  const [before, rest] = message.split(/^>>> /m, 2)
  const lines = (rest === undefined ? message : (before ?? '')).split('\n')
  const isQuoted = (line: string): boolean => /^> ?/.test(line)
  const quoted = [
    ...lines.filter(isQuoted).map(line => line.replace(/^> ?/, '')),
    ...(rest === undefined ? [] : [rest]),
  ]
  const around = lines.filter(line => !isQuoted(line) && line.trim() !== '')
  return quoted.length === 0 || around.length === 0
    ? null
    : { quoted: quoted.join('\n').trim(), around: around.join(' ').trim() }
}

/** The longest quoted part of a message if it has one, else all of it. A line of Discord's "> " quoting counts as quoted. */
export function readClaim(message: string): Claim {
  const lines = splitQuotedLines(message)
  if (lines !== null) {
    const inner = readClaim(lines.quoted)
    return { ...inner, around: `${inner.around} ${lines.around}`.trim() }
  }
  const text = message.replace(/^>{1,3} ?/gm, '').trim()
  let best: { readonly words: string; readonly at: number; readonly whole: string } | null = null
  for (const match of text.matchAll(QUOTED)) {
    const words = match.slice(1).find(part => part !== undefined) ?? ''
    if (words.trim() !== '' && (best === null || words.length > best.words.length))
      best = { words, at: match.index, whole: match[0] }
  }
  const outer = outermost(text)
  if (outer !== null && best !== null && outer.words.length > best.words.length) best = outer
  const isAll = best !== null && best.whole.length === text.length
  if (best === null || (!isAll && countWords(best.words) < FEWEST_WORDS && countWords(text) > 2 * FEWEST_WORDS)) {
    return wholeClaim(text)
  }
  const around = `${text.slice(0, best.at)} ${text.slice(best.at + best.whole.length)}`.trim()
  return { words: best.words.trim(), around, message: text, start: text.indexOf(best.words, best.at) }
}

/** The first curly quotation with those that it holds, to its own end; null where none holds another, or one is never closed. */
function outermost(text: string): { readonly words: string; readonly at: number; readonly whole: string } | null {
  const at = text.indexOf('“')
  let depth = 0
  for (let end = at; at >= 0 && end < text.length; end++) {
    if (text[end] === '“') depth++
    else if (text[end] === '”') depth--
    if (depth === 0) return { words: text.slice(at + 1, end), at, whole: text.slice(at, end + 1) }
  }
  return null
}

/** A message that is the claimed words and nothing else. */
export function wholeClaim(message: string): Claim {
  return { words: message, around: '', message, start: 0 }
}

const CREDITS = [
  /^(?<name>(?:[\p{L}.'’-]+\s+){0,3}[\p{L}.'’-]+)\s*:\s+(?<words>.+)$/isu,
  /^(?<credit>(?:[\p{L}.'’-]+\s+){1,5}(?:said|says|told\s+\p{L}+|wrote|tweeted|claims|claimed|stated)(?:\s+that)?\s*[:,]?)\s+(?<words>.+)$/isu,
  /^(?<words>.+?)\s*(?:[,.]\s*(?<credit>(?:said|says|according to)\s+(?:[\p{L}.'’-]+\s*){1,5})|\s[-–—~]\s*(?<name>(?:[\p{L}.'’-]+\s*){1,4}))[.!?]?$/isu,
]

/** The readings of a claim in which its first or last words are no part of it but say whose it is: "ana keller said the bridge …". */
export function withoutCredit(claim: Claim): readonly Claim[] {
  return CREDITS.flatMap(pattern => {
    const groups = pattern.exec(claim.words)?.groups
    const words = groups?.words?.trim()
    if (groups === undefined || words === undefined) return []
    const credit = capitalise(groups.credit ?? `— ${groups.name ?? ''}`)
    return [
      { ...claim, words, around: `${claim.around} ${credit}`.trim(), start: claim.start + claim.words.indexOf(words) },
    ]
  })
}

const CUES = new Set('said says told wrote tweeted claims claimed stated that according to'.split(' '))

/** Names as names are written: people type "ana keller said". */
function capitalise(credit: string): string {
  return credit.replace(/\p{L}[\p{L}'’-]*/gu, word =>
    CUES.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )
}

/** Whether a claim has too few words to be told from chance. */
export function isTooShort(message: string): boolean {
  return countWords(readClaim(message).words) < 2
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
