/** A feed is made into files in time about linear in its length, whatever it is. Processor time, since other work shares the machine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDuplicates, groupDuplicates } from '../../src/folder/duplicates.ts'
import { readNewArticles } from '../../src/folder/new-article.ts'
import { growthOf, LINEAR } from '../support/growth.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-growth-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function makeFiles(path: string): Promise<ReadonlySet<string>> {
  const made = await readNewArticles(path)
  groupDuplicates(findDuplicates(made.map(({ article }) => article)))
  return new Set(made.map(({ name }) => name))
}

describe('making files of a feed', () => {
  it.each<[string, (number: number) => object]>([
    ['entries that share one headline', number => ({ headline: 'x', body: `Word ${number}.` })],
    ['entries called as the numbered ones are', number => ({ headline: `x ${number % 3}`, body: 'a' })],
    ['entries that share one text', number => ({ headline: `${number}`, body: 'The river rose. It fell.' })],
  ])(
    'grows no faster than %s',
    async (_what, entry) => {
      const write = async (entries: number): Promise<string> => {
        const path = join(folder, `${entries}.json`)
        await writeFile(path, JSON.stringify(Array.from({ length: entries }, (_, number) => entry(number))))
        return path
      }
      expect((await makeFiles(await write(500))).size).toBe(500)
      expect(await growthOf(write, 500, makeFiles)).toBeLessThan(LINEAR)
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
