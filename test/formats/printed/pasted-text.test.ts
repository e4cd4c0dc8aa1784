import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/article/article.ts'
import { parsePastedText } from '../../../src/formats/printed/pasted-text.ts'

const parse = (text: string): Article => parsePastedText({ path: 'corpus/page.txt', slug: 'page', text })

const page = `ugc_banner

Harbour council blames storm for blackout, but promises repairs

NORA Web Team
Lisbon, PortugalUpdated: Mar 3, 2022, 09:15 PM WET
main img
Photograph:(EPA)

Story highlights

Engineers on Friday counted 2,100 homes without power, according to the grid watch group LUX, as crews worked through the night. The hospital was spared.

The council is willing to meet the residents of the harbour district, a spokeswoman said on Saturday.

"We expect the power back soon," council spokeswoman Inês Duarte was quoted as saying on the radio.

Engineers on Friday counted 2,100 homes without power, according to the grid watch group LUX, as crews worked through the night. The hospital was spared.

Advertisement

The storm was the strongest since 1998.

(with inputs from agencies)`

describe('parsePastedText', () => {
  it('reads headline, outlet, byline, dateline and date, and keeps the repeated paragraph in its place', () => {
    const article = parse(page)
    expect(article).toMatchObject({
      headline: 'Harbour council blames storm for blackout, but promises repairs',
      outlet: 'NORA',
      byline: 'NORA Web Team',
      published: '2022-03-03',
      dateline: 'Lisbon, Portugal',
    })
    expect(article.standfirst).toMatch(/^Engineers on Friday .* spared\.$/)
    const paragraphs = article.paragraphs.map(({ start, end }) => article.body.slice(start, end))
    expect(paragraphs.map(paragraph => paragraph.slice(0, 20))).toEqual([
      'The council is willi',
      '"We expect the power',
      'Engineers on Friday ',
      'The storm was the st',
      '(with inputs from ag',
    ])
  })

  it('reads a byline, a date in another order, and the agency of the first paragraph', () => {
    const article = parse(
      'Ferry returns to Lenn\n\nBy Jo Hart\nPublished 5 June 2023\n\nMARBACH, June 5 (Reuters) - The ferry crossed the Lenn again on Monday, after a year of repairs.\n\nIt was full.',
    )
    expect(article).toMatchObject({
      headline: 'Ferry returns to Lenn',
      byline: 'Jo Hart',
      published: '2023-06-05',
      outlet: 'Reuters',
    })
    expect(article.paragraphs).toHaveLength(2)
  })

  it.each([
    ['a row', 'Home  News  Sport  Weather'],
    ['an entry a line', 'Home\nNews\nSport\nOpinion & Letters'],
  ])('takes no headline from the menu of a site: %s', (_, menu) => {
    const article = parse(
      `Skip to main content\n${menu}\nShare this article\nFacebook Twitter\n\nHeron nests on the town hall\n\nBy Mara Lind\n3 May 2024\n\nA pair of grey herons has nested on the town hall, the bird society said on Friday.`,
    )
    expect(article).toMatchObject({
      headline: 'Heron nests on the town hall',
      byline: 'Mara Lind',
      published: '2024-05-03',
    })
    expect(article.body).toMatch(/^A pair of grey herons/)
  })

  it('keeps a short headline with its credits under it', () => {
    const article = parse(
      'Ferry returns\nJo Hart\nMarbach\n5 June 2023\n\nThe ferry crossed the Lenn again on Monday, after a year of repairs.',
    )
    expect(article).toMatchObject({ headline: 'Ferry returns', published: '2023-06-05' })
  })

  it('takes a paragraph a line where lines are long, and one paragraph where text is wrapped', () => {
    const long =
      'The river rose by four metres on Tuesday night, and the water board said that it would rise again before the end of the week.'
    expect(parse(`River rises\n\n${long}\n${long.replace('river', 'lake')}`).paragraphs).toHaveLength(2)
    expect(
      parse('River rises\n\nThe river rose by four metres\non Tuesday night, the board\nsaid.').paragraphs,
    ).toHaveLength(1)
  })

  it('takes no headline from text that begins with prose', () => {
    const article = parse(
      'The river rose by four metres on Tuesday night, and nobody in the town had seen it so high.\n\nIt fell again.',
    )
    expect(article.headline).toBe('page')
    expect(article.paragraphs).toHaveLength(2)
  })

  it('keeps short lines of the header that it does not know', () => {
    const article = parse(
      'River rises\n\nA town waits\n\nThe river rose by four metres on Tuesday night, said the water board in Marbach.',
    )
    expect(article.body).toMatch(/^A town waits\n\nThe river/)
  })

  it('never takes a sentence for furniture', () => {
    const sentence = 'Share prices fell after the photo was published. Advertisement revenue rose.'
    expect(parse(`Markets\n\n${sentence}\n\nFollow-up is expected.`).body).toBe(`${sentence}\n\nFollow-up is expected.`)
  })

  it('reads any text, or says that there is none', () => {
    const line = fc.constantFrom(
      'Story highlights',
      'By A. B',
      '1 May 2020',
      'Photograph: X',
      '',
      'A title',
      'He said “no”. '.repeat(9),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), lines => {
        try {
          const { body, paragraphs } = parse(lines.join('\n'))
          expect(body.length).toBeGreaterThan(0)
          expect(paragraphs.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toHaveProperty('message', 'corpus/page.txt: expected an article, got no text')
        }
      }),
    )
  })
})
