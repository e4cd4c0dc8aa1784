/** Quotation marks: which words of an article stand inside them. Who spoke those words is left to the rest of this folder. */
import type { Article, Span } from '../article.ts'

/** The words between one pair of marks, without the marks. */
export type Quoted = Span & {
  /** The same with its marks; ends with the paragraph when the closing mark comes in a later one. */
  readonly outer: Span
  /** 0-based. */
  readonly paragraph: number
  /** True when these words go on from the paragraph before, which printers show by opening without having closed. */
  readonly continues: boolean
}

type Mark = { readonly at: number; readonly glyph: string; readonly opens: boolean; readonly closes: boolean }

const DOUBLE = /["“”„‟«»]/g
const NOT_SPACE = /\S/
const BEFORE_OPENING = /[\s([{<\-–—―/|:;,…]/
const AFTER_CLOSING = /[\s.,;:!?)\]}>\-–—―/|…’']/
/** Six feet three inches (6'3") is not speech. */
const INCHES = /\d['’]\s?\d+$/
/** `, he said` and the like: words after an unclosed mark that are surely the reporter's. */
const REPORTED_AFTER = /[,?!…] (?:\S+ ){0,3}(?:said|says|told|added|wrote|asked)\b/

/** Every outermost pair of marks, in the order of the text. A mark that never closes is taken to be a slip of the pen. */
export function findQuoted(article: Article): readonly Quoted[] {
  const found: Quoted[] = []
  let open = false
  for (let paragraph = 0; paragraph < article.paragraphs.length; paragraph++) {
    const span = article.paragraphs[paragraph] as Span
    const next = article.paragraphs[paragraph + 1]
    const marks = readMarks(article.body, span)
    const first = marks[0]
    const continues = open && first !== undefined && article.body.slice(span.start, first.at).trim() === ''
    const goesOn = next !== undefined && startsLike(article.body, next, marks)
    const pairs = pairMarks(article.body, span, marks, goesOn)
    for (const { outer, inner } of pairs) {
      found.push({ ...inner, outer, paragraph, continues: continues && outer.start === first?.at })
    }
    if (pairs.length === 0) found.push(...findSingle(article.body, span, paragraph))
    open = goesOn && pairs.at(-1)?.closed === false
  }
  return found.filter(quoted => NOT_SPACE.test(article.body.slice(quoted.start, quoted.end)))
}

/** Whether a paragraph opens with the kind of mark that the one before it used; another kind quotes within a quotation. */
function startsLike(body: string, span: Span, marks: readonly Mark[]): boolean {
  const opening = /^\s*(["“„«])\S/.exec(body.slice(span.start, Math.min(span.end, span.start + 8)))
  return opening !== null && marks.some(mark => mark.opens && mark.glyph === opening[1])
}

function readMarks(body: string, span: Span): Mark[] {
  const marks: Mark[] = []
  DOUBLE.lastIndex = span.start
  for (let match = DOUBLE.exec(body); match !== null && match.index < span.end; match = DOUBLE.exec(body)) {
    const at = match.index
    const before = at === span.start ? ' ' : (body[at - 1] ?? ' ')
    const after = at + 1 >= span.end ? ' ' : (body[at + 1] ?? ' ')
    const mayOpen = BEFORE_OPENING.test(before) && /\S/.test(after)
    const mayClose = /\S/.test(before) && AFTER_CLOSING.test(after)
    if (mayClose && !mayOpen && INCHES.test(body.slice(Math.max(span.start, at - 6), at))) continue
    marks.push({ at, glyph: match[0], opens: mayOpen, closes: mayClose })
  }
  return marks
}

type Pair = { readonly outer: Span; readonly inner: Span; readonly closed: boolean }

/** Pairs the marks of one paragraph by the direction each one faces; where that does not come out even, by turns. */
function pairMarks(body: string, span: Span, marks: readonly Mark[], goesOn: boolean): readonly Pair[] {
  const byDirection = pairBy(span, marks, faces)
  if (byDirection.every(pair => pair.closed)) return byDirection
  const byTurns = pairBy(span, marks, (_, depth) => (depth === 0 ? 'opens' : 'closes'))
  if (marks.length % 2 === 0 && byTurns.every(pair => pair.closed)) return byTurns
  const last = byDirection.at(-1)
  if (last === undefined || last.closed || goesOn) return byDirection
  const isWhole = body.slice(span.start, last.outer.start).trim() === '' && last.outer.start < span.end
  const rest = body.slice(last.inner.start, last.inner.end)
  return isWhole && !REPORTED_AFTER.test(rest) ? byDirection : byDirection.slice(0, -1)
}

function pairBy(
  span: Span,
  marks: readonly Mark[],
  direction: (mark: Mark, depth: number) => 'opens' | 'closes' | 'neither',
): Pair[] {
  const pairs: Pair[] = []
  let depth = 0
  let start = 0
  for (const mark of marks) {
    const does = direction(mark, depth)
    if (does === 'opens') {
      if (depth === 0) start = mark.at
      depth++
    } else if (does === 'closes' && depth > 0) {
      depth--
      if (depth > 0) continue
      const outer = { start, end: mark.at + 1 }
      pairs.push({ outer, inner: { start: start + 1, end: mark.at }, closed: true })
    }
  }
  if (depth > 0) {
    pairs.push({ outer: { start, end: span.end }, inner: { start: start + 1, end: span.end }, closed: false })
  }
  return pairs
}

function faces(mark: Mark, depth: number): 'opens' | 'closes' | 'neither' {
  if (mark.opens !== mark.closes) {
    if (mark.closes) return depth > 0 ? 'closes' : 'neither'
    return 'opens'
  }
  if ('“„«'.includes(mark.glyph) && depth === 0) return 'opens'
  if ('”»'.includes(mark.glyph)) return 'closes'
  return depth > 0 ? 'closes' : mark.opens ? 'opens' : 'neither'
}

const SINGLE_OPEN = /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}…[])/gu
const SINGLE_CLOSE = /(?<=\S)[’'](?![\p{L}\p{N}])/gu

/** Single marks, where a paragraph has no double ones. The same sign ends a plural genitive, so a stop before it decides. */
function findSingle(body: string, span: Span, paragraph: number): Quoted[] {
  const text = body.slice(span.start, span.end)
  if (!/[‘']/.test(text)) return []
  const found: Quoted[] = []
  let from = 0
  for (const match of text.matchAll(SINGLE_OPEN)) {
    if (match.index < from || /^(?:['’]\d\ds?\b|['’](?:tis|twas|til|em|cause)\b)/i.test(text.slice(match.index)))
      continue
    const end = findSingleClose(text, match.index + 1)
    if (end === null) continue
    const start = span.start + match.index
    const outer = { start, end: span.start + end + 1 }
    found.push({ start: start + 1, end: span.start + end, outer, paragraph, continues: false })
    from = end + 1
  }
  return found
}

function findSingleClose(text: string, from: number): number | null {
  let unsure: number | null = null
  SINGLE_CLOSE.lastIndex = from
  for (let match = SINGLE_CLOSE.exec(text); match !== null; match = SINGLE_CLOSE.exec(text)) {
    const before = text[match.index - 1] ?? ''
    if (/[.,!?…]/.test(before)) return match.index
    if (before !== 's' || /^[’'][.,;:!?)]/.test(text.slice(match.index))) return unsure ?? match.index
    unsure ??= match.index
  }
  return unsure
}
