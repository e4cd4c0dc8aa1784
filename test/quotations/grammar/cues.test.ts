import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'
import { makeArticle } from '../../support/articles.ts'

const read = (body: string) => findQuotations(makeArticle(body))
const lastSpeaker = (body: string) => read(body).at(-1)?.speaker

describe('what ties words to their speaker', () => {
  it.each([
    ['a verb between commas', 'Sometimes, added Ada Brook, the "best way out of it" is to walk.', 'Ada Brook'],
    [
      'brackets behind a name',
      'All condemned it: Ada Brook ("Women have been doing that since the beginning.") and others.',
      'Ada Brook',
    ],
    [
      'a remark of theirs',
      'Six women called the Lenn Academy "out of touch" after Ada Brook\'s famous "step up" remarks.',
      'Ada Brook',
    ],
    ['what somebody aims to do', 'Ada Brook aims to "reverse the crisis of our time".', 'Ada Brook'],
    ['"So says"', '"It makes no sense to me at all." So says the pundit Ada Brook, who was there.', 'Ada Brook'],
    [
      'a verb before "after"',
      'President Ada Brook says the girls were freed after "long and hard talks".',
      'Ada Brook',
    ],
    [
      '"with" and a participle',
      'The dam was shut, with Ada Brook telling the town that it was "a sad day for us".',
      'Ada Brook',
    ],
    ['a colon behind a sentence without a verb of speech', 'Ada Brook was blunt: "The dam is not safe."', 'Ada Brook'],
  ])('is %s', (_name, body, speaker) => {
    expect(lastSpeaker(body)).toBe(speaker)
  })

  it.each([
    ['czars of somebody', 'Are these words bad? Stanford\'s political czars deem the word "harmful to all of us".'],
    ['states of a party', 'The GOP-led states argue that they will suffer "harm that nobody can repair".'],
    [
      'the court that a complaint was filed with',
      'The band filed a complaint with the Justice Department asserting that the firm has a "virtually absolute monopoly".',
    ],
    [
      'the firm that a consultant works for',
      'An outside consultant working for Lennsoft wrote: "We all face very hard decisions."',
    ],
    [
      'somebody whom a person spoke of',
      'Paul Ames got calls, this person said, adding that Ames "has been on the phone since daybreak".',
    ],
    ['the name of a film in brackets', 'Ada Brook ("Black Lenn: Lenn Forever") and Paul Ames came.'],
  ])('is not %s', (_name, body) => {
    expect(lastSpeaker(body)).toBeNull()
  })

  it('goes on under a sub-heading', () => {
    const body = `"It is late," said Ada Brook, who was there.

A walk at dawn

"And it will be later, for all I know."`
    expect(lastSpeaker(body)).toBe('Ada Brook')
  })

  it('keeps words apart that the reporter puts different words between', () => {
    const body = 'It is "wide open to all of them", said Ada Brook, with several teams "capable of going all the way".'
    expect(read(body)).toHaveLength(2)
  })

  it('reads marks around which characters stand that print nothing', () => {
    expect(lastSpeaker('\u200b“It is late\u200b,”\u200b said \u200bAda Brook.')).toBe('Ada Brook')
    expect(lastSpeaker('“It was hard,” Ada Brook said. “ I love what I’m doing.”')).toBe('Ada Brook')
  })

  it('reads words to the end of the paragraph where a colon opened them and nothing closes them', () => {
    const [quotation] = read(
      'Ada Brook explains to the Lenn Post: "It takes a while to work. You do not just see it fall.',
    )
    expect(quotation?.speaker).toBe('Ada Brook')
  })
})
