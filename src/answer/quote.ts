/** Finds quotations by their words, by who said them, or both. Who is quoted at all is `speakers.ts`'s. */
import { type Article, type Span, slice } from '../corpus/article.ts'
import type { Quotation } from '../corpus/quotation.ts'
import { highlight } from '../retrieval/highlight.ts'
import type { Query } from '../retrieval/query.ts'
import { type SearchResult, search } from '../retrieval/search.ts'
import type { FoundQuotation, QuotationsAnswer } from './answer.ts'
import { attribute } from './attribution.ts'
import { type Library, quotationsOf } from './library.ts'
import { type Place, passageOver } from './passage.ts'
import { type Placed, saidBy, similarSpeakers } from './speakers.ts'

export type QuoteOptions = {
  readonly words: string | null
  /** Any part of a name. */
  readonly speaker: string | null
  /** The slug of the only article to be looked through; null looks through all. */
  readonly article: string | null
  /** How many quotations at most. */
  readonly limit: number
}

/** How many sentences are looked at for quotations that have the words. */
const SHORTLIST = 400
/** What a quotation is worth whose sentence has the words asked for while it has not. */
const BESIDE = 0.25
const MOST_SIMILAR = 5

type Ranked = Placed & { readonly score: number }

/** The quotations that fit: ranked by the words, else in the order of the articles' dates, the oldest first. */
export function quote(library: Library, options: QuoteOptions): QuotationsAnswer {
  const { words, speaker, article, limit } = options
  const result = words === null ? null : searchWords(library, words, article)
  const said = speaker === null ? null : saidBy(library, speaker)
  const fitting = said === null ? null : said.filter(placed => article === null || placed.article.slug === article)
  const ranked = result === null ? (fitting ?? []).map(unranked) : rank(library, result, fitting)
  return {
    kind: 'quotations',
    words,
    speaker,
    quotations: ranked.slice(0, limit).map(found => show(found, result?.query ?? null)),
    total: ranked.length,
    articlesSearched: article === null ? library.articles.size : 1,
    similarSpeakers: speaker === null || ranked.length > 0 ? [] : similarSpeakers(library, speaker, MOST_SIMILAR),
  }
}

/** Every quotation of the library, article by article, in the order of the text. */
export function listQuotations(library: Library, article: string | null): FoundQuotation[] {
  return [...library.articles.values()]
    .filter(({ slug }) => article === null || slug === article)
    .flatMap(one => quotationsOf(one).map(quotation => show({ article: one, quotation, score: 0 }, null)))
}

function unranked(placed: Placed): Ranked {
  return { ...placed, score: 0 }
}

function searchWords(library: Library, words: string, article: string | null): SearchResult {
  const within = article === null ? {} : { within: new Set([article]) }
  return search(library.index, words, { limit: SHORTLIST, ...within })
}

/** Quotations in the sentences that were found, best first; `among` are the only ones that count, null for all. */
function rank(library: Library, result: SearchResult, among: readonly Placed[] | null): Ranked[] {
  const allowed = among === null ? null : new Set(among.map(({ quotation }) => quotation))
  const scores = new Map<Quotation, Ranked>()
  for (const hit of result.hits) {
    const article = library.articles.get(hit.sourceId)
    const sentence = article?.paragraphs[hit.paragraph]?.sentences[hit.sentence]
    if (article === undefined || sentence === undefined) continue
    for (const quotation of quotationsOf(article)) {
      if (allowed !== null && !allowed.has(quotation)) continue
      if (!quotation.parts.some(part => part.start < sentence.end && part.end > sentence.start)) continue
      const score = hit.score * share(article, quotation, sentence, result.query)
      scores.set(quotation, { article, quotation, score: (scores.get(quotation)?.score ?? 0) + score })
    }
  }
  const ranked = [...scores.values()].filter(({ score }) => score > 0)
  // Somebody's words about a subject often stand beside its name; without a speaker the words themselves must have it.
  const own = ranked.filter(({ article, quotation }) => matchesIn(article, quotation, result.query) > 0)
  return (among === null ? own : ranked).sort((a, b) => b.score - a.score)
}

/** How much of what was found in a sentence stands in the quotation itself rather than beside it. */
function share(article: Article, quotation: Quotation, sentence: Span, query: Query): number {
  const all = highlight(article.body, sentence, query)
  const inside = all.filter(match => quotation.parts.some(part => part.start <= match.start && match.end <= part.end))
  return BESIDE + (1 - BESIDE) * (all.length === 0 ? 0 : inside.length / all.length)
}

function matchesIn(article: Article, quotation: Quotation, query: Query): number {
  return quotation.parts.reduce((sum, part) => sum + highlight(article.body, part, query).length, 0)
}

/** The words of a quotation, to the letter; what the reporter put between its parts is marked as left out. */
export function wordsOf({ article }: FoundQuotation['passage'], { parts }: Quotation): string {
  return parts.map(part => slice(article, part)).join(' […] ')
}

/** A quotation with the sentences around it, from that in which it begins to that in which it ends or its speaker is named. */
export function show({ article, quotation, score }: Ranked, query: Query | null): FoundQuotation {
  const place = placeOf(article, quotation)
  const passage = passageOver(article, place, sentencesAround(article, quotation), score, span =>
    query === null ? [...quotation.parts] : highlight(article.body, span, query),
  )
  return { quotation, passage: { ...passage, attribution: attribute(article, quotation.paragraph, quotation) } }
}

function placeOf(article: Article, quotation: Quotation): Place {
  const paragraph = quotation.paragraph - 1
  const start = quotation.parts[0]?.start ?? 0
  const sentences = article.paragraphs[paragraph]?.sentences ?? []
  const sentence = sentences.findLastIndex(span => span.start <= start)
  return { paragraph, sentence: Math.max(0, sentence) }
}

function sentencesAround(article: Article, quotation: Quotation): Span {
  const first = quotation.parts[0] ?? { start: 0, end: 0 }
  const last = quotation.parts.at(-1) ?? first
  const sentences = article.paragraphs
    .filter(paragraph => paragraph.start < last.end && paragraph.end > first.start)
    .flatMap(paragraph => paragraph.sentences)
  const start = sentences.findLast(span => span.start <= first.start)?.start ?? first.start
  const end = sentences.find(span => span.end >= last.end)?.end ?? last.end
  return { start, end }
}
