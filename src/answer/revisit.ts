/** What the buttons under an answer lead to: like commands, pure functions that never see an interaction. */
import type { Article } from '../article/article.ts'
import type { Library } from '../library/library.ts'
import { findArticleById, findPassage } from '../library/lookup/find-by-id.ts'
import { articleId, versionId } from '../library/lookup/passage-id.ts'
import type { Answer, FoundQuotation } from './answer.ts'
import { describeArticle, listArticles } from './articles/describe.ts'
import { quotationsAt } from './quote/at-passage.ts'
import { type PassagesWanted, type RecalledPassages, recallPassages } from './recall.ts'

/** What is answered from. */
type Context = { readonly library: Library }

/** The short name of an article in a button; see `passage-id.ts`. */
export const nameArticle: (article: Article) => string = articleId

/** Changes when the article's words do. */
export const versionOf: (article: Article) => string = versionId

/** The passages of an answer once more; see `recall.ts`. */
export function passagesAgain(wanted: PassagesWanted, { library }: Context): RecalledPassages {
  return recallPassages(library, wanted)
}

/** The article by its short name; null when it is not there any more. */
export function articleAgain(id: string, { library }: Context): Article | null {
  return findArticleById(library, id)
}

/** The article of a passage, and where in its body the passage's sentence starts: 0 when it holds the sentence no longer. */
export function articleAround(
  passage: string,
  { library }: Context,
): { readonly article: Article; readonly start: number; readonly changed: boolean } | null {
  const found = findPassage(library, passage)
  if (found.kind === 'gone') return null
  return found.kind === 'changed'
    ? { article: found.article, start: 0, changed: true }
    : { article: found.article, start: found.sentence.start, changed: false }
}

export function describe(article: Article, { library }: Context): Answer {
  return describeArticle(library, article)
}

export function allArticles({ library }: Context): Answer {
  return listArticles(library)
}

/** The quotation that a card was asked for: the one that starts `offset` characters into its passage's sentence, else the first there. */
export function quotationAgain(passage: string, offset: number | null, { library }: Context): FoundQuotation | null {
  const found = quotationsAt(library, passage)
  const named = found.find(
    ({ quotation, passage: { sentence } }) => quotation.parts[0]?.start === sentence.start + (offset ?? 0),
  )
  return named ?? found[0] ?? null
}
