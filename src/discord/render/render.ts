/** An answer as a Discord message: which renderer for which kind, and the view that its buttons start from. */

import type { Answer } from '../../answer/answer.ts'
import { nameArticle } from '../../answer/revisit.ts'
import type { View } from '../custom-id.ts'
import { renderArticle, renderArticles } from './articles.ts'
import { renderCheck } from './check.ts'
import { renderAbout, renderFacts, renderManners, renderPeople } from './conversation.ts'
import { renderCorpus } from './corpus.ts'
import { renderHelp } from './help.ts'
import { renderCitation } from './parts/citation.ts'
import type { Frame } from './parts/frame.ts'
import type { MessageBody } from './parts/layout.ts'
import { renderPassages } from './passages.ts'
import { renderQuotations } from './quotations.ts'
import { renderSettings } from './settings.ts'

/** `view` says which part of the answer is shown; it is ignored where it does not belong to this kind of answer. */
export function render(answer: Answer, view: View | null, frame: Frame): MessageBody {
  switch (answer.kind) {
    case 'found':
    case 'nearest':
    case 'nothing-found':
      return renderPassages(answer, view?.kind === 'passages' ? view : passagesView(answer, false), frame)
    case 'quotations':
      return renderQuotations(
        answer,
        view?.kind === 'quotations' ? view : { kind: 'quotations', article: null, page: 0 },
        frame,
      )
    case 'articles':
      return renderArticles(answer, view?.kind === 'articles' ? view : { kind: 'articles', page: 0 }, frame)
    case 'article':
      return renderArticle(answer, { kind: 'article', article: nameArticle(answer.article) }, frame)
    case 'check':
      return renderCheck(answer, frame)
    case 'help':
      return renderHelp(answer, frame)
    case 'corpus':
      return renderCorpus(answer, frame)
    case 'citation':
      return renderCitation(answer, frame)
    case 'settings':
      return renderSettings(answer, frame)
    case 'about':
      return renderAbout(answer, frame)
    case 'attribution':
      return renderFacts(answer, frame)
    case 'people':
      return renderPeople(answer, frame)
    case 'manners':
      return renderManners(answer, frame)
  }
}

/** The view of the first passage. `within`: whether only one article was searched. */
export function passagesView(
  answer: Extract<Answer, { kind: 'found' | 'nearest' | 'nothing-found' }>,
  within: boolean,
): Extract<View, { kind: 'passages' }> {
  return {
    kind: 'passages',
    passages: answer.passages.slice(0, MOST_PASSAGES).map(({ id }) => id),
    position: 0,
    growth: 0,
    nearest: answer.kind === 'nearest',
    within,
  }
}

/** As many passage ids as a custom id holds beside the rest of it. */
const MOST_PASSAGES = 5
