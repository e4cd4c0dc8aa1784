/** Counts what questions and their answering sentences have in common, and writes it down as a lexicon. */

import type { Source } from '../../../src/retrieval/index/search-index.ts'
import type { LexiconFile } from '../../../src/retrieval/query/lexicon.ts'
import { questionType } from '../../../src/retrieval/query/question-type.ts'
import { NAME_CUE, NUMBER_CUE, YEAR_CUE } from '../../../src/retrieval/ranking/answer-cues.ts'
import { analyse } from '../../../src/retrieval/text/analyse.ts'
import { kindOf, YEAR } from '../../../src/retrieval/text/term-kinds.ts'
import type { Dataset, Question } from './dataset.ts'

const LEAST_QUESTIONS = 6
const LEAST_ARTICLES = 3

/** Counts over the questions that have a term. */
type Counts = {
  questions: number
  repeated: number
  readonly articles: Set<string>
  /** By term that the answer has and the question lacks: in how many answers, and in how many sentences around them. */
  readonly instead: Map<string, { answers: number; others: number; readonly articles: Set<string> }>
}

/** The lexicon of a dataset. Only terms of several articles get in, so that it holds words of the language, not of the set. */
export function learnLexicon({ sources, questions }: Dataset, about: string): LexiconFile {
  const counts = new Map<string, Counts>()
  const read = sentenceReader()
  for (const question of questions) {
    const source = sources.get(question.source)
    if (source !== undefined) countQuestion(question, source, counts, read)
  }
  const all = [...counts.values()]
  const average = sum(all, one => one.repeated) / sum(all, one => one.questions)
  const expectation: Record<string, number> = {}
  const instead: Record<string, Record<string, number>> = {}
  for (const [term, one] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (one.questions < LEAST_QUESTIONS || one.articles.size < LEAST_ARTICLES) continue
    const repeated = (one.repeated + LEAST_QUESTIONS * average) / (one.questions + LEAST_QUESTIONS) / average
    const rounded = Number(Math.min(1.15, repeated).toFixed(2))
    if (rounded < 0.9 || rounded > 1.1) expectation[term] = rounded
    const others = insteadOf(one)
    if (others.length > 0) instead[term] = Object.fromEntries(others)
  }
  return { about, frequency: countCommon(sources, read), expectation, instead, cues: learnCues(sources, questions) }
}

/** The share of sentences that have a term, for the terms of at least so many sentences and articles. */
function countCommon(sources: Dataset['sources'], read: SentenceReader): Record<string, number> {
  const counts = new Map<string, { sentences: number; readonly articles: Set<string> }>()
  let sentences = 0
  for (const source of sources.values()) {
    for (const sentence of source.paragraphs.flat()) {
      sentences++
      for (const term of read(source, sentence)) {
        const one = counts.get(term) ?? { sentences: 0, articles: new Set<string>() }
        counts.set(term, one)
        one.sentences++
        one.articles.add(source.id)
      }
    }
  }
  const common = [...counts].filter(
    ([term, one]) => one.articles.size >= LEAST_ARTICLES && one.sentences >= 5 && !/^\p{Nd}/u.test(term),
  )
  const sorted = common.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([term, one]) => [term, Number((one.sentences / sentences).toPrecision(2))]))
}

function insteadOf({ questions, repeated, instead }: Counts): [string, number][] {
  const missed = questions - repeated
  if (missed < LEAST_QUESTIONS) return []
  const weighed = [...instead].flatMap(([term, { answers, others, articles }]): [string, number][] => {
    const lift = (answers + 0.5) / (others + 1)
    if (answers < 3 || articles.size < LEAST_ARTICLES || lift <= 1.6) return []
    const weight = Math.min(0.7, (3 * answers * Math.min(1, Math.log2(lift) / 3)) / missed)
    return weight > 0.1 ? [[term, Number(weight.toFixed(2))]] : []
  })
  return weighed.sort((a, b) => b[1] - a[1]).slice(0, 10)
}

