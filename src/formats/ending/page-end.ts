/** Tells whether a saved page has its end. How pages are read is left to `html/`. */
import { wideEncoding } from '../decode.ts'
import { doubtText, lastWords } from './text-end.ts'

/** Elements whose end tags HTML demands, so that one without is not finished. */
const paired =
  /^(?:a|article|aside|b|blockquote|button|div|dl|em|figcaption|figure|footer|form|h[1-6]|header|i|main|nav|noscript|ol|q|section|small|span|strong|svg|table|template|title|ul)$/
/** Elements whose end tags many writers leave out. */
const optional = /^(?:p|li|td|tr)$/
/** What stands in these is no markup. */
const raw = /^(?:script|style|textarea|title)$/

/**
 * Why a page looks cut off; null when it does not. One that ends its body or itself is finished. One without has to close what it
 * opened, and must not have named `<html>`, unless it leaves out end tags throughout, as HTML allows and programs that shrink pages do.
 * `tail` is its last few hundred characters.
 */
export function doubtPage(bytes: Uint8Array, tail: string): string | null {
  if (/<\/(?:html|body)\s*>\s*$/i.test(tail)) return null
  const wide = wideEncoding(bytes)
  // Markup is ASCII in every other encoding.
  const scan = scanPage(wide === null ? Buffer.from(bytes).toString('latin1') : new TextDecoder(wide).decode(bytes))
  if (scan.hasEnd) return null
  const cut = `one that ends with \`${lastWords(tail)}\``
  if (scan.inside !== null) return `${cut}, inside ${scan.inside}`
  if (scan.open !== null) return `${cut}, without \`</${scan.open}>\``
  const lacksEnd = scan.begins && scan.omitted < 2
  if (lacksEnd) return `${cut}, without \`</html>\``
  const text = /(?:^|>)([^<>]*)$/.exec(tail)?.[1] ?? tail
  return text.trim() === '' || /\n\s*$/.test(text) ? null : doubtText(text, false)
}

type Scan = {
  /** What the page stops inside of: a tag, a comment, a script. */
  readonly inside: string | null
  /** An element that is not closed. */
  readonly open: string | null
  readonly begins: boolean
  readonly hasEnd: boolean
  /** How many end tags that may be left out were. */
  readonly omitted: number
}

/** Goes through the tags once: linear in the page, whatever stands in it. */
function scanPage(page: string): Scan {
  const balance = new Map<string, number>()
  let [begins, hasEnd, omitted] = [false, false, 0]
  const tag = /<(?:!--|(\/?)([a-z][a-z0-9-]*))/gi
  const result = (inside: string | null): Scan => {
    const open = [...balance].find(([, count]) => count > 0)?.[0] ?? null
    return { inside, open, begins, hasEnd: hasEnd && inside === null, omitted }
  }
  for (let found = tag.exec(page); found !== null; found = tag.exec(page)) {
    const [opening, slash, written] = found
    const name = written?.toLowerCase() ?? ''
    const closing = opening === '<!--' ? '-->' : '>'
    const end = page.indexOf(closing, tag.lastIndex)
    if (end < 0) return result(opening === '<!--' ? 'a comment' : 'a tag')
    tag.lastIndex = end + closing.length
    const step = slash === '/' ? -1 : page[end - 1] === '/' ? 0 : 1
    if (paired.test(name)) balance.set(name, Math.max(0, (balance.get(name) ?? 0) + step))
    if (optional.test(name)) omitted += step
    begins ||= name === 'html' || name === 'body'
    hasEnd = step < 0 && (name === 'html' || name === 'body') ? true : hasEnd
    if (step !== 1 || !raw.test(name)) continue
    const over = new RegExp(`</${name}\\s*>`, 'gi')
    over.lastIndex = tag.lastIndex
    if (over.exec(page) === null) return result(`a ${name}`)
    tag.lastIndex = over.lastIndex
    if (paired.test(name)) balance.set(name, (balance.get(name) ?? 1) - 1)
  }
  // A `<` that begins nothing yet: the page may stop right behind it.
  return result(/<\/?$/.test(page) ? 'a tag' : null)
}
