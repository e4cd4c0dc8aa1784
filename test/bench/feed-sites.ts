/** Many feeds on loopback, for `feeds.ts`: a host of its own for every twenty of them, and entries that are told apart by their first words. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an entry says; a later revision is a correction. */
export type MadeEntry = {
  readonly key: string
  readonly revision: number
  readonly path: string
  readonly date: string
}

export type FeedSites = {
  readonly addresses: readonly string[]
  /** Newest first, by the number of the feed. */
  readonly entries: MadeEntry[][]
  close(): Promise<void>
}

const feedsOnHost = 20
const firstDay = Date.UTC(2024, 0, 1)

export function makeEntry(feed: number, number: number, revision = 1): MadeEntry {
  const date = new Date(firstDay + number * 3_600_000).toUTCString()
  return { key: `f${feed}e${number}`, revision, path: `/${feed}/${number}`, date }
}

/** Headline and text of an entry: six sentences, of which the first names it. */
const wordsOf = ({ key, revision }: MadeEntry): string =>
  `<p>Report ${key} stands at version ${revision}. The council of ${key} met on Monday evening and spoke about the bridge over the river.</p><p>“We shall rebuild it before the winter,” said Ilse Brandt, who has led the council of ${key} for nine years. Nobody spoke against it.</p><p>The harbour master wrote the hour into the log of the town. Several people came to the quay to see for themselves before it grew dark.</p>`

function rssOf(number: number, host: string, entries: readonly MadeEntry[]): string {
  const items = entries.map(
    entry =>
      `<item><title>Report ${entry.key}</title><link>http://${host}${entry.path}</link><guid isPermaLink="false">${entry.key}</guid><pubDate>${entry.date}</pubDate><content:encoded><![CDATA[${wordsOf(entry)}]]></content:encoded></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper ${number}</title>${items.join('')}</channel></rss>`
}

export async function createFeedSites(feeds: number, entriesEach: number): Promise<FeedSites> {
  const entries = Array.from({ length: feeds }, (_, feed) =>
    Array.from({ length: entriesEach }, (_, number) => makeEntry(feed, entriesEach - number)),
  )
  const server = createServer((request, response) => {
    const number = Number(/^\/feed\/(\d+)$/.exec(request.url ?? '')?.[1] ?? -1)
    const those = entries[number]
    if (those === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(rssOf(number, request.headers.host ?? '', those))
  })
  await new Promise<void>(resolve => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  return {
    entries,
    addresses: entries.map((_, feed) => `http://127.0.1.${1 + Math.floor(feed / feedsOnHost)}:${port}/feed/${feed}`),
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
