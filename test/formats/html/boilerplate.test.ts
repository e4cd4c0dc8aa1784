import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../src/formats/parse.ts'

const first =
  'The river rose by four metres on Tuesday night, said the board of the valley, and nobody in the town knew why.'
const last = 'By Wednesday the water had fallen again, and the schools of the valley opened their doors two hours late.'

async function read(inside: string): Promise<readonly string[]> {
  const prose = `<p>${first}</p><p>${first.replace('Tuesday', 'Sunday')}</p>`
  const html = `<html><head><title>River</title></head><body><article><h1>River</h1>${prose}${inside}<p>${last}</p></article></body></html>`
  const [article] = await parseFile({ path: 'a.html', slug: 'a', bytes: new TextEncoder().encode(html) })
  const paragraphs = article?.body.split('\n\n') ?? []
  expect([paragraphs[0], paragraphs.at(-1)]).toEqual([first, last])
  return paragraphs.slice(2, -1)
}

describe('the text of a page', () => {
  it.each([
    ['a paragraph that is one link', '<p><a href="/b">Eleven facts about the valley that you never knew</a></p>'],
    [
      'a link and the word before it',
      '<p>Also: <a href="/b">Eleven facts about the valley that you never knew</a></p>',
    ],
    ['a list of links', '<ul><li><a href="/b">The bridge is old</a></li><li><a href="/c">The dam, too</a></li></ul>'],
    ['a note in italics that links', '<p><em>Jo Hart writes on rivers. <a href="/jo">Follow her there</a>.</em></p>'],
    ['a byline', '<div class="article-byline">Jo Hart, River Writer</div>'],
    ['a copyright line', '<div class="copyrightLine"><p>2024 The Valley Post</p><p>and its licensors</p></div>'],
    ['a time with a day', '<div><time>Updated Wednesday 9:41 AM</time></div>'],
    ['a caption', '<div class="image-caption">The river on Tuesday, seen from the bridge</div>'],
  ])('leaves out %s', async (_what, inside) => {
    expect(await read(inside)).toEqual([])
  })

  it('leaves out a menu that hangs on a name in a sentence', async () => {
    const menu = '<span><a href="/1">Hart opens a dam</a> <a href="/2">Hart on floods</a></span>'
    expect(
      await read(`<p>The mayor, <a href="/h">Ada Hart</a>${menu} of Marbach, said that it would rain on.</p>`),
    ).toEqual(['The mayor, Ada Hart of Marbach, said that it would rain on.'])
  })

  it.each([
    ['a sentence with links', 'The <a href="/b">water board</a> and <a href="/c">the mayor</a> met on Monday.'],
    ['a sentence in italics', '<em>It was, she wrote, the longest night of her life in the valley.</em>'],
    ['a place in its line', '<span class="published-from">MARBACH —</span> The mayor went home.'],
    ['a time in its line', 'At <time>9:41 on Wednesday</time> the siren fell silent.'],
  ])('keeps %s', async (_what, inside) => {
    expect(await read(`<p>${inside}</p>`)).toEqual([inside.replace(/<[^>]*>/g, '')])
  })

  it('keeps a heading that links to itself', async () => {
    expect(
      await read('<h2><a href="#dam">What became of the dam</a></h2><p>It holds, the board said on Friday.</p>'),
    ).toEqual(['What became of the dam', 'It holds, the board said on Friday.'])
  })

  it('keeps what a page repeats on purpose, and leaves out a pull quote', async () => {
    const line = '<p>Two cups of flour, a pinch of salt and one egg from the valley.</p>'
    expect(await read(line.repeat(2))).toHaveLength(1)
    expect(await read(line.repeat(4))).toHaveLength(4)
  })
})
