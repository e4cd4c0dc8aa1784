import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { documentFrequency } from '../../../src/retrieval/index/frequency.ts'
import { buildIndex } from '../../../src/retrieval/index/search-index.ts'
import { inverseDocumentFrequency, saturate } from '../../../src/retrieval/index/weighting.ts'
import { analyse } from '../../../src/retrieval/text/analyse.ts'
import { harbour } from '../../support/sources.ts'

type TfIdfOracle = {
  addDocument(terms: string[]): void
  idf(term: string): number
  tfidf(terms: string[], document: number): number
}
// A parsed boundary: natural's own declarations cover its root only.
const { TfIdf } = { TfIdf: createRequire(import.meta.url)('natural/lib/natural/tfidf/tfidf') as new () => TfIdfOracle }

const sentences = harbour.paragraphs.flat().map(({ start, end }) => harbour.text.slice(start, end))
const termsOf = (text: string) => analyse(text).flatMap(({ term, stop }) => (stop ? [] : [term]))

describe('weighting', () => {
  it('gives the inverse document frequencies that are worked out by hand', () => {
    // "harbour" stands in 3 of 6 sentences: 1 + ln(6 / 4); "nets" in 1: 1 + ln(6 / 2); "castle" in none: 1 + ln 6.
    expect(inverseDocumentFrequency(6, 3)).toBeCloseTo(1.405465, 6)
    expect(inverseDocumentFrequency(6, 1)).toBeCloseTo(2.098612, 6)
    expect(inverseDocumentFrequency(6, 0)).toBeCloseTo(2.791759, 6)
  })

  it('gives the saturated frequencies that are worked out by hand', () => {
    // 2 (0.6 + 1) / (2 + 0.6 (1 - 0.5 + 0.5 · 10 / 20)) = 3.2 / 2.45
    expect(saturate(2, 10, 20, 0.6, 0.5)).toBeCloseTo(1.306122, 6)
    expect(saturate(0, 10, 20, 0.6, 0.5)).toBe(0)
    expect(saturate(3, 10, 20, Number.POSITIVE_INFINITY, 0)).toBe(3)
  })

  it('agrees with natural’s TfIdf where both define the same thing', () => {
    const oracle = new TfIdf()
    for (const sentence of sentences) oracle.addDocument(termsOf(sentence))
    const index = buildIndex([harbour])
    const terms = new Set(sentences.flatMap(termsOf))
    for (const term of [...terms, 'castle']) {
      const idf = inverseDocumentFrequency(index.sentenceCount, documentFrequency(index, term))
      expect(idf, term).toBeCloseTo(oracle.idf(term), 10)
      sentences.forEach((sentence, document) => {
        const frequency = termsOf(sentence).filter(other => other === term).length
        const plain = idf * saturate(frequency, termsOf(sentence).length, 8, Number.POSITIVE_INFINITY, 0)
        expect(plain, `${term} in ${document}`).toBeCloseTo(oracle.tfidf([term], document), 10)
      })
    }
  })
})
