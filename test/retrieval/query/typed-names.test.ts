import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { mendNames } from '../../../src/retrieval/query/typed-names.ts'
import { search } from '../../../src/retrieval/search.ts'
import { makeSource } from '../../support/sources.ts'

describe('mendNames', () => {
  it.each([
    ['what did at and t say', 'what did AT&T say'],
    ['at&t and s&p', 'AT&T and S&P'],
    ['u.s. dollar in the u.k.', 'U.S. dollar in the U.K.'],
    ['what did j j abrams direct', 'what did J.J. abrams direct'],
    ['is the us in nato', 'is the US in nato'],
    ['who is us president', 'who is US president'],
  ])('puts %j as %j', (typed, printed) => {
    expect(mendNames(typed)).toBe(printed)
  })

  it.each([
    'tell us when',
    'at 5 a.m. or e.g. noon',
    'did they look at and take it',
    'the USS Cole',
    'plan a or b then',
    '',
  ])('leaves %j as it is', question => {
    expect(mendNames(question)).toBe(question)
  })
})

describe('a name typed with other blanks, points or signs than it is printed with', () => {
  const index = buildIndex([
    makeSource('phones', 'AT&T cut 900 jobs in Ohio.'),
    makeSource('bank', 'JPMorgan Chase bought a bank in Ohio.'),
    makeSource('films', 'J.J. Abrams left the studio in May.'),
    makeSource('phone', 'The game is back on the App Store.'),
    makeSource('country', 'The U.S. sent a ship to Crete.'),
    makeSource('planes', 'Boeing sold four 747s to a carrier.'),
  ])
  it.each([
    ['how many jobs did at and t cut', 'phones'],
    ['how many jobs did AT and T cut', 'phones'],
    ['what did jp morgan buy', 'bank'],
    ['when did j j abrams leave', 'films'],
    ['when did JJ Abrams leave', 'films'],
    ['is the game on the appstore', 'phone'],
    ['what did the us send', 'country'],
    ['what did the US send to Crete', 'country'],
    ['who sold a 747', 'planes'],
  ])('is found: %s', (question, source) => {
    const { hits, uncovered } = search(index, question, { limit: 1 })
    expect(hits[0]?.sourceId).toBe(source)
    expect(uncovered).toEqual([])
  })

  it('is said to be read so', () => {
    expect(search(index, 'is the game on the appstore', { limit: 1 }).reading.corrected).toEqual([
      { from: 'appstore', to: 'app store' },
    ])
  })
})
