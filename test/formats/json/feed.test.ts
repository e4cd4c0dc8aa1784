import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/article/article.ts'
import { parseFile } from '../../../src/formats/parse.ts'

const parse = (name: string, text: string): Promise<readonly Article[]> =>
  parseFile({ path: `corpus/${name}`, slug: 'week', bytes: new TextEncoder().encode(text) })

describe('parseFeed', () => {
  it('reads one article, named by the file', async () => {
    const articles = await parse('week.json', '{"headline":"Flood","published":"2024-05-01","body":["One.","Two."]}')
    expect(articles.map(({ slug, headline, published, body }) => [slug, headline, published, body])).toEqual([
      ['week', 'Flood', '2024-05-01', 'One.\n\nTwo.'],
    ])
  })

  it('reads lists and lines, named by the file and a number or by themselves', async () => {
    const items = ['{"headline":"A","body":"One."}', '{"slug":"Own Name","headline":"B","body":"Two."}']
    const slugs = async (name: string, text: string): Promise<string[]> =>
      (await parse(name, text)).map(({ slug }) => slug)
    expect(await slugs('week.json', `[${items}]`)).toEqual(['week-1', 'own-name'])
    expect(await slugs('week.json', `{"articles":[${items}]}`)).toEqual(['week-1', 'own-name'])
    expect(await slugs('week.jsonl', items.join('\r\n'))).toEqual(['week-1', 'own-name'])
  })

  it('names the feed of a site as such', async () => {
    const feed =
      '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","content_text":"Rain."}]}'
    await expect(parse('week.json', feed)).rejects.toThrow(
      'corpus/week.json: expected a file of articles, got a JSON Feed of a site: follow it by its address',
    )
  })

  it('lists every fault with its line', async () => {
    const lines = [
      '{"headline":"A","body":"One."}',
      '{"headline":"B"}',
      '[]',
      '{"body":"x","published":"May","constructor":1}',
      '{"slug":"week-1","body":"x"}',
    ]
    await expect(parse('week.jsonl', lines.join('\n'))).rejects.toThrow(
      [
        'corpus/week.jsonl:2: article 2: expected `body` to be text, got none',
        'corpus/week.jsonl:3: article 3: expected an object, got something else',
        'corpus/week.jsonl:4: article 4: expected `published` to be a date like 2024-05-01, got `May`',
        'corpus/week.jsonl:4: article 4: expected one of headline, outlet, byline, published, dateline, url, standfirst, language, edition, got the key `constructor`',
        'corpus/week.jsonl:5: article 5: expected a slug of its own, got `week-1` a second time',
      ].join('\n'),
    )
  })

  it.each([
    ['week.json', '{', 'corpus/week.json: expected JSON, got something else'],
    ['week.json', '[]', 'corpus/week.json: expected articles, got none'],
    ['week.jsonl', '{"body":"x"}\n{', 'corpus/week.jsonl:2: expected a JSON object, got something else'],
  ])('says what is wrong with %s holding %j', async (name, text, message) => {
    await expect(parse(name, text)).rejects.toThrow(message)
  })
})
