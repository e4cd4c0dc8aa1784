/** An editor that was broken off in the middle of a save, as whoever asks, reads the log or looks at the status sees it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Host } from '../../src/library/host/host.ts'
import { startHost } from '../../src/library/host/start-host.ts'
import { createSwiftClock } from '../support/swift-clock.ts'

const page = (text: string): string => `---\nheadline: Seals\n---\n${text}\n`
const whole = page('The harbour master counted forty seals. They slept on the pier.')
const html = '<html><body><article><h1>Otters</h1><p>An otter was seen in the harbour.</p></article></body></html>\n'

let folder: string
let host: Host | null
let said: string[]
const say = (_fields: object, message: string): void => void said.push(message)

const start = async (): Promise<Host> => {
  host = await startHost({
    corpusDir: folder,
    stateDir: null,
    log: { info: say, warn: say, error: say },
    clock: createSwiftClock(),
  })
  return host
}

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
const bodyOf = (running: Host, slug: string): string | undefined => running.library(null).articles.get(slug)?.body

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-unfinished-'))
  host = null
  said = []
  await write('seals.md', whole)
})

afterEach(async () => {
  await host?.stop()
  await rm(folder, { recursive: true, force: true })
})

it('leaves the last good version of what was there, and nothing of what is new, until it is saved again', async () => {
  const running = await start()
  const before = bodyOf(running, 'seals')
  await write('seals.md', whole.slice(0, -8))
  await write('otters.html', html.slice(0, -30))
  await running.reload()
  expect(bodyOf(running, 'seals')).toBe(before)
  expect(bodyOf(running, 'otters')).toBeUndefined()
  expect(running.status().faults.map(({ path, message }) => [path, message])).toEqual([
    [
      join(folder, 'otters.html'),
      expect.stringMatching(/^expected a whole article, got .* put `<\/html>` at its end$/),
    ],
    [join(folder, 'seals.md'), expect.stringMatching(/^expected a whole article, got .* put a line end at its end$/)],
  ])
  expect(said.filter(line => line.includes('expected a whole article'))).toHaveLength(2)
  await write('seals.md', whole.replace('forty', 'fifty'))
  await write('otters.html', html)
  await running.reload()
  expect(bodyOf(running, 'seals')).toContain('fifty seals')
  expect(bodyOf(running, 'otters')).toBe('An otter was seen in the harbour.')
  expect(running.status().faults).toEqual([])
})

it('stops no start: the text is read as it is, and the log says so', async () => {
  await write('seals.md', whole.slice(0, -8))
  const running = await start()
  expect(bodyOf(running, 'seals')).toMatch(/They slept on th$/)
  expect(running.status().faults).toEqual([])
  expect(said.filter(line => line.includes('seals.md: expected a whole article'))).toHaveLength(1)
})
