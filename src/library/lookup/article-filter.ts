/** Which articles a question is limited to by where and when they were printed. What a person typed is read by `read-day.ts`. */
import type { Library } from '../library.ts'
import { foldedWords, outletsOf } from './outlets.ts'

/** Each part is null when it limits nothing. Days are YYYY-MM-DD, both included. */
export type ArticleFilter = {
  /** As an article of the library names it. */
  readonly outlet: string | null
  readonly from: string | null
  readonly to: string | null
}

/** The slugs of the articles that fit; an article without a date fits no days. */
export function selectArticles({ articles }: Library, { outlet, from, to }: ArticleFilter): ReadonlySet<string> {
  const wanted = outlet === null ? null : foldedWords(outlet)
  const slugs = new Set<string>()
  for (const article of articles.values()) {
    if (wanted !== null && (article.outlet === null || foldedWords(article.outlet) !== wanted)) continue
    const { published } = article
    if ((from !== null || to !== null) && published === null) continue
    if (published !== null && ((from !== null && published < from) || (to !== null && published > to))) continue
    slugs.add(article.slug)
  }
  return slugs
}

/** The outlet that a person means: by its whole name, else by words that begin words of one name alone. Null when none or several fit. */
export function findOutlet(library: Library, typed: string): string | null {
  const wanted = foldedWords(typed)
  if (wanted === '') return null
  const outlets = outletsOf(library)
  const whole = outlets.find(outlet => foldedWords(outlet) === wanted)
  if (whole !== undefined) return whole
  const [only, another] = suggestOutlets(library, typed, 2)
  return another === undefined ? (only ?? null) : null
}

/** Outlets in which every word of `typed` begins a word, in alphabetical order; all when nothing is typed. */
export function suggestOutlets(library: Library, typed: string, limit: number): string[] {
  const words = foldedWords(typed).split(' ')
  const byName = new Map(outletsOf(library).map(outlet => [foldedWords(outlet), outlet]))
  return [...byName]
    .filter(([name]) => words.every(word => ` ${name}`.includes(` ${word}`)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([, outlet]) => outlet)
}
