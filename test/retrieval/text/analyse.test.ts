import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse, analyserFor, fold } from '../../../src/retrieval/text/analyse.ts'

const terms = (text: string, language: string | null = null) => analyse(text, language).map(({ term }) => term)
const contentTerms = (text: string, language: string | null = null) =>
  analyse(text, language).flatMap(({ term, stop }) => (stop ? [] : [term]))

describe('analyse', () => {
  it.each([
    ['The U.S. embassy', 'the US embassy'],
    ['1,320 people', '1320 people'],
    ["Peskov's wife", 'Peskov wife'],
    ['Peskov’s wife', 'Peskov wife'],
    ['café', 'CAFE'],
    ['naïve façade', 'naive facade'],
    ['well-known', 'well known'],
    ["O'Brien", 'OBrien'],
    ['detained', 'detaining'],
    ['Straße', 'Strasse'],
    ['the fishermen’s nets', 'the fishermen nets'],
  ])('reads %s as %s', (one, other) => {
    expect(terms(one)).toEqual(terms(other))
  })

  it.each([
    ['constructor __proto__ toString', ['constructor', 'proto', 'tostr']],
    ['3.5 % of 21st', ['3.5', '21st']],
    ['It ended.The rest', ['end', 'rest']],
    ['Mr. Brandt', ['mr', 'brandt']],
    ['$& *_|>#-[]() ` @everyone 😀', ['everyon']],
    ['zero\u200bwidth', ['zero', 'width']],
    ['', []],
  ])('finds the terms of %j', (text, expected) => {
    expect(contentTerms(text)).toEqual(expected)
  })

  it('takes a stop word in capitals for a name', () => {
    expect(contentTerms('WHO said that who said')).toEqual(['WHO'])
  })

  it('stems and stops by language, and keeps the languages apart', () => {
    expect(contentTerms('Las manifestaciones en la ciudad', 'es')).toEqual(['es:manifest', 'es:ciud'])
    expect(contentTerms("l'économie de la ville", 'fr')).toEqual(['fr:econom', 'fr:vill'])
    expect(contentTerms('Die Häuser und das Haus', 'de')).toEqual(['de:haus', 'de:haus'])
    expect(contentTerms('протесты в Москве', 'ru-RU')).toHaveLength(2)
    expect(contentTerms('東京で会議が開かれた', 'ja').length).toBeGreaterThan(2)
    expect(contentTerms('nonexistent language', 'xx')).toEqual(['xx:nonexistent', 'xx:language'])
  })

  it('gives spans that lie in the text, in order, and hold the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        let last = 0
        for (const { start, end, term } of analyse(text)) {
          const isInside = start >= last && end > start && end <= text.length
          if (!isInside || term !== analyserFor(null).analyse(text.slice(start, end)).term) return false
          last = end
        }
        return true
      }),
    )
  })

  it('folds to what folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), word => {
        expect(fold(fold(word))).toBe(fold(word))
      }),
    )
  })
})
