/** What the buttons under an answer lead to: like commands, pure functions that never see an interaction. */
import type { Answer, ArticleAnswer, FoundQuotation } from '../src/answer/answer.ts'
import { describeArticle, listArticles } from '../src/answer/articles/describe.ts'
import { articleId, findArticleById, findPassage, versionId } from '../src/answer/passage-id.ts'
import { quotationsAt } from '../src/answer/quote/at-passage.ts'
import { type PassagesWanted, type RecalledPassages, recallPassages } from '../src/answer/recall.ts'
import type { Context } from './command.ts'

type Article = ArticleAnswer['article']

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
