/**
 * Splits text into sentences. The splitter is our own scan over sentence-ending marks rather than `Intl.Segmenter`, which ends a
 * sentence after "Mr." and "U.S." and takes time quadratic in the text (26 s for 1.6 MB, Node 20). Paragraphs are left to `paragraphs.ts`.
 */
import {
  afterHours,
  afterOrdinals,
  beforeNumbers,
  hours,
  inNames,
  openers,
  speechVerbs,
  titles,
} from './abbreviations.ts'
import type { Span } from './article.ts'

// A run of sentence-ending marks, the quotation marks and brackets that close after it, note marks such as [1], and white space;
// or a line's end. Every part after the first is optional, so that no attempt fails late: the scan is linear.
const candidate = /([\p{Sentence_Terminal}…]+)([\p{Pe}\p{Pf}"'’]*)((?:\[[\p{L}\p{N} ]{1,16}\])*)(\s*)|\n\s*/gu
const spaceless = /[。！？｡।॥]$/u
const closingMark = /[\p{Pf}"'’」』]/u
const bullet = /(?:[-*•‣◦▪–—]|\d{1,3}[.)]|\(?[a-z\d]\))\s/y
const openingMarks = /[\p{Ps}\p{Pi}\p{Pd}"'‘“«¿¡*_]*\s?/uy
const nextWord = /(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}'’.]{0,24}/uy
const speakerAfter = new RegExp(`(?:\\p{Lu}[\\p{L}.'’-]{0,30}\\s+){1,4}(?:${speechVerbs})\\b`, 'uy')
// `World War I.`, `you and I.`: here the letter is no initial.
const endsBeforeI = /\b(?:war|part|act|volume|chapter|type|phase|and|than|do|am|as) $/i
const wordBefore = /[\p{L}\p{M}\p{N}.ª]{1,24}$/u

/**
 * Sentences of `text`, in order; they tile it: the first starts at 0, each starts where the one before ends, the last ends with the
 * text. White space after a sentence belongs to it. Linear in the text's length. `splitSentences('Hi. “Why?” he asked.')` gives
 * `[{ start: 0, end: 4 }, { start: 4, end: 20 }]`.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const match of text.matchAll(candidate)) {
    const end = match.index + match[0].length
    if (end >= text.length) break
    const ends =
      match[1] === undefined ? endsAtLineBreak(text, start, match.index, end) : endsAtMark(text, start, match)
    if (ends) {
      sentences.push({ start, end })
      start = end
    }
  }
  if (start < text.length) sentences.push({ start, end: text.length })
  return sentences
}

// A line that ends without a mark goes on in the next one where it looks wrapped, and stands alone where it looks like a list or a title.
function endsAtLineBreak(text: string, start: number, index: number, end: number): boolean {
  if (isBlank(text, start, index)) return false
  if (/\n\s*\n/.test(text.slice(index, end)) || startsBullet(text, end)) return true
  const line = text.slice(Math.max(start, text.lastIndexOf('\n', index - 1) + 1, index - 60), index)
  return line.length < 50 && !/^\p{Ll}/u.test(text.slice(end, end + 2))
}

function endsAtMark(text: string, start: number, match: RegExpExecArray): boolean {
  const [whole, marks = '', closing = '', notes = '', space = ''] = match
  const end = match.index + whole.length
  if (spaceless.test(marks)) return true
  if (space === '' && notes === '') return false
  if (/\n\s*\n/.test(space) || (space.includes('\n') && startsBullet(text, end))) return true
  if (/[([]$/.test(text.slice(Math.max(start, match.index - 1), match.index))) return false
  return opensSentence(text, start, match, { marks, closing, end })
}

type Mark = { readonly marks: string; readonly closing: string; readonly end: number }

function opensSentence(text: string, start: number, match: RegExpExecArray, { marks, closing, end }: Mark): boolean {
  const opening = at(openingMarks, text, end)
  const word = at(nextWord, text, end + opening.length)
  if (word === '') return opening !== '' || !/[,;:\p{Pe}\p{Pf}\p{Sentence_Terminal}…]/u.test(text.slice(end, end + 1))
  const single = marks === '.'
  if (/^\p{Ll}/u.test(word) && !/^\p{Ll}\p{Lu}/u.test(word)) {
    // `He left. "unauthorised" protests` begins a sentence; `"Why?" he asked` and `… then` do not.
    const quotes = /^["'‘“«(]/.test(opening)
    return single && quotes && closing === '' && !isAbbreviation(text, start, match.index, word)
  }
  if (closingMark.test(closing) && !single && at(speakerAfter, text, end) !== '') return false
  return !single || closing !== '' || !isAbbreviation(text, start, match.index, word)
}

/** Whether the full stop at `index` belongs to the word before it rather than to the sentence, given the word that follows. */
function isAbbreviation(text: string, start: number, index: number, next: string): boolean {
  const before = wordBefore.exec(text.slice(Math.max(start, index - 24), index))?.[0] ?? ''
  const word = before.toLowerCase()
  const opens = openers.has(next.replace(/['’.].*$/, ''))
  if (titles.has(word)) return true
  if (hours.has(word) && /\d\s?$/.test(text.slice(Math.max(start, index - before.length - 2), index - before.length))) {
    return afterHours.has(next.toLowerCase().replace(/\.$/, ''))
  }
  if (/^\p{N}/u.test(next)) return beforeNumbers.has(word) || isInitials(before)
  if (/^\d{1,3}$/.test(word))
    return isBlank(text, start, index - before.length) || afterOrdinals.has(next.toLowerCase())
  if (before === 'I' && endsBeforeI.test(text.slice(Math.max(start, index - 12), index - 1))) return false
  return (isInitials(before) || inNames.has(word)) && !opens
}

// `J`, `U.S`, `Ph.D`: one or two letters between full stops.
function isInitials(word: string): boolean {
  return /^(?:\p{Lu}|(?:\p{L}{1,2}\.)+\p{L}{1,2})$/u.test(word)
}

function startsBullet(text: string, index: number): boolean {
  return at(bullet, text, index) !== ''
}

// Whether a sentence has no words yet. No farther than 64 units, so that the scan stays linear.
function isBlank(text: string, start: number, end: number): boolean {
  if (end - start > 64) return false
  for (let index = start; index < end; index++) if (!/[\s"'“‘«([*•-]/.test(text.charAt(index))) return false
  return true
}

function at(pattern: RegExp, text: string, index: number): string {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0] ?? ''
}
