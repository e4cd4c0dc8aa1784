import { describe, expect, it } from 'vitest'
import { parseHere } from '../../../src/formats/parse-here.ts'
import { parseApart } from '../../../src/formats/worker/parse-in-thread.ts'

const file = (path: string, text: string) => ({ path, slug: 'a', bytes: new TextEncoder().encode(text) })
const good = file(
  'a.md',
  '# River rises\n\nThe *river* rose by four metres on Tuesday night, said the board.\n\n- “Nobody knew,” said the mayor.',
)

describe('parseApart', () => {
  it('gives what reading in this thread gives', async () => {
    expect(await parseApart(good)).toEqual(await parseHere(good))
  }, 30_000)

  it('gives faults as they are', async () => {
    await expect(parseApart(file('a.md', '---\npublished: May\n---\nx'))).rejects.toThrow(
      'a.md:2: expected `published` to be a date like 2024-05-01, got `May`',
    )
  }, 30_000)

  it('stops a text that takes too long, and reads the next one', async () => {
    const endless = parseApart(file('a.md', '**a *b '.repeat(40_000)), 500)
    const next = parseApart(good)
    await expect(endless).rejects.toThrow(
      'a.md: expected a file that is read within 0.5 s and 768 MB, got one that takes more',
    )
    expect(await next).toHaveLength(1)
  }, 30_000)

  it('lets others pass the files that take long, and reads those to their end', async () => {
    const order: string[] = []
    const read = (name: string, text: string, maxMs?: number): Promise<unknown> =>
      parseApart(file(name, text), maxMs).then(
        () => order.push(name),
        () => order.push(`${name} stopped`),
      )
    const endless = '**a *b '.repeat(200_000)
    await Promise.all([
      read('slow.md', endless, 3_000),
      read('slower.md', endless, 6_000),
      ...['a.md', 'b.md', 'c.md'].map(name => read(name, '# River\n\nIt rose.')),
    ])
    expect(order.filter(name => !name.startsWith('slow.'))).toEqual(['a.md', 'b.md', 'c.md', 'slower.md stopped'])
    expect(order).toContain('slow.md stopped')
  }, 60_000)
})
