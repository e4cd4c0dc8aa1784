/** Reads Markdown: the literal text without its markup. Front matter is read before, by `parse.ts`. */
import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Article } from '../article/article.ts'
import { CorpusError } from '../errors.ts'
import { createArticle, type SourceText } from './create-article.ts'
import type { Metadata } from './front-matter.ts'

// Tables and footnotes, as GitHub writes them. A single tilde means "about", not a deletion.
const dialect = { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] }

/**
 * The article that a Markdown text holds. Headings, list items, table rows (their cells divided by ` | `), footnotes and code blocks become paragraphs of their own; images,
 * comments and HTML tags are left out. A first-level heading at the top is the headline where `metadata` has none, and is no paragraph.
 * @throws CorpusError when lists and quotes are nested too deep, or more brackets stand together than anybody writes.
 */
export function parseMarkdown(source: SourceText, metadata: Metadata): Article {
  const fail = (message: string): never => {
    throw new CorpusError([{ path: source.path, line: null, message }])
  }
  if (isDeep(source.text)) fail(`expected Markdown nested at most ${maxDepth} deep, got more`)
  if (isBracketed(source.text)) fail(`expected at most ${maxBrackets} closing brackets before a blank line, got more`)
  const [first, ...rest] = fromMarkdown(source.text, dialect).children
  if (first === undefined) return createArticle(source, metadata, '')
  const title = first.type === 'heading' && first.depth === 1 ? text(first) : null
  const isHeadline = title !== null && (metadata.headline === undefined || metadata.headline === title)
  const body = (isHeadline ? rest : [first, ...rest]).flatMap(blocks).join('\n\n')
  return createArticle(source, isHeadline && title !== '' ? { ...metadata, headline: title } : metadata, body)
}

// The parser looks at every open block for every line: 128 KB of `>` take 26 s.
const maxDepth = 100
const deep = new RegExp(`^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${maxDepth + 1}}`, 'm')

/** Whether a line opens more quotes and lists than anybody writes. */
function isDeep(markdown: string): boolean {
  return deep.test(markdown)
}

// The parser cuts a paragraph's list of events once for each bracket that closes no link: 64 KB of `] ` take 7 s.
const maxBrackets = 5_000

/** Whether one stretch without a blank line, in which a paragraph ends, has more brackets than anybody writes. */
function isBracketed(markdown: string): boolean {
  let brackets = 0
  for (const [mark] of markdown.matchAll(/\]|\n(?=[ \t]*\n)/g)) {
    brackets = mark === ']' ? brackets + 1 : 0
    if (brackets > maxBrackets) return true
  }
  return false
}

/** The paragraphs of a block, in order. */
function blocks(node: Nodes): string[] {
  switch (node.type) {
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
    case 'footnoteDefinition':
      return node.children.flatMap(blocks)
    case 'code':
      return [node.value.replace(/\n\s*\n/g, '\n')].filter(isWritten)
    case 'html':
      return [withoutTags(node.value)].filter(isWritten)
    case 'tableRow':
      return [node.children.map(text).join(' | ')]
    case 'heading':
    case 'paragraph':
      return [text(node)].filter(isWritten)
    default:
      return []
  }
}

/** The text of inline content, to the letter. A soft line end is a space, as when rendered. */
function text(parent: Parents): string {
  return parent.children.map(inline).join('').trim()
}

function inline(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.split('\n').map(trimAround).join(' ')
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return node.children.map(inline).join('')
    default:
      return ''
  }
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\n\s*\n/g, '\n')
    .trim()
}

function isWritten(paragraph: string): boolean {
  return paragraph.trim() !== ''
}

/** A line without the blanks at its ends. */
function trimAround(line: string, index: number, { length }: readonly string[]): string {
  const start = index === 0 ? line : line.trimStart()
  return index === length - 1 ? start : start.trimEnd()
}
