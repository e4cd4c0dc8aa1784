/** From what a person typed to the article they mean, and to suggestions while they type. */
import type { Article } from '../corpus/article.ts'
import { UserError } from '../errors.ts'
import { inOneGo, type Steps } from '../retrieval/steps.ts'
import type { Library, LibraryChange } from './library.ts'
import { findArticleById } from './passage-id.ts'

/** Lower case without diacritics, so that names are found however they are typed. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** What somebody may mean: one article; or none, or several, whose nearest are named. */
export type Located =
  | { readonly kind: 'one'; readonly article: Article }
  | { readonly kind: 'none'; readonly typed: string }
  | { readonly kind: 'several'; readonly typed: string; readonly headlines: readonly string[]; readonly more: boolean }

/** How many headlines are named where several fit, and how much of what was typed is repeated. */
const MOST_NAMED = 5
const LONGEST_REPEATED = 100

/** The article that `typed` names: by its slug or id, by its headline, or by words that only one article has. */
export function locateArticle(library: Library, typed: string): Located {
  const named = library.articles.get(typed.trim()) ?? findArticleById(library, typed.trim())
  if (named !== null) return { kind: 'one', article: named }
  const wanted = fold(typed.trim())
  const byHeadline = [...library.articles.values()].filter(({ headline }) => fold(headline) === wanted)
  const fitting = byHeadline.length > 0 ? byHeadline : suggestArticles(library, typed, MOST_NAMED + 1)
  const [only] = fitting
  const repeated = typed.trim().slice(0, LONGEST_REPEATED)
  if (only === undefined || wanted === '') return { kind: 'none', typed: repeated }
  if (fitting.length === 1) return { kind: 'one', article: only }
  const headlines = fitting.slice(0, MOST_NAMED).map(({ headline }) => headline)
  return { kind: 'several', typed: repeated, headlines, more: fitting.length > MOST_NAMED }
}

/**
 * The article that `typed` names, for programs and terminals.
 * @throws UserError when none or several fit; its message, in English, names the nearest.
 */
export function findArticle(library: Library, typed: string): Article {
  const located = locateArticle(library, typed)
  if (located.kind === 'one') return located.article
  if (located.kind === 'none') throw new UserError(`No article is called “${located.typed}”.`)
  const nearest = [...located.headlines.map(headline => `“${headline}”`), ...(located.more ? ['…'] : [])]
  throw new UserError(`Several articles fit “${located.typed}”: ${nearest.join(', ')}`)
}

/**
 * Articles in which every word of `typed` begins a word of the headline, outlet, date, byline or slug, newest first;
 * all articles when nothing is typed.
 */
export function suggestArticles(library: Library, typed: string, limit: number): Article[] {
  const words = fold(typed).match(wordPattern) ?? []
  if (words.length === 0 && typed.trim() !== '') return []
  const fitting: Article[] = []
  for (const { article, words: known } of catalogueOf(library)) {
    if (fitting.length === limit) break
    if (words.every(word => known.includes(` ${word}`))) fitting.push(article)
  }
  return fitting
}

/** All articles, newest first; articles without a date last; then by headline. */
export function articlesByDate(library: Library): Article[] {
  return catalogueOf(library).map(({ article }) => article)
}

type CatalogueEntry = { readonly article: Article; readonly words: string }

const wordPattern = /[\p{L}\p{N}]+/gu

// Folding a large library takes longer than a keystroke may: done once for each, on first need.
const catalogues = new WeakMap<Library, readonly CatalogueEntry[]>()

function catalogueOf(library: Library): readonly CatalogueEntry[] {
  return catalogues.get(library) ?? inOneGo(prepareCatalogue(library))
}

/** Entries that are made or sorted in one step. */
const STEP = 500

/** Makes the catalogue. It is sorted in runs, which are then merged, so that no step takes long. */
export function* prepareCatalogue(library: Library): Steps<readonly CatalogueEntry[]> {
  let runs: CatalogueEntry[][] = []
  let run: CatalogueEntry[] = []
  for (const article of library.articles.values()) {
    run.push(toEntry(article))
    if (run.length < STEP) continue
    runs.push(run.sort(byArticle))
    run = []
    yield
  }
  runs.push(run.sort(byArticle))
  while (runs.length > 1) {
    const merged: CatalogueEntry[][] = []
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(mergeSorted(runs[at] ?? [], runs[at + 1] ?? []))
      yield
    }
    runs = merged
  }
  const [catalogue = []] = runs
  catalogues.set(library, catalogue)
  return catalogue
}

const byArticle = (a: CatalogueEntry, b: CatalogueEntry): number => newestFirst(a.article, b.article)

/** Of equals, those of `one` come first. */
function mergeSorted(one: readonly CatalogueEntry[], other: readonly CatalogueEntry[]): CatalogueEntry[] {
  const merged: CatalogueEntry[] = []
  let next = 0
  for (const entry of one) {
    for (let before = other[next]; before !== undefined && byArticle(before, entry) < 0; before = other[next]) {
      merged.push(before)
      next += 1
    }
    merged.push(entry)
  }
  return merged.concat(other.slice(next))
}

function toEntry(article: Article): CatalogueEntry {
  const { headline, outlet, published, byline, slug } = article
  const words = fold([headline, outlet, published, byline, slug].join(' ')).match(wordPattern) ?? []
  return { article, words: ` ${words.join(' ')}` }
}

/** Makes the catalogue of a changed library from that of the library before, where there is one. */
export function carryCatalogue(before: Library, after: Library, { put, remove }: LibraryChange): void {
  const known = catalogues.get(before)
  if (known === undefined) return
  if (put.length + remove.length === 0) {
    catalogues.set(after, known)
    return
  }
  const gone = new Set([...remove, ...put.map(({ slug }) => slug)])
  const added = put.map(toEntry).sort(byArticle)
  const kept = known.filter(({ article }) => !gone.has(article.slug))
  catalogues.set(after, mergeSorted(kept, added))
}

/** The order of `articlesByDate`. */
export function newestFirst(a: Article, b: Article): number {
  const byDate = compare(b.published ?? '', a.published ?? '')
  return byDate === 0 ? compare(a.headline, b.headline) : byDate
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
