/** What a person is shown for a question: the passage of the first hit, and whether it answers. */

import { NEAREST_HITS } from '../../../src/answer/ask/ask.ts'
import { lacksAskedKind } from '../../../src/answer/ask/asked-kind.ts'
import { gatherPassage } from '../../../src/answer/passage.ts'
import { type Article, slice } from '../../../src/article/article.ts'
import type { CandidateSentence } from '../../../src/retrieval/candidates/gather-candidates.ts'
import { at } from '../../../src/retrieval/index/numbers.ts'
import type { Question } from './dataset.ts'
import type { SituationName } from './situations.ts'

/** Situations in which articles are asked as they are printed. */
const asPrinted: ReadonlySet<SituationName> = new Set(['open', 'within', 'foreign', 'swapped'])

/** Whether the passage of the first of `ranked` sentences answers the question, and whether it lacks what is asked for. */
export function judgeShown(
  articles: ReadonlyMap<string, Article>,
  question: Question,
  situation: SituationName,
  ranked: readonly CandidateSentence[],
): { readonly right: boolean; readonly lacking: boolean } {
  const [first, ...others] = ranked.slice(0, NEAREST_HITS).map(placeOf)
  const article = articles.get(first?.id ?? '')
  if (first === undefined || article === undefined || !asPrinted.has(situation)) return { right: false, lacking: false }
  const rankOf = (paragraph: number) => {
    const rank = others.findIndex(other => other.id === first.id && other.paragraph === paragraph)
    return rank < 0 ? null : rank
  }
  const passage = gatherPassage(article, first, 0, () => [], rankOf)
  const answers = [...(question.elsewhere.get(first.id) ?? [])]
  return {
    right: answers.some(start => start >= passage.start && start < passage.end),
    lacking: lacksAskedKind(question.text, slice(article, passage)),
  }
}

function placeOf({ view: { segment }, document }: CandidateSentence) {
  const paragraph = at(segment.paragraphOfSentence, document)
  const source = at(segment.sourceOfParagraph, paragraph)
  return {
    id: segment.sourceIds[source] ?? '',
    paragraph: paragraph - at(segment.sourceStart, source),
    sentence: document - at(segment.paragraphStart, paragraph),
  }
}
