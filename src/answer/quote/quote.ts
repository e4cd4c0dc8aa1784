/** Finds quotations by their words, by who said them, or both. Who is quoted at all is `speakers.ts`'s. */
import { type Article, type Span, slice } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import type { Library } from '../../library/library.ts'
import type { ArticleFilter } from '../../library/lookup/article-filter.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import { isSpeakersName, saidBy, severalSpeakers, similarSpeakers } from '../../library/speakers.ts'
import type { Placed } from '../../library/tables.ts'
import { shortlist } from '../../retrieval/candidates/shortlist.ts'
import { highlight } from '../../retrieval/query/highlight.ts'
import type { Query } from '../../retrieval/query/query.ts'
import { understand } from '../../retrieval/query/understand.ts'
import type { Copy, FoundQuotation, QuotationsAnswer } from '../answer.ts'
import { articlesAsked } from '../articles/articles-asked.ts'
import { attribute } from '../attribution.ts'
import { tokenise } from '../check/align.ts'
import { type Place, passageOver } from '../passage.ts'
import { mergeQuotations } from './merge-quotations.ts'

export type QuoteOptions = {
  readonly words: string | null
  /** Any part of a name. */
  readonly speaker: string | null
  /** The slug of the only article to be looked through; null looks through all. */
  readonly article: string | null
  /** Where and when the articles to be looked through were printed; all when it is missing. */
  readonly only?: ArticleFilter | undefined
  /** How many quotations at most; copies in other articles are listed with the first. */
  readonly limit: number
}

/** How many paragraphs are looked at for quotations that have the words. */
const SHORTLIST = 300
/** What a quotation is worth whose paragraph has the words asked for while it has not. */
const BESIDE = 0.25
const MOST_SIMILAR = 5
const FEWEST_NEW_WORDS = 3

type Ranked = Placed & { readonly score: number }

/** The quotations that fit: ranked by the words, else in the order of the articles' dates, the oldest first. */
export function quote(library: Library, options: QuoteOptions): QuotationsAnswer {
  const { words, speaker, limit, only } = withSpeaker(library, options)
  const within = articlesAsked(library, options)
  const query = words === null ? null : understand(library.index, words).query
  const said = speaker === null ? null : saidBy(library, speaker)
  const fitting = said === null ? null : said.filter(placed => within === null || within.has(placed.article.slug))
  const ranked = query === null ? (fitting ?? []).map(unranked) : rank(library, query, within, fitting)
  const { quotations, merged } = mergeQuotations(ranked, limit)
  const several = speaker === null ? [] : severalSpeakers(ranked)
  const marked = query === null ? null : marking(query)
  return {
    kind: 'quotations',
    words,
    speaker,
    quotations: quotations.map(({ found, copies }) => show(found, marked, copies)),
    total: ranked.length - merged,
    articlesSearched: within?.size ?? library.articles.size,
    // A name that fits, of whom nothing fits the rest of what was asked, is not near what was typed: it is that.
    similarSpeakers:
      speaker === null || said === null || said.length > 0 ? [] : similarSpeakers(library, speaker, MOST_SIMILAR),
    ...(several.length === 0 ? {} : { several }),
    ...(only === undefined ? {} : { only }),
  }
}

/** A speaker's name that was typed as words means the speaker. */
function withSpeaker(library: Library, options: QuoteOptions): QuoteOptions {
  const { words, speaker } = options
  return speaker === null && words !== null && isSpeakersName(library, words)
    ? { ...options, speaker: words, words: null }
    : options
}

/**
 * Whether the sentence around a quotation says more than the quotation and its attribution do: other words than the speaker's name, their
 * description and the verb.
 */
