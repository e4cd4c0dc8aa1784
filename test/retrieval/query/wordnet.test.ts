import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { closeWords, derivedTerms } from '../../../src/retrieval/query/related.ts'
import { baseForms, knowsWord, nounClass, relatedWords } from '../../../src/retrieval/query/wordnet.ts'
import { makeSource } from '../../support/sources.ts'

const words = (word: string) => relatedWords(word).map(related => related.word)

describe('WordNet', () => {
  it.each([
    ['spouse', 'wife'],
    ['arrested', 'apprehend'],
    ['wives', 'married woman'],
    ['wrote', 'write'],
    ['big', 'large'],
    ['marriage', 'marry'],
  ])('relates %s to %s', (word, other) => {
    expect(words(word)).toContain(other)
  })

  it.each(['zzzz', '', '__proto__', 'café', '1998', '%', '  '])('relates %j to nothing', word => {
    expect(words(word)).toEqual([])
  })

  it('knows words in their forms, the first and the last of its files among them', () => {
    for (const word of ['a', 'zymotic', 'zyrian', 'nets', 'detained', 'running', 'constructor']) {
      expect(knowsWord(word), word).toBe(word !== 'a')
    }
    expect(knowsWord('embasy')).toBe(false)
  })

  it('tells the class of a noun', () => {
    expect(nounClass('sculptors')).toBe(18)
    expect(nounClass('island')).toBe(17)
    expect(nounClass('peninsula')).toBe(nounClass('island'))
    for (const word of ['zzzz', '', '__proto__', 'quickly']) expect(nounClass(word), word).toBe(-1)
  })

  it('takes endings off', () => {
    expect(baseForms('detained')).toContain('detain')
    expect(baseForms('countries')).toContain('country')
    expect(baseForms('stopped')).toContain('stop')
    expect(baseForms('gave')).toContain('give')
  })
})

describe('closeWords', () => {
  it('puts the words that news uses for one another before what WordNet knows', () => {
    expect(closeWords('arrested')[0]?.word).toBe('detain')
    expect(
      closeWords('arrested')
        .slice(0, 6)
        .map(({ word }) => word),
    ).toContain('detain')
  })
})

describe('derivedTerms', () => {
  it('finds terms of an index that share their beginning', () => {
    const { segment } = buildIndex([makeSource('s', 'administration administered adman mini 1998 19984')]).views[0] ?? {
      segment: null,
    }
    if (segment === null) throw new Error('expected a segment')
    const near = (term: string) => derivedTerms(segment, term).map(([id]) => segment.terms[id])
    expect(near('administr')).toEqual(['administ'])
    expect(near('1998')).toEqual([])
    expect(near('min')).toEqual([])
  })
})
