import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { correct, editDistance } from '../../../src/retrieval/query/spelling.ts'
import { harbour, makeSource } from '../../support/sources.ts'

const index = buildIndex([
  harbour,
  makeSource('kremlin', 'Peskov spoke of interference in Saint Petersburg on Wednesday.'),
])

describe('correct', () => {
  it.each([
    ['embasy', 'embassy'],
    ['detaned', 'detained'],
    ['harbuor', 'harbour'],
    ['Peskof', 'Peskov'],
    ['interferrence', 'interference'],
    ['Petersberg', 'Petersburg'],
    ['Wendesday', 'Wednesday'],
    ['fishermann', 'Fishermen'],
  ])('takes %s for %s', (typed, meant) => {
    expect(correct(index, typed)?.printed).toBe(meant)
  })

  it('knows the base form of a word that is printed in another form alone', () => {
    const plural = buildIndex([makeSource('embassies', 'Two embassies closed on Monday.')])
    expect(correct(plural, 'embasy')?.printed).toBe('embassy')
  })

  it.each([
    ['a number', '1321'],
    ['a word of three letters', 'nex'],
    ['a word that is spelt right, though the articles lack it', 'bets'],
    ['a name that is spelt right, though the articles lack it', 'Monkey'],
    ['a word that lacks a double letter', 'boted'],
    ['a name that is near to a word which is no name', 'Storn'],
    ['a word that is near to nothing', 'xylophonist'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ])('leaves %s alone', (_, typed) => {
    expect(correct(index, typed)).toBeUndefined()
  })
})

describe('editDistance', () => {
  it.each([
    ['same', 'same', 0],
    ['embasy', 'embassy', 1],
    ['harbuor', 'harbour', 1],
    ['detain', 'retaim', 2],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
  ])('counts from %j to %j %i edits', (one, other, edits) => {
    expect(editDistance(one, other, 9)).toBe(edits)
  })

  it('is the same both ways, and stops counting past the most that is asked for', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        const edits = editDistance(one, other, 99)
        expect(editDistance(other, one, 99)).toBe(edits)
        expect(Math.min(editDistance(one, other, most), most + 1)).toBe(Math.min(edits, most + 1))
      }),
    )
  })
})
