/** Reads a set of articles and questions with known answers, as the data folders of `npm run fit` hold them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCorpus } from '../../../src/folder/load.ts'
import { toSource } from '../../../src/library/library.ts'
import type { Source } from '../../../src/retrieval/index/search-index.ts'

export type Question = {
  readonly text: string
  /** The id of the source that answers it. */
  readonly source: string
  /** Where in that source's text the answering sentences start. */
  readonly answers: ReadonlySet<number>
}

export type Dataset = { readonly sources: ReadonlyMap<string, Source>; readonly questions: readonly Question[] }

type Gold = { readonly article: string; readonly paragraph: string; readonly answerStarts: readonly number[] }

/**
 * `folder` holds `articles/` and `questions.jsonl`, one object a line: `{question, article, gold: [{article, paragraph, answerStarts}]}`,
 * where a paragraph is given by its text and an answer by its offset in it. Questions whose answer cannot be placed are left out.
 */
export async function loadDataset(folder: string): Promise<Dataset> {
  const { articles } = await loadCorpus(join(folder, 'articles'))
  const sources = new Map(articles.map(article => [article.slug, toSource(article)]))
  const lines = readFileSync(join(folder, 'questions.jsonl'), 'utf8').trim().split('\n')
  const questions = lines.flatMap(line => {
    // A parsed boundary: the shape is documented above.
    const { question, article, gold } = JSON.parse(line) as { question: string; article: string; gold: Gold[] }
    const answers = new Set(gold.flatMap(one => answersIn(sources.get(one.article), one)))
    return answers.size === 0 ? [] : [{ text: question, source: article, answers }]
  })
  return { sources, questions }
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
const flatSentences = new WeakMap<Source, { readonly start: number; readonly text: string }[]>()

function answersIn(source: Source | undefined, { paragraph, answerStarts }: Gold): number[] {
  if (source === undefined) return []
  let sentences = flatSentences.get(source)
  if (sentences === undefined) {
    sentences = source.paragraphs.flat().map(({ start, end }) => ({ start, text: flat(source.text.slice(start, end)) }))
    flatSentences.set(source, sentences)
  }
  return sentences.flatMap(({ start, text }) => {
    for (let place = paragraph.indexOf(text); place >= 0; place = paragraph.indexOf(text, place + 1)) {
      if (answerStarts.some(answer => answer >= place && answer < place + text.length)) return [start]
    }
    return []
  })
}
