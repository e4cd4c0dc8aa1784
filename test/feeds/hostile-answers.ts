/** Answers that a web server gives to do harm, and what is said of each. `/ID` is the path of each; those with `names` are reached by a name. */
import type { ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** `forbidden` is a server that must never be connected to; `self` is the one that answers. */
export type Places = { readonly self: string; readonly forbidden: string; readonly forbiddenPort: number }

export type HostileAnswer = {
  readonly name: string
  readonly says: RegExp
  /** Where the answer is that nothing comes, and the time for it may be short. */
  readonly mostMs?: number
  answer(response: ServerResponse, places: Places, path: string): void
}

const gzipped = gzipSync(Buffer.alloc(20_000_000))
const brotli = brotliCompressSync(Buffer.alloc(20_000_000))

const html = { 'content-type': 'text/html' }
const privateAddress = /private network/
const wrongType = /^This is no page to be read, but of the type /
const tooLarge = /^The page is too large: more than 0\.1 MB\.$/
const tooLate = /the page did not end within 0\.1 s\.$/
const broken = /^The site gave a broken answer \(\w+\)\.$/

const redirect =
  (location: (places: Places) => string, status = 302) =>
  (response: ServerResponse, places: Places): void =>
    void response.writeHead(status, { location: location(places) }).end()

/** Writes for as long as somebody reads. */
const endless = (response: ServerResponse, chunk: string | Buffer): void => {
  const write = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', write)
  write()
}

const raw = (response: ServerResponse, bytes: string): void => void response.socket?.end(bytes)

const forbiddenTargets: readonly (readonly [string, (places: Places) => string])[] = [
  ['the forbidden server', ({ forbidden }) => forbidden],
  ['another port of it', ({ forbiddenPort }) => `http://127.0.0.2:${forbiddenPort}/x`],
  ['an address in decimal', ({ forbiddenPort }) => `http://2130706434:${forbiddenPort}/`],
  ['an address in hexadecimal', ({ forbiddenPort }) => `http://0x7f000002:${forbiddenPort}/`],
  ['an address in octal', ({ forbiddenPort }) => `http://0177.0.0.2:${forbiddenPort}/`],
  ['a short address', ({ forbiddenPort }) => `http://127.2:${forbiddenPort}/`],
  ['a mapped IPv6 address', ({ forbiddenPort }) => `http://[::ffff:127.0.0.2]:${forbiddenPort}/`],
  ['a compatible IPv6 address', ({ forbiddenPort }) => `http://[::127.0.0.2]:${forbiddenPort}/`],
  ['a NAT64 address', ({ forbiddenPort }) => `http://[64:ff9b::7f00:2]:${forbiddenPort}/`],
  ['a local NAT64 address', ({ forbiddenPort }) => `http://[64:ff9b:1::7f00:2]:${forbiddenPort}/`],
  ['a 6to4 address', ({ forbiddenPort }) => `http://[2002:7f00:2::]:${forbiddenPort}/`],
  ['IPv6 loopback', ({ forbiddenPort }) => `http://[::1]:${forbiddenPort}/`],
  ['the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data/'],
  ['metadata over IPv6', () => 'http://[fd00:ec2::254]/latest/'],
  ['a private network of 10', () => 'http://10.0.0.1/'],
  ['a private network of 172.16', () => 'http://172.16.0.1/'],
  ['a private network of 192.168', () => 'http://192.168.1.1/'],
  ['carrier-grade addresses', () => 'http://100.64.0.1/'],
  ['the unspecified address', ({ forbiddenPort }) => `http://0.0.0.0:${forbiddenPort}/`],
  ['broadcast', () => 'http://255.255.255.255/'],
  ['multicast', () => 'http://224.0.0.1/'],
  ['IPv6 link-local', () => 'http://[fe80::1]/'],
  ['a name of the forbidden server', ({ forbiddenPort }) => `http://inside.test:${forbiddenPort}/`],
  ['a name that has moved to the forbidden server', ({ forbiddenPort }) => `http://rebinding.test:${forbiddenPort}/`],
  ['a name with one address of each', ({ forbiddenPort }) => `http://mixed.test:${forbiddenPort}/`],
]

export const hostileAnswers: readonly HostileAnswer[] = [
  ...forbiddenTargets.map(([name, target]) => ({
    name: `redirects to ${name}`,
    says: privateAddress,
    answer: redirect(target),
  })),
  {
    name: 'redirects by 307 to the forbidden server',
    says: privateAddress,
    answer: redirect(({ forbidden }) => forbidden, 307),
  },
  { name: 'redirects to a file', says: /not of file\.$/, answer: redirect(() => 'file:///etc/passwd') },
  { name: 'redirects to data', says: /not of data\.$/, answer: redirect(() => 'data:text/html,<p>Hello') },
  { name: 'redirects to gopher', says: /not of gopher\.$/, answer: redirect(() => 'gopher://127.0.0.2/') },
  { name: 'redirects to javascript', says: /not of javascript\.$/, answer: redirect(() => 'javascript:alert(1)') },
  {
    name: 'redirects with a password',
    says: /with a user name or a password/,
    answer: redirect(() => 'http://me:secret@example.org/'),
  },
  { name: 'redirects to nowhere', says: /leads on to an address that is none/, answer: redirect(() => 'http://[') },
  {
    name: 'redirects without a place',
    says: /leads on to an address that is none/,
    answer: response => void response.writeHead(301).end(),
  },
  {
    name: 'redirects to itself for ever',
    says: /more than 5 redirects\.$/,
    answer: (response, { self }, path) =>
      redirect(() => self + path)(response, { self, forbidden: '', forbiddenPort: 0 }),
  },
  {
    name: 'redirects with a body without end',
    says: /more than 5 redirects\.$/,
    answer(response, { self }, path) {
      response.writeHead(302, { location: self + path })
      endless(response, 'x'.repeat(10_000))
    },
  },
  { name: 'never answers', says: tooLate, mostMs: 100, answer: () => {} },
  {
    name: 'answers with a head alone',
    says: tooLate,
    mostMs: 100,
    answer: response => response.writeHead(200, html).flushHeaders(),
  },
  {
    name: 'stops in the middle',
    says: tooLate,
    mostMs: 100,
    answer: response => void response.writeHead(200, html).write('<p>The river'),
  },
  {
    name: 'sends half a head',
    says: tooLate,
    mostMs: 100,
    answer: response => void response.socket?.write('HTTP/1.1 200 OK\r\nContent-'),
  },
  {
    name: 'never ends',
    says: tooLarge,
    answer: response => endless(response.writeHead(200, html), '<p>The river rose.'),
  },
  {
    name: 'is huge',
    says: tooLarge,
    answer: response => void response.writeHead(200, html).end('x'.repeat(1_000_000)),
  },
  {
    name: 'says that it is huge',
    says: tooLarge,
    answer: response => response.writeHead(200, { ...html, 'content-length': '999999999999' }).flushHeaders(),
  },
  {
    name: 'unpacks to a thousand times its size',
    says: tooLarge,
    answer: response => void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipped),
  },
  {
    name: 'unpacks to a million times its size',
    says: tooLarge,
    answer: response => void response.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotli),
  },
  {
    name: 'calls packed what is not',
    says: broken,
    answer: response => void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('plain'),
  },
  {
    name: 'is packed in an unknown way',
    says: /do not know: zip, zip\.$/,
    answer: response => void response.writeHead(200, { ...html, 'content-encoding': 'zip, zip' }).end('x'),
  },
  {
    name: 'sends less than it says',
    says: broken,
    answer: response =>
      raw(response, 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>Cut'),
  },
  {
    name: 'ends inside a chunk',
    says: broken,
    answer: response =>
      raw(response, 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>Cut'),
  },
  { name: 'hangs up', says: broken, answer: response => void response.socket?.destroy() },
  { name: 'speaks no HTTP', says: broken, answer: response => raw(response, '220 mail.example.org ESMTP\r\n') },
  {
    name: 'has a head without end',
    says: broken,
    answer: response => raw(response, `HTTP/1.1 200 OK\r\n${`X-Long: ${'x'.repeat(1_000)}\r\n`.repeat(100)}`),
  },
  {
    name: 'gives two lengths',
    says: broken,
    answer: response => raw(response, 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde'),
  },
  {
    name: 'is a picture',
    says: wrongType,
    answer: response => void response.writeHead(200, { 'content-type': 'image/png' }).end('PNG'),
  },
  {
    name: 'has no type',
    says: /does not say what kind of page/,
    answer: response => void response.writeHead(200).end('<p>Text'),
  },
  {
    name: 'is a script',
    says: wrongType,
    answer: response => void response.writeHead(200, { 'content-type': 'text/javascript' }).end('alert(1)'),
  },
  {
    name: 'has a type that goes on and on',
    says: /^.{0,160}$/,
    answer: response => void response.writeHead(200, { 'content-type': 'x'.repeat(9_000) }).end('x'),
  },
  {
    name: 'calls a page what is a picture',
    says: /binary data/,
    answer: response => void response.writeHead(200, html).end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])),
  },
  { name: 'is empty', says: /an empty page/, answer: response => void response.writeHead(200, html).end() },
  {
    name: 'has no article',
    says: /got no text/,
    answer: response => void response.writeHead(200, html).end('<!doctype html><body><script>1</script></body>'),
  },
  ...[204, 206, 304, 401, 403, 404, 410, 429, 500, 503].map(status => ({
    name: `answers ${status}`,
    says: new RegExp(`but the status ${status}\\.`),
    answer: (response: ServerResponse): void => void response.writeHead(status, html).end(),
  })),
]
