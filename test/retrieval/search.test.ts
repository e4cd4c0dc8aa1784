import { describe, expect, it } from 'vitest'
import { buildIndex, type Source } from '../../src/retrieval/index/search-index.ts'
import { highlight } from '../../src/retrieval/query/highlight.ts'
import { search } from '../../src/retrieval/search.ts'
import { harbour, makeSource } from '../support/sources.ts'

const weather = makeSource(
  'weather',
  'Rain fell on the valley for three days.\nThe mayor of Lindau thanked the fire brigade.\n\nHis wife, the painter Ana Sousa, sold two pictures.',
  'Rain in the valley',
)
const sources = new Map([harbour, weather].map(source => [source.id, source]))
const index = buildIndex(sources.values())

const sentenceOf = (
  hit: { sourceId: string; paragraph: number; sentence: number } | undefined,
  from: ReadonlyMap<string, Source> = sources,
) => {
  const source = from.get(hit?.sourceId ?? '')
  const span = source?.paragraphs[hit?.paragraph ?? -1]?.[hit?.sentence ?? -1]
  return span && source?.text.slice(span.start, span.end)
}
const best = (question: string) => sentenceOf(search(index, question, { limit: 3 }).hits[0])

describe('search', () => {
  it.each([
    ['How many people were detained near the embassy?', 'Police detained 1,320 people near the embassy.'],
    ['When was the new harbour opened?', 'The mayor, Ilse Brandt, opened the new harbour in 1998.'],
    ['Who is the mayor?', 'The mayor, Ilse Brandt, opened the new harbour in 1998.'],
    ['Which harbour was closed after a storm?', 'The old harbour of Lindau was closed on Tuesday after a storm.'],
    ['What did the embassy of the US do?', 'The embassy of the U.S. did not answer.'],
    ['What did fishermen mend?', 'Fishermen mended their nets while the harbour was closed.'],
    ['1320', 'Police detained 1,320 people near the embassy.'],
  ])('ranks the sentence that answers first: %s', (question, expected) => {
    expect(best(question)).toBe(expected)
  })

  it('corrects a misspelt word to one that the articles have, and says so', () => {
    const { hits, reading } = search(index, 'who was detaned near the embasy', { limit: 3 })
    expect(sentenceOf(hits[0])).toBe('Police detained 1,320 people near the embassy.')
    expect(reading.corrected).toEqual([
      { from: 'detaned', to: 'detained' },
      { from: 'embasy', to: 'embassy' },
    ])
  })

  it('never corrects a number, nor a word that the articles have or that is spelt right', () => {
    const { reading } = search(index, '1321 1999 nets bets storms', { limit: 3 })
    expect(reading.corrected).toEqual([])
    expect(reading.absent).toEqual(['1321', '1999', 'bets'])
  })

  it.each([
    ['Who was arrested?', 'detain', 'Police detained 1,320 people near the embassy.'],
    ['Who is his spouse?', 'wife', 'His wife, the painter Ana Sousa, sold two pictures.'],
  ])('looks for words of the same meaning where a word is absent: %s', (question, added, expected) => {
    const { hits, reading, query } = search(index, question, { limit: 3 })
    expect(reading.added.map(({ word }) => word)).toContain(added)
    expect(sentenceOf(hits[0])).toBe(expected)
    expect(query.words.length).toBe(1)
  })

  it('finds nothing when no word of the question is printed, whatever WordNet relates to it', () => {
    const people = buildIndex([makeSource('people', 'The relation of the two towns is good.\nA bird sang of love.')])
    expect(search(people, 'fuck you bot', { limit: 3 })).toMatchObject({
      hits: [],
      verdict: 'nothing-found',
      reading: { added: [] },
    })
  })

  it('looks for nothing in "take place", and for a place elsewhere', () => {
    const wordsOf = (question: string) => search(index, question, { limit: 3 }).query.words.map(({ word }) => word)
    expect(wordsOf('When did the storm take place?')).toEqual(['storm'])
    expect(wordsOf('Which place had the storm?')).toEqual(['place', 'storm'])
  })

  it('ranks a sentence that says it in another word first', () => {
    const arrests = makeSource(
      'arrests',
      'Police detained forty marchers in Lindau.\n\nA cat slept.\n\nHer arrest record was lost.',
    )
    const { hits } = search(buildIndex([arrests]), 'How many people were arrested in Lindau?', { limit: 2 })
    expect(hits[0]?.paragraph).toBe(0)
  })

  it.each([
    ['Joe Brandt, 56, has led the council since May.', true],
    ['Joe Brandt is 56 years old and leads the council.', true],
    ['Joe Brandt was born in 1964 in Lindau.', true],
    ['Joe Brandt won the election of 3 November 2020.', false],
    ['Joe Brandt spoke of 40 ships.', false],
  ])('takes nothing without an age for the answer to how old somebody is: %s', (text, mayBeFound) => {
    const { verdict, hits } = search(buildIndex([makeSource('one', text)]), 'How old is Joe Brandt?', { limit: 1 })
    expect(hits).toHaveLength(1)
    if (!mayBeFound) expect(verdict).toBe('nearest')
    else expect(verdict).toBe('found')
  })

  it('matches a phrase in quotation marks to the letter', () => {
    const { hits } = search(index, '"the harbour was closed"', { limit: 9 })
    expect(hits.map(hit => sentenceOf(hit))).toEqual(['Fishermen mended their nets while the harbour was closed.'])
    expect(search(index, '“harbours was closed”', { limit: 9 })).toMatchObject({
      verdict: 'nearest',
      reading: { absent: ['“harbours was closed”'] },
    })
    expect(search(index, 'Was “the closed mole” open?', { limit: 9 }).uncovered).toEqual(['“the closed mole”'])
    expect(search(index, '"was the"', { limit: 9 }).hits).toHaveLength(0)
    expect(search(index, '"the" storm', { limit: 9 }).hits.length).toBeGreaterThan(0)
  })

  it('leaves out sentences with an excluded word, and takes no dash for one', () => {
    const { hits } = search(index, 'harbour -closed', { limit: 9 })
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits) expect(sentenceOf(hit)).not.toMatch(/closed/)
    expect(search(index, 'harbour - closed', { limit: 9 }).query.excluded).toEqual([])
  })

  it('searches only the sources it is told to', () => {
    const { hits } = search(index, 'mayor of Lindau', { limit: 9, within: new Set(['weather', 'unknown']) })
    expect(new Set(hits.map(({ sourceId }) => sourceId))).toEqual(new Set(['weather']))
    expect(search(index, 'mayor', { limit: 9, within: new Set() })).toMatchObject({
      hits: [],
      verdict: 'nothing-found',
    })
  })

  it('says that it found nothing when nothing shares a word with the question', () => {
    expect(search(index, 'Zebra quantum?', { limit: 3 })).toMatchObject({
      hits: [],
      confidence: 0,
      verdict: 'nothing-found',
    })
  })

  it('explains each score in parts that add up to it', () => {
    const { hits, explanations } = search(index, 'Who opened the harbour?', { limit: 9, explain: true })
    expect(explanations).toHaveLength(hits.length)
    hits.forEach(({ score }, place) => {
      const sum = explanations?.[place]?.reduce((total, { value }) => total + value, 0)
      expect(sum).toBeCloseTo(score, 8)
    })
  })

  it('gives the same hits for the same question, equal scores in the order of the text', () => {
    const twin = makeSource('twin', 'The bell rang.\n\nThe bell rang.\n\nThe bell rang.')
    const { hits } = search(buildIndex([twin]), 'bell', { limit: 9 })
    const equal = hits.filter(({ score }) => score === hits[0]?.score)
    expect(equal.map(({ paragraph }) => paragraph)).toEqual(
      equal.map(({ paragraph }) => paragraph).toSorted((a, b) => a - b),
    )
  })

  it.each([
    ['the empty question', ''],
    ['stop words only', 'who is he and what was it'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__ toString hasOwnProperty'],
    ['an unclosed quotation mark', 'who said "the harbour'],
    ['signs', '$& *_|>#-[]() ``` @everyone'],
    ['zero-width and right-to-left marks', 'har\u200bbour \u202eembassy\u202c'],
    ['emoji', '😀 harbour 👩‍👩‍👧'],
    ['one letter', 'x'],
    ['500 repeated words', 'harbour '.repeat(500)],
    ['6,000 characters', 'the harbour of a town that is unknown to anybody '.repeat(125)],
    ['6,000 characters without a space', 'x'.repeat(6000)],
    [
      'many different unknown words',
      Array.from({ length: 600 }, (_, n) => `unknownword${'abcdefghij'[n % 10]}${n}`).join(' '),
    ],
  ])('answers %s', (_, question) => {
    const { hits, confidence, verdict } = search(index, question, { limit: 100 })
    expect(hits.length).toBeLessThanOrEqual(100)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(verdict === 'nothing-found').toBe(hits.length === 0)
  })

  it('looks at the sentences that matter of a very long paragraph', () => {
    const lines = Array.from({ length: 2000 }, (_, n) => `Sentence ${n} says nothing of note.`)
    lines[1500] = 'The captain found a lantern.'
    const long = makeSource('long', lines.join('\n'))
    const { hits } = search(buildIndex([long]), 'Who found a lantern?', { limit: 5 })
    expect(hits[0]?.sentence).toBe(1500)
    expect(search(buildIndex([long]), 'What does sentence 7 say?', { limit: 100 }).hits.length).toBeLessThanOrEqual(100)
  })

  it('finds articles in several languages, those in the language of the question first', () => {
    const german = makeSource('german', 'Die Polizei von Lindau schloss den Hafen.', '', 'de')
    const english = makeSource('english', 'The police of Lindau closed the harbour.', '', 'en')
    const both = buildIndex([german, english])
    expect(search(both, 'Wer schloss den Hafen von Lindau?', { limit: 5 }).hits[0]?.sourceId).toBe('german')
    expect(search(both, 'Who closed the harbour of Lindau?', { limit: 5 }).hits[0]?.sourceId).toBe('english')
    expect(search(both, 'Lindau', { limit: 5 }).hits).toHaveLength(2)
  })
})

