/** Reads a set of articles and questions with known answers, as the data folders of `npm run fit` hold them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../../src/article/article.ts'
import { loadCorpus } from '../../../src/folder/load.ts'
import { toSource } from '../../../src/library/library.ts'
import type { Source } from '../../../src/retrieval/index/search-index.ts'

export type Question = {
  readonly text: string
  /** The number of the set that it belongs to. */
  readonly set: number
  /** The id of the source that it is about; empty for none. */
  readonly source: string
  /** Where in that source's text the answering sentences start; empty where nothing answers. */
  readonly answers: ReadonlySet<number>
  /** The same for other sources that answer, too. */
  readonly elsewhere: ReadonlyMap<string, ReadonlySet<number>>
}

export type Dataset = {
  readonly sources: ReadonlyMap<string, Source>
  /** By the same ids. */
  readonly articles: ReadonlyMap<string, Article>
  readonly questions: readonly Question[]
}

type Gold = { readonly article: string; readonly paragraph: string; readonly answerStarts: readonly number[] }
type Line = {
  readonly question: string
  readonly article: string | null
  readonly type?: string
  readonly gold?: readonly (Gold | string)[]
}

/** Types of `news-questions` that are no questions to the sentences of an article. */
const conversation: ReadonlySet<string> = new Set(['about', 'attribution', 'people', 'quotes', 'follow-up'])

/**
 * `folder` holds `articles/` and one or more `questions*.jsonl`, one object a line: `{question, article, gold: […]}`. Gold is
 * `{article, paragraph, answerStarts}`, a paragraph by its text and the answers by their offsets in it, or the text of an answering
 * sentence. Without gold nothing answers; questions whose gold cannot be placed are left out.
 */
export async function loadDataset(folder: string, set: number): Promise<Dataset> {
  const { articles } = await loadCorpus(join(folder, 'articles'))
  const idOf = (slug: string) => `${set}/${slug}`
  const sources = new Map(
    articles.map(article => [idOf(article.slug), { ...toSource(article), id: idOf(article.slug) }]),
  )
  const files = readdirSync(folder)
    .filter(name => /^questions.*\.jsonl$/.test(name))
    .sort()
  const lines = files.flatMap(name => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  const questions = lines.flatMap((line): Question[] => {
    // A parsed boundary: the shape is documented above.
    const { question, article, type = '', gold = [] } = JSON.parse(line) as Line
    if (conversation.has(type)) return []
    const source = article === null ? '' : idOf(article)
    const places = new Map<string, Set<number>>()
    for (const one of gold) {
      const id = typeof one === 'string' ? source : idOf(one.article)
      for (const start of answersIn(sources.get(id), one)) places.set(id, (places.get(id) ?? new Set()).add(start))
    }
    if (places.size === 0 && gold.length > 0) return []
    return [{ text: question, set, source, answers: places.get(source) ?? new Set(), elsewhere: places }]
  })
  return { sources, articles: new Map(articles.map(article => [idOf(article.slug), article])), questions }
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
const flatSentences = new WeakMap<Source, { readonly start: number; readonly text: string }[]>()

function answersIn(source: Source | undefined, gold: Gold | string): number[] {
  if (source === undefined) return []
  let sentences = flatSentences.get(source)
  if (sentences === undefined) {
    sentences = source.paragraphs.flat().map(({ start, end }) => ({ start, text: flat(source.text.slice(start, end)) }))
    flatSentences.set(source, sentences)
  }
  if (typeof gold === 'string') {
    const wanted = plain(gold)
    return sentences.flatMap(({ start, text }) => (plain(text).includes(wanted) ? [start] : []))
  }
  const { paragraph, answerStarts } = gold
  return sentences.flatMap(({ start, text }) => {
    for (let place = paragraph.indexOf(text); place >= 0; place = paragraph.indexOf(text, place + 1)) {
      if (answerStarts.some(answer => answer >= place && answer < place + text.length)) return [start]
    }
    return []
  })
}

/** With plain quotation marks and in lower case. */
const plain = (text: string) => flat(text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"')).toLowerCase()
