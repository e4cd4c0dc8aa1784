/** Turns the elements of a page into paragraphs of plain text. Which elements are read is left to `html.ts`. */
import { isElement, type PageElement, type PageNode } from './dom.ts'

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
const textNode = 3
// Soft hyphens, zero-width spaces and byte-order marks: not printed, and in the way of every search.
const invisible = /[\u00AD\u200B\uFEFF]/g

/** The text of each block in order, inline elements joined to the letter, white space folded, `<br>` a line end, two of them a new paragraph. */
export function readParagraphs(root: PageNode | null): string[] {
  if (root === null) return []
  const paragraphs: string[] = []
  let text = ''
  const flush = (): void => {
    for (const part of text.split(/\n\s*\n/)) {
      const words = part
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim()
      if (words !== '') paragraphs.push(words)
    }
    text = ''
  }
  const visit = (node: PageNode): void => {
    if (node.nodeType === textNode) text += (node.textContent ?? '').replace(invisible, '').replace(/\s+/g, ' ')
    if (!isElement(node)) return
    const { tagName } = node
    if (tagName === 'BR') text += '\n'
    else if (tagName === 'TR') {
      flush()
      const row = readRow(node)
      if (row !== null) text = row
      else for (const child of node.childNodes) visit(child)
      flush()
    } else if (blockTags.has(tagName)) {
      flush()
      for (const child of node.childNodes) visit(child)
      flush()
    } else {
      for (const child of node.childNodes) visit(child)
    }
  }
  visit(root)
  flush()
  return paragraphs
}

/** A row of a data table as one line, its cells divided by ` | `; null for a row that lays out a page. */
function readRow(row: PageElement): string | null {
  const cells = [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
  const laysOut = (cell: PageElement): boolean =>
    [...cell.children].some(({ tagName }) => tagName === 'BR' || blockTags.has(tagName))
  if (cells.length < 2 || cells.some(laysOut)) return null
  return cells.map(cell => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()).join(' | ')
}
