/** The engines that a user would choose instead, each with stemming, with stop words left out, and matching any word of a question. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import FlexSearch from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { decodeIndex, encodeIndex } from '../../../src/retrieval/index/saved-index.ts'
import { buildIndex, type SearchIndex } from '../../../src/retrieval/index/search-index.ts'
import { loadModels } from '../../../src/retrieval/ranking/models.ts'
import { search } from '../../../src/retrieval/search.ts'
import { analyserFor } from '../../../src/retrieval/text/analyse.ts'
import { inOneGo } from '../../../src/work/steps.ts'
import { firstSentences, sentencesOf } from '../search-corpus.ts'
import { type Engine, stems } from './engine.ts'

const require = createRequire(import.meta.url)

const verbatim: Engine = {
  name: 'Verbatim',
  largest: 1_000_000,
  build: ({ sources }) => {
    const index = buildIndex(sources)
    loadModels()
    const starts = new Map(firstSentences(sources).map((first, place) => [sources[place]?.id, first]))
    return {
      search: question =>
        search(index, question, { limit: 10 }).hits.map(({ sourceId, paragraph, sentence }) => {
          return (starts.get(sourceId)?.[paragraph] ?? 0) + sentence
        }),
      reopen: () => reopen(index),
    }
  },
}

/** Milliseconds from a saved file to the first answer. */
function reopen(index: SearchIndex): number {
  const path = join(tmpdir(), `bench-index-${process.pid}`)
  writeFileSync(path, inOneGo(encodeIndex(index, 'bench')))
  try {
    const started = performance.now()
    const opened = inOneGo(decodeIndex(readFileSync(path), 'bench'))
    if (opened === null) throw new Error('expected the saved index to open, got a refusal')
    search(opened, 'what was said', { limit: 10 })
    return performance.now() - started
  } finally {
    rmSync(path)
  }
}

const minisearch: Engine = {
  name: 'MiniSearch',
  largest: 100_000,
  build: ({ sources }) => {
    const { analyse } = analyserFor('en')
    return buildMiniSearch(sentencesOf(sources), word => {
      const { term, stop } = analyse(word)
      return stop ? null : term
    })
  },
}

/** MiniSearch as its users and natural's would join them: natural's stemmer and stop words as they are, without our cache of stems. */
const minisearchWithNatural: Engine = {
  name: 'MiniSearch, natural',
  largest: 100_000,
  build: ({ sources }) => {
    // Parsed boundaries: natural's own declarations cover its root only.
    const { stem } = require('natural/lib/natural/stemmers/porter_stemmer') as { stem: (word: string) => string }
    const { words } = require('natural/lib/natural/util/stopwords') as { words: readonly string[] }
    const stopWords = new Set(words)
    return buildMiniSearch(sentencesOf(sources), word => {
      const lower = word.toLowerCase()
      return stopWords.has(lower) ? null : stem(lower)
    })
  },
}

function buildMiniSearch(sentences: Iterable<string>, processTerm: (word: string) => string | null) {
  const engine = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], processTerm })
  engine.addAll(Array.from(sentences, (text, id) => ({ id, text })))
  const searchIn = (question: string) =>
    engine
      .search(question)
      .slice(0, 10)
      .map(({ id }) => Number(id))
  return { search: searchIn }
}

const lunrEngine: Engine = {
  name: 'lunr',
  largest: 100_000,
  build: ({ sources }) => {
    // lunr's own pipeline stems and leaves out stop words.
    const engine = lunr(builder => {
      builder.field('text')
      let id = 0
      for (const text of sentencesOf(sources)) builder.add({ id: String(id++), text })
    })
    const searchIn = (question: string) => {
      const words = question.replace(/[^\p{L}\p{N} ]/gu, ' ')
      return engine
        .search(words)
        .slice(0, 10)
        .map(({ ref }) => Number(ref))
    }
    return { search: searchIn }
  },
}

const flexsearch: Engine = {
  name: 'FlexSearch',
  largest: 100_000,
  build: ({ sources }) => {
    const engine = new FlexSearch.Index({ tokenize: 'strict', encode: stems })
    let id = 0
    for (const text of sentencesOf(sources)) engine.add(id++, text)
    // `suggest` keeps sentences that lack some of the words: without it a question finds nothing.
    return { search: question => engine.search(question, { limit: 10, suggest: true }).map(Number) }
  },
}

const orama: Engine = {
  name: 'Orama',
  largest: 100_000,
  build: async ({ sources }) => {
    const tokenizer = { language: 'english', normalizationCache: new Map<string, string>(), tokenize: stems }
    const engine = create({ schema: { text: 'string' }, components: { tokenizer } })
    await insertMultiple(
      engine,
      Array.from(sentencesOf(sources), (text, id) => ({ id: String(id), text })),
      5000,
    )
    const searchIn = async (question: string) => {
      const { hits } = await searchOrama(engine, { term: question, limit: 10 })
      return hits.map(({ id }) => Number(id))
    }
    return { search: searchIn }
  },
}

type WinkBm25 = {
  defineConfig(config: { fldWeights: Record<string, number> }): void
  definePrepTasks(tasks: readonly ((text: string) => string[])[]): void
  addDoc(document: { text: string }, id: number): void
  consolidate(): void
  search(question: string, limit: number): [string, number][]
}

const wink: Engine = {
  name: 'wink-bm25',
  largest: 100_000,
  build: ({ sources }) => {
    // A parsed boundary: the package has no declarations.
    const engine = (require('wink-bm25-text-search') as () => WinkBm25)()
    engine.defineConfig({ fldWeights: { text: 1 } })
    engine.definePrepTasks([stems])
    let id = 0
    for (const text of sentencesOf(sources)) engine.addDoc({ text }, id++)
    engine.consolidate()
    return { search: question => engine.search(question, 10).map(([id]) => Number(id)) }
  },
}

type NaturalTfIdf = {
  addDocument(terms: string[]): void
  tfidfs(terms: string[], visit: (document: number, score: number) => void): void
}

const natural: Engine = {
  name: 'natural.TfIdf',
  largest: 10_000,
  build: ({ sources }) => {
    // A parsed boundary: natural's own declarations cover its root only.
    const { TfIdf } = { TfIdf: require('natural/lib/natural/tfidf/tfidf') as new () => NaturalTfIdf }
    const engine = new TfIdf()
    for (const text of sentencesOf(sources)) engine.addDocument(stems(text))
    const searchIn = (question: string) => {
      const scores: [number, number][] = []
      engine.tfidfs(stems(question), (document, score) => scores.push([document, score]))
      return scores
        .sort((a, b) => b[1] - a[1])
        .slice(0, 10)
        .map(([document]) => document)
    }
    return { search: searchIn }
  },
}

export const engines: readonly Engine[] = [
  verbatim,
  minisearch,
  minisearchWithNatural,
  lunrEngine,
  flexsearch,
  orama,
  wink,
  natural,
]
