/** A feed is made into files in time about linear in its length, whatever it is. Processor time, since other work shares the machine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDuplicates, groupDuplicates } from '../../src/folder/duplicates.ts'
import { readNewArticles } from '../../src/folder/new-article.ts'
import { startProcessorTime } from '../support/growth.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-growth-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function costOf(entries: number, entry: (number: number) => object): Promise<number> {
  const path = join(folder, 'feed.json')
  await writeFile(path, JSON.stringify(Array.from({ length: entries }, (_, number) => entry(number))))
  const elapsedMs = startProcessorTime()
  const made = await readNewArticles(path)
  groupDuplicates(findDuplicates(made.map(({ article }) => article)))
  const costMs = elapsedMs()
  expect(new Set(made.map(({ name }) => name)).size).toBe(entries)
  return costMs
}

describe('making files of a feed', () => {
  it.each<[string, (number: number) => object]>([
    ['entries that share one headline', number => ({ headline: 'x', body: `Word ${number}.` })],
    ['entries called as the numbered ones are', number => ({ headline: `x ${number % 3}`, body: 'a' })],
    ['entries that share one text', number => ({ headline: `${number}`, body: 'The river rose. It fell.' })],
  ])(
    'grows no faster than %s',
    async (_what, entry) => {
      await costOf(500, entry)
      let growth = Number.POSITIVE_INFINITY
      for (let attempt = 0; attempt < 3 && growth >= 24; attempt += 1) {
        const base = Math.max(3, await costOf(500, entry))
        growth = Math.min(growth, (await costOf(4_000, entry)) / base)
      }
      expect(growth).toBeLessThan(24)
    },
    60_000,
  )

  it('refuses more entries than fit before it makes a file of any', async () => {
    const path = join(folder, 'many.json')
    await writeFile(path, JSON.stringify(Array.from({ length: 251 }, () => ({ body: 'a' }))))
    await expect(readNewArticles(path, 250)).rejects.toMatchObject({
      refusal: { kind: 'too-many-articles', most: 250, articles: 251 },
    })
  })
})
