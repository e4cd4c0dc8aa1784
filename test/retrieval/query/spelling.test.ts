import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { slipDistance } from '../../../src/retrieval/query/slip-distance.ts'
import { correct } from '../../../src/retrieval/query/spelling.ts'
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

  it('takes the likelier slip before the more frequent word, and a word before a name', () => {
    const texts = [
      'The stoppage ended.',
      'Storage is full. Storage is dear.',
      'The vaccine works.',
      'Racine won. Racine lost.',
    ]
    const news = buildIndex(texts.map((text, number) => makeSource(`news-${number}`, text)))
    expect(correct(news, 'stopage')?.printed).toBe('stoppage')
    expect(correct(news, 'vacine')?.printed).toBe('vaccine')
  })

  it('finds a word by its stem where another form of it is printed', () => {
    const other = buildIndex([makeSource('crowd', 'Fans attended. The community destroys walls.')])
    expect(correct(other, 'atendance')?.printed).toBe('attendance')
    expect(correct(other, 'distroyed')?.printed).toBe('destroyed')
    expect(correct(other, 'comunities')?.printed).toBe('communities')
  })

  it('takes no first name for another, however it is typed', () => {
    const names = buildIndex([makeSource('names', 'Eric, Maria, Marcos, Christina, Lily and Stefan met Brianna.')])
    for (const name of ['erin', 'Mario', 'mario', 'Marcus', 'christine', 'Stefani', 'Briana', 'Lilly']) {
      expect(correct(names, name)).toBeUndefined()
    }
  })

  it.each([
    ['a number', '1321'],
    ['a word of three letters', 'nex'],
    ['a word that is spelt right, though the articles lack it', 'bets'],
    ['a name that is spelt right, though the articles lack it', 'Monkey'],
    ['a word that lacks a double letter', 'boted'],
    ['a name that is near to a word which is no name', 'Storn'],
    ['a word that is near to nothing', 'xylophonist'],
    ['a word too long to be one', 'harbuor'.repeat(900)],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ])('leaves %s alone', (_, typed) => {
    expect(correct(index, typed)).toBeUndefined()
  })
})

describe('slipDistance', () => {
  it.each([
    ['same', 'same', 0],
    ['embasy', 'embassy', 0.5],
    ['harbuor', 'harbour', 0.6],
    ['deth', 'death', 0.7],
    ['brooklin', 'brooklyn', 0.7],
    ['ford', 'bord', 1.5],
    ['', 'ab', 2.5],
  ])('from %j to %j costs %f', (one, other, cost) => {
    expect(slipDistance(one, other)).toBeCloseTo(cost)
  })

  it('is the same both ways, and nothing only between equal words', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipDistance(other, one)).toBeCloseTo(slipDistance(one, other))
        expect(slipDistance(one, other) === 0).toBe(one === other)
      }),
    )
  })
})
