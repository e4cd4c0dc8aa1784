/** Makes text show in Discord to the letter, whatever Markdown is in it, and reads it back. Laying text out is left to `render/`. */

// A backslash takes the meaning from any ASCII character that is neither a letter, a digit nor white space; Discord then does not show
// the backslash. Nothing else is added to the text: no zero-width characters that a reader would copy along with a word.
const ALWAYS = /[\\*_~|`<[\]]/g

// Meaningful at the start of a line only: headings, small print, lists, block quotes, numbered lists. No blank before them is one after
// which `^` begins another line: from each of a row of U+2028 the rest of the row would be looked through.
const LINE_START = /^([^\S\n\r\u2028\u2029]*)([#>+-])/gm
const NUMBERED = /^([^\S\n\r\u2028\u2029]*\d+)([.)])/gm

// `:x:` is an emoji and `https:` begins a link, in which a backslash would be shown; `@everyone` is coloured even when nobody is pinged.
const COLON = /:(?=\S)/g
const AT = /@(?=\S)/g

/** The text as Markdown that shows as exactly this text. Text that ours follows or precedes directly must be escaped together with it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ALWAYS, '\\$&')
    .replace(COLON, '\\:')
    .replace(AT, '\\@')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
}

/** What Discord shows for Markdown that `escapeMarkdown` made. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1')
}

/** A part of a text by its offsets, such as a matched word. */
type Range = { readonly start: number; readonly end: number }

/**
 * Escapes the stretch `[start, end)` of `text` and sets the `marked` parts of it in bold. Marks may reach over the ends, overlap and
 * touch; they are in order of their starts.
 */
export function escapeMarked(text: string, { start, end }: Range, marked: readonly Range[]): string {
  const inside = joined(marked.map(mark => ({ start: Math.max(mark.start, start), end: Math.min(mark.end, end) })))
  // Escaped as one, because what a character means hangs on its line; the marks then go where their characters went.
  const boundaries = inside.flatMap(mark => [mark.start, mark.end])
  const escaped = escapeMarkdown(text.slice(start, end))
  let markdown = ''
  let plain = start
  let next = 0
  for (let at = 0; at < escaped.length; at += 1) {
    while (next < boundaries.length && boundaries[next] === plain) {
      markdown += '**'
      next += 1
    }
    // Every backslash of escaped text begins a pair.
    if (escaped[at] === '\\') {
      markdown += '\\'
      at += 1
    }
    markdown += escaped[at]
    plain += 1
  }
  return next < boundaries.length ? `${markdown}**` : markdown
}

/** Marks without the empty ones, with those joined that overlap or touch: `****` would show as asterisks. */
function joined(marks: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const mark of marks) {
    if (mark.start >= mark.end) continue
    const last = result.at(-1)
    if (last !== undefined && mark.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) }
    else result.push(mark)
  }
  return result
}
