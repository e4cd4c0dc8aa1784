import { afterEach, describe, expect, it } from 'vitest'
import { parseHere } from '../../../src/formats/parse-here.ts'
import { createReadingThreads, type ReadingThreads } from '../../../src/formats/worker/parse-in-thread.ts'

const file = (path: string, text: string) => ({ path, slug: 'a', bytes: new TextEncoder().encode(text) })
const good = file(
  'a.md',
  '# River rises\n\nThe *river* rose by four metres on Tuesday night, said the board.\n\n- “Nobody knew,” said the mayor.',
)
/** Takes minutes to read, or more memory than a thread has. */
const endless = `${'] '.repeat(5_000)}\n\n`.repeat(800)
const unlimitedMs = 2 ** 31 - 1

let threads: ReadingThreads | null = null
const start = (maxMs: number): ReadingThreads => {
  threads = createReadingThreads(maxMs)
  return threads
}
afterEach(() => threads?.stop())

describe('the reading threads', () => {
  it('give what reading in this thread gives', async () => {
    expect(await start(unlimitedMs).parse(good)).toEqual(await parseHere(good))
  }, 60_000)

  it('give faults as they are', async () => {
    await expect(start(unlimitedMs).parse(file('a.md', '---\npublished: May\n---\nx'))).rejects.toThrow(
      'a.md:2: expected `published` to be a date like 2024-05-01, got `May`',
    )
  }, 60_000)

  it('stop a text that takes longer than the limit', async () => {
    await expect(start(50).parse(file('a.md', endless))).rejects.toThrow(
      'a.md: expected a file that is read within 0.05 s and 192 MB, got one that takes more',
    )
  }, 60_000)

  it('read others, in their order, while one takes its time', async () => {
    const { parse, stop } = start(unlimitedMs)
    const settled: string[] = []
    const read = (name: string, text: string): Promise<unknown> =>
      parse(file(name, text)).then(
        () => settled.push(name),
        () => settled.push(`${name} stopped`),
      )
    const slow = read('slow.md', endless)
    await Promise.all(['a.md', 'b.md', 'c.md'].map(name => read(name, '# River\n\nIt rose.')))
    stop()
    await slow
    expect(settled).toEqual(['a.md', 'b.md', 'c.md', 'slow.md stopped'])
  }, 60_000)

  it('refuse what still waits when they are stopped', async () => {
    const { parse, stop } = start(unlimitedMs)
    const read = [1, 2, 3].map(number => parse(file(`${number}.md`, endless)))
    const refused = Promise.allSettled(read)
    stop()
    expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  }, 60_000)
})
