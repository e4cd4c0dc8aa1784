import { describe, expect, it } from 'vitest'
import { checkCommand, checkThisQuoteCommand } from '../../commands/check.ts'
import { check } from '../../src/answer/check/check.ts'
import { en } from '../../src/messages/en.ts'
import { reportCheck } from '../../src/report/check-report.ts'
import { makeLibrary } from '../support/articles.ts'

const library = makeLibrary()
const context = { library, locale: 'en-US' }
const report = (quote: string, speaker: string | null = null) =>
  reportCheck(check(library, { quote, speaker }), en, day => `<${day}>`)

describe('the report of a check', () => {
  it('gives the verdict in its first line, and what was compared', () => {
    const { verdict, differences, notes } = report('Light is the first thing that I teach')
    expect(verdict).toMatch(/^Verbatim\./)
    expect(differences).toEqual([])
    expect(notes).toEqual([en.compared])
  })

  it('says in the first line when the words are somebody else’s', () => {
    expect(report('Light is the first thing that I teach', 'Ilse Brandt').verdict).toContain(
      'Ana Sousa’s words, not Ilse Brandt’s',
    )
  })

  it('lists the differences, the weightiest first', () => {
    const { verdict, differences } = report('Nobody has seen water like this since 1945')
    expect(verdict).toMatch(/^Altered\./)
    expect(differences).toEqual(['Number: claimed “1945”, printed “1954”', 'claimed “has”, printed “had”'])
  })

  it('never calls a quotation false that it does not find', () => {
    const { verdict, notes } = report('Bananas are blue on Thursdays in Antarctica')
    expect(verdict).toContain('does not mean that nobody said it')
    expect(notes).toEqual([en.lookedThrough(2, '<2024-05-01>')])
  })
})

describe('/check', () => {
  it('is private unless the person says otherwise', () => {
    expect(checkCommand.privateByDefault).toBe(true)
  })

  it('asks for words', () => {
    expect(() => checkCommand.run({ quote: '  ' }, context)).toThrow('Give the words')
    expect(() => checkThisQuoteCommand.run(' ', context)).toThrow('no words')
  })

  it('suggests speakers with the number of their quotations', () => {
    expect(checkCommand.complete?.('speaker', 'sou', context)).toEqual([{ name: 'Ana Sousa · 1', value: 'Ana Sousa' }])
    expect(checkCommand.complete?.('quote', 'sou', context)).toEqual([])
  })
})
