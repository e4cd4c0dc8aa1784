import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/answer/ask/ask.ts'
import { readSaidBy } from '../../../src/answer/ask/said-what.ts'
import { quotationsAt } from '../../../src/answer/quote/at-passage.ts'
import { listQuotations, quote, sentenceSaysMore, wordsOf } from '../../../src/answer/quote/quote.ts'
import { slice } from '../../../src/article/article.ts'
import { similarSpeakers, speakerDescribed, suggestSpeakers } from '../../../src/library/speakers.ts'
import { flood, hostileInputs, lighthouse, makeArticle, makeLibrary } from '../../support/articles.ts'

const festival = makeArticle(
  `Café owner José Müller opened the festival. "The river gives us everything," Müller said. He called the bridge "our heart".

"We will dance until the bridge is built," said Ilse Brandt, the mayor.`,
  { slug: 'festival', headline: 'Festival opens by the river', outlet: 'The Valley Post', published: '2022-08-01' },
)
const library = makeLibrary([flood, lighthouse, festival])
const find = (words: string | null, speaker: string | null, article: string | null = null) =>
  quote(library, { words, speaker, article, limit: 10 })
const words = (answer: ReturnType<typeof find>) =>
  answer.quotations.map(({ passage, quotation }) => wordsOf(passage, quotation))

describe('looking quotations up', () => {
  it('takes a speaker’s name that was typed as words for the speaker', () => {
    expect(find('müller', null)).toMatchObject({ speaker: 'müller', total: 2 })
    expect(find('bridge', null)).toMatchObject({ speaker: null })
  })

  it('tells whether the sentence around a quotation says more than who said it', () => {
    const [first, second] = find(null, 'Müller').quotations
    expect(first === undefined ? null : sentenceSaysMore(first)).toBe(false)
    expect(second === undefined ? null : sentenceSaysMore(second)).toBe(false)
    const made = makeArticle(
      'After the storm had torn three roofs off, Ada Brook called the night "a long and dark one".',
    )
    const [told] = listQuotations(makeLibrary([made]), null)
    expect(told === undefined ? null : sentenceSaysMore(told)).toBe(true)
  })

  it('ranks those that have the words first', () => {
    expect(words(find('rebuild the bridge before winter', null))[0]).toContain(
      'We will rebuild the bridge before winter.',
    )
    expect(words(find('dance bridge', null))[0]).toBe('We will dance until the bridge is built')
  })

  it('forgives misspelt words, and never lists a quotation without any of them', () => {
    expect(words(find('danse untill', null))).toEqual(['We will dance until the bridge is built'])
    expect(find('zebra', null)).toMatchObject({ quotations: [], total: 0 })
  })

  it('lists all that a speaker said in the order of the dates, then of the text', () => {
    const answer = find(null, 'brandt')
    expect(answer.quotations.map(({ passage }) => passage.article.slug)).toEqual(['festival', 'flood'])
    expect(words(find(null, 'José'))).toEqual(['The river gives us everything', 'our heart'])
  })

  it.each(['muller', 'MÜLLER', 'jose', 'José Müller'])('finds the speaker by %s', name => {
    expect(find(null, name).total).toBe(2)
  })

  it('takes words and speaker together, and the article', () => {
    expect(words(find('bridge', 'brandt', 'festival'))).toEqual(['We will dance until the bridge is built'])
    expect(find('dance', 'sousa').total).toBe(0)
  })

  it('names similar speakers when nobody of that name is quoted', () => {
    expect(find(null, 'Brand Ilsa').similarSpeakers).toEqual(['Ilse Brandt'])
    expect(find(null, 'Brandl').similarSpeakers).toEqual(['Ilse Brandt'])
    expect(similarSpeakers(library, 'xyzzy', 5)).toEqual([])
  })

  it('names nobody as similar whose name it is, though nothing of theirs fits', () => {
    expect(find('zebra', 'Brandt')).toMatchObject({ total: 0, similarSpeakers: [] })
    expect(find(null, 'Sousa', 'flood')).toMatchObject({ total: 0, similarSpeakers: [] })
  })

  it('keeps two people of one name apart, and says that there are two', () => {
    const family = makeArticle(
      '"It sang," said Ana Keller, a guide. "It roared," said Tom Keller, a diver. "It hummed," Ana Keller said. "It wept," said Ida Kellerman.',
      { slug: 'family' },
    )
    const answer = quote(makeLibrary([flood, family]), { words: null, speaker: 'keller', article: null, limit: 10 })
    expect(answer.quotations.map(({ quotation }) => quotation.speaker)).toEqual([
      'Ana Keller',
      'Ana Keller',
      'Tom Keller',
    ])
    expect(answer.several).toEqual([
      { name: 'Ana Keller', quotations: 2 },
      { name: 'Tom Keller', quotations: 1 },
    ])
    expect(find(null, 'brandt').several).toBeUndefined()
  })

  it('leaves the reporter’s comma out of the words', () => {
    expect(words(find('light teach', null))).toEqual(['Light is the first thing that I teach'])
  })

  it('shows the quotation in whole sentences, attributed to its speaker', () => {
    const [found] = find('water since 1954', null).quotations
    expect(found?.passage.attribution).toMatchObject({
      speaker: 'Ilse Brandt',
      description: 'mayor',
      outlet: 'The Valley Post',
    })
    expect(found && slice(found.passage.article, found.passage)).toContain(
      'said the mayor, Ilse Brandt. "We will rebuild',
    )
  })

  it('answers hostile words and names', () => {
    for (const [, text] of hostileInputs) expect(find(text, text).kind).toBe('quotations')
  })

  it('finds a quotation again by its passage', () => {
    const [found] = find('water since 1954', null).quotations
    expect(quotationsAt(library, found?.passage.id ?? '')[0]?.quotation).toEqual(found?.quotation)
    expect(quotationsAt(library, 'nothing-here')).toEqual([])
  })
})

