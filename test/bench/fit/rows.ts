/** Turns questions in situations into rows of features with labels: right when the sentence answers. */

import { featuresOf, type Gathered, gatherCandidates } from '../../../src/retrieval/candidates/gather-candidates.ts'
import { at } from '../../../src/retrieval/index/numbers.ts'
import type { SearchIndex } from '../../../src/retrieval/index/search-index.ts'
import { parseQuery, type Query } from '../../../src/retrieval/query/query.ts'
import { withMarks } from '../../../src/retrieval/query/segment-query.ts'
import { F } from '../../../src/retrieval/ranking/feature-names.ts'
import type { Question } from './dataset.ts'
import type { Situation, SituationName } from './situations.ts'

/** One question's candidates. */
export type Asked = {
  readonly situation: SituationName
  readonly question: Question
  readonly rows: readonly Float64Array[]
  /** By row: 1 when it answers. */
  readonly right: Uint8Array
  readonly index: SearchIndex
  readonly query: Query
  readonly sentences: Gathered['sentences']
}

const PARAGRAPHS = 10

export function askQuestion(question: Question, name: SituationName, { index, within, sources }: Situation): Asked {
  const query = parseQuery(question.text, ['en'])
  const gathered = withMarks(query, contextOf => gatherCandidates(index, query, contextOf, within, PARAGRAPHS))
  const right = Uint8Array.from(gathered.sentences, ({ view: { segment }, document }) => {
    const paragraph = at(segment.paragraphOfSentence, document)
    const number = at(segment.sourceOfParagraph, paragraph)
    const id = segment.sourceIds[number] ?? ''
    const answers = question.elsewhere.get(id)
    if (answers === undefined) return 0
    const sentences = sources.get(id)?.paragraphs[paragraph - at(segment.sourceStart, number)]
    const span = sentences?.[document - at(segment.paragraphStart, paragraph)]
    return span !== undefined && answers.has(span.start) ? 1 : 0
  })
  const rows = gathered.sentences.map(candidate => featuresOf(gathered, candidate))
  const { sentences } = gathered
  return { situation: name, question, rows, right, index, query, sentences }
}

/** The rows that are learned from: all right ones, the likeliest of the wrong ones, and every fifth of the rest. */
function sampleRows({ rows, right }: Asked): number[] {
  const promise = (row: number) => (rows[row]?.[F.relatedCoverage] ?? 0) + 0.3 * (rows[row]?.[F.paragraphCoverage] ?? 0)
  const order = rows.map((_, row) => row).sort((a, b) => promise(b) - promise(a))
  return order.filter((row, place) => right[row] === 1 || place < 30 || place % 5 === 0)
}

/** The same with the sampled rows only, copied, so that the others are let go. */
export function onlySampled(asked: Asked): Asked {
  const sample = sampleRows(asked)
  const rows = sample.map(row => asked.rows[row]?.slice() ?? new Float64Array())
  return { ...asked, sentences: [], rows, right: Uint8Array.from(sample, row => asked.right[row] ?? 0) }
}
