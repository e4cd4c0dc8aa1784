/** The stretches of articles that a claim is compared with: around a hit as it stands there, and what one person says in it. */
import type { Article, Span } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import { rarestTerms, type ShortlistedParagraph, shortlist } from '../../retrieval/candidates/shortlist.ts'
import { type Token, tokenise } from './align.ts'

/** A paragraph to look around in, and where in the body the words were found, if that is known. */
export type Region = { readonly article: Article; readonly paragraph: number; readonly at?: number }

/** Words to compare a claim with. `parts` are the spans they come from: one, or those of a broken quotation. */
export type Stretch = {
  readonly article: Article
  readonly parts: readonly Span[]
  readonly tokens: readonly Token[]
  /** True for the words of one quotation, without the reporter's between them. */
  readonly spoken: boolean
}

/** How many times a claim's length is read on both sides of a hit, at least one paragraph. */
const REACH = 1.5

/** The paragraphs of a shortlist that the library has. */
export function placesOf(library: Library, hits: readonly ShortlistedParagraph[]): readonly Region[] {
  return hits.flatMap(({ sourceId, paragraph }) => {
    const article = library.articles.get(sourceId)
    return article === undefined ? [] : [{ article, paragraph }]
  })
}

/** A claim stands only where its rarest words do: so many of them are looked up, in so many paragraphs. */
const RAREST = 3
const MOST_WITH_RAREST = 100

/** Places in which exactly the claimed words stand, in this order, found in the texts themselves: what no shortlist may miss. */
export function scanFor(library: Library, claimed: readonly Token[], typed: string, limit: number): readonly Region[] {
  // In lower case, since a shouted "US" may be no country; as a stop word it is merely not looked for.
  const rarest = rarestTerms(library.index, typed.toLowerCase(), RAREST)
  if (rarest === 'absent' || claimed.length === 0) return []
  const stands = matcherFor(claimed, typed)
  const found: Region[] = []
  for (const region of rarest === null
    ? everyArticle(library)
    : placesOf(library, shortlist(library.index, rarest, { limit: MOST_WITH_RAREST }))) {
    const { article } = region
    const span =
      rarest === null ? { start: 0, end: article.body.length } : widen(article, region.paragraph, typed.length * REACH)
    const at = stands(article.body.slice(span.start, span.end))
    if (at < 0) continue
    const paragraph = article.paragraphs.findLastIndex(({ start }) => start <= span.start + at)
    found.push({ article, paragraph: Math.max(0, paragraph), at: span.start + at })
    if (found.length === limit) break
  }
  return found
}

function* everyArticle(library: Library): Iterable<Region> {
  for (const article of library.articles.values()) yield { article, paragraph: 0 }
}

/** Finds where in a text the claimed words stand, or -1. Texts without the longest word are passed over at once. */
function matcherFor(claimed: readonly Token[], typed: string): (text: string) => number {
  const words = claimed.filter(({ kind }) => kind === 'word')
  const spelt = words.map(({ start, end }) => typed.slice(start, end))
  const longest = spelt.reduce((best, word) => (word.length > best.length ? word : best), '')
  const lower = longest.toLowerCase()
  const spellings = [...new Set([longest, lower, lower.charAt(0).toUpperCase() + lower.slice(1)])].flatMap(apostrophes)
  const escaped = words.map(({ folded }) => folded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('[^\\p{L}\\p{N}]*')}(?![\\p{L}\\p{N}])`, 'iu')
  return text => (spellings.some(spelling => text.includes(spelling)) ? text.search(pattern) : -1)
}

function apostrophes(word: string): readonly string[] {
  return /['’]/.test(word) ? [word.replaceAll('’', "'"), word.replaceAll("'", '’')] : [word]
}

/** The text around each paragraph, wide enough for a claim of `length` UTF-16 units, and every quotation that it touches. */
export function stretchesAt(regions: readonly Region[], length: number): readonly Stretch[] {
  const taken = new Set<unknown>()
  const isNew = (key: unknown): boolean => !taken.has(key) && taken.add(key) !== undefined
  return regions.flatMap(({ article, paragraph, at }) => {
    const around = widen(article, paragraph, length * REACH)
    const plain = isNew(`${article.slug} ${around.start} ${around.end} ${at}`)
      ? windowsOf(around, length, at).map(window => ({
          article,
          parts: [window],
          tokens: tokenise(article.body, window.start, window.end),
          spoken: false,
        }))
      : []
    const spoken = quotationsOf(article)
      .filter(({ parts }) => parts.some(part => part.start < around.end && part.end > around.start))
      .filter(isNew)
      .slice(0, MOST_SPOKEN)
      .map(({ parts }): Stretch => {
        const tokens = parts.flatMap(part => tokenise(article.body, part.start, part.end))
        return { article, parts, tokens, spoken: true }
      })
    return [...plain, ...spoken]
  })
}

/** Quotations that are compared with a claim for each paragraph. */
const MOST_SPOKEN = 500

/** A stretch so long is cut into windows: an alignment takes the product of the lengths, and one "sentence" may be a whole file. */
const LONGEST_STRETCH = 8_000
/** How much of a stretch that long is looked at: a paragraph of 50,000 characters. What is printed exactly is found behind that, too. */
const MOST_WINDOWS = 8

/** Windows over a long stretch that overlap by twice the claim, so that what fits it stands in one of them whole. */
function windowsOf(around: Span, length: number, at?: number): readonly Span[] {
  const size = Math.max(LONGEST_STRETCH, 4 * length)
  if (around.end - around.start <= size) return [around]
  if (at !== undefined) return [{ start: Math.max(around.start, at - length), end: Math.min(around.end, at + size) }]
  const step = size - 2 * length
  const count = Math.min(MOST_WINDOWS, Math.ceil((around.end - around.start) / step))
  return Array.from({ length: count }, (_, at) => {
    const start = around.start + at * step
    return { start, end: Math.min(around.end, start + size) }
  })
}

function widen(article: Article, paragraph: number, reach: number): Span {
  const { paragraphs } = article
  let from = paragraph
  let to = paragraph
  const start = paragraphs[paragraph]?.start ?? 0
  const end = paragraphs[paragraph]?.end ?? 0
  while (from > 0 && start - (paragraphs[from]?.start ?? 0) < reach) from--
  while (to < paragraphs.length - 1 && (paragraphs[to]?.end ?? 0) - end < reach) to++
  return { start: paragraphs[from]?.start ?? start, end: paragraphs[to]?.end ?? end }
}
