import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/article/article.ts'
import { parseFile } from '../../../src/formats/parse.ts'

const folder = join(import.meta.dirname, '../pages')

async function parsePage(name: string): Promise<Article> {
  const [article] = await parseFile({
    path: `${name}.html`,
    slug: name,
    bytes: await readFile(join(folder, `${name}.html`)),
  })
  if (article === undefined) throw new Error(`no article in ${name}`)
  return article
}

const parse = async (html: string): Promise<Article | undefined> =>
  (await parseFile({ path: 'page.html', slug: 'page', bytes: new TextEncoder().encode(html) }))[0]

const english = ['The river Lenn', '“Nobody had se', 'Schools stay c', 'The engineer T']
const french = ['La rivière Len', '« Personne n’a', 'Les écoles res']
const unknown = { outlet: null, byline: null, published: null, url: null }
const river = {
  headline: 'River rises in Marbach',
  outlet: 'The Valley Post',
  byline: 'Jo Hart',
  published: '2024-05-01',
}
const crue = { ...unknown, headline: 'Crue à Marbach', language: 'fr' }

describe('parseHtml', () => {
  it.each<[string, Partial<Article>, string[]]>([
    [
      'json-ld-graph',
      { ...river, byline: 'Jo Hart and Ada Moor', language: 'en-GB', url: 'https://valley.example/river' },
      english,
    ],
    [
      'json-ld-array',
      {
        headline: 'Dam was late',
        outlet: 'The Lenn Courier',
        byline: 'Ada Moor',
        published: '2024-05-03',
        url: 'https://lenn.example/dam',
      },
      english,
    ],
    [
      'json-ld-broken',
      { ...unknown, headline: 'Ferry returns', outlet: 'The Valley Post', published: '2023-06-05' },
      english,
    ],
    ['json-ld-related-first', { ...river, url: null }, english],
    ['microdata', { ...river, url: null }, english],
    ['open-graph', { ...river, url: 'https://valley.example/river', language: 'en-GB' }, english],
    ['no-metadata', { ...unknown, headline: 'River rises in Marbach' }, english],
    [
      'nested-sections',
      { ...unknown, headline: 'A week of water', byline: 'Jo Hart', published: '2024-05-07' },
      ['The night', ...english.slice(0, 2), 'The morning', ...english.slice(2)],
    ],
    [
      'live-blog',
      { ...unknown, headline: 'Live: the flood in Marbach', outlet: 'The Valley Post', published: '2024-05-01' },
      english.flatMap((start, index) => [`0${9 - index}:00`, `Update ${4 - index}`, start]),
    ],
    [
      'paywall-stub',
      { ...unknown, headline: 'Who pays for the dam?', outlet: 'The Lenn Courier', published: '2024-05-09' },
      english.slice(0, 1),
    ],
    [
      'table',
      { ...unknown, headline: 'The flood in figures' },
      [...english.slice(0, 2), 'Town | Houses', 'Marbach | 1,25', 'Ober-Lenn | 48', ...english.slice(2)],
    ],
    [
      'right-to-left',
      { ...unknown, headline: 'النهر يغمر مارباخ', outlet: 'بريد الوادي', published: '2024-05-01', language: 'ar' },
      ['قالت هيئة المي', 'وقالت رئيسة ال', 'وستبقى المدارس'],
    ],
    ['windows-1252-declared', { ...crue, byline: 'Zoé Brûlé' }, french],
    ['windows-1252-undeclared', { ...crue, byline: 'Zoé Brûlé' }, french],
    ['utf-16', crue, french],
    [
      'windows-1251',
      { ...unknown, headline: 'Река затопила Марбах', outlet: 'Почта долины', published: '2024-05-01', language: 'ru' },
      ['Река Ленн подн', '«Такой воды ни', 'Школы закрыты '],
    ],
    ['utf-8-under-an-old-declaration', crue, french],
    ['scripts-and-handlers', { ...unknown, headline: 'River rises in Marbach' }, [...english, 'The water boar']],
    ['line-breaks', { ...river, outlet: null }, english],
    [
      'title-with-outlet',
      {
        ...unknown,
        headline: 'River rises in Marbach',
        outlet: 'The Valley Post',
        url: 'https://valley.example/river',
      },
      english,
    ],
    ['wordpress', { ...river, outlet: null, language: 'en-US' }, english],
    ['visible-only', { ...river, outlet: null }, english],
    ['old-table', { ...unknown, headline: 'River rises in Marbach' }, english],
    [
      'entities',
      {
        headline: 'Café owner: ‘We’re open’',
        outlet: 'The Post',
        byline: 'Jo Hart, Ada Moor and Tom Li',
        published: '2024-05-01',
      },
      english,
    ],
    [
      'all-in-a-form',
      { ...unknown, headline: 'River rises in Marbach', byline: 'Jo Hart', url: 'https://valley.example/river' },
      english,
    ],
    ['next-data', { ...unknown, headline: 'River rises' }, english],
    [
      'story-highlights',
      {
        headline: 'River rises in Marbach',
        outlet: 'NORA',
        byline: 'NORA Web Team',
        published: '2022-03-03',
        dateline: 'Lisbon, Portugal',
      },
      [...english, '(with inputs f'],
    ],
  ])('reads %s as a person would', async (name, known, starts) => {
    const article = await parsePage(name)
    expect(article).toMatchObject(known)
    expect(
      article.paragraphs.map(({ start, end }) => article.body.slice(start, Math.min(end, start + 14)).trim()),
    ).toEqual(starts.map(start => start.trim()))
  })

  it('takes the "By" that some sites write into the name of an author for no part of it', async () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'River rises',
      author: { name: 'By JO HART, Staff' },
    })
    const text = 'The river Lenn rose by four metres on Tuesday night, the water board said, and it would rise again.'
    const html = `<html><head><script type="application/ld+json">${data}</script></head><body><article><h1>River rises</h1><p>${text}</p><p>${text.replace('river', 'lake')}</p></article></body></html>`
    expect((await parse(html))?.byline).toBe('JO HART, Staff')
  })

  it('leaves markup in text as text and runs nothing', async () => {
    const article = await parsePage('scripts-and-handlers')
    expect(article.body).toContain('The water board will report <b> on Monday.')
    expect(article.body).not.toMatch(/hacked|alert|onerror|javascript:/)
  })

  it('reads a page of 5 MB', async () => {
    const paragraph = (day: number): string =>
      `<p>On day ${day} the river, which had risen again, fell by ${day} millimetres, and nobody doubted that it would.</p>`
    const body = Array.from({ length: 50_000 }, (_, day) => paragraph(day)).join('\n')
    const article = await parse(
      `<html lang="en"><title>A long flood</title><body><article><h1>A long flood</h1>${body}</article></body></html>`,
    )
    expect(article?.headline).toBe('A long flood')
    expect(article?.paragraphs).toHaveLength(50_000)
  }, 60_000)

  it.each([
    [
      'nested too deep',
      `<body>${'<div>'.repeat(1_000)}text`,
      'page.html: expected HTML nested at most 400 deep, got more',
    ],
    ['empty', '', 'page.html: expected an article, got no text'],
    ['all furniture', '<body><nav>Home</nav><script>1</script></body>', 'page.html: expected an article, got no text'],
  ])('says what is wrong with a page that is %s', async (_, html, message) => {
    await expect(parse(html)).rejects.toThrow(message)
  })
})
