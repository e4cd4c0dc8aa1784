/** Quotation marks: which words of an article stand inside them. Who spoke those words is left to the rest of this folder. */
import type { Article, Span } from '../../article/article.ts'

/** The words between one pair of marks, without the marks. */
export type Quoted = Span & {
  /** The same with its marks; ends with the paragraph when the closing mark comes in a later one. */
  readonly outer: Span
  /** 0-based. */
  readonly paragraph: number
  /** True when these words go on from the paragraph before, which printers show by opening without having closed. */
  readonly continues: boolean
}

type Mark = {
  readonly at: number
  readonly end: number
  readonly glyph: string
  readonly opens: boolean
  readonly closes: boolean
}

/** Some agencies set two single marks for a double one. */
const DOUBLE = /["“”„‟«»]|''|``|‘‘|’’/g
/** Words that end a sentence, before which a new one begins. */
const STOPPED = /[.?!…]['’)\]]*\s+$/
const NOT_SPACE = /\S/
const BEFORE_OPENING = /[\s\p{Cf}([{<\-–—―/|:;,…]/u
const AFTER_CLOSING = /[\s\p{Cf}.,;:!?)\]}>\-–—―/|…’']/u
/** Marks that can only open, whatever stands behind them. */
const ONLY_OPENS = /^(?:[“„«]|‘‘|``)$/
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
    for (const { outer, inner, restarts } of pairs) {
      found.push({ ...inner, outer, paragraph, continues: restarts || (continues && outer.start === first?.at) })
    }
    if (pairs.length === 0) found.push(...findSingle(article.body, span, paragraph))
    open = goesOn && pairs.at(-1)?.closed === false
  }
  return found.filter(quoted => NOT_SPACE.test(article.body.slice(quoted.start, quoted.end)))
}

/** Whether a paragraph opens with the kind of mark that the one before it used; another kind quotes within a quotation. */
function startsLike(body: string, span: Span, marks: readonly Mark[]): boolean {
  const opening = /^\s*(["“„«]|''|``|‘‘)\S/.exec(body.slice(span.start, Math.min(span.end, span.start + 8)))
  return opening !== null && marks.some(mark => mark.opens && mark.glyph === opening[1])
}

function readMarks(body: string, span: Span): Mark[] {
  const marks: Mark[] = []
  DOUBLE.lastIndex = span.start
  for (let match = DOUBLE.exec(body); match !== null && match.index < span.end; match = DOUBLE.exec(body)) {
    const at = match.index
    const before = at === span.start ? ' ' : (body[at - 1] ?? ' ')
    const end = at + match[0].length
    const after = end >= span.end ? ' ' : (body[end] ?? ' ')
    const mayOpen = BEFORE_OPENING.test(before) && (/\S/.test(after) || ONLY_OPENS.test(match[0]))
    const mayClose = /\S/.test(before) && AFTER_CLOSING.test(after)
    if (mayClose && !mayOpen && INCHES.test(body.slice(Math.max(span.start, at - 6), at))) continue
    marks.push({ at, end, glyph: match[0], opens: mayOpen, closes: mayClose })
  }
  return marks
}

type Pair = {
  readonly outer: Span
  readonly inner: Span
  readonly closed: boolean
  /** True where the mark opens again before it has closed, as at the head of a new paragraph that was run on. */
  readonly restarts: boolean
}
type Direction = (mark: Mark, depth: number) => 'opens' | 'closes' | 'neither'

/**
 * Pairs the marks of one paragraph by the direction each one faces. Where that does not come out even, a mark was forgotten:
 * then by restarting after full stops, by turns, and without the mark that never closes, whichever comes out even first.
 */
function pairMarks(body: string, span: Span, marks: readonly Mark[], goesOn: boolean): readonly Pair[] {
  const byDirection = pairBy(body, span, marks, faces, false)
  const last = byDirection.at(-1)
  if (last === undefined || last.closed || (goesOn && last.outer.start === marks[0]?.at)) return byDirection
  const restarting = pairBy(body, span, marks, faces, true)
  if (restarting.every(pair => pair.closed)) return restarting
  if (goesOn) return restarting
  const byTurns = pairBy(body, span, marks, (_, depth) => (depth === 0 ? 'opens' : 'closes'), false)
  if (byTurns.every(pair => pair.closed)) return byTurns
  const unclosed = marks.findIndex(mark => mark.at === last.outer.start)
  const without = pairBy(body, span, marks.toSpliced(unclosed, 1), faces, false)
  if (without.length >= byDirection.length && without.every(pair => pair.closed)) return without
  const lead = body.slice(span.start, last.outer.start)
  const rest = body.slice(last.inner.start, last.inner.end)
  // A colon, or one sentence to the paragraph's end, leaves nothing for the reporter to say behind them.
  const isWhole =
    lead.trim() === '' || /:\s*$/.test(lead) || (/\bsaying (?:that |it )?$/.test(lead) && !/[.!?]\s/.test(rest))
  return isWhole && !REPORTED_AFTER.test(rest) ? byDirection : byDirection.slice(0, -1)
}

function pairBy(body: string, span: Span, marks: readonly Mark[], direction: Direction, restart: boolean): Pair[] {
  const pairs: Pair[] = []
  let depth = 0
  let opening = marks[0]
  let restarts = false
  const push = (end: number, outerEnd: number, closed: boolean) => {
    if (opening === undefined) return
    const { at: start, end: innerStart } = opening
    pairs.push({ outer: { start, end: outerEnd }, inner: { start: innerStart, end }, closed, restarts })
  }
  for (const mark of marks) {
    const does = direction(mark, depth)
    const start = opening?.at ?? 0
    const anew = restart && depth === 1 && opening?.glyph === mark.glyph && isStopped(body, start, mark.at)
    if (does === 'opens' && anew) {
      const end = start + body.slice(start, mark.at).trimEnd().length
      push(end, end, true)
      opening = mark
      restarts = true
    } else if (does === 'opens') {
      if (depth === 0) {
        opening = mark
        restarts = false
      }
      depth++
    } else if (does === 'closes' && depth > 0) {
      depth--
      if (depth === 0) push(mark.at, mark.end, true)
    }
  }
  if (depth > 0) push(span.end, span.end, false)
  return pairs
}

/** How far before a mark its full stop may stand, with closing brackets and white space between. */
const FARTHEST_STOP = 40

function isStopped(body: string, start: number, at: number): boolean {
  return STOPPED.test(body.slice(Math.max(start, at - FARTHEST_STOP), at))
}

function faces(mark: Mark, depth: number): 'opens' | 'closes' | 'neither' {
  if (mark.opens !== mark.closes) {
    if (mark.closes) return depth > 0 ? 'closes' : 'neither'
    return 'opens'
  }
  if (/^[“„«`‘]/.test(mark.glyph) && depth === 0) return 'opens'
  if (/^[”»’]/.test(mark.glyph)) return 'closes'
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
    // What closes none here closes none that opens later.
    if (end === null) break
    const start = span.start + match.index
    const outer = { start, end: span.start + end + 1 }
    found.push({ start: start + 1, end: span.start + end, outer, paragraph, continues: false })
    from = end + 1
  }
  return found
}

/** How far behind a mark that may be a plural genitive's a surer one is looked for, in UTF-16 units. */
const FARTHEST_CLOSE = 600

function findSingleClose(text: string, from: number): number | null {
  let unsure: number | null = null
  SINGLE_CLOSE.lastIndex = from
  for (let match = SINGLE_CLOSE.exec(text); match !== null; match = SINGLE_CLOSE.exec(text)) {
    if (unsure !== null && match.index - unsure > FARTHEST_CLOSE) return unsure
    const before = text[match.index - 1] ?? ''
    if (/[.,!?…]/.test(before)) return match.index
    if (before !== 's' || /^[’'][.,;:!?)]/.test(text.slice(match.index))) return unsure ?? match.index
    unsure ??= match.index
  }
  return unsure
}
