/** The engines that a user would choose instead, each with stemming, with stop words left out, and matching any word of a question. */
import { createRequire } from 'node:module'
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import FlexSearch from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { analyserFor } from '../../../src/retrieval/analyse.ts'
import { search } from '../../../src/retrieval/search.ts'
import { buildIndex, type Source } from '../../../src/retrieval/search-index.ts'
import { warmIndex } from '../../../src/retrieval/warm.ts'
import type { BenchCorpus } from '../search-corpus.ts'
import { type Engine, stems } from './engine.ts'

const require = createRequire(import.meta.url)

const verbatim: Engine = {
  name: 'Verbatim',
  largest: 1_000_000,
  build: corpus => {
    const { sources, starts } = toSources(corpus)
    const index = buildIndex(sources)
    warmIndex(index)
    return question =>
      search(index, question, { limit: 10 }).hits.map(({ sourceId, paragraph, sentence }) => {
        return (starts[Number(sourceId)]?.[paragraph] ?? 0) + sentence
      })
  },
}

/** The corpus as articles; `starts` holds, by article and paragraph, the number of its first sentence. */
export function toSources({ sentences, paragraphs, articles }: BenchCorpus): { sources: Source[]; starts: number[][] } {
  const sources: Source[] = []
  const starts: number[][] = []
  for (let from = 0; from < sentences.length; ) {
    let to = from
    while (to < sentences.length && articles[to] === articles[from]) to++
    const spans: { start: number; end: number }[][] = []
    const first: number[] = []
    let start = 0
    for (let n = from; n < to; n++) {
      if (n === from || paragraphs[n] !== paragraphs[n - 1]) {
        spans.push([])
        first.push(n)
      }
      const end = start + (sentences[n] ?? '').length
      spans.at(-1)?.push({ start, end })
      start = end + 1
    }
    sources.push({
      id: String(sources.length),
      language: 'en',
      context: '',
      text: sentences.slice(from, to).join(' '),
      paragraphs: spans,
    })
    starts.push(first)
    from = to
  }
  return { sources, starts }
}

const minisearch: Engine = {
  name: 'MiniSearch',
  largest: 100_000,
  build: ({ sentences }) => {
    const { analyse } = analyserFor('en')
    const processTerm = (word: string) => {
      const { term, stop } = analyse(word)
      return stop ? null : term
    }
    const engine = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], processTerm })
    engine.addAll(sentences.map((text, id) => ({ id, text })))
    return question =>
      engine
        .search(question)
        .slice(0, 10)
        .map(({ id }) => Number(id))
  },
}

const lunrEngine: Engine = {
  name: 'lunr',
  largest: 100_000,
  build: ({ sentences }) => {
    // lunr's own pipeline stems and leaves out stop words.
    const engine = lunr(builder => {
      builder.field('text')
      sentences.forEach((text, id) => {
        builder.add({ id: String(id), text })
      })
    })
    return question => {
      const words = question.replace(/[^\p{L}\p{N} ]/gu, ' ')
      return engine
        .search(words)
        .slice(0, 10)
        .map(({ ref }) => Number(ref))
    }
  },
}

const flexsearch: Engine = {
  name: 'FlexSearch',
  largest: 100_000,
  build: ({ sentences }) => {
    const engine = new FlexSearch.Index({ tokenize: 'strict', encode: stems })
    sentences.forEach((text, id) => {
      engine.add(id, text)
    })
    // `suggest` keeps sentences that lack some of the words: without it a question finds nothing.
    return question => engine.search(question, { limit: 10, suggest: true }).map(Number)
  },
}

const orama: Engine = {
  name: 'Orama',
  largest: 100_000,
  build: async ({ sentences }) => {
    const tokenizer = { language: 'english', normalizationCache: new Map<string, string>(), tokenize: stems }
    const engine = create({ schema: { text: 'string' }, components: { tokenizer } })
    await insertMultiple(
      engine,
      sentences.map((text, id) => ({ id: String(id), text })),
      5000,
    )
    return async question => {
      const { hits } = await searchOrama(engine, { term: question, limit: 10 })
      return hits.map(({ id }) => Number(id))
    }
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
  build: ({ sentences }) => {
    // A parsed boundary: the package has no declarations.
    const engine = (require('wink-bm25-text-search') as () => WinkBm25)()
    engine.defineConfig({ fldWeights: { text: 1 } })
    engine.definePrepTasks([stems])
    sentences.forEach((text, id) => {
      engine.addDoc({ text }, id)
    })
    engine.consolidate()
    return question => engine.search(question, 10).map(([id]) => Number(id))
  },
}

type NaturalTfIdf = {
  addDocument(terms: string[]): void
  tfidfs(terms: string[], visit: (document: number, score: number) => void): void
}

const natural: Engine = {
  name: 'natural.TfIdf',
  largest: 10_000,
  build: ({ sentences }) => {
    // A parsed boundary: natural's own declarations cover its root only.
    const { TfIdf } = { TfIdf: require('natural/lib/natural/tfidf/tfidf') as new () => NaturalTfIdf }
    const engine = new TfIdf()
    for (const text of sentences) engine.addDocument(stems(text))
    return question => {
      const scores: [number, number][] = []
      engine.tfidfs(stems(question), (document, score) => scores.push([document, score]))
      return scores
        .sort((a, b) => b[1] - a[1])
        .slice(0, 10)
        .map(([document]) => document)
    }
  },
}

export const engines: readonly Engine[] = [verbatim, minisearch, lunrEngine, flexsearch, orama, wink, natural]
