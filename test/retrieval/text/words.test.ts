import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanWords } from '../../../src/retrieval/text/words.ts'

const wordsOf = (text: string) => {
  const words: string[] = []
  scanWords(text, 0, text.length, (start, end) => words.push(text.slice(start, end)))
  return words
}

describe('scanWords', () => {
  it.each([
    ["Peskov's wife, O'Brien.", ["Peskov's", 'wife', "O'Brien"]],
    ['The U.S. and NATO.The end.', ['The', 'U.S', 'and', 'NATO', 'The', 'end']],
    ['1,320 or 3.5 or 1,32 or 21st, 1990s', ['1,320', 'or', '3.5', 'or', '1', '32', 'or', '21st', '1990s']],
    ['3.14.15 a.b A.b', ['3.14.15', 'a', 'b', 'A', 'b']],
    ['well-known “quoted” naïve', ['well', 'known', 'quoted', 'naïve']],
    ['東京で会議 ok 😀 𝒜𝒷', ['東京', 'で', '会議', 'ok', '𝒜𝒷']],
    ['', []],
  ])('finds the words of %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  it('finds the same words of a part as of that part alone', () => {
    const piece = fc.constantFrom(
      'U.S.',
      "it's",
      '1,320',
      'end.',
      'a',
      'Zoë',
      '東京',
      '😀',
      ' ',
      '.',
      ',',
      '’',
      '9',
      'x9',
      'ʼ',
    )
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (before, pieces) => {
        const text = pieces.join('')
        const whole = `${before.join('')} ${text}`
        const found: string[] = []
        scanWords(whole, whole.length - text.length, whole.length, (start, end) => found.push(whole.slice(start, end)))
        expect(found).toEqual(wordsOf(text))
      }),
    )
  })
})
