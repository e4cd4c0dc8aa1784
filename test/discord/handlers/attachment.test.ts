import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchAttachment } from '../../../src/discord/handlers/attachment.ts'
import { UserError } from '../../../src/errors.ts'

let server: Server | null = null
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

/** The address of a server that answers so. */
async function serve(listener: RequestListener): Promise<{ readonly api: string }> {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is always of this kind.
  const { port } = server.address() as AddressInfo
  return { api: `http://127.0.0.1:${port}/api` }
}

const from = (address: { readonly api: string }): string => new URL('/file', address.api).href

describe('fetchAttachment', () => {
  it('gives the bytes', async () => {
    const address = await serve((_request, response) => response.end('It rained.'))
    expect(Buffer.from(await fetchAttachment(from(address), 100, address)).toString()).toBe('It rained.')
  })

  it('stops when there come more than were announced', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      // Without end: only a reader that counts comes to one.
      const more = (): boolean => response.write('x'.repeat(1000), error => error ?? more())
      more()
    })
    await expect(fetchAttachment(from(address), 50_000, address)).rejects.toThrow(UserError)
  })

  it('does not begin to read what announces too much', async () => {
    const address = await serve((_request, response) => response.writeHead(200, { 'content-length': 5e9 }).write('x'))
    await expect(fetchAttachment(from(address), 2 ** 20, address)).rejects.toMatchObject({
      refusal: { kind: 'file-too-large', mostBytes: 2 ** 20 },
    })
  })

  it('gives up on a file that does not come', async () => {
    const address = await serve(() => undefined)
    await expect(fetchAttachment(from(address), 100, address, 20)).rejects.toMatchObject({
      refusal: { kind: 'file-not-fetched' },
    })
  })

  it('follows no redirection', async () => {
    const address = await serve((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    )
    await expect(fetchAttachment(from(address), 100, address)).rejects.toMatchObject({
      refusal: { kind: 'file-not-fetched' },
    })
  })

  it('says when Discord has the file no more', async () => {
    const address = await serve((_request, response) => response.writeHead(404).end())
    await expect(fetchAttachment(from(address), 100, address)).rejects.toMatchObject({ refusal: { kind: 'file-gone' } })
  })

  it.each([
    'http://cdn.discordapp.com/a.md',
    'https://cdn.discordapp.com:8443/a.md',
    'https://user@cdn.discordapp.com/a.md',
    'https://cdn.discordapp.com.example.org/a.md',
    'https://example.org/cdn.discordapp.com/a.md',
    'file:///etc/passwd',
    'data:text/plain,x',
    'nonsense',
    '',
  ])('asks nobody but Discord: not %j', async url => {
    await expect(fetchAttachment(url, 100, null)).rejects.toMatchObject({ refusal: { kind: 'foreign-file' } })
  })
})
