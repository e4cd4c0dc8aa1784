/** A site with a feed and pages, on loopback: what it has changes by hand, and it counts what it is asked. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SiteEntry = {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly words: string
  /** As the feed writes dates. */
  readonly date?: string
  /** Whether the feed has all of the text; else its page has. */
  readonly isWhole?: boolean
}

export type FeedSite = {
  readonly url: string
  readonly feedUrl: string
  /** Newest first. */
  entries: SiteEntry[]
  /** Headers of the feed's answer. */
  headers: Record<string, string>
  robots: string | null
  /** Answers instead, where it gives true. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean
  /** What was asked: path and status. */
  readonly asked: string[]
  /** The most requests that were under way at once. */
  readonly most: () => number
  close(): Promise<void>
}

/** Three paragraphs, so that a reader takes them for an article. */
export const textOf = (words: string): string =>
  `<p>${words}</p><p>The harbour master wrote it into the log of the town on the same evening, with the hour and the weather.</p><p>Several people came to the quay to see for themselves before it grew dark over the bay and the ferries.</p>`

export async function createFeedSite(): Promise<FeedSite> {
  let [underWay, most] = [0, 0]
  const server = createServer((request, response) => {
    underWay += 1
    most = Math.max(most, underWay)
    response.on('close', () => {
      underWay -= 1
      site.asked.push(`${request.url} ${response.statusCode}`)
    })
    if (!site.answer(request, response)) answer(site, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const site: FeedSite = {
    url,
    feedUrl: `${url}/feed.xml`,
    entries: [],
    headers: {},
    robots: null,
    answer: () => false,
    asked: [],
    most: () => most,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return site
}

function answer(site: FeedSite, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? ''
  const entry = site.entries.find(one => one.path === path)
  if (path === '/robots.txt' && site.robots !== null) {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(site.robots)
  } else if (path === '/feed.xml') {
    const body = rssOf(site)
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    const isKnown = request.headers['if-none-match'] === etag
    response.writeHead(isKnown ? 304 : 200, { 'content-type': 'application/rss+xml', etag, ...site.headers })
    response.end(isKnown ? undefined : body)
  } else if (path === '/') {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(
      '<!doctype html><html><head><title>Quay</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><p>Home</p></body></html>',
    )
  } else if (entry !== undefined) {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(
      `<!doctype html><html lang="en"><head><title>${entry.title}</title></head><body><article><h1>${entry.title}</h1>${textOf(entry.words)}</article></body></html>`,
    )
  } else response.writeHead(404, { 'content-type': 'text/html' }).end('none')
}

function rssOf({ entries, url }: FeedSite): string {
  const items = entries.map(({ id, path, title, words, date, isWhole }) => {
    const text = isWhole === false ? `<description>${title}</description>` : ''
    const whole = isWhole === false ? '' : `<content:encoded><![CDATA[${textOf(words)}]]></content:encoded>`
    const published = date === undefined ? '' : `<pubDate>${date}</pubDate>`
    return `<item><title>${title}</title><link>${url}${path}</link><guid isPermaLink="false">${id}</guid>${published}${text}${whole}</item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Quay</title><link>${url}/</link>${items.join('')}</channel></rss>`
}
