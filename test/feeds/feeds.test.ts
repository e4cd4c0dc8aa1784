/** Following a feed: a real site on loopback, real files, and time moved by hand. Each poll is awaited, so nothing sleeps. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { createFeedReader } from '../../src/feeds/feed/feed-thread.ts'
import { createFolderShelf } from '../../src/feeds/poll/folder-shelf.ts'
import type { FeedStatus, Place, Polled } from '../../src/feeds/poll/place-feeds.ts'
import { Feeds } from '../../src/feeds/poll/poller.ts'
import { userAgent } from '../../src/feeds/web/fetch-page.ts'
import { listArticleFiles, readArticleFiles } from '../../src/folder/load.ts'
import { createFeedSite, type FeedSite, type SiteEntry } from '../support/feed-site.ts'
import { createHandClock, type HandClock } from '../support/hand-clock.ts'

const minute = 60_000
const day = 24 * 60 * minute

const reader = createFeedReader()
let folder = ''
let site: FeedSite
let clock: HandClock
let feeds: Feeds
let articles: ReadonlyMap<string, Article>
let failing: FeedStatus[] = []
let keepDays: number | null = null
let room = 1_000

const otter: SiteEntry = {
  id: 'otter-1',
  path: '/otter',
  title: 'Otter seen in Grimsby harbour',
  words:
    'An otter was seen in the harbour of Grimsby on Saturday. “It ate my herring,” said Walter Quill, a fisherman.',
  date: 'Sat, 03 Feb 2024 10:00:00 GMT',
}
const ferry: SiteEntry = {
  id: 'ferry-1',
  path: '/ferry',
  title: 'Ferry to Gull Island late',
  words: 'The ferry to Gull Island was late on Monday. The captain, Ines Roth, waited for the doctor.',
  date: 'Mon, 05 Feb 2024 10:00:00 GMT',
}

const place = (): Place => ({
  key: 'here',
  folder,
  file: 'feeds.opml',
  isEditedByHand: true,
  mostFeeds: 3,
  shelf: {
    ...createFolderShelf(
      folder,
      () => articles.values(),
      slug => articles.has(slug),
    ),
    get keepDays() {
      return keepDays
    },
    room: () => room,
  },
})

/** As a program that was started anew. */
async function restart(): Promise<void> {
  await feeds?.stop()
  await read()
  feeds = new Feeds({
    reader,
    reach: { allowPrivateAddresses: true },
    clock,
    places: () => [place()],
    listener: {
      changed: () => undefined,
      failing: (_place, feed) => void failing.push(feed),
      broken: (_place, error) => {
        throw error
      },
    },
  })
}

async function read(): Promise<void> {
  const corpus = await readArticleFiles(folder, await listArticleFiles(folder))
  expect(corpus.faults).toEqual([])
  articles = new Map(corpus.articles.map(article => [article.slug, article]))
}

async function poll(): Promise<Polled> {
  await read()
  for await (const polled of feeds.readAll('here')) {
    await read()
    return polled
  }
  throw new Error('expected a feed')
}

const headlines = (): string[] => [...articles.values()].map(({ headline }) => headline).sort()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-feeds-'))
  site = await createFeedSite()
  site.entries = [otter]
  clock = createHandClock()
  ;[failing, keepDays, room] = [[], null, 1_000]
  await restart()
})
afterEach(async () => {
  await feeds.stop()
  await site.close()
  rmSync(folder, { recursive: true })
})