export function sentenceSaysMore({ quotation, passage }: FoundQuotation): boolean {
  const { body } = passage.article
  const known = tokenise([quotation.speaker, quotation.description, quotation.cue].join(' ')).map(
    ({ folded }) => folded,
  )
  const outside = tokenise(body, passage.start, passage.end).filter(
    token => token.content && !quotation.parts.some(part => part.start <= token.start && token.end <= part.end),
  )
  return outside.filter(({ folded }) => !known.includes(folded)).length >= FEWEST_NEW_WORDS
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

/** Quotations in the likest paragraphs, best first; `among` are the only ones that count, null for all. */
function rank(
  library: Library,
  query: Query,
  within: ReadonlySet<string> | null,
  among: readonly Placed[] | null,
): readonly Ranked[] {
  const terms = query.words.flatMap(word => [...word.terms, ...word.added])
  const allowed = among === null ? null : new Set(among.map(({ quotation }) => quotation))
  const scores = new Map<Quotation, Ranked>()
  const matches = new Map<Quotation, number>()
  for (const hit of shortlist(library.index, terms, { limit: SHORTLIST, ...(within === null ? {} : { within }) })) {
    const printed = library.articles.get(hit.sourceId)
    const paragraph = printed?.paragraphs[hit.paragraph]
    if (printed === undefined || paragraph === undefined) continue
    // Looked for once, as those of each quotation are: one paragraph may hold thousands of them, and one of them a whole file.
    const inParagraph = distinctMatches(printed, [paragraph], query)
    for (const quotation of quotationsOf(printed)) {
      if (allowed !== null && !allowed.has(quotation)) continue
      if (!quotation.parts.some(part => part.start < paragraph.end && part.end > paragraph.start)) continue
      const own = matches.get(quotation) ?? distinctMatches(printed, quotation.parts, query)
      matches.set(quotation, own)
      const share = ownShare(own, inParagraph)
      // Somebody's words about a subject often stand beside its name; without a speaker the words themselves must have it.
      if (share === 0 && among === null) continue
      const score = hit.score * (BESIDE + (1 - BESIDE) * share) + (scores.get(quotation)?.score ?? 0)
      scores.set(quotation, { article: printed, quotation, score })
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score)
}

/** The share of the query's words in a paragraph that stand in the quotation itself rather than beside it. */
function ownShare(own: number, inParagraph: number): number {
  return own === 0 ? 0 : own / Math.max(own, inParagraph)
}

/** How many different words in these spans match the query. */
function distinctMatches({ body }: Article, spans: readonly Span[], query: Query): number {
  const matches = spans.flatMap(span => highlight(body, span, query))
  return new Set(matches.map(({ start, end }) => body.slice(start, end).toLowerCase())).size
}

/**
 * The words of a quotation, to the letter; what the reporter put between its parts is marked as left out. A comma at their end is the
 * reporter's, whose "he said" follows it, and is no word of the speaker's.
 */
export function wordsOf({ article }: FoundQuotation['passage'], { parts }: Quotation): string {
  const words = parts.map(part => slice(article, part)).join(' […] ')
  return words.replace(/,\s*$/, '')
}

/** Whether two quotations are shown in the same sentences, which need no showing twice. */
export function isOfSameSentences(one: FoundQuotation | undefined, { passage: other }: FoundQuotation): boolean {
  const passage = one?.passage
  return passage?.article === other.article && passage.start === other.start && passage.end === other.end
}

type Marking = (article: Article, span: Span) => readonly Span[]

/** The words of a query in a span of an article, looked for once: many quotations may stand in one sentence. */
function marking(query: Query): Marking {
  const known = new Map<string, readonly Span[]>()
  return ({ slug, body }, span) => {
    const key = `${slug} ${span.start} ${span.end}`
    const found = known.get(key) ?? highlight(body, span, query)
    known.set(key, found)
    return found
  }
}

/** A quotation with the sentences around it, from that in which it begins to that in which it ends or its speaker is named. */
export function show(
  { article, quotation, score }: Ranked,
  marked: Marking | null,
  copies: readonly Copy[] = [],
): FoundQuotation {
  const place = placeOf(article, quotation)
  const passage = passageOver(article, place, sentencesAround(article, quotation), score, span =>
    marked === null ? [...quotation.parts] : marked(article, span),
  )
  return { quotation, passage: { ...passage, copies, attribution: attribute(article, quotation.paragraph, quotation) } }
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
