/** Finds every quotation of an article with its speaker; the steps are in `quotations/`, looking quotations up is `answer/`'s. */
import type { Article } from './article.ts'
import type { Quotation } from './quotation.ts'
import { findQuoted } from './quotations/marks.ts'

/** The quotations of an article, in the order of the text. */
export function findQuotations(article: Article): readonly Quotation[] {
  return findQuoted(article).map(quoted => ({
    parts: [{ start: quoted.start, end: quoted.end }],
    paragraph: quoted.paragraph + 1,
    kind: 'statement',
    speaker: null,
    description: null,
    cue: null,
  }))
}