describe('the speakers', () => {
  it('are listed with their number of quotations, most quoted first', () => {
    expect(suggestSpeakers(library, '', 100)).toEqual([
      { name: 'Ilse Brandt', quotations: 2 },
      { name: 'José Müller', quotations: 2 },
      { name: 'Ana Sousa', quotations: 1 },
    ])
    expect(listQuotations(library, null).length).toBeGreaterThanOrEqual(5)
  })

  it('are suggested by the beginning of any part of their name', () => {
    expect(suggestSpeakers(library, 'mul', 25)).toEqual([{ name: 'José Müller', quotations: 2 }])
    expect(suggestSpeakers(library, '', 2)).toHaveLength(2)
    expect(suggestSpeakers(library, '!!', 25)).toEqual([])
  })

  it('are found by their description where it is one person’s', () => {
    expect(speakerDescribed(library, 'owner')).toBe('José Müller')
    expect(speakerDescribed(library, 'astronaut')).toBeNull()
    expect(speakerDescribed(library, 'mayor')).toBe('Ilse Brandt')
  })
})

describe('a question for somebody’s words', () => {
  it.each([
    ['What did Brandt say about the bridge?', 'Brandt', 'the bridge'],
    ['what has the mayor said on bridges', 'mayor', 'bridges'],
    ['What was Ilse Brandt quoted as saying?', 'Ilse Brandt', null],
    ['Quotes by Ana Sousa', 'Ana Sousa', null],
    ['Who said “we will dance”?', null, 'we will dance'],
  ])('is recognised: %s', (question, speaker, about) => {
    expect(readSaidBy(question)).toEqual({ speaker, words: about })
  })

  it.each(['Who is the mayor?', 'What did the river flood?', 'Who wrote the book?', 'say', ''])(
    'is not: %s',
    question => {
      expect(readSaidBy(question)).toBeNull()
    },
  )

  it('is answered with the quotations of that speaker first', () => {
    const options = { limit: 3, article: null, grouping: 'paragraph' } as const
    const answer = ask(library, 'What did Ilse Brandt say about the bridge?', options)
    expect(answer.kind).toBe('found')
    expect(answer.passages[0]?.attribution.speaker).toBe('Ilse Brandt')
    const scores = answer.passages.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })
})
