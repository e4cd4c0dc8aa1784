/** Answers shown again from the ids in their buttons, drawn out or not, and what has become of them since. */
import type { Article, Span } from '../article/article.ts'
import type { Library } from '../library/library.ts'
import type { ArticleFilter } from '../library/lookup/article-filter.ts'
import { type FoundPassage, findPassage } from '../library/lookup/find-by-id.ts'
import { highlight } from '../retrieval/query/highlight.ts'
import { type SearchResult, search } from '../retrieval/search.ts'
import type { Passage, PassagesAnswer } from './answer.ts'
import { ask } from './ask/ask.ts'
import { withAllCopies } from './copies/find-copies.ts'
import { gatherPassage, passageOver } from './passage.ts'

/** What is shown of an answer, as its buttons know it. */
export type PassagesWanted = {
  /** Passage ids, best first. */
  readonly passages: readonly string[]
  /** The one that is shown, from 0; it alone is drawn out, `growth` times. */
  readonly position: number
  readonly growth: number
  readonly nearest: boolean
  /** Whether only the article of the first passage was searched. */
  readonly within: boolean
  /** Null when it is not known any more; nothing is marked then. */
  readonly question: string | null
  /** What the articles were limited to; missing when to nothing. */
  readonly only?: ArticleFilter | undefined
}

/** `position` is that of the passage now shown. `lost` says why the wanted one is not: its article changed or went. */
export type RecalledPassages = {
  readonly answer: PassagesAnswer
  readonly position: number
  readonly lost: 'changed' | 'gone' | null
}

/** The passages of an answer in the same order, less those that are no longer printed. */
export function recallPassages(library: Library, wanted: PassagesWanted): RecalledPassages {
  const found = wanted.passages.map(id => findPassage(library, id))
  const again = askAgain(library, wanted, found[0])
  // The same question finds the same passages, drawn as they were; what it does not find any more is made from its sentence alone.
  const known = new Map(again?.passages.map(passage => [passage.id, passage]))
  const matchesIn = matcher(library, wanted.question)
  const kept: Passage[] = []
  let position = 0
  let lost: RecalledPassages['lost'] = null
  for (const [at, place] of found.entries()) {
    if (at === wanted.position) {
      position = kept.length
      lost = place.kind === 'passage' ? null : place.kind
    }
    if (place.kind !== 'passage') continue
    const { article, paragraph, sentence } = place
    const matches: Matcher = span => matchesIn(article, span)
    const passage =
      known.get(wanted.passages[at] ?? '') ??
      passageAgain(library, wanted, passageAt(article, paragraph, sentence, matches))
    kept.push(at === wanted.position ? growPassage(passage, wanted.growth, matches) : passage)
  }
  return {
    answer: {
      kind: kept.length === 0 ? 'nothing-found' : wanted.nearest ? 'nearest' : 'found',
      question: wanted.question ?? '',
      passages: kept,
      reading: again?.reading ?? { corrected: [], added: [], absent: [] },
      uncovered: again?.uncovered ?? [],
      confidence: again?.confidence ?? 0,
      articlesSearched: wanted.within ? 1 : library.articles.size,
      readAs: null,
      ...(wanted.only === undefined ? {} : { only: wanted.only }),
    },
    position: Math.max(0, Math.min(position, kept.length - 1)),
    lost,
  }
}

/** What the question does not lead to any more still has its copies. */
function passageAgain(library: Library, { within }: PassagesWanted, passage: Passage): Passage {
  return within ? passage : (withAllCopies(library, [passage])[0] ?? passage)
}

function askAgain(library: Library, wanted: PassagesWanted, first: FoundPassage | undefined): PassagesAnswer | null {
  if (wanted.question === null) return null
  const article = wanted.within && first?.kind === 'passage' ? first.article.slug : null
  const limit = Math.max(1, wanted.passages.length)
  return ask(library, wanted.question, { limit, article, only: wanted.only, grouping: 'paragraph' })
}

type Matcher = (span: Span) => readonly Span[]

/** The words of the question within a span of an article; the question is read once, and only when it comes to that. */
function matcher(library: Library, question: string | null): (article: Article, span: Span) => readonly Span[] {
  let query: SearchResult['query'] | null = null
  return ({ body }, span) => {
    if (question === null) return []
    query ??= search(library.index, question, { limit: 1 }).query
    return highlight(body, span, query)
  }
}

function passageAt(article: Article, paragraph: number, sentence: Span, matchesIn: Matcher): Passage {
  return gatherPassage(
    article,
    { paragraph: paragraph - 1, sentence: sentenceIndex(article, paragraph, sentence) },
    0,
    matchesIn,
  )
}

/** The passage drawn out `times` times: first to whole paragraphs, then by one more paragraph on each side. */
export function growPassage(passage: Passage, times: number, matchesIn: Matcher): Passage {
  if (times === 0) return passage
  const { article, paragraph, sentence } = passage
  let span: Span = { start: passage.start, end: passage.end }
  for (let step = 0; step < times; step += 1) span = grow(article, span)
  const place = { paragraph: paragraph - 1, sentence: sentenceIndex(article, paragraph, sentence) }
  return { ...passageOver(article, place, span, passage.score, matchesIn), copies: passage.copies }
}

function grow({ paragraphs }: Article, span: Span): Span {
  const first = paragraphs.findIndex(({ end }) => end > span.start)
  const last = paragraphs.findLastIndex(({ start }) => start < span.end)
  const whole = { start: paragraphs[first]?.start ?? span.start, end: paragraphs[last]?.end ?? span.end }
  if (whole.start < span.start || whole.end > span.end) return whole
  return { start: paragraphs[first - 1]?.start ?? whole.start, end: paragraphs[last + 1]?.end ?? whole.end }
}

function sentenceIndex(article: Article, paragraph: number, sentence: Span): number {
  return article.paragraphs[paragraph - 1]?.sentences.findIndex(({ start }) => start === sentence.start) ?? -1
}
