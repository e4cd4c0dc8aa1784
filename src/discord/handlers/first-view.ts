/** How an answer is first shown: where its buttons start from, and whether it says nothing. */
import type { Answer } from '../../answer/answer.ts'
import type { View } from '../custom-id.ts'
import { passagesView } from '../render/render.ts'

/** Where an answer's buttons start from. `article` is the short name of the only one that was looked through, if so. */
export function firstView(answer: Answer, article: string | null): View | null {
  switch (answer.kind) {
    case 'found':
    case 'nearest':
    case 'nothing-found':
      return passagesView(answer, article !== null)
    case 'quotations':
      return { kind: 'quotations', article, page: 0 }
    default:
      return null
  }
}

/** Whether an answer found nothing: it then disturbs nobody but who asked. */
export function isNothing(answer: Answer): boolean {
  return answer.kind === 'nothing-found' || (answer.kind === 'quotations' && answer.total === 0)
}
