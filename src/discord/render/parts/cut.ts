/** Makes text fit by its structure: whole sentences, else whole words, with what is left out marked. Escaping is left to `escape.ts`. */
import { escapeMarkdown, escapeMarked } from '../../escape.ts'

type Range = { readonly start: number; readonly end: number }

/** Stands for words that were left out. Quoted text cannot be mistaken for it: its own brackets are escaped. */
export const LEFT_OUT = '[…]'

/** Room for a mark at each end, and the space or line end beside it. */
const MARKS = 2 * (LEFT_OUT.length + 1)

/**
 * The stretch of `body` around `kept` that fits into `budget` characters of Markdown: as many whole sentences of `range` as fit,
 * nearest to `kept` first, else as many words of `kept` as fit. `sentences` are in order. `clipped` says whether anything was left out.
 */
export function fitSentences(
  body: string,
  range: Range,
  kept: Range,
  sentences: readonly Range[],
  budget: number,
): Range & { readonly clipped: boolean } {
  if (lengthOf(body, range, budget) <= budget) return { ...range, clipped: false }
  const room = budget - MARKS
  const within = sentences.filter(({ start, end }) => start >= range.start && end <= range.end)
  const at = within.findIndex(({ end }) => end > kept.start)
  const sentence = within[at]
  if (sentence === undefined) return { ...wordsThatFit(body, range, room), clipped: true }
  let { start, end } = sentence
  let used = lengthOf(body, sentence, room)
  if (used > room) return { ...wordsThatFit(body, sentence, room), clipped: true }
  // What follows is usually worth more than what stands before, so it goes first in every round.
  for (let [before, after] = [at - 1, at + 1]; ; ) {
    const follows = within[after]
    const precedes = within[before]
    const costAfter =
      follows === undefined ? Number.POSITIVE_INFINITY : lengthOf(body, { start: end, end: follows.end }, room)
    const fitsAfter = used + costAfter <= room
    if (follows !== undefined && fitsAfter) {
      ;[end, used, after] = [follows.end, used + costAfter, after + 1]
    }
    const costBefore =
      precedes === undefined ? Number.POSITIVE_INFINITY : lengthOf(body, { start: precedes.start, end: start }, room)
    const fitsBefore = used + costBefore <= room
    if (precedes !== undefined && fitsBefore) {
      ;[start, used, before] = [precedes.start, used + costBefore, before - 1]
    }
    if (!fitsAfter && !fitsBefore) return { start, end, clipped: true }
  }
}

/** The longest start of `range` that fits and ends between words; inside a word only where one word alone is too long. */
export function wordsThatFit(body: string, range: Range, budget: number): Range {
  let end = range.start
  let used = 0
  // Escaping only adds to a text: nothing behind the budget fits, and a word that is cut there is too long already.
  const window = body.slice(range.start, Math.min(range.end, range.start + budget + 1))
  // From where the last word ended only: white space that no word follows is not looked through anew from each of its characters.
  for (const [word] of window.matchAll(/\s*\S+/gy)) {
    used += escapeMarkdown(word).length
    if (used > budget) break
    end += word.length
  }
  return { start: range.start, end: end > range.start ? end : graphemesThatFit(body, range, budget) }
}

function graphemesThatFit(body: string, range: Range, budget: number): number {
  // The window reaches beyond what fits, lest its own end cut a grapheme. One that alone is longer than a message is cut all the same,
  // so that reading gets on.
  const window = body.slice(range.start, Math.min(range.end, range.start + 2 * budget))
  let [fits, beyond] = [0, Math.min(window.length, budget) + 1]
  while (beyond - fits > 1) {
    const half = Math.floor((fits + beyond) / 2)
    if (escapeMarkdown(window.slice(0, half)).length <= budget) fits = half
    else beyond = half
  }
  const cut = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(window).containing(fits)
  const end = cut?.index ?? window.length
  return range.start + (end > 0 ? end : Math.max(1, Math.floor(budget / 2)))
}

/** The stretch as Markdown, with `[…]` at an end where `range` goes on, and `marks` in bold. */
export function quoteStretch(body: string, stretch: Range, range: Range, marks: readonly Range[]): string {
  const before = stretch.start > range.start ? `${LEFT_OUT} ` : ''
  const after = stretch.end < range.end ? ` ${LEFT_OUT}` : ''
  return `${before}${escapeMarked(body, stretch, marks)}${after}`
}

/** Escaped text in at most `budget` characters, cut between words with `[…]` at the end. For the bot's own lines, never for passages. */
export function escapeWithin(plain: string, budget: number): string {
  const escaped = escapeMarkdown(plain)
  if (escaped.length <= budget) return escaped
  const { end } = wordsThatFit(plain, { start: 0, end: plain.length }, budget - LEFT_OUT.length - 1)
  return `${escapeMarkdown(plain.slice(0, end).trimEnd())} ${LEFT_OUT}`
}

/**
 * Characters that the stretch takes once it is escaped; marks come on top. Infinite beyond `most` without a look: escaping only adds to a
 * text, and a long sentence that does not fit is asked about for each short one that does.
 */
function lengthOf(body: string, { start, end }: Range, most: number): number {
  if (end - start > most) return Number.POSITIVE_INFINITY
  return escapeMarkdown(body.slice(start, end)).length
}
