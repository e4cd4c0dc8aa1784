/** Turns the elements of a page into paragraphs of plain text. Which elements are read is left to `html.ts`. */
import { isElement, type PageElement, type PageNode } from './dom.ts'

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
)
const textNode = 3

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
    if (node.nodeType === textNode) text += (node.textContent ?? '').replace(/\s+/g, ' ')
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

/** A row of a data table as one line, its cells divided by ` | `; null for a row that lays out blocks. */
function readRow(row: PageElement): string | null {
  const cells = [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
  if (cells.some(cell => [...cell.children].some(({ tagName }) => blockTags.has(tagName)))) return null
  return cells.map(cell => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()).join(' | ')
}
