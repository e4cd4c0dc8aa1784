/** Reads feeds of articles: a `.json` file with one or a list of them, a `.jsonl` file with one a line. */

import type { Article } from '../../article/article.ts'
import { toSlug } from '../../article/slug.ts'
import { CorpusError, type Fault } from '../../errors.ts'
import { createArticle, normalise, type SourceText } from '../create-article.ts'
import { type Metadata, validateMetadata } from '../front-matter.ts'

type Item = { readonly value: unknown; readonly line: number | null }

// A million bad lines need no million messages.
const mostFaults = 100

/**
 * The articles of a feed. Each is an object with `body` (a text whose paragraphs blank lines separate, or a list of paragraphs), the keys of
 * front matter, and `slug` where it shall have a name of its own; without one it is called by the file's slug and its number from 1,
 * or by the file's slug alone where the file holds a single object. A `.json` file may also be `{ "articles": […] }`.
 * @throws CorpusError with every fault of the feed.
 */
export function parseFeed(source: SourceText): Article[] {
  const { path, slug, text } = source
  const items = path.toLowerCase().endsWith('.jsonl') ? readLines(path, text) : readJson(path, text)
  const faults: Fault[] = []
  const articles = new Map<string, Article>()
  for (const [index, { value, line }] of items.list.entries()) {
    const fail = (message: string): number => faults.push({ path, line, message: `article ${index + 1}: ${message}` })
    if (!isObject(value)) {
      fail('expected an object, got something else')
      continue
    }
    const { body, slug: name, ...keys } = value
    const { metadata, faults: wrong } = validateMetadata(keys)
    for (const message of wrong) fail(message)
    const words = Array.isArray(body) ? body.filter(part => typeof part === 'string').join('\n\n') : body
    const own = typeof name === 'string' ? toSlug(name) : items.single ? slug : `${slug}-${index + 1}`
    if (typeof words !== 'string' || words.trim() === '') fail('expected `body` to be text, got none')
    else if (articles.has(own)) fail(`expected a slug of its own, got \`${own}\` a second time`)
    else articles.set(own, createArticle({ path, slug: own }, metadata satisfies Metadata, normalise(words)))
  }
  if (faults.length === 0 && articles.size === 0)
    faults.push({ path, line: null, message: 'expected articles, got none' })
  if (faults.length > 0) throw new CorpusError(faults.slice(0, mostFaults))
  return [...articles.values()]
}

function readLines(path: string, text: string): { list: Item[]; single: boolean } {
  const faults: Fault[] = []
  const list: Item[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parse(line)
    if (value === undefined)
      faults.push({ path, line: index + 1, message: 'expected a JSON object, got something else' })
    else list.push({ value, line: index + 1 })
  }
  if (faults.length > 0) throw new CorpusError(faults.slice(0, mostFaults))
  return { list, single: false }
}

function readJson(path: string, text: string): { list: Item[]; single: boolean } {
  const value = parse(text)
  if (value === undefined) throw new CorpusError([{ path, line: null, message: 'expected JSON, got something else' }])
  // A site's feed has its text as HTML, often cut short: following it fetches the articles.
  if (isObject(value) && typeof value.version === 'string' && value.version.includes('jsonfeed.org')) {
    const message = 'expected a file of articles, got a JSON Feed of a site: follow it by its address'
    throw new CorpusError([{ path, line: null, message }])
  }
  const list = isObject(value) && Array.isArray(value.articles) ? value.articles : value
  return {
    list: (Array.isArray(list) ? list : [list]).map(item => ({ value: item, line: null })),
    single: !Array.isArray(list),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The caller names the line; JSON itself has no undefined.
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
