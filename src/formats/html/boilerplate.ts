/**
 * Takes out of an article's elements what is not its text, by structure alone: no site, class or phrase is named here. A block that is
 * mostly links leads elsewhere (link density: Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", 2010), and so does
 * a note in italics that links. Which elements are the article's is left to `html.ts`.
 */
import { isElement, type PageElement, type PageNode } from './dom.ts'

/** More of a block than this in links, and it leads elsewhere. */
const mostLinked = 0.8
/** More of a block than this in italics, and it is a note: on the author, on what else to read. */
const mostItalic = 0.9

// An element that is called so by its class or id says who made the article or a picture, and when: the attribution has it.
const attributionName = /byline|author|copyright|timestamp|published|caption|credit/i
/** Characters; an element that holds more is the article, whatever it is called. */
const longestAttribution = 600

const blockTags = new Set('P LI DIV SECTION ASIDE UL OL DL DD DT TD BLOCKQUOTE'.split(' '))
const textNode = 3

/** Characters but white space in an element, and how many of them are linked or in italics; and how many links there are. */
type Weight = { text: number; linked: number; italic: number; links: number }

/** Removes from `root` each block that leads elsewhere. Linear in the page. */
export function removeBoilerplate(root: PageElement): void {
  weigh(root, false, false)
}

function weigh(element: PageElement, isLinked: boolean, isItalic: boolean): Weight {
  const total: Weight = { text: 0, linked: 0, italic: 0, links: 0 }
  let attribution = 0
  for (const node of [...element.childNodes]) {
    const weight = weightOf(node, isLinked, isItalic)
    if (isElement(node) && isAttribution(node, weight)) {
      if (element.tagName !== 'P') {
        node.remove()
        continue
      }
      // In a line of prose it is a part of what is read; a line of nothing else is an attribution.
      attribution += weight.text
    } else if (isElement(node) && leadsElsewhere(node, weight)) {
      node.remove()
      continue
    }
    total.text += weight.text
    total.linked += weight.linked
    total.italic += weight.italic
    total.links += weight.links
  }
  if (attribution === 0 || attribution < total.text) return total
  for (const node of [...element.childNodes]) if (isElement(node)) node.remove()
  return { text: 0, linked: 0, italic: 0, links: 0 }
}

function weightOf(node: PageNode, isLinked: boolean, isItalic: boolean): Weight {
  if (node.nodeType === textNode) {
    const text = (node.textContent ?? '').replace(/\s+/g, '').length
    return { text, linked: isLinked ? text : 0, italic: isItalic ? text : 0, links: 0 }
  }
  if (!isElement(node)) return { text: 0, linked: 0, italic: 0, links: 0 }
  const { tagName } = node
  const isLink = tagName === 'A'
  const weight = weigh(node, isLinked || isLink, isItalic || tagName === 'EM' || tagName === 'I')
  return isLink ? { ...weight, links: weight.links + 1 } : weight
}

/** Headings may link to themselves, and so may a word of a sentence: those stay. Two links side by side in a `span` are a menu. */
function leadsElsewhere({ tagName }: PageElement, { text, linked, italic, links }: Weight): boolean {
  if (links === 0 || text === 0) return false
  if (tagName === 'SPAN') return links > 1 && linked > text * mostLinked
  return blockTags.has(tagName) && (linked > text * mostLinked || italic > text * mostItalic)
}

/** Whether an element says who made something, and when. A clock's time alone belongs to a live report. */
function isAttribution(element: PageElement, { text }: Weight): boolean {
  if (text === 0 || text > longestAttribution) return false
  if (element.tagName === 'TIME') return /\p{L}/u.test(element.textContent ?? '')
  return attributionName.test(`${element.getAttribute('class') ?? ''} ${element.id}`)
}
