/** A question to the articles: search, then gather the hits into passages. Ranking is left to `retrieval/`. */
import { type Article, type Span, slice } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { hasExcluded, highlight } from '../../retrieval/query/highlight.ts'
import { addedIn } from '../../retrieval/query/understand.ts'
import { type Hit, ruledOut, type SearchResult, search } from '../../retrieval/search.ts'
import type { Passage, PassagesAnswer } from '../answer.ts'
import { articlesAsked } from '../articles/articles-asked.ts'
import { withAllCopies } from '../copies/find-copies.ts'
import { mergeCopies } from '../copies/merge-copies.ts'
import { gatherPassage, passageOver, sentenceAt } from '../passage.ts'
import { readAim } from './aim.ts'
import type { AskOptions } from './ask-options.ts'
import { lacksAskedKind } from './asked-kind.ts'
import { putQuotationsFirst } from './said-what.ts'
import { standingOf } from './standing.ts'

/** Hits fetched beyond those wanted, to take the place of copies of the same sentence in several articles. */
const spareHits = 8
/** Where even so fewer passages than wanted are left, so many times as many hits are fetched, up to so many. */
const fetchedAgain = 4
const mostHits = 1_000

/**
 * Once the answer is found, what scores so much less is not shown to people: of 1,000 questions about 44 encyclopedia articles, one
 * in seventy-five of such second or third passages answered, and one in six of those nearer to the first. In the ranking's units.
 */
const farBehind = 2

/** A passage of several hits is not drawn out beyond this many UTF-16 units; further hits are reached by reading on. */
export const LONGEST_MERGED = 700

/** In a question of so few words beside fillers, a name and one thing asked of it, the one that is missing is the question. */
const FEW_WORDS = 3

/** The best passages for a question. A question without a word to search for is answered with `nothing-found`. */
export function ask(library: Library, question: string, options: AskOptions): PassagesAnswer {
  const aim = readAim(library, question)
  if (aim.outlet === null && !aim.newestFirst) return askPlainly(library, question, options)
  const only = aim.outlet === null ? options.only : { from: null, to: null, ...options.only, outlet: aim.outlet }
  const answer = askPlainly(library, aim.question, { ...options, only })
  return { ...answer, question, passages: aim.newestFirst ? newestFirst(answer.passages) : answer.passages }
}

/** Whether names are all that a passage has of a question: what is asked of them is then not there, "Who shot Navalny?" */
function sharesNamesAlone({ article, matches }: Passage): boolean {
  return matches.every(match => /^\p{Lu}/u.test(article.body.slice(match.start, match.end)))
}

/** The passages that may answer as well as the first in the order of their articles' dates, then the others. */
function newestFirst(passages: readonly Passage[]): Passage[] {
  const near = worthReading(passages)
  const dated = near.sort((a, b) => (b.article.published ?? '').localeCompare(a.article.published ?? ''))
  return [...dated, ...passages.filter(passage => !near.includes(passage))]
}

function askPlainly(library: Library, question: string, options: AskOptions): PassagesAnswer {
  const within = articlesAsked(library, options)
  const { result, passages: ranked } = findPassages(library, question, options, within)
  const shown = options.grouping === 'paragraph' && result.verdict === 'found' ? worthReading(ranked) : ranked
  // Whoever asks one article alone wants to hear of no other.
  const passages = options.article === null ? withAllCopies(library, shown) : shown
  const [first] = ranked
  const isBeside = result.uncovered.length > 0 && result.query.words.length <= FEW_WORDS
  const isLacking =
    first !== undefined &&
    (lacksAskedKind(question, slice(first.article, first)) || (isBeside && sharesNamesAlone(first)))
  const answer: PassagesAnswer = {
    kind: isLacking && result.verdict === 'found' ? 'nearest' : result.verdict,
    question,
    passages: result.verdict === 'nothing-found' ? [] : passages,
    reading: {
      ...result.reading,
      added: addedIn(
        result.reading,
        shown.map(passage => slice(passage.article, passage)),
      ),
    },
    uncovered: result.uncovered,
    confidence: isLacking ? ruledOut(result.confidence) : result.confidence,
    articlesSearched: within?.size ?? library.articles.size,
    readAs: null,
    ...(options.only === undefined ? {} : { only: options.only }),
  }
  return putQuotationsFirst(library, answer, options)
}

