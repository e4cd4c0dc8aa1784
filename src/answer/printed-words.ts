/** The stretches of articles that a claim is compared with: around a hit as it stands there, and what one person says in it. */
import type { Article, Span } from '../corpus/article.ts'
import type { Hit } from '../retrieval/search.ts'
import { type Token, tokenise } from './align.ts'
import { type Library, quotationsOf } from './library.ts'

/** A paragraph to look around in. */
export type Region = { readonly article: Article; readonly paragraph: number }

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
/** A claim with fewer telling words may be of words that the search leaves out, and is looked for in the texts themselves. */
const FEW_TELLING = 3

/** The paragraphs to look around in, best first, each once. */
export function findPlaces(
  library: Library,
  hits: readonly Hit[],
  claimed: readonly Token[],
  limit: number,
): readonly Region[] {
  const found = new Map<string, Region>()
  for (const { sourceId, paragraph } of hits) {
    const article = library.articles.get(sourceId)
    if (article !== undefined) found.set(`${sourceId} ${paragraph}`, { article, paragraph })
    if (found.size === limit) break
  }
  if (hits.length === 0 || claimed.filter(({ content }) => content).length < FEW_TELLING) {
    for (const region of scan(library, claimed, limit)) found.set(`${region.article.slug} ${region.paragraph}`, region)
  }
  return [...found.values()]
}

/** Paragraphs that have exactly these words in this order. */
function scan(library: Library, claimed: readonly Token[], limit: number): readonly Region[] {
  const words = claimed.filter(({ kind }) => kind === 'word').map(({ folded }) => folded)
  if (words.length === 0) return []
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'iu')
  const found: Region[] = []
  for (const article of library.articles.values()) {
    const at = article.body.search(pattern)
    if (at < 0) continue
    found.push({ article, paragraph: article.paragraphs.findLastIndex(({ start }) => start <= at) })
    if (found.length === limit) break
  }
  return found
}

/** The text around each paragraph, wide enough for a claim of `length` UTF-16 units, and every quotation that it touches. */
export function stretchesAt(regions: readonly Region[], length: number): readonly Stretch[] {
  const taken = new Set<unknown>()
  const isNew = (key: unknown): boolean => !taken.has(key) && taken.add(key) !== undefined
  return regions.flatMap(({ article, paragraph }) => {
    const around = widen(article, paragraph, length * REACH)
    const plain = isNew(`${article.slug} ${around.start} ${around.end}`)
      ? [{ article, parts: [around], tokens: tokenise(article.body, around.start, around.end), spoken: false }]
      : []
    const spoken = quotationsOf(article)
      .filter(({ parts }) => parts.some(part => part.start < around.end && part.end > around.start))
      .filter(isNew)
      .map(({ parts }): Stretch => {
        const tokens = parts.flatMap(part => tokenise(article.body, part.start, part.end))
        return { article, parts, tokens, spoken: true }
      })
    return [...plain, ...spoken]
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
