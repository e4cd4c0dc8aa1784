import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { UserError } from '../../src/errors.ts'
import { cursorIn, parseLine } from '../../src/terminal/parse-line.ts'

const parsed = (line: string): unknown => {
  const { command, options } = parseLine(line, commands)
  return { [command.data.name]: options }
}

describe('parseLine', () => {
  it.each([
    ['Who is the mayor?', { ask: { question: 'Who is the mayor?' } }],
    ['/ask Who is the mayor?', { ask: { question: 'Who is the mayor?' } }],
    ['/ASK who', { ask: { question: 'who' } }],
    ['/article', { article: {} }],
    ['/article river', { article: { name: 'river' } }],
    ['/ask bridge article:flood', { ask: { article: 'flood', question: 'bridge' } }],
    ['/ask article:"The old bridge" who', { ask: { article: 'The old bridge', question: 'who' } }],
    ['/ask private:true who', { ask: { private: true, question: 'who' } }],
    ['/ask at 10:30 what: happened', { ask: { question: 'at 10:30 what: happened' } }],
    ['1:0 was the score', { ask: { question: '1:0 was the score' } }],
  ])('reads %s', (line, expected) => {
    expect(parsed(line)).toEqual(expected)
  })

  it('says which commands there are when it meets another', () => {
    expect(() => parseLine('/sing a song', commands)).toThrow(UserError)
    expect(() => parseLine('/sing a song', commands)).toThrow(/no command \/sing.*\/ask/)
  })
})

describe('cursorIn', () => {
  it('finds the first option after a command', () => {
    expect(cursorIn('/article riv', commands)).toMatchObject({ option: 'name', typed: 'riv', from: 9 })
  })

  it('finds a named option', () => {
    expect(cursorIn('/ask bridge article:flo', commands)).toMatchObject({ option: 'article', typed: 'flo', from: 20 })
  })

  it('counts a quotation mark to the value', () => {
    expect(cursorIn('/ask article:"the ri', commands)).toMatchObject({ typed: 'the ri', from: 13, named: true })
  })

  it('finds nothing in a question', () => {
    expect(cursorIn('who is the mayor', commands)).toBeNull()
  })
})
