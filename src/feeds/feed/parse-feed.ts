/** Makes a feed of the text of RSS, Atom, RDF or JSON Feed. Heavy: it runs in a thread (`feed-thread.ts`). */
import { createHash } from 'node:crypto'
import { parseFeed as parseAny } from 'feedsmith'
import type { Entry, Feed } from './feed.ts'
import { plainText } from './plain-text.ts'

/** Dates as the feed writes them. */
type Parsed = ReturnType<typeof parseAny<string>>

/** Characters of text that are more than a teaser: of what a feed calls the content, and of what it calls the description. */
const shortest = { content: 200, description: 1_000 } as const

/** How a text ends that goes on elsewhere. */
const goesOn =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|(?:continue reading|read more|read the full|weiterlesen|mehr lesen|lire la suite|leer más|leia mais|читать далее)[^.]{0,80})\s*$/i

/** What the formats have in common; whatever else they say is left out. */
type Draft = {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly published?: string | undefined
  readonly updated?: string | undefined
  readonly content?: string | undefined
  readonly description?: string | undefined
}

/** The feed, with the newest `most` of its entries; null when this is no feed. `address` is where it was fetched from. */
export function parseFeed(text: string, address: string, most: number): Feed | null {
  let parsed: Parsed
  try {
    parsed = parseAny(text)
  } catch (error) {
    if (error instanceof Error && /^(?:Detect|Parse)Error$|SyntaxError/.test(error.constructor.name)) return null
    throw error
  }
  const { title, language, everyMs, link, drafts } = outline(parsed)
  const base = link !== undefined && URL.canParse(link, address) ? new URL(link, address).href : address
  const entries = drafts.map(draft => toEntry(draft, base)).filter(entry => entry !== null)
  return {
    title: title === undefined ? null : plainText(title).slice(0, 200) || null,
    everyMs,
    language: language ?? null,
    entries: newestFirst(entries).slice(0, most),
  }
}

type Outline = {
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly link?: string | undefined
  readonly everyMs: number | null
  readonly drafts: readonly Draft[]
}

function outline(parsed: Parsed): Outline {
  switch (parsed.format) {
    case 'rss': {
      const { title, link, language, ttl, sy, items = [] } = parsed.feed
      const everyMs = ttl === undefined ? periodOf(sy) : ttl * 60_000
      const drafts = items.map(
        ({ guid, link, title, pubDate, dc, dcterms, authors, content, description, atom }): Draft => ({
          id: guid?.value,
          url: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
          title,
          author: dc?.creators?.[0] ?? authors?.map(nameOf)[0],
          published: pubDate ?? dc?.dates?.[0],
          updated: atom?.updated ?? dcterms?.modified?.[0],
          content: content?.encoded,
          description,
        }),
      )
      return { title, link, language, everyMs, drafts }
    }
    case 'rdf': {
      const { title, link, sy, dc, items = [] } = parsed.feed
      const drafts = items.map(
        ({ link, title, description, content, dc }): Draft => ({
          id: link,
          url: link,
          title,
          author: dc?.creators?.[0],
          published: dc?.dates?.[0],
          content: content?.encoded,
          description,
        }),
      )
      return { title, link, language: dc?.languages?.[0], everyMs: periodOf(sy), drafts }
    }
    case 'atom': {
      const { title, links = [], sy, entries = [] } = parsed.feed
      const drafts = entries.map(
        ({ id, links = [], title, authors, published, updated, content, summary }): Draft => ({
          id,
          url: links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
          title: title?.value,
          author: authors?.[0]?.name,
          published: published ?? updated,
          updated,
          content: content?.value,
          description: summary?.value,
        }),
      )
      const link = links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
      return { title: title?.value, link, everyMs: periodOf(sy), drafts }
    }
    case 'json': {
      const { title, home_page_url: link, language, items = [] } = parsed.feed
      const drafts = items.map(
        (item): Draft => ({
          id: item.id,
          url: item.url ?? item.external_url,
          title: item.title,
          author: item.authors?.[0]?.name,
          published: item.date_published,
          updated: item.date_modified,
          content: item.content_html ?? (item.content_text === undefined ? undefined : asHtml(item.content_text)),
          description: item.summary,
        }),
      )
      return { title, link, language, everyMs: null, drafts }
    }
  }
}

/** RSS names an author by address and name: `jo@example.org (Jo Doe)`. */
function nameOf(author: string | { readonly name?: string | undefined }): string | undefined {
  if (typeof author !== 'string') return author.name
  return /\(([^()]+)\)/.exec(author)?.[1] ?? (author.includes('@') ? undefined : author)
}

const periods = new Map([
  ['hourly', 3_600_000],
  ['daily', 24 * 3_600_000],
  ['weekly', 7 * 24 * 3_600_000],
  ['monthly', 30 * 24 * 3_600_000],
  ['yearly', 365 * 24 * 3_600_000],
])

/** The syndication module of RSS 1.0: so many times a period. */
function periodOf(
  sy: { readonly updatePeriod?: string | undefined; readonly updateFrequency?: number | undefined } | undefined,
): number | null {
  const period = periods.get(sy?.updatePeriod?.toLowerCase() ?? '')
  return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1)
}

const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split(/\n\s*\n/)
    .map(paragraph => `<p>${paragraph}</p>`)
    .join('\n')

function toEntry(draft: Draft, base: string): Entry | null {
  const { id, title, author, published, updated, content, description } = draft
  const address = addressOf(draft.url, base)
  const whole = fullText(draft)
  const text = whole ?? (address === null ? (content ?? description ?? null) : null)
  if (id === undefined && address === null && text === null) return null
  const ms = Date.parse(published ?? '')
  const stamp = createHash('sha256')
    .update(JSON.stringify([title, content, description, updated]))
    .digest('base64url')
    .slice(0, 16)
  return {
    id: id?.slice(0, 500) ?? null,
    address,
    headline: title === undefined ? null : plainText(title).slice(0, 300) || null,
    byline: author === undefined ? null : plainText(author).slice(0, 200) || null,
    publishedMs: Number.isNaN(ms) ? null : ms,
    text,
    fallback: text === null && content !== undefined && plainText(content).length >= shortest.content ? content : null,
    stamp,
  }
}

function fullText({ content, description }: Draft): string | null {
  const isWhole = (html: string | undefined, length: number): html is string => {
    if (html === undefined) return false
    const plain = plainText(html)
    return plain.length >= length && !goesOn.test(plain.slice(-200))
  }
  if (isWhole(content, shortest.content) && content.trim() !== description?.trim()) return content
  return isWhole(description, shortest.description) ? description : null
}

function addressOf(url: string | undefined, base: string): string | null {
  if (url === undefined || url.length > 2_000 || !URL.canParse(url, base)) return null
  const { protocol, href } = new URL(url, base)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** Feeds stand newest first where they have no dates; a date in the future is no newer than now. */
function newestFirst(entries: readonly Entry[]): Entry[] {
  const at = ({ publishedMs }: Entry): number => Math.min(publishedMs ?? Number.NEGATIVE_INFINITY, Date.now())
  return entries.every(({ publishedMs }) => publishedMs !== null)
    ? entries.toSorted((one, other) => at(other) - at(one))
    : [...entries]
}
