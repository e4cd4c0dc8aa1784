/** Finds an article or a sentence by the ids of `passage-id.ts`. */
import type { Article, Span } from '../../article/article.ts'
import { inOneGo, type Steps } from '../../work/steps.ts'
import { changeMap } from '../layered-map.ts'
import type { Library, LibraryChange } from '../library.ts'
import { ARTICLE_ID_LENGTH, articleId, digest, sentenceId } from './passage-id.ts'

/** What a passage id leads to. `changed`: the article is there and no longer holds the sentence. `gone`: the article is not there. */
export type FoundPassage =
  | { readonly kind: 'passage'; readonly article: Article; readonly paragraph: number; readonly sentence: Span }
  | { readonly kind: 'changed'; readonly article: Article }
  | { readonly kind: 'gone' }

/** The article that has this id (see `articleId`); null when the library has none. */
export function findArticleById(library: Library, id: string): Article | null {
  return articlesById(library).get(id)?.[0] ?? null
}

/** What the passage id leads to in this library, whether or not it is the library that the id was made from. */
export function findPassage(library: Library, id: string): FoundPassage {
  const articles = articlesById(library).get(id.slice(0, ARTICLE_ID_LENGTH)) ?? []
  for (const article of articles) {
    const found = findSentence(article, id.slice(ARTICLE_ID_LENGTH))
    if (found !== null) return { kind: 'passage', article, ...found }
  }
  const [article] = articles
  return article === undefined ? { kind: 'gone' } : { kind: 'changed', article }
}

function findSentence(article: Article, id: string): { readonly paragraph: number; readonly sentence: Span } | null {
  const seen = new Map<string, number>()
  for (const [position, paragraph] of article.paragraphs.entries()) {
    for (const sentence of paragraph.sentences) {
      const text = article.body.slice(sentence.start, sentence.end)
      const before = seen.get(text) ?? 0
      if (sentenceId(text, before) === id) return { paragraph: position + 1, sentence }
      seen.set(text, before + 1)
    }
  }
  return null
}

function articlesById(library: Library): ReadonlyMap<string, readonly Article[]> {
  return library.tables.articleIds ?? inOneGo(prepareIds(library))
}

/** Ids that are made in one step. */
const STEP = 500

/** Makes the table of ids. */
export function* prepareIds(library: Library): Steps<ReadonlyMap<string, readonly Article[]>> {
  const byId = new Map<string, Article[]>()
  let made = 0
  for (const article of library.articles.values()) {
    const id = articleId(article)
    const sharing = byId.get(id)
    if (sharing === undefined) byId.set(id, [article])
    else sharing.push(article)
    made += 1
    if (made % STEP === 0) yield
  }
  library.tables.articleIds = byId
  return byId
}

/** Makes the ids of a changed library from those of the library before, where these are known. */
export function carryIds(before: Library, after: Library, { put, remove }: LibraryChange): void {
  const known = before.tables.articleIds
  if (known === null) return
  const changed = new Map<string, readonly Article[]>()
  for (const slug of [...remove, ...put.map(article => article.slug)]) {
    const id = digest(slug, ARTICLE_ID_LENGTH)
    const sharing = changed.get(id) ?? known.get(id) ?? []
    changed.set(
      id,
      sharing.filter(article => article.slug !== slug),
    )
  }
  for (const article of put) changed.set(articleId(article), [...(changed.get(articleId(article)) ?? []), article])
  const empty = [...changed].filter(([, articles]) => articles.length === 0).map(([id]) => id)
  for (const id of empty) changed.delete(id)
  after.tables.articleIds = changeMap(known, changed, empty)
}