describe('highlight', () => {
  const marked = (text: string, question: string) => {
    const { query } = search(index, question, { limit: 1 })
    return highlight(text, { start: 0, end: text.length }, query).map(({ start, end }) => text.slice(start, end))
  }

  it('marks the words that match, corrected and added ones included, in order', () => {
    expect(marked('Police detained 1,320 people.', 'how many people were detaned: 1320?')).toEqual([
      'detained',
      '1,320',
      'people',
    ])
    expect(marked('His wife sold it.', 'spouse')).toEqual(['wife'])
  })

  it('marks only inside its span', () => {
    const { query } = search(index, 'harbour', { limit: 1 })
    expect(highlight('harbour harbour harbour', { start: 8, end: 15 }, query)).toEqual([{ start: 8, end: 15 }])
  })
})

describe('the verdict', () => {
  it.each([
    'How many people were detained near the embassy?',
    'Who opened the new harbour?',
    'Who sold two paintings?',
  ])('is the same for the same sentence beside one article and beside many: %s', question => {
    const others = Array.from({ length: 300 }, (_, number) =>
      makeSource(
        `other-${number}`,
        `Report ${number} of the council.\n\nThe harvest of field ${number} was poor again.`,
      ),
    )
    const many = buildIndex([...others, harbour, weather])
    const few = search(index, question, { limit: 1 })
    const wide = search(many, question, { limit: 1 })
    expect(wide.hits[0]).toMatchObject({ ...few.hits[0], score: expect.any(Number) })
    expect(wide.confidence).toBe(few.confidence)
    expect(wide.verdict).toBe(few.verdict)
  })
})
