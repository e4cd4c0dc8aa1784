/** The situations that a question is asked in: of all articles, of one, of a short one, and of one that does not answer it. */
import { buildIndex, type SearchIndex, type Source } from '../../../src/retrieval/index/search-index.ts'
import { generator } from './boost.ts'
import type { Dataset, Question } from './dataset.ts'

export const situationNames = ['open', 'within', 'alone', 'excerpt', 'foreign', 'foreignAlone', 'cutOut'] as const
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
  const alone = new Map<string, SearchIndex>()
  const random = generator(7)
  const other = (id: string) => ids[(ids.indexOf(id) + 7) % ids.length] ?? id
  const indexOf = (id: string) => {
    const index = alone.get(id) ?? buildIndex([sources.get(id)].filter(source => source !== undefined))
    alone.set(id, index)
    return index
  }
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
      case 'alone':
        return { index: indexOf(question.source), within: undefined, sources }
      case 'foreign':
        return { index: whole, within: new Set([other(question.source)]), sources }
      case 'foreignAlone':
        return { index: indexOf(other(question.source)), within: undefined, sources }
      case 'excerpt':
        return excerptOf(question, true)
      case 'cutOut':
        return excerptOf(question, false)
    }
  }
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
