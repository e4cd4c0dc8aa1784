/** The situations that a question is asked in: of all articles, of one, of a short one, and of one that does not answer it. */
import { buildIndex, type SearchIndex, type Source, updateIndex } from '../../../src/retrieval/index/search-index.ts'
import { generator } from './boost.ts'
import type { Dataset, Question } from './dataset.ts'

export const situationNames = ['open', 'within', 'excerpt', 'foreign', 'cutOut', 'openCut', 'swapped'] as const
export type SituationName = (typeof situationNames)[number]

export type Situation = {
  readonly index: SearchIndex
  readonly within: ReadonlySet<string> | undefined
  readonly sources: ReadonlyMap<string, Source>
}

/** Puts questions into situations over one dataset; the same seed makes the same excerpts. */
export function createSituations({ sources }: Dataset): (name: SituationName, question: Question) => Situation {
  const whole = buildIndex(sources.values())
  const ids = [...sources.keys()].sort()
  const random = generator(7)
  const other = (id: string) => ids[(ids.indexOf(id) + 7) % ids.length] ?? id
  const excerptOf = (question: Question, answered: boolean): Situation => {
    const source = sources.get(question.source)
    const excerpt = source === undefined ? [] : [cutExcerpt(source, question, answered, random)]
    return { index: buildIndex(excerpt), within: undefined, sources: new Map(excerpt.map(one => [one.id, one])) }
  }
  return (name, question) => {
    switch (name) {
      case 'open':
        return { index: whole, within: undefined, sources }
      case 'within':
        return { index: whole, within: new Set([question.source]), sources }
      case 'foreign':
        return { index: whole, within: new Set([other(question.source)]), sources }
      case 'excerpt':
        return excerptOf(question, true)
      case 'cutOut':
        return excerptOf(question, false)
      case 'openCut':
        return { index: updateIndex(whole, withoutAnswers(sources, question)), within: undefined, sources: new Map() }
      case 'swapped':
        return { index: whole, within: new Set([question.source]), sources: new Map() }
    }
  }
}

/** The change that cuts the answering paragraphs out of a corpus. */
function withoutAnswers(sources: Dataset['sources'], { elsewhere }: Question) {
  const put = [...elsewhere].flatMap(([id, answers]) => {
    const source = sources.get(id)
    if (source === undefined) return []
    const paragraphs = source.paragraphs.filter(paragraph => !paragraph.some(({ start }) => answers.has(start)))
    return [{ ...source, paragraphs }]
  })
  return { put, remove: [] }
}

/**
 * The question with a name or a number of its own put in place by another of its article, from a sentence that does not answer; null
 * where there is none. `random` gives numbers from 0 to 1.
 */
export function swapWord(source: Source, question: Question, random: () => number): Question | null {
  const own = [...question.text.matchAll(/(?<=\s)(?:\p{Lu}[\p{L}]{2,}|\d[\d,.]*\d|\d)(?=[\s?.,'’])/gu)]
  const target = own[Math.floor(random() * own.length)]
  if (target === undefined) return null
  const isNumber = /^\d/.test(target[0])
  const flat = source.paragraphs.flat()
  const gold = flat.findIndex(({ start }) => question.answers.has(start))
  const near = flat
    .slice(Math.max(0, gold - 2), gold + 2)
    .map(({ start, end }) => source.text.slice(start, end))
    .join(' ')
  const other = flat
    .filter((_, place) => place < gold - 2 || place > gold + 1)
    .flatMap(({ start, end }) => [
      ...source.text.slice(start, end).matchAll(isNumber ? /(?<=\s)\d[\d,.]*\d/gu : /(?<=\p{Ll} )\p{Lu}\p{Ll}{2,}/gu),
    ])
    .map(([word]) => word)
    .filter(word => !near.includes(word) && !question.text.includes(word) && !source.context.includes(word))
  const word = other[Math.floor(random() * other.length)]
  if (word === undefined) return null
  const text = `${question.text.slice(0, target.index)}${word}${question.text.slice(target.index + target[0].length)}`
  return { ...question, text, answers: new Set(), elsewhere: new Map() }
}

/** Like a news report: some 6 to 15 paragraphs, cut into new ones of one to three sentences; with the answering paragraph or without. */
function cutExcerpt(source: Source, question: Question, answered: boolean, random: () => number): Source {
  const gold = source.paragraphs.findIndex(sentences => sentences.some(({ start }) => question.answers.has(start)))
  const length = 6 + Math.floor(random() * 10)
  const from = Math.max(0, gold - Math.floor(random() * length))
  const chosen = source.paragraphs.slice(from, from + length).filter(paragraph => {
    return answered || !paragraph.some(({ start }) => question.answers.has(start))
  })
  const paragraphs = chosen.flatMap(sentences => {
    const cut: (typeof sentences)[number][][] = []
    for (let place = 0; place < sentences.length; ) {
      const size = 1 + Math.floor(random() * 3)
      cut.push(sentences.slice(place, place + size))
      place += size
    }
    return cut
  })
  return { ...source, paragraphs }
}
