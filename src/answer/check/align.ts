/** Compares words with words: cuts text into comparable tokens and aligns a claim with what is printed. Judging is left to `check.ts`. */
import type { Span } from '../../article/article.ts'

/**
 * A word, a symbol or a punctuation mark, folded for comparison: case, and the shape of apostrophes.
 * White space, quotation marks and dashes make no tokens. An `omission` is a gap that a claim itself marks.
 */
export type Token = Span & {
  readonly kind: 'word' | 'mark' | 'omission'
  readonly folded: string
  readonly content: boolean
}

/** One step of an alignment: equal tokens, different ones, one that only the claim has, one that only the print has. */
export type Step =
  | { readonly kind: 'same' | 'changed'; readonly claimed: Token; readonly printed: Token }
  | { readonly kind: 'added'; readonly claimed: Token }
  | { readonly kind: 'left-out'; readonly printed: Token }

export type Alignment = { readonly steps: readonly Step[]; readonly score: number }

// A minus before a number is part of it; scripts without spaces are compared letter by letter.
const TOKEN =
  /(?<![\p{L}\p{N}])[-−]\d+(?:[.,]\d+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}])(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]|['’](?=\p{L}))*|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|\p{Extended_Pictographic}|[\p{Sc}%+=<>°&@#]|\.{3}|[.,;:!?…()[\]{}]/gu
const MARK = /^(?:\.{3}|[.,;:!?…()[\]{}])$/
const INVISIBLE = /[\u00ad\u200b-\u200d]/g
/** Words too common to tell one sentence from another. */
const COMMON = new Set(
  `a an the and or but if of to in on at by for with from as is are was were be been being am it its this that these those he she they we you i his her
their our your my me him them us do does did has have had not no so than then there here will would can could who which what when where how`.split(
    /\s+/,
  ),
)

/** The tokens of the stretch `[start, end)` of a text. */
export function tokenise(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = start
  for (let match = TOKEN.exec(text); match !== null && match.index < end; match = TOKEN.exec(text)) {
    const [found] = match
    const stop = Math.min(end, match.index + found.length)
    const kind = MARK.test(found) ? 'mark' : 'word'
    const folded = kind === 'mark' ? found.replace('...', '…') : foldWord(found)
    tokens.push({ kind, folded, start: match.index, end: stop, content: kind === 'word' && !COMMON.has(folded) })
  }
  return tokens
}

const PLAIN = /^[a-z]+$/

function foldWord(word: string): string {
  if (PLAIN.test(word)) return word
  return word.toLowerCase().replaceAll('’', "'").replaceAll('−', '-').replace(INVISIBLE, '').normalize('NFC')
}

/** Where `claimed` stands in `printed` token for token, as an index into `printed`; -1 when it does not. */
export function findExact(claimed: readonly Token[], printed: readonly Token[]): number {
  const { at, length } = longestStart(claimed, printed)
  return length > 0 && length === claimed.length ? at : -1
}

/**
 * The longest beginning of `claimed`, of which `borders` are, that stands in `printed`, and the first index where it does.
 * Knuth, Morris, Pratt 1977: time is linear in both lengths, whatever repeats itself in them.
 */
export function longestStart(
  claimed: readonly Token[],
  printed: readonly Token[],
  borders: readonly number[] = bordersOf(claimed),
): { readonly at: number; readonly length: number } {
  let best = { at: -1, length: 0 }
  let matched = 0
  for (const [at, token] of printed.entries()) {
    while (matched > 0 && claimed[matched]?.folded !== token.folded) matched = borders[matched - 1] ?? 0
    if (claimed[matched]?.folded === token.folded) matched++
    if (matched > best.length) best = { at: at - matched + 1, length: matched }
    if (best.length === claimed.length) break
  }
  return best
}

/** For each prefix of the tokens, the length of its longest proper prefix that is also its suffix. */
export function bordersOf(tokens: readonly Token[]): number[] {
  const borders = [0]
  for (let at = 1, matched = 0; at < tokens.length; at++) {
    while (matched > 0 && tokens[matched]?.folded !== tokens[at]?.folded) matched = borders[matched - 1] ?? 0
    if (tokens[matched]?.folded === tokens[at]?.folded) matched++
    borders.push(matched)
  }
  return borders
}

/** Whether a claimed word is the printed one but for an apostrophe that it lacks: "dont" for "don't". */
export function lacksApostrophe(claimed: Token, printed: Token): boolean {
  if (!printed.folded.includes("'") || claimed.folded.includes("'")) return false
  return claimed.folded === printed.folded.replaceAll("'", '')
}

// Costs: a kept word is worth keeping, most of all a telling one; words left out between cost little, since quoting shortens.
const KEPT_CONTENT = 2
const KEPT_COMMON = 1
const KEPT_MARK = 0.3
const CHANGED = -1
const CHANGED_ALIKE = -0.6
const CHANGED_MARK = -0.2
const ADDED = -1
const ADDED_MARK = -0.1
const GAP_OPENS = -0.6
const GAP_GROWS = -0.08
const GAP_MARK = -0.04
const NEVER = -1e9

const FROM_DIAGONAL = 0
const FROM_ADDED = 1
const GAP_OPENED = 2
const GAP_GREW = 3

/**
 * The best alignment of all of `claimed` with a stretch of `printed`, by dynamic programming with affine gaps
 * (Gotoh 1982), free at both ends of `printed`. Takes time and memory in proportion to the product of the lengths.
 */
export function align(claimed: readonly Token[], printed: readonly Token[]): Alignment {
  const rows = claimed.length + 1
  const width = printed.length + 1
  const placed = new Float32Array(rows * width).fill(NEVER)
  const gapped = new Float32Array(rows * width).fill(NEVER)
  const placedFrom = new Uint8Array(rows * width)
  const gappedFrom = new Uint8Array(rows * width)
  placed.fill(0, 0, width)
  for (let i = 1; i < rows; i++) {
    const token = claimed[i - 1] as Token
    const free = token.kind === 'omission'
    for (let j = 0; j < width; j++) {
      const here = i * width + j
      const above = here - width
      const added = Math.max(read(placed, above), read(gapped, above)) + costOfAdding(token)
      const diagonal =
        j === 0
          ? NEVER
          : Math.max(read(placed, above - 1), read(gapped, above - 1)) + compare(token, printed[j - 1] as Token)
      placed[here] = Math.max(added, diagonal)
      placedFrom[here] = diagonal > added ? FROM_DIAGONAL : FROM_ADDED
      if (j === 0) continue
      const mark = printed[j - 1]?.kind === 'mark'
      const opened = read(placed, here - 1) + (free ? 0 : mark ? GAP_MARK : GAP_OPENS)
      const grown = read(gapped, here - 1) + (free ? 0 : mark ? 0 : GAP_GROWS)
      gapped[here] = Math.max(opened, grown)
      gappedFrom[here] = opened >= grown ? GAP_OPENED : GAP_GREW
    }
  }
  return trace(claimed, printed, placed, gapped, placedFrom, gappedFrom)
}

function read(scores: Float32Array, at: number): number {
  return scores[at] ?? NEVER
}

function costOfAdding(token: Token): number {
  return token.kind === 'omission' ? 0 : token.kind === 'mark' ? ADDED_MARK : ADDED
}

function compare(claimed: Token, printed: Token): number {
  if (claimed.kind !== printed.kind) return NEVER
  if (claimed.folded === printed.folded) {
    return claimed.kind === 'mark' ? KEPT_MARK : claimed.content ? KEPT_CONTENT : KEPT_COMMON
  }
  if (claimed.kind === 'mark') return CHANGED_MARK
  if (lacksApostrophe(claimed, printed)) return claimed.content ? KEPT_CONTENT : KEPT_COMMON
  return claimed.folded.slice(0, 3) === printed.folded.slice(0, 3) ? CHANGED_ALIKE : CHANGED
}

function trace(
  claimed: readonly Token[],
  printed: readonly Token[],
  placed: Float32Array,
  gapped: Float32Array,
  placedFrom: Uint8Array,
  gappedFrom: Uint8Array,
): Alignment {
  const width = printed.length + 1
  let i = claimed.length
  let j = 0
  for (let at = 0; at < width; at++) if (read(placed, i * width + at) > read(placed, i * width + j)) j = at
  const score = read(placed, i * width + j)
  const steps: Step[] = []
  let inGap = false
  while (i > 0) {
    const here = i * width + j
    if (inGap) {
      steps.push({ kind: 'left-out', printed: printed[j - 1] as Token })
      inGap = gappedFrom[here] === GAP_GREW
      j--
      continue
    }
    const token = claimed[i - 1] as Token
    const diagonal = placedFrom[here] === FROM_DIAGONAL
    if (diagonal) {
      const other = printed[j - 1] as Token
      steps.push({ kind: token.folded === other.folded ? 'same' : 'changed', claimed: token, printed: other })
      j--
    } else if (token.kind !== 'omission') steps.push({ kind: 'added', claimed: token })
    i--
    const next = i * width + j
    inGap = i > 0 && read(gapped, next) > read(placed, next)
  }
  return { steps: pairEdges(steps.reverse(), printed), score }
}

/** A word added at either end of a claim stands in place of the printed word beside the rest: "1,520 people" for "1,320 people". */
function pairEdges(steps: readonly Step[], printed: readonly Token[]): readonly Step[] {
  const paired = [...steps]
  for (const direction of [-1, 1]) {
    const order = [...paired.keys()]
    if (direction > 0) order.reverse()
    const edge = order.findIndex(at => paired[at]?.kind !== 'added')
    const rest = paired[order[edge] ?? -1]
    if (rest === undefined || rest.kind === 'added') continue
    let beside = printed.indexOf(rest.printed)
    for (const at of order.slice(0, edge).reverse()) {
      const step = paired[at]
      beside += direction
      const other = printed[beside]
      if (step?.kind !== 'added' || step.claimed.kind !== 'word' || other?.kind !== 'word') break
      paired[at] = { kind: 'changed', claimed: step.claimed, printed: other }
    }
  }
  return paired
}
