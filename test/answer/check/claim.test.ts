import { describe, expect, it } from 'vitest'
import { readClaim, tokensOfClaim, tokensWithOmissions } from '../../../src/answer/check/claim.ts'

describe('a claim in a message', () => {
  it.each([
    [
      'the longest quoted part',
      'He said "no" and then "we will never sell the mill" twice',
      'we will never sell the mill',
    ],
    ['all of it without marks', 'we will never sell the mill', 'we will never sell the mill'],
    [
      'all of it where only a word is quoted',
      'we will never "sell" the mill to those builders',
      'we will never "sell" the mill to those builders',
    ],
    ['the part in curly marks', 'lol “we will never sell” sure', 'we will never sell'],
    ['a quoted line', '> we will never sell the mill', 'we will never sell the mill'],
    ['all of it with an unclosed mark', '"we will never sell', '"we will never sell'],
  ])('is %s', (_name, message, words) => {
    expect(readClaim(message).words).toBe(words)
  })

  it('is compared without the punctuation at its ends', () => {
    expect(tokensOfClaim('…“Go home,” now!').map(({ folded }) => folded)).toEqual(['go', 'home', ',', 'now'])
  })

  it('may mark omissions and insertions', () => {
    const kinds = tokensWithOmissions('Go […] home … [soon] now')?.map(({ kind }) => kind)
    expect(kinds).toEqual(['word', 'omission', 'word', 'omission', 'omission', 'word'])
    expect(tokensWithOmissions('Go home')).toBeNull()
  })
})
