/** Rows of text as a table whose columns line up in a terminal, wide characters included. */
import stringWidth from 'string-width'

/** Terminal columns that a cell may take. */
const widestCell = 48
/** UTF-16 units of a text that are looked at: those without a width could go on for ever. */
const longestText = 1_000

/** One line a row, `head` first; columns of numbers alone are set to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map(row => row.map(cut))
  const widths = head.map((_, column) => cells.reduce((most, row) => Math.max(most, stringWidth(row[column] ?? '')), 0))
  const isNumber = head.map((_, column) => rows.every(row => /^\d+$/.test(row[column] ?? '')))
  return cells
    .map(row =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, isNumber[column] === true))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pad(cell: string, width: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(cell)))
  return right ? blank + cell : cell + blank
}

function cut(cell: string): string {
  const line = cell.slice(0, longestText).replace(/\s+/g, ' ').trim()
  if (stringWidth(line) <= widestCell) return line
  let short = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)) {
    if (stringWidth(short + segment) >= widestCell) break
    short += segment
  }
  return `${short}…`
}
