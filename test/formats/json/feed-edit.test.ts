import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutArticle } from '../../../src/formats/json/feed-edit.ts'
import { parseFile } from '../../../src/formats/parse.ts'

/** The feed `text` without the article called `slug`. */
async function without(name: string, text: string, slug: string, encoding: BufferEncoding = 'utf8'): Promise<string> {
  const feed = { path: `corpus/${name}`, slug: 'feed', bytes: Buffer.from(text, encoding) }
  return Buffer.from(await withoutArticle(feed, slug)).toString(encoding)
}

describe('withoutArticle', () => {
  it.each([
    ['the first line', '{"slug":"a","body":"A."}\n{"slug":"b","body":"B."}\n', 'a', '{"slug":"b","body":"B."}\n'],
    ['the last line', '{"slug":"a","body":"A."}\n{"slug":"b","body":"B."}', 'b', '{"slug":"a","body":"A."}\n'],
    [
      'a line between blank ones',
      '\uFEFF{"slug":"a","body":"A."}\r\n\r\n{"slug":"b","body":"B — é"}\r\n',
      'a',
      '\uFEFF\r\n{"slug":"b","body":"B — é"}\r\n',
    ],
    [
      'an unnamed line',
      '{"body":"A."}\n{"body":"B."}\n{"slug":"c","body":"C."}\n{"body":"D."}',
      'feed-2',
      '{"body":"A."}\n{"slug":"c","body":"C."}\n{"slug": "feed-4", "body":"D."}',
    ],
  ])('takes out %s', async (_what, text, slug, left) => {
    expect(await without('feed.jsonl', text, slug)).toBe(left)
  })

  it.each([
    [
      'the first',
      '[\n  { "slug": "a", "body": "]},[\\"" },\n  { "slug": "b", "body": "B." }\n]\n',
      'a',
      '[\n  { "slug": "b", "body": "B." }\n]\n',
    ],
    [
      'the last',
      '[ {"slug":"a","body":["A.","]"]} , {"slug":"b","body":"B."}\n]',
      'b',
      '[ {"slug":"a","body":["A.","]"]}\n]',
    ],
    [
      'one in between',
      '[{"slug":"a","body":"A"},{"slug":"b","body":"B"},{"slug":"c","body":"C"}]',
      'b',
      '[{"slug":"a","body":"A"},{"slug":"c","body":"C"}]',
    ],
    [
      'one of `articles`',
      '{"from":["x",{"articles":[1]}],"articles":[{"body":"A"},{"body":"B"}],"more":[]}',
      'feed-1',
      '{"from":["x",{"articles":[1]}],"articles":[{"slug": "feed-2", "body":"B"}],"more":[]}',
    ],
  ])('takes %s out of a list', async (_what, text, slug, left) => {
    expect(await without('feed.json', text, slug)).toBe(left)
  })

  it('keeps UTF-16 and names in other scripts', async () => {
    const text = '\uFEFF{"body":"Один."}\n{"body":"Два."}\n'
    expect(await without('feed.jsonl', text, 'feed-1', 'utf16le')).toBe('\uFEFF{"slug": "feed-2", "body":"Два."}\n')
    const bytes = Buffer.from('{"body":"Один."}\n{"body":"Два."}\n')
    const left = await withoutArticle({ path: 'новости.jsonl', slug: 'новости', bytes }, 'новости-1')
    expect(Buffer.from(left).toString()).toMatch(/^\{"slug": "(\\u[0-9a-f]{4}){7}-2", "body":"Два."\}\n$/)
  })

  it('says where an article stands that it cannot take out, and writes nothing', async () => {
    // The second list counts for JSON, the first for the eye.
    const text =
      '{"articles":[{"slug":"x","body":"X"},{"slug":"y","body":"Y"}],\n"articles":[{"slug":"a","body":"A"},{"slug":"b","body":"B"}]}'
    await expect(without('feed.json', text, 'a')).rejects.toThrow(
      'corpus/feed.json:1: expected to take `a` out of this feed',
    )
    await expect(without('feed.json', text, 'none')).rejects.toThrow(
      'corpus/feed.json: expected an article called `none`, got none',
    )
  })

  it('leaves exactly the other articles, whatever they are called and hold', async () => {
    const item = fc.record(
      { body: fc.string({ minLength: 1 }).map(text => `A ${text}`), headline: fc.constantFrom('{', '"]', 'A, b') },
      { requiredKeys: ['body'] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 2, maxLength: 5 }),
        fc.nat(4),
        fc.boolean(),
        async (items, at, isLines) => {
          const path = isLines ? 'feed.jsonl' : 'feed.json'
          const text = isLines ? items.map(each => JSON.stringify(each)).join('\n') : JSON.stringify(items, null, 1)
          const feed = { path, slug: 'feed', bytes: Buffer.from(text) }
          const before = await parseFile(feed)
          const gone = before[at % before.length]
          const after = await parseFile({ ...feed, bytes: await withoutArticle(feed, gone?.slug ?? '') })
          expect(after).toEqual(before.filter(article => article !== gone))
        },
      ),
      { numRuns: 50 },
    )
  })
})