function countQuestion(question: Question, source: Source, counts: Map<string, Counts>, read: SentenceReader): void {
  const paragraph = source.paragraphs.find(sentences => sentences.some(({ start }) => question.answers.has(start)))
  const answer = paragraph?.find(({ start }) => question.answers.has(start))
  if (paragraph === undefined || answer === undefined) return
  const asked = new Set(analyse(question.text).flatMap(({ term, stop, number }) => (stop || number ? [] : [term])))
  const said = read(source, answer)
  for (const term of asked) {
    const one = counts.get(term) ?? { questions: 0, repeated: 0, articles: new Set<string>(), instead: new Map() }
    counts.set(term, one)
    one.questions++
    one.articles.add(source.id)
    if (said.has(term)) {
      one.repeated++
      continue
    }
    for (const sentence of paragraph) {
      for (const other of read(source, sentence)) {
        if (asked.has(other)) continue
        const pair = one.instead.get(other) ?? { answers: 0, others: 0, articles: new Set<string>() }
        one.instead.set(other, pair)
        if (sentence === answer) {
          pair.answers++
          pair.articles.add(source.id)
        } else pair.others += 1 / (paragraph.length - 1)
      }
    }
  }
}

/** By form of question: how much more often a term, or a class of tokens, stands in the answer than in the sentences around it. */
function learnCues(
  sources: Dataset['sources'],
  questions: readonly Question[],
): Record<string, Record<string, number>> {
  const forms = new Map<
    string,
    { answers: number; others: number; counts: Map<string, [number, number, Set<string>]> }
  >()
  const read = new Map<Span, ReadonlySet<string>>()
  for (const question of questions) {
    const source = sources.get(question.source)
    const paragraph = source?.paragraphs.find(sentences => sentences.some(({ start }) => question.answers.has(start)))
    if (source === undefined || paragraph === undefined || paragraph.length < 2) continue
    const words = analyse(question.text)
    const asked = new Set(words.map(({ term }) => term))
    const form = questionType(words.map(({ start, end }) => question.text.slice(start, end).toLowerCase())).form
    const one = forms.get(form) ?? { answers: 0, others: 0, counts: new Map() }
    forms.set(form, one)
    for (const sentence of paragraph) {
      let cues = read.get(sentence)
      if (cues === undefined) {
        cues = cuesOf(source.text.slice(sentence.start, sentence.end))
        read.set(sentence, cues)
      }
      const right = question.answers.has(sentence.start)
      const share = right ? 1 : 1 / (paragraph.length - 1)
      if (right) one.answers++
      else one.others += share
      for (const cue of cues) {
        if (asked.has(cue)) continue
        const count = one.counts.get(cue) ?? [0, 0, new Set()]
        one.counts.set(cue, count)
        if (right) {
          count[0]++
          count[2].add(source.id)
        } else count[1] += share
      }
    }
  }
  return Object.fromEntries(
    [...forms]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([form, { answers, others, counts }]) => {
        const weights = [...counts].flatMap(([cue, [inAnswers, inOthers, articles]]): [string, number][] => {
          const rate = (inAnswers + inOthers) / (answers + others)
          if (inAnswers + inOthers < 20 || articles.size < 4) return []
          const weight =
            Math.log((inAnswers + 8 * rate) / (answers + 8)) - Math.log((inOthers + 8 * rate) / (others + 8))
          const sure =
            Math.abs(inAnswers / answers - inOthers / others) /
            Math.sqrt(rate * (1 - rate) * (1 / answers + 1 / others) + 1e-9)
          return sure < 1.5 ? [] : [[cue, Number(weight.toFixed(2))]]
        })
        return [form, Object.fromEntries(weights.sort(([a], [b]) => (a < b ? -1 : 1)))]
      }),
  )
}

function cuesOf(text: string): Set<string> {
  const cues = new Set<string>()
  analyse(text).forEach(({ term, stop, number, start }, place) => {
    if (number) cues.add((kindOf(term) & YEAR) !== 0 ? YEAR_CUE : NUMBER_CUE)
    else cues.add(term)
    const letter = text[start] ?? ''
    if (place > 0 && !stop && letter !== letter.toLowerCase()) cues.add(NAME_CUE)
  })
  return cues
}

type Span = { readonly start: number; readonly end: number }
type SentenceReader = (source: Source, span: Span) => ReadonlySet<string>

function sentenceReader(): SentenceReader {
  const known = new Map<Span, ReadonlySet<string>>()
  return (source, span) => {
    let terms = known.get(span)
    if (terms === undefined) {
      const words = analyse(source.text.slice(span.start, span.end))
      terms = new Set(words.flatMap(({ term, stop }) => (stop ? [] : [term])))
      known.set(span, terms)
    }
    return terms
  }
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