type Found = { readonly result: SearchResult; readonly passages: readonly Passage[] }

/** As many passages as are wanted, if there are so many, each sentence once. */
function findPassages(
  library: Library,
  question: string,
  options: AskOptions,
  within: ReadonlySet<string> | null,
): Found {
  // Hits are merged afterwards, so more are fetched than passages are wanted.
  const wanted = options.grouping === 'sentence' ? options.limit : options.limit * 4
  let first: SearchResult | null = null
  for (let limit = wanted + spareHits; ; limit = Math.min(limit * fetchedAgain, mostHits)) {
    const result = search(library.index, question, {
      limit,
      standingOf: place => standingOf(articleOf(library, place), place),
      ...(within === null ? {} : { within }),
      ...(options.explain === true ? { explain: true } : {}),
    })
    first ??= result
    const gathered = gather(library, result, options.grouping)
    const passages = mergeCopies(gathered, options.grouping)
    const isMerged = passages.length < Math.min(options.limit, gathered.length)
    if (!isMerged || result.hits.length < limit || limit >= mostHits) {
      return { result: first, passages: passages.slice(0, options.limit) }
    }
  }
}

/** Of an answer's passages, best first, those that may answer as well as the first. */
export function worthReading(passages: readonly Passage[]): Passage[] {
  const best = passages[0]?.score ?? 0
  return passages.filter(({ score }) => best - score <= farBehind)
}

/** A short paragraph beside a passage is shown with it when one of its sentences is among the first so many hits. */
export const NEAREST_HITS = 6

/** The passages of a search, best first; with the grouping `paragraph`, none that a better one shows already. */
export function gather(library: Library, result: SearchResult, grouping: AskOptions['grouping']): Passage[] {
  const passages: Passage[] = []
  const nearest = result.hits.slice(0, NEAREST_HITS)
  for (const [place, hit] of result.hits.entries()) {
    const article = articleOf(library, hit)
    const shown = grouping === 'sentence' ? [] : passages.filter(passage => passage.article === article)
    const isShown = ({ start, end }: Span) => shown.some(other => other.start <= start && other.end >= end)
    if (isShown(sentenceAt(article, hit))) continue
    const matchesIn = (span: Span): Span[] => highlight(article.body, span, result.query)
    const isWelcome = (span: Span) => !hasExcluded(article.body, span, result.query)
    const rankOf = (number: number): number | null => {
      const paragraph = article.paragraphs[number]
      const standing = standingOf(article, { paragraph: number })
      if (standing === 'aside' || paragraph === undefined) return null
      // A heading belongs to what it heads.
      if (standing === 'heading') return number < hit.paragraph && matchesIn(paragraph).length > 0 ? NEAREST_HITS : null
      const rank = nearest.findIndex(one => one.sourceId === hit.sourceId && one.paragraph === number)
      return rank < 0 || shown.some(other => overlaps(other, paragraph)) ? null : rank
    }
    const passage = {
      ...gatherPassage(article, hit, hit.score, matchesIn, rankOf, isWelcome),
      explanation: result.explanations?.[place] ?? null,
    }
    const better = shown.find(one => one.paragraph === passage.paragraph)
    if (better === undefined) passages.push(passage)
    else if (isWelcome(spanOf(better, passage))) passages[passages.indexOf(better)] = merge(better, passage, matchesIn)
  }
  return passages
}

/** From the start of the first to the end of the last. */
function spanOf(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function articleOf(library: Library, hit: Pick<Hit, 'sourceId'>): Article {
  const article = library.articles.get(hit.sourceId)
  if (article === undefined) throw new RangeError(`the index knows ${hit.sourceId}, the library does not`)
  return article
}

/** `better` drawn out to take in `other` of the same paragraph, unless that makes it too long to read at once. */
function merge(better: Passage, other: Passage, matchesIn: (span: Span) => readonly Span[]): Passage {
  const span = spanOf(better, other)
  if (span.end - span.start > LONGEST_MERGED) return better
  const { article, sentence, score } = better
  const paragraph = better.paragraph - 1
  const index = article.paragraphs[paragraph]?.sentences.findIndex(({ start }) => start === sentence.start) ?? -1
  return passageOver(article, { paragraph, sentence: index }, span, score, matchesIn)
}
