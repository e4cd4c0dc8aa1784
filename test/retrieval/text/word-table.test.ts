import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordTable } from '../../../src/retrieval/text/word-table.ts'
import { hashOf } from '../../../src/retrieval/text/words.ts'

const find = (table: WordTable, text: string, start = 0, end = text.length) =>
  table.find(text, start, end, hashOf(text, start, end))
const add = (table: WordTable, word: string, number: number) =>
  table.add(word, 0, word.length, hashOf(word, 0, word.length), number)

describe('WordTable', () => {
  it('finds what was added, by its letters, wherever it stands', () => {
    const table = new WordTable()
    expect(find(table, 'constructor')).toBe(-1)
    add(table, 'constructor', 7)
    add(table, '__proto__', 0xffff_ffff)
    expect(find(table, 'a constructor here', 2, 13)).toBe(7)
    expect(find(table, 'a constructor here', 2, 12)).toBe(-1)
    expect(find(table, '__proto__')).toBe(0xffff_ffff)
  })

  it('holds as many words as a map does, with the same numbers', () => {
    const words = Array.from({ length: 10_000 }, (_, number) => `word${number.toString(36)}é`)
    const table = new WordTable()
    words.forEach((word, number) => void add(table, word, number))
    expect(words.every((word, number) => find(table, word) === number)).toBe(true)
    expect(words.some(word => find(table, `${word}x`) >= 0)).toBe(false)
  })

  it('tells words of one hash apart', () => {
    const table = new WordTable()
    table.add('one', 0, 3, 5, 1)
    table.add('two', 0, 3, 5, 2)
    expect([table.find('one', 0, 3, 5), table.find('two', 0, 3, 5), table.find('six', 0, 3, 5)]).toEqual([1, 2, -1])
  })

  it('agrees with a map on any words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), words => {
        const table = new WordTable()
        const map = new Map<string, number>()
        words.forEach((word, number) => {
          expect(find(table, word)).toBe(map.get(word) ?? -1)
          if (!map.has(word)) {
            map.set(word, number)
            add(table, word, number)
          }
        })
      }),
    )
  })
})
