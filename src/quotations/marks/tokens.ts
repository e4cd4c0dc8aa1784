/** Cuts an article into words and marks, with each quotation standing as one token in the reporter's text around it. */
import type { Article, Paragraph, Span } from '../../article/article.ts'
import { TITLES } from '../words/words.ts'
import type { Quoted } from './marks.ts'

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
/** White space, and characters that print nothing. */
const INVISIBLE = /^[\s\p{Cf}]*$/u
const CAPITAL = /^\p{Lu}/u
const SHORTENED =
  /^(?:\p{L}|(?:\p{L}\.)+\p{L}|jr|sr|vs|inc|corp|co|ltd|no|dept|univ|calif|fla|mass|penn|ariz|colo|conn|ill|ind|mich|minn|tenn|tex|wash|wis|va|ga|ky)$/iu
const POSSESSIVE = /['’]s$/i
const MONTH = /^(?:Messrs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)$/

/** Reads every paragraph. The tokens of a line lie in the order of the text and leave nothing out but white space. */
export function readLines(article: Article, quoted: readonly Quoted[]): readonly Line[] {
  const { body } = article
  let next = 0
  return article.paragraphs.map((span, paragraph) => {
    const tokens: Token[] = []
    const starts = sentenceStarts(span)
    let at = span.start
    while (next < quoted.length && quoted[next]?.paragraph === paragraph) {
      const { outer, start, end } = quoted[next] as Quoted
      readWords(body, at, outer.start, tokens, starts)
      const text = body.slice(start, end)
      const opens = starts.opensAt(outer.start, tokens.at(-1))
      const capital = CAPITAL.test(text)
      tokens.push({ kind: 'quoted', text, lower: '', start: outer.start, end: outer.end, capital, quoted: next, opens })
      at = outer.end
      next++
    }
    readWords(body, at, span.end, tokens, starts)
    return { tokens, paragraph }
  })
}

/** Adds the words and marks of the stretch `[start, end)` to `tokens`. */
function readWords(body: string, start: number, end: number, tokens: Token[], starts: SentenceStarts): void {
  let at = start
  while (at < end) {
    if (body.charCodeAt(at) <= 32) {
      at++
      continue
    }
    WORD.lastIndex = at
    const word = WORD.exec(body)?.[0]
    if (word !== undefined && at + word.length <= end) {
      at = pushWord(body, at, word, end, tokens, starts)
      continue
    }
    const text = body[at] as string
    if (!INVISIBLE.test(text)) pushMark(text, at, at + 1, tokens, starts)
    at++
  }
}

/** Adds a word, and its possessive ending as a mark; returns where the reading goes on. */
function pushWord(
  body: string,
  at: number,
  text: string,
  end: number,
  tokens: Token[],
  starts: SentenceStarts,
): number {
  let possessive = POSSESSIVE.test(text) ? 2 : 0
  let stop = at + text.length - possessive
  const stem = possessive === 0 ? text : body.slice(at, stop)
  if (possessive === 0 && body[stop] === '.' && stop < end && (SHORTENED.test(stem) || isShortTitle(stem))) {
    stop++
    // "Inc.'s"
    if (/^['’]s\b/.test(body.slice(stop, stop + 3))) possessive = 2
  }
  const word = stop === at + stem.length ? stem : body.slice(at, stop)
  const lower = word.toLowerCase()
  tokens.push({
    kind: 'word',
    text: word,
    lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
    start: at,
    end: stop,
    capital: isCapital(word),
    quoted: -1,
    opens: starts.opensAt(at, tokens.at(-1)),
  })
  if (possessive > 0) pushMark("'s", stop, stop + 2, tokens, starts)
  return stop + possessive
}

function pushMark(text: string, start: number, end: number, tokens: Token[], starts: SentenceStarts): void {
  const opens = starts.opensAt(start, tokens.at(-1))
  tokens.push({ kind: 'mark', text, lower: text, start, end, capital: false, quoted: -1, opens })
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(word)
}

function isShortTitle(word: string): boolean {
  return word.length < 5 && CAPITAL.test(word) && (TITLES.has(word.toLowerCase()) || MONTH.test(word))
}

type SentenceStarts = { readonly opensAt: (start: number, last: Token | undefined) => boolean }

/** Tells, for tokens asked for in order, whether a sentence of the paragraph starts between the token before and this one. */
function sentenceStarts({ sentences }: Paragraph): SentenceStarts {
  let next = 0
  return {
    opensAt: (start, last) => {
      while (next < sentences.length && (sentences[next] as Span).start < (last?.end ?? 0)) next++
      return last === undefined || (next < sentences.length && (sentences[next] as Span).start <= start)
    },
  }
}
