/** The quotations at a passage that a button names, long after it was shown. */
import type { Article, Span } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { findPassage } from '../../library/lookup/find-by-id.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import type { FoundQuotation } from '../answer.ts'
import { show } from './quote.ts'

/** Quotations that begin in the passage's sentence or touch it, spoken ones first; empty when the article holds it no longer. */
export function quotationsAt(library: Library, passage: string): readonly FoundQuotation[] {
  const found = findPassage(library, passage)
  return found.kind === 'passage' ? quotationsTouching(found.article, found.sentence) : []
}

function quotationsTouching(article: Article, sentence: Span): readonly FoundQuotation[] {
  return quotationsOf(article)
    .filter(({ parts }) => parts.some(part => part.start < sentence.end && part.end > sentence.start))
    .map(quotation => show({ article, quotation, score: 0 }, null))
    .sort((a, b) => Number(b.quotation.speaker !== null) - Number(a.quotation.speaker !== null))
}
