import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCandidates } from '../../../src/retrieval/candidates/candidates.ts'
import { TopCandidates } from '../../../src/retrieval/candidates/top-candidates.ts'
import { at } from '../../../src/retrieval/index/numbers.ts'
import { buildIndex, type SearchIndex, updateIndex } from '../../../src/retrieval/index/search-index.ts'
import { saturate } from '../../../src/retrieval/index/weighting.ts'
import { makeSource } from '../../support/sources.ts'

const words = ['harbour', 'storm', 'mayor', 'nets', 'embassy', 'police', 'castle', 'river', 'bridge', 'letter']
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map(list => list.join(' '))
const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })
const sources = fc
  .array(text, { minLength: 1, maxLength: 6 })
  .map(list => list.map((paragraphs, n) => makeSource(`s${n}`, paragraphs.map(lines => lines.join('\n')).join('\n\n'))))
const weights = fc.array(fc.tuple(fc.constantFrom(...words), fc.double({ min: 0.1, max: 9, noNaN: true })), {
  minLength: 1,
  maxLength: 6,
})

type Listed = { view: number; paragraph: number; score: number }

/** Scores every paragraph, and sorts. */
function exhaustive(index: SearchIndex, terms: readonly (readonly [string, number])[], limit: number): Listed[] {
  const all = index.views.flatMap(({ segment, dead }, view) =>
    Array.from(segment.sourceOfParagraph, (source, paragraph): Listed => {
      const first = at(segment.paragraphStart, paragraph)
      const end = at(segment.paragraphStart, paragraph + 1)
      const length = at(segment.tokensStart, end) - at(segment.tokensStart, first)
      let score = 0
      for (const [term, weight] of terms) {
        const id = segment.termIds.get(term)
        if (id === undefined) continue
        const postings = segment.postings.subarray(segment.postingsStart[id], segment.postingsStart[id + 1])
        const frequency = postings.filter(document => document >= first && document < end).length
        score += weight * saturate(frequency, length, 12, 0.9, 0.3)
      }
      return { view, paragraph, score: dead?.[source] === 1 ? 0 : score }
    }),
  )
  const idOf = ({ view, paragraph }: Listed): string => {
    const segment = index.views[view]?.segment
    return segment?.sourceIds[segment.sourceOfParagraph[paragraph] ?? 0] ?? ''
  }
  return all
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : a.paragraph - b.paragraph))
    .slice(0, limit)
}

function found(
  index: SearchIndex,
  terms: readonly (readonly [string, number])[],
  limit: number,
  top = new TopCandidates(limit),
  ranges = (paragraphs: number): readonly (readonly [number, number])[] => [[0, paragraphs]],
): Listed[] {
  for (const view of index.views) {
    const known = terms.flatMap(([term, weight]) => {
      const id = view.segment.termIds.get(term)
      return id === undefined ? [] : [{ id, weight }]
    })
    findCandidates(view, known, ranges(view.segment.sourceOfParagraph.length), 12, top)
  }
  return top.list().map(({ view, paragraph, score }) => ({ view: index.views.indexOf(view), paragraph, score }))
}

const stems = (list: readonly (readonly [string, number])[]) => {
  const stemmed = new Map(
    list.map(([word, weight]) => [
      word === 'nets'
        ? 'net'
        : word === 'embassy'
          ? 'embassi'
          : word === 'police'
            ? 'polic'
            : word === 'castle'
              ? 'castl'
              : word === 'bridge'
                ? 'bridg'
                : word,
      weight,
    ]),
  )
  return [...stemmed]
}

describe('findCandidates', () => {
  it('finds the same paragraphs, in the same order, with the same scores as scoring every one', () => {
    fc.assert(
      fc.property(sources, weights, fc.integer({ min: 1, max: 12 }), (list, terms, limit) => {
        const index = buildIndex(list)
        expect(found(index, stems(terms), limit)).toEqual(exhaustive(index, stems(terms), limit))
      }),
      { numRuns: 300 },
    )
  })

  it('does so over several segments, some of whose sources were removed', () => {
    fc.assert(
      fc.property(sources, sources, weights, fc.integer({ min: 1, max: 12 }), (list, more, terms, limit) => {
        const put = more.map(source => ({ ...source, id: `new ${source.id}` }))
        const index = updateIndex(buildIndex(list), { put, remove: ['s0'] })
        expect(found(index, stems(terms), limit)).toEqual(exhaustive(index, stems(terms), limit))
      }),
    )
  })

  it('searches some ranges of paragraphs alone', () => {
    const isSearched = (paragraph: number) => paragraph % 4 === 1 || paragraph % 4 === 2
    const ranges = (paragraphs: number) =>
      Array.from({ length: Math.ceil(paragraphs / 4) }, (_, place) => [place * 4 + 1, place * 4 + 3] as const)
        .map(([from, to]) => [Math.min(from, paragraphs), Math.min(to, paragraphs)] as const)
        .filter(([from, to]) => from < to)
    fc.assert(
      fc.property(sources, weights, fc.integer({ min: 1, max: 12 }), (list, terms, limit) => {
        const index = buildIndex(list)
        const all = exhaustive(index, stems(terms), Number.POSITIVE_INFINITY)
        const expected = all.filter(({ paragraph }) => isSearched(paragraph)).slice(0, limit)
        expect(found(index, stems(terms), limit, new TopCandidates(limit), ranges)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out what scores far below the best, but never so many that too few remain', () => {
    fc.assert(
      fc.property(sources, weights, fc.integer({ min: 1, max: 6 }), (list, terms, least) => {
        const index = buildIndex(list)
        const all = exhaustive(index, stems(terms), 12)
        const lowest = (all[0]?.score ?? 0) * 0.6
        const expected = all.filter(({ score }, rank) => rank < least || score >= lowest)
        expect(found(index, stems(terms), 12, new TopCandidates(12, 0.6, least))).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})
