import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordTable } from '../../src/retrieval/word-table.ts'

describe('WordTable', () => {
  it('finds what was added, by its letters, wherever it stands', () => {
    const table = new WordTable()
    expect(table.find('constructor', 0, 11)).toBe(-1)
    table.add('constructor', 0, 11, 7)
    table.add('__proto__', 0, 9, 0xffff_ffff)
    expect(table.find('a constructor here', 2, 13)).toBe(7)
    expect(table.find('a constructor here', 2, 12)).toBe(-1)
    expect(table.find('__proto__', 0, 9)).toBe(0xffff_ffff)
  })

  it('holds as many words as a map does, with the same numbers', () => {
    const words = Array.from({ length: 10_000 }, (_, number) => `word${number.toString(36)}é`)
    const table = new WordTable()
    words.forEach((word, number) => void table.add(word, 0, word.length, number))
    expect(words.every((word, number) => table.find(word, 0, word.length) === number)).toBe(true)
    expect(words.some(word => table.find(`${word}x`, 0, word.length + 1) >= 0)).toBe(false)
  })

  it('agrees with a map on any words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), words => {
        const table = new WordTable()
        const map = new Map<string, number>()
        words.forEach((word, number) => {
          expect(table.find(word, 0, word.length)).toBe(map.get(word) ?? -1)
          if (!map.has(word)) {
            map.set(word, number)
            table.add(word, 0, word.length, number)
          }
        })
      }),
    )
  })
})