describe('following', () => {
  it('takes the articles of a feed that a page names, with their attribution', async () => {
    const { feed, isNew, added } = await feeds.follow('here', `${site.url}/`)
    expect({ isNew, added, address: feed.address, title: feed.title }).toEqual({
      isNew: true,
      added: 1,
      address: site.feedUrl,
      title: 'The Quay',
    })
    await read()
    expect(articles.get('otter-seen-in-grimsby-harbour')).toMatchObject({
      headline: otter.title,
      outlet: 'The Quay',
      published: '2024-02-03',
      url: `${site.url}/otter`,
    })
    expect(readFileSync(join(folder, 'feeds.opml'), 'utf8')).toContain(`xmlUrl="${site.feedUrl}"`)
  })

  it('reads the page of an entry that the feed has no text of, and fetches nothing else', async () => {
    site.entries = [{ ...otter, isWhole: false }]
    await feeds.follow('here', site.feedUrl)
    await read()
    expect([...articles.values()][0]?.body).toContain('“It ate my herring,”')
    expect(site.asked).toEqual(['/robots.txt 404', '/feed.xml 200', '/feed.xml 200', '/otter 200'])
    expect(site.most()).toBe(1)
  })

  it('says who asks', async () => {
    let agent: string | undefined
    site.answer = request => {
      agent = request.headers['user-agent']
      return false
    }
    await feeds.follow('here', site.feedUrl)
    expect(agent).toBe(userAgent)
    expect(agent).toMatch(/^Verbatim\/\d+\.\d+\.\d+ \(/)
  })

  it.each([
    ['a page without a feed', '/otter', 'names-no-feed'],
    ['nothing', '/none', 'status'],
  ])('refuses %s', async (_what, path, kind) => {
    await expect(feeds.follow('here', site.url + path)).rejects.toMatchObject({ problem: { kind } })
    expect(feeds.status('here')).toEqual([])
  })

  it('follows a feed once, and no more than it may', async () => {
    await feeds.follow('here', site.feedUrl)
    expect((await feeds.follow('here', site.feedUrl)).isNew).toBe(false)
    site.answer = (request, response) => {
      if (!request.url?.startsWith('/other')) return false
      response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end('<rss version="2.0"><channel><title>Other</title><item><title>x</title></item></channel></rss>')
      return true
    }
    for (const path of ['/other1', '/other2']) await feeds.follow('here', site.url + path)
    await expect(feeds.follow('here', `${site.url}/other3`)).rejects.toMatchObject({
      problem: { kind: 'too-many-feeds' },
    })
  })

  it('unfollows, and leaves the articles', async () => {
    await feeds.follow('here', site.feedUrl)
    expect(await feeds.unfollow('here', site.feedUrl)).toMatchObject({ title: 'The Quay', articles: 1 })
    expect(await feeds.unfollow('here', site.feedUrl)).toBeNull()
    expect(readdirSync(join(folder, '.feeds'))).toEqual([])
    await restart()
    expect(feeds.status('here')).toEqual([])
    expect(headlines()).toEqual([otter.title])
  })
})

describe('an entry', () => {
  beforeEach(() => feeds.follow('here', site.feedUrl))

  it('comes within one poll, and the feed is given whole only when it has changed', async () => {
    expect((await poll()).added).toEqual([])
    expect(site.asked.at(-1)).toBe('/feed.xml 304')
    site.entries = [ferry, otter]
    expect((await poll()).added).toEqual(['ferry-to-gull-island-late'])
    expect(headlines()).toEqual([ferry.title, otter.title])
  })

  it.each<[string, SiteEntry]>([
    ['a later date', { ...otter, date: 'Sun, 11 Feb 2024 10:00:00 GMT' }],
    ['another address', { ...otter, path: '/2024/otter' }],
    ['another id', { ...otter, id: 'otter-2' }],
    ['another id and another address', { ...otter, id: 'otter-2', path: '/2024/otter' }],
  ])('does not come twice with %s, before and after a restart', async (_what, moved) => {
    site.entries = [moved]
    expect(await poll()).toMatchObject({ added: [], replaced: [] })
    await restart()
    site.entries = [{ ...moved, date: 'Mon, 12 Feb 2024 10:00:00 GMT' }]
    expect(await poll()).toMatchObject({ added: [], replaced: [] })
    expect(headlines()).toEqual([otter.title])
  })

  it('takes the place of its old version when it is corrected', async () => {
    site.entries = [{ ...otter, words: otter.words.replace('Saturday', 'Sunday') }]
    expect((await poll()).replaced).toEqual(['otter-seen-in-grimsby-harbour'])
    expect([...articles.values()].map(({ body }) => body.includes('on Sunday'))).toEqual([true])
  })

  it('keeps its name when its headline is corrected', async () => {
    site.entries = [{ ...otter, title: 'Otter seen in Hull harbour' }]
    await poll()
    expect([...articles]).toMatchObject([['otter-seen-in-grimsby-harbour', { headline: 'Otter seen in Hull harbour' }]])
  })

  it('does not come again once somebody has removed it', async () => {
    unlinkSync(join(folder, 'otter-seen-in-grimsby-harbour.txt'))
    await poll()
    site.entries = [{ ...otter, words: `${otter.words} It left on Sunday.` }]
    await poll()
    expect(headlines()).toEqual([])
  })

  it('is known by its address or its words where what was remembered is lost', async () => {
    rmSync(join(folder, '.feeds'), { recursive: true })
    await restart()
    expect(await poll()).toMatchObject({ added: [], replaced: [] })
    site.entries = [{ ...otter, words: otter.words.replace('Saturday', 'Sunday') }]
    expect((await poll()).replaced).toEqual(['otter-seen-in-grimsby-harbour'])
  })

  it('is corrected where the program ended between storing and remembering it, though it has moved as well', async () => {
    const [name = ''] = readdirSync(join(folder, '.feeds'))
    const path = join(folder, '.feeds', name)
    const state = JSON.parse(readFileSync(path, 'utf8'))
    const entries = state.entries.map((entry: object) => ({ ...entry, slug: null, isPlanned: true }))
    writeFileSync(path, JSON.stringify({ ...state, validators: { etag: null, lastModified: null }, entries }))
    await restart()
    site.entries = [{ ...otter, path: '/2024/otter', words: otter.words.replace('Saturday', 'Sunday') }]
    expect((await poll()).replaced).toEqual(['otter-seen-in-grimsby-harbour'])
    expect(headlines()).toEqual([otter.title])
  })

  it('has a name of its own beside another with the same headline', async () => {
    site.entries = [{ ...ferry, title: otter.title }, otter]
    expect((await poll()).added).toEqual(['otter-seen-in-grimsby-harbour-2'])
    expect(headlines()).toEqual([otter.title, otter.title])
  })

  it('is tried again when its page does not come, though the feed has not changed', async () => {
    site.entries = [{ ...ferry, isWhole: false }, otter]
    site.answer = (request, response) => {
      if (request.url === '/ferry') response.writeHead(503).end()
      return request.url === '/ferry'
    }
    expect((await poll()).added).toEqual([])
    site.answer = () => false
    expect((await poll()).added).toEqual(['ferry-to-gull-island-late'])
  })

  it('is not fetched where robots.txt forbids it', async () => {
    site.robots = 'User-agent: *\nDisallow: /ferry\n'
    await restart()
    site.entries = [{ ...ferry, isWhole: false }, otter]
    expect((await poll()).added).toEqual([])
    expect(site.asked.filter(line => line.startsWith('/ferry'))).toEqual([])
  })
})

describe('what is kept', () => {
  it('is the newest, when there is no room for all', async () => {
    room = 1
    site.entries = [ferry, otter]
    await feeds.follow('here', site.feedUrl)
    await read()
    expect(headlines()).toEqual([ferry.title])
    site.entries = [
      { ...ferry, id: 'n', path: '/new', title: 'New mayor in Hull', date: 'Tue, 06 Feb 2024 10:00:00 GMT' },
      ferry,
    ]
    await poll()
    expect(headlines()).toEqual(['New mayor in Hull'])
  })

  it('is no entry that is too old', async () => {
    site.entries = [{ ...ferry, date: new Date(clock.wallNow() - day).toUTCString() }, otter]
    keepDays = 3
    await feeds.follow('here', site.feedUrl)
    await read()
    expect(headlines()).toEqual([ferry.title])
  })
})

describe('a feed that fails', () => {
  beforeEach(() => feeds.follow('here', site.feedUrl))

  it('is tried ever more seldom, says why, and is reported once when that lasts a day', async () => {
    site.answer = (_request, response) => {
      response.writeHead(500).end()
      return true
    }
    await poll()
    expect(feeds.status('here')[0]?.failing?.problem).toEqual({ kind: 'status', status: 500 })
    expect(failing).toEqual([])
    clock.advance(day)
    await poll()
    await restart()
    await poll()
    expect(failing.map(({ title }) => title)).toEqual(['The Quay'])
    site.answer = () => false
    await poll()
    expect(feeds.status('here')[0]?.failing).toBeNull()
  })
})
