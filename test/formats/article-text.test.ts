import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asName } from '../../src/article/control-characters.ts'
import { formatArticle } from '../../src/formats/article-text.ts'
import { normalise } from '../../src/formats/create-article.ts'
import { parseFile } from '../../src/formats/parse.ts'
import { flood, hostileInputs, makeArticle } from '../support/articles.ts'

const read = async (text: string, slug = 'flood') => {
  const [article] = await parseFile({ path: `${slug}.txt`, slug, bytes: new TextEncoder().encode(text) })
  return article
}

describe('formatArticle', () => {
  it('writes front matter that people can read, and the body to the letter', () => {
    expect(formatArticle(flood)).toBe(`---
headline: River floods Marbach and closes its old bridge
outlet: The Valley Post
byline: Jo Hart
published: 2024-05-01
dateline: Marbach
url: https://valley.example/flood
language: en
---

${flood.body}
`)
  })

  it('gives the same article when it is read again', async () => {
    expect(await read(formatArticle(flood))).toEqual(flood)
  })

  it('leaves out a headline that only the file name gave', async () => {
    const article = makeArticle('A body.', { slug: 'message', headline: 'message', language: null })
    expect(formatArticle(article)).toBe('---\n---\n\nA body.\n')
    expect((await read(formatArticle(article), 'other-name'))?.headline).toBe('other name')
  })

  it.each(hostileInputs.filter(([, text]) => text.trim() !== '' && !text.includes('\0')))(
    'keeps %s in every part, but what would turn the words beside a name',
    async (_what, text) => {
      const body = normalise(text).trim()
      const part = asName(body)
      const article = makeArticle(body, { headline: part, outlet: part, byline: part, standfirst: part })
      const again = await read(formatArticle(article), article.slug)
      expect(again).toMatchObject({ body, headline: part, outlet: part, byline: part, standfirst: part })
    },
  )

  it('keeps any text', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).map(value =>
      normalise(value)
        .replaceAll('\0', ' ')
        .replace(/^(?:[^\S\n]*\n)+/, '')
        .trimEnd(),
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (body, line) => {
        fc.pre(body.trim() !== '')
        const headline = line.replace(/\s+/g, ' ').trim()
        const article = makeArticle(body, { headline: headline || 'article', outlet: headline || null })
        expect(await read(formatArticle(article), 'article')).toMatchObject({ body, outlet: headline || null })
      }),
    )
  })
})
