/** Finds the feed that a page names in its head: `<link rel="alternate" type="application/rss+xml" href="…">`. */
import { plainText } from './plain-text.ts'

/** A page's head is at its beginning. */
const headLength = 512 * 1024

const feedTypes: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
])

/** The address of the first feed that the page at `address` names, which is by custom the main one; null when it names none. */
export function findFeed(html: string, address: string): string | null {
  const head = html.slice(0, headLength)
  const base = attributes(/<base\s[^<>]{0,2000}>/i.exec(head)?.[0] ?? '').get('href') ?? ''
  const from = URL.canParse(base, address) ? new URL(base, address).href : address
  for (const [tag] of head.matchAll(/<link\s[^<>]{0,2000}>/gi)) {
    const named = attributes(tag)
    const isAlternate = (named.get('rel') ?? '').toLowerCase().split(/\s+/).includes('alternate')
    const href = named.get('href')
    if (!isAlternate || href === undefined || !feedTypes.has((named.get('type') ?? '').toLowerCase())) continue
    if (URL.canParse(href, from)) return new URL(href, from).href
  }
  return null
}

function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of tag.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    found.set(name.toLowerCase(), plainText(double ?? single ?? bare ?? ''))
  }
  return found
}
