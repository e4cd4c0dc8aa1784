/** Fetching a page from a web server that means harm, and from one that does not: real servers on loopback, one of which is forbidden. */
import type { LookupAddress } from 'node:dns'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FetchError } from '../../src/errors.ts'
import { isSameAddress } from '../../src/feeds/canonical-address.ts'
import { fetchArticle } from '../../src/feeds/fetch-article.ts'
import { isForbiddenAddress } from '../../src/feeds/web/addresses.ts'
import { userAgent } from '../../src/feeds/web/fetch-page.ts'
import { en } from '../../src/messages/en.ts'
import { reportProblem } from '../../src/report/problem-report.ts'
import { hostileAnswers, type Places } from './hostile-answers.ts'

const page = `<!doctype html><html lang="en"><head><title>Flood in Marbach</title><meta property="og:site_name" content="The Valley Post">
<script src="/never-fetched.js"></script></head><body><article><h1>Flood in Marbach</h1>
<p>The river rose by two metres on Wednesday night, said the mayor, and forty families left their houses.</p>
<img src="/never-fetched.png"><p>“We had ten minutes,” said Ilse Brandt, who lives at the bridge with her two children.</p></article></body></html>`

let places: Places
const servers: Server[] = []
const asked: string[] = []
let forbiddenConnections = 0
let rebindings = 0

async function listen(address: string, handle: RequestListener): Promise<number> {
  const server = createServer(handle)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, address, resolve))
  return (server.address() as AddressInfo).port
}

/** A name server of our own: `rebinding.test` moves to the forbidden address after the first look-up. */
const resolve: LookupFunction = (name, options, callback) => {
  const only = (address: string): LookupAddress[] => [{ address, family: 4 }]
  const found =
    name === 'mixed.test'
      ? [...only('127.0.0.1'), ...only('127.0.0.2')]
      : only(name === 'good.test' || (name === 'rebinding.test' && rebindings++ === 0) ? '127.0.0.1' : '127.0.0.2')
  if (options.all === true) callback(null, found)
  else callback(null, found[0]?.address ?? '', 4)
}

/** As in earnest, but that one loopback address counts as the public internet. */
const isForbidden = (address: string): boolean => address !== '127.0.0.1' && isForbiddenAddress(address)
const limits = { isForbidden, resolve, mostBytes: 64 * 1024 }

/** What a person is told. */
const told = (error: unknown): string =>
  error instanceof FetchError ? reportProblem(error.problem, en) : String(error)

beforeAll(async () => {
  const forbiddenPort = await listen('127.0.0.2', (_request, response) => response.end('secret'))
  servers[0]?.on('connection', () => {
    forbiddenConnections += 1
  })
  const port = await listen('127.0.0.1', (request, response) => {
    const path = request.url ?? ''
    asked.push(`${request.headers['user-agent']} ${path}`)
    const hostile = hostileAnswers[Number(/^\/hostile-(\d+)/.exec(path)?.[1] ?? -1)]
    if (hostile !== undefined) hostile.answer(response, places, path)
    else if (path === '/moved') response.writeHead(301, { location: '/flood?utm_source=feed' }).end()
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  places = { self: `http://127.0.0.1:${port}`, forbidden: `http://127.0.0.2:${forbiddenPort}/`, forbiddenPort }
})
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
  }
})

describe('fetchArticle', () => {
  it('reads a page as a saved page, with its own address, and fetches nothing that it names', async () => {
    asked.length = 0
    const { article, name } = await fetchArticle(`${places.self}/moved`, limits)
    expect(article).toMatchObject({ headline: 'Flood in Marbach', outlet: 'The Valley Post', language: 'en' })
    expect(article.body).toContain('“We had ten minutes,” said Ilse Brandt')
    expect(article.url).toBe(`${places.self}/flood?utm_source=feed`)
    expect(name).toBe('flood-in-marbach.txt')
    expect(asked).toEqual([`${userAgent} /moved`, `${userAgent} /flood?utm_source=feed`])
  })

  it('finds at least fifty answers hostile', () => expect(hostileAnswers.length).toBeGreaterThanOrEqual(50))

  it.each(hostileAnswers.map(({ name, says, mostMs }, index) => ({ name, says, mostMs, index })))(
    'says what is wrong with a server that $name',
    async ({ says, mostMs, index }) => {
      rebindings = 1
      const failed = await fetchArticle(`${places.self}/hostile-${index}`, {
        ...limits,
        mostMs: mostMs ?? 10_000,
      }).catch((error: unknown) => error)
      expect(failed).toBeInstanceOf(FetchError)
      expect(told(failed)).toMatch(says)
      expect(forbiddenConnections).toBe(0)
    },
  )

  it('connects to the address that it checked, whatever the name means a moment later', async () => {
    rebindings = 0
    const { port } = new URL(places.self)
    expect((await fetchArticle(`http://rebinding.test:${port}/flood`, limits)).article.headline).toBe(
      'Flood in Marbach',
    )
    await expect(fetchArticle(`http://rebinding.test:${port}/flood`, limits)).rejects.toThrow(/private-address/)
    expect(forbiddenConnections).toBe(0)
  })

  it('takes a private address where the host allows it', async () => {
    await expect(fetchArticle(`${places.self}/flood`, {})).rejects.toThrow(/private-address/)
    const { article } = await fetchArticle(`${places.self}/flood`, { allowPrivateAddresses: true })
    expect(article.headline).toBe('Flood in Marbach')
  })

  it.each(['ftp://example.org/', 'not an address', '', 'http://', 'http://me@example.org/'])(
    'refuses %j',
    async address => {
      await expect(fetchArticle(address, limits)).rejects.toThrow(FetchError)
    },
  )
})

describe('isForbiddenAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111'])('allows %s', address =>
    expect(isForbiddenAddress(address)).toBe(false),
  )
  it.each([
    '127.0.0.1',
    '10.1.1.1',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    'fe80::1',
    '64:ff9b::a00:1',
    'nonsense',
  ])('forbids %s', address => expect(isForbiddenAddress(address)).toBe(true))
})

describe('isSameAddress', () => {
  it.each([
    ['https://www.example.org/a/', 'http://example.org/a?utm_source=x#top', true],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2', false],
    ['https://example.org/a', null, false],
  ])('of %s and %s is %s', (one, other, expected) => expect(isSameAddress(one, other)).toBe(expected))
})
