/** Cuts an article into words and marks, with each quotation standing as one token in the reporter's text around it. */
import type { Article } from '../article.ts'
import type { Quoted } from './marks.ts'
import { TITLES } from './words.ts'

export type Token = {
  readonly kind: 'word' | 'mark' | 'quoted'
  readonly text: string
  /** Lower case, typographic apostrophes straightened. */
  readonly lower: string
  readonly start: number
  readonly end: number
  /** True for a word that starts with a capital. */
  readonly capital: boolean
  /** For `quoted`: which of the quotations; else -1. */
  readonly quoted: number
  /** True for the first token of a sentence of the reporter's. */
  readonly opens: boolean
}

/** One paragraph as the reporter wrote it: quotations are single tokens. */
export type Line = { readonly tokens: readonly Token[]; readonly paragraph: number }

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.\-'’&@/](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/uy
const CAPITAL = /^\p{Lu}/u
const SHORTENED =
  /^(?:\p{L}|(?:\p{L}\.)+\p{L}|jr|sr|vs|inc|corp|co|ltd|no|dept|univ|calif|fla|mass|penn|ariz|colo|conn|ill|ind|mich|minn|tenn|tex|wash|wis|va|ga|ky)$/iu
const POSSESSIVE = /['’]s$/i

/** What follows a full stop that ends no sentence: "(R-Fla.) said", "St. john's". */
const GOES_ON = /^\s*[\p{Ll},;:)\]]/u

/** Reads every paragraph. The tokens of a line lie in the order of the text and leave nothing out but white space. */
export function readLines(article: Article, quoted: readonly Quoted[]): readonly Line[] {
  let next = 0
  return article.paragraphs.map((span, paragraph) => {
    const tokens: Token[] = []
    let opens = true
    let at = span.start
    const push = (token: Omit<Token, 'opens'>) => {
      tokens.push({ ...token, opens })
      opens = endsSentence(token) && !GOES_ON.test(article.body.slice(token.end, token.end + 3))
    }
    while (next < quoted.length && quoted[next]?.paragraph === paragraph) {
      const { outer, start, end } = quoted[next] as Quoted
      readWords(article.body, at, outer.start, push)
      const text = article.body.slice(start, end)
      push({
        kind: 'quoted',
        text,
        lower: '',
        start: outer.start,
        end: outer.end,
        capital: CAPITAL.test(text),
        quoted: next,
      })
      at = outer.end
      next++
    }
    readWords(article.body, at, span.end, push)
    return { tokens, paragraph }
  })
}

/** The words of a stretch of text, such as those inside a quotation. */
export function readWords(body: string, start: number, end: number, push: (token: Omit<Token, 'opens'>) => void): void {
  let at = start
  while (at < end) {
    WORD.lastIndex = at
    const match = WORD.exec(body)
    if (match === null || match.index + match[0].length > end) {
      const text = body[at] ?? ''
      if (text.trim() !== '') push(mark(text, at, at + 1))
      at++
      continue
    }
    at = pushWord(body, at, match[0], end, push)
  }
}

function pushWord(
  body: string,
  at: number,
  text: string,
  end: number,
  push: (token: Omit<Token, 'opens'>) => void,
): number {
  const possessive = POSSESSIVE.test(text) ? 2 : 0
  let stop = at + text.length - possessive
  const stem = body.slice(at, stop)
  if (possessive === 0 && body[stop] === '.' && stop < end && (SHORTENED.test(stem) || isShortTitle(stem))) stop++
  const word = body.slice(at, stop)
  push({
    kind: 'word',
    text: word,
    lower: word.toLowerCase().replaceAll('’', "'"),
    start: at,
    end: stop,
    capital: CAPITAL.test(word),
    quoted: -1,
  })
  if (possessive > 0) push(mark("'s", stop, stop + 2))
  return stop + possessive
}

function isShortTitle(word: string): boolean {
  return (
    word.length < 5 &&
    CAPITAL.test(word) &&
    (TITLES.has(word.toLowerCase()) || /^(?:Messrs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)$/.test(word))
  )
}

function mark(text: string, start: number, end: number): Omit<Token, 'opens'> {
  return { kind: 'mark', text, lower: text, start, end, capital: false, quoted: -1 }
}

function endsSentence(token: Omit<Token, 'opens'>): boolean {
  if (token.kind === 'quoted') return /[.!?…]['’)\]]*\s*$/.test(token.text)
  return token.kind === 'mark' && /[.!?]/.test(token.text)
}
