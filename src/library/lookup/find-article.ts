/** From what a person typed to the article they mean, and to suggestions while they type. */
import type { Article } from '../../article/article.ts'
import { UserError } from '../../errors.ts'
import { inOneGo, type Steps } from '../../work/steps.ts'
import type { Library, LibraryChange } from '../library.ts'
import type { Catalogue, CatalogueEntry } from '../tables.ts'
import { findArticleById } from './find-by-id.ts'

/** Lower case without diacritics, so that names are found however they are typed. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
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
  const words = wordsOf(typed)
  if (words.length === 0 && typed.trim() !== '') return []
  const fitting: Article[] = []
  for (const { article, words: known } of entriesOf(library)) {
    if (fitting.length === limit) break
    if (words.every(word => known.includes(` ${word}`))) fitting.push(article)
  }
  return fitting
}

/** All articles, newest first; articles without a date last; then by headline. */
export function articlesByDate(library: Library): Article[] {
  return Array.from(entriesOf(library), ({ article }) => article)
}

/** The newest articles, as many as are asked for one by one, in the order of `articlesByDate`. */
export function* newestArticles(library: Library): Generator<Article> {
  for (const { article } of entriesOf(library)) yield article
}

/** How many entries differ from the base before all is copied. */
const MOST_LAYERED = 2_000

function* entriesOf(library: Library): Generator<CatalogueEntry> {
  const { base, gone, added } = library.tables.catalogue ?? inOneGo(prepareCatalogue(library))
  if (gone.size + added.length === 0) yield* base
  else yield* mergedEntries(base, gone, added)
}

function* mergedEntries(
  base: readonly CatalogueEntry[],
  gone: ReadonlySet<Article>,
  added: readonly CatalogueEntry[],
): Generator<CatalogueEntry> {
  let next = 0
  for (const entry of base) {
    if (gone.has(entry.article)) continue
    for (let own = added[next]; own !== undefined && byArticle(own, entry) < 0; own = added[next]) {
      yield own
      next += 1
    }
    yield entry
  }
  yield* added.slice(next)
}

/** Entries that are made or sorted in one step. */
const STEP = 500

/** Makes the catalogue. It is sorted in runs, which are then merged, so that no step takes long. */
export function* prepareCatalogue(library: Library): Steps<Catalogue> {
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
      merged.push(mergeSorted(runs[at] ?? [], runs[at + 1] ?? [], byArticle))
      yield
    }
    runs = merged
  }
  const catalogue: Catalogue = { base: runs[0] ?? [], gone: new Set(), added: [] }
  library.tables.catalogue = catalogue
  return catalogue
}

const byArticle = (a: CatalogueEntry, b: CatalogueEntry): number => newestFirst(a.article, b.article)

/** Two sorted lists as one; of equals, those of `one` come first. */
export function mergeSorted<Value>(
  one: readonly Value[],
  other: readonly Value[],
  compareValues: (a: Value, b: Value) => number,
): Value[] {
  const merged: Value[] = []
  let next = 0
  for (const value of one) {
    for (let before = other[next]; before !== undefined && compareValues(before, value) < 0; before = other[next]) {
      merged.push(before)
      next += 1
    }
    merged.push(value)
  }
  return merged.concat(other.slice(next))
}

function toEntry(article: Article): CatalogueEntry {
  const { headline, outlet, published, byline, slug } = article
  const words = wordsOf([headline, outlet, published, byline, slug].join(' '))
  return { article, words: ` ${words.join(' ')}` }
}

/** Makes the catalogue of a changed library from that of the library before, where there is one. */
export function carryCatalogue(before: Library, after: Library, { put, remove }: LibraryChange): void {
  const known = before.tables.catalogue
  if (known === null) return
  const slugs = new Set([...remove, ...put.map(({ slug }) => slug)])
  const gone = new Set(known.gone)
  for (const slug of slugs) {
    const article = before.articles.get(slug)
    if (article !== undefined) gone.add(article)
  }
  const kept = known.added.filter(({ article }) => !slugs.has(article.slug))
  const added = mergeSorted(kept, put.map(toEntry).sort(byArticle), byArticle)
  const { base } = known
  const isLarge = gone.size + added.length > MOST_LAYERED
  const layered = { base, gone, added }
  const flat = (): Catalogue => ({ base: [...mergedEntries(base, gone, added)], gone: new Set(), added: [] })
  after.tables.catalogue = isLarge ? flat() : layered
}

/** The order of `articlesByDate`. */
export function newestFirst(a: Article, b: Article): number {
  const byDate = compare(b.published ?? '', a.published ?? '')
  return byDate === 0 ? compare(a.headline, b.headline) : byDate
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
