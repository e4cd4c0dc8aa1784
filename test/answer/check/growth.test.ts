import { describe, expect, it } from 'vitest'
import { check } from '../../../src/answer/check/check.ts'
import { makeArticle, makeLibrary } from '../../support/articles.ts'
import { growthOf, LINEAR } from '../../support/growth.ts'

const repeat = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length))

describe('a check against hostile text', () => {
  it.each([
    [
      'one long sentence',
      repeat('the mill of the town stood by the river and '),
      'the mill of the town fell by the river',
    ],
    ['one word over and over', repeat('mill '), `${'mill '.repeat(390)}river`],
    [
      'one sentence over and over',
      repeat('We will not sell the mill. '),
      'We will not sell the mill to anybody '.repeat(30),
    ],
    ['stop words', repeat('it is what it is and '), 'it is what it is and it was'],
    ['one long word', repeat('x'), `${'x'.repeat(1900)} y`],
    ['many short paragraphs', repeat('We will\n\nnot sell the mill\n\n'), 'We will not sell the mill We will buy it'],
    ['short quotations', repeat('"a" told '), '"a" told '.repeat(200)],
    ['marks alone', repeat('. … , '), '… … … […] [x] (…)'.repeat(50)],
  ])('takes time about linear in the text: %s', async (_name, make, quote) => {
    const library = (size: number) => makeLibrary([makeArticle(make(size), { slug: 'hostile' })])
    expect(await growthOf(library, 16_000, held => check(held, { quote, speaker: null }))).toBeLessThan(LINEAR)
  })
})
