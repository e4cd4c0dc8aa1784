import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { readAcronym } from '../../../src/retrieval/query/acronyms.ts'
import { search } from '../../../src/retrieval/search.ts'
import { makeSource } from '../../support/sources.ts'

const index = buildIndex([
  makeSource('defined', 'Doctors met the World Health Organization (WHO) in Geneva.'),
  makeSource('long', 'The World Health Organization said on Monday that masks prevent infections in schools.'),
  makeSource('cables', 'The Federal Bureau of Cables (FBC) was founded in 1902.'),
  makeSource('short', 'Nine engineers of the FBC were hurt in Lindau.'),
  makeSource(
    'others',
    'Those who said that masks are dear wore none. Nine engineers came to Lindau. The bureau moved.',
  ),
])

describe('readAcronym', () => {
  it.each([
    ['What did the WHO say about masks?', 'What did the World Health Organization say about masks?'],
    ['what does fbc do', 'what does Federal Bureau of Cables do'],
    ['How many of the Federal Bureau of Cables were hurt?', 'How many of the FBC were hurt?'],
    ['did the world health organization meet', 'did the WHO meet'],
  ])('reads %j as %j', (typed, read) => {
    expect(readAcronym(index, typed)?.toLowerCase()).toBe(read.toLowerCase())
  })

  it.each([
    'who said that masks are dear',
    'What did the IAEA say?',
    'What did the Bureau of Masks say?',
    '',
    'constructor __proto__',
  ])('leaves %j as it is', typed => {
    expect(readAcronym(index, typed)).toBeNull()
  })
})

describe('search', () => {
  it.each([
    ['What did the WHO say about masks?', 'long'],
    ['How many engineers of the Federal Bureau of Cables were hurt?', 'short'],
  ])('finds what is printed with the other form: %s', (question, source) => {
    const { hits, uncovered } = search(index, question, { limit: 1 })
    expect(hits[0]?.sourceId).toBe(source)
    expect(uncovered).toEqual([])
  })
})
