/** The tables that are derived from a library's articles: each made when it is first needed, and kept by the library it belongs to. */
import type { Article } from '../article/article.ts'
import type { Quotation } from '../article/quotation.ts'

/** An article and the words by which it is found, folded. */
export type CatalogueEntry = { readonly article: Article; readonly words: string }

/** Entries in order, in two layers, so that a small change to a large catalogue costs little: those of `base` that are not `gone`, and `added`. */
export type Catalogue = {
  readonly base: readonly CatalogueEntry[]
  readonly gone: ReadonlySet<Article>
  readonly added: readonly CatalogueEntry[]
}

/** A quotation with the article it stands in. */
export type Placed = { readonly article: Article; readonly quotation: Quotation }

/** A speaker's name, its words folded, and all they are quoted with. */
export type SpeakerEntry = {
  readonly name: string
  readonly words: readonly string[]
  readonly placed: readonly Placed[]
}

/** A table is null until something asks for it. */
export type LibraryTables = {
  catalogue: Catalogue | null
  /** Articles by the ids of `passage-id.ts`. */
  articleIds: ReadonlyMap<string, readonly Article[]> | null
  speakers: readonly SpeakerEntry[] | null
  /** The outlets of the articles, each once. */
  outlets: readonly string[] | null
}

export function emptyTables(): LibraryTables {
  return { catalogue: null, articleIds: null, speakers: null, outlets: null }
}
