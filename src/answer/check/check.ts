/** Checks whether words were printed as somebody claims. Search only shortlists; the alignment of word with word decides. */
import type { Article, Span } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import type { Library } from '../../library/library.ts'
import { type ShortlistedParagraph, shortlist, termsIn } from '../../retrieval/candidates/shortlist.ts'
import type { CheckAnswer, Passage } from '../answer.ts'
import { newestArticles } from '../articles/find-article.ts'
import { attribute } from '../attribution.ts'
import { type Place, passageOver } from '../passage.ts'
import { type Alignment, align, findExact, type Token, tokenise } from './align.ts'
import { type Claim, readClaim, tokensOfClaim, tokensWithOmissions, wholeClaim } from './claim.ts'
import { type ClaimedCredit, type Credited, creditOf, readCredit } from './credit.ts'
import { nameDifferences } from './differences.ts'
import { placesOf, type Stretch, scanFor, stretchesAt } from './printed-words.ts'
import { judge, mayBeSame, type Verdict, verdictRank } from './verdict.ts'

export type CheckOptions = {
  /** What is claimed: the words, or a whole message with them in quotation marks. */
  readonly quote: string
  /** Any part of a name; null leaves it to the message. */
  readonly speaker: string | null
}

type Candidate = {
  readonly stretch: Stretch
  readonly verdict: Verdict
  readonly alignment: Alignment
  readonly credited: Credited
}

/** How many paragraphs are compared with the claim. */
const MOST_PLACES = 16
/** The share of the words around a quoted part that must be printed beside it for all of a message to be the claim. */
const PRINTED_AROUND = 0.6
const WORDS_WHERE_THEY_MEET = 5
/** Words beside a quoted part that may be no more than its credit. */
const LONGEST_CREDIT = 8

export function check(library: Library, { quote, speaker }: CheckOptions): CheckAnswer {
  const part = readClaim(quote)
  const whole =
    part.around === '' || isCredit(library, part.around)
      ? null
      : compareClaim(library, wholeClaim(part.message), speaker)
  // A quotation may quote in its turn: then the words around the inner one are printed as well, and all of it is the claim.
  const claimIsWhole = whole?.best !== undefined && isPrintedAround(whole.best.alignment, part)
  return toAnswer(library, whole !== null && claimIsWhole ? whole : compareClaim(library, part, speaker))
}

/** "— Karl Voss" or "Voss said:" beside a quoted part says whose words they are, and is no part of them. */
function isCredit(library: Library, around: string): boolean {
  const { claimedSpeaker, claimedOutlet } = readCredit(library, around, null)
  return (claimedSpeaker ?? claimedOutlet) !== null && tokensOfClaim(around).length <= LONGEST_CREDIT
}

type Compared = {
  readonly claim: Claim
  readonly credit: ClaimedCredit
  readonly hits: readonly ShortlistedParagraph[]
  readonly best: Candidate | undefined
}

function compareClaim(library: Library, claim: Claim, speaker: string | null): Compared {
  const credit = readCredit(library, claim.around, speaker)
  const exact = tokensOfClaim(claim.words)
  const { words } = claim
  const hits = shortlist(library.index, termsIn(library.index, words), { limit: MOST_PLACES })
  const shortlisted = stretchesAt(placesOf(library, hits), words.length)
  const scan = () => stretchesAt(scanFor(library, exact, words, MOST_PLACES), words.length)
  const found = findExactly(shortlisted, exact, credit)
  const certain = found.length > 0 ? found : findExactly(scan(), exact, credit)
  const candidates = certain.length > 0 ? certain : alignAll(shortlisted, exact, tokensWithOmissions(words), credit)
  const [best] = [...candidates].sort(byWorth)
  return { claim, credit, hits, best }
}

function toAnswer(library: Library, { claim, credit: claimed, hits, best }: Compared): CheckAnswer {
  const { size } = library.articles
  const answer = { kind: 'check', claimed: claim.words, articlesSearched: size, newest: newestOf(library) } as const
  if (best === undefined || best.verdict === 'not-found') {
    const credit = { ...claimed, speaker: null, speakerFits: null, outletFits: null }
    const nothing = { verdict: 'not-found', differences: [], printed: [], quotation: null } as const
    return { ...answer, ...nothing, passage: nearest(library, hits[0], claim.words), credit }
  }
  const { stretch, verdict, alignment, credited } = best
  const printed = printedSpans(stretch, alignment)
  const differences = nameDifferences(alignment.steps, claim.words, stretch.article.body, omissionsIn(claim.words))
  const passage = passageAround(stretch, printed, credited.quotation)
  return { ...answer, verdict, differences, passage, printed, quotation: credited.quotation, credit: credited.credit }
}

/** Whether most of the message outside the quoted part is printed beside it, with few words left out where the two meet. */
function isPrintedAround({ steps }: Alignment, { start, words }: Claim): boolean {
  const isOutside = (token: Token): boolean => token.end <= start || token.start >= start + words.length
  let [outside, printed, inside, gap, widest] = [0, 0, 0, 0, 0]
  let before: Token | null = null
  for (const step of steps) {
    if (step.kind === 'left-out') gap += step.printed.kind === 'word' ? 1 : 0
    if (step.kind === 'left-out' || step.claimed.kind !== 'word') continue
    if (before !== null && isOutside(before) !== isOutside(step.claimed)) widest = Math.max(widest, gap)
    if (isOutside(step.claimed)) {
      outside += 1
      printed += step.kind === 'same' ? 1 : 0
    } else inside += 1
    before = step.claimed
    gap = 0
  }
  const apart = widest > WORDS_WHERE_THEY_MEET && outside <= inside
  return outside > 0 && !apart && printed >= PRINTED_AROUND * outside
}

function omissionsIn(words: string): readonly number[] {
  return (tokensWithOmissions(words) ?? []).filter(({ kind }) => kind === 'omission').map(({ start }) => start)
}

/** The stretches that have the words exactly; where there are any, the others could only be worse. */
function findExactly(stretches: readonly Stretch[], exact: readonly Token[], claimed: ClaimedCredit): Candidate[] {
  return stretches.flatMap(stretch => {
    const at = findExact(exact, stretch.tokens)
    return at < 0 ? [] : [toCandidate(stretch, sameAll(exact, stretch.tokens.slice(at, at + exact.length)), claimed)]
  })
}

function alignAll(
  stretches: readonly Stretch[],
  exact: readonly Token[],
  marked: readonly Token[] | null,
  claimed: ClaimedCredit,
): Candidate[] {
  return stretches
    .filter(stretch => mayBeSame(marked ?? exact, stretch.tokens))
    .map(stretch => toCandidate(stretch, alignBest(exact, marked, stretch.tokens), claimed))
}

/** Brackets may be the print's own or the claimant's: whichever reading keeps more of the words. */
function alignBest(exact: readonly Token[], marked: readonly Token[] | null, printed: readonly Token[]): Alignment {
  if (marked === null) return align(exact, printed)
  const omitting = align(marked, printed)
  if (!printed.some(({ folded }) => folded === '[')) return omitting
  const plain = align(exact, printed)
  return omitting.score >= plain.score ? omitting : plain
}

function toCandidate(stretch: Stretch, alignment: Alignment, claimed: ClaimedCredit): Candidate {
  const credited = creditOf(stretch.article, printedSpans(stretch, alignment), claimed)
  return { stretch, verdict: judge(alignment), alignment, credited }
}

function sameAll(claimed: readonly Token[], printed: readonly Token[]): Alignment {
  const steps = claimed.map((token, at) => ({ kind: 'same', claimed: token, printed: printed[at] as Token }) as const)
  return { steps, score: Number.POSITIVE_INFINITY }
}

/** The better verdict first; then the place that bears the claim's credit out, spoken words before the article's own. */
function byWorth(a: Candidate, b: Candidate): number {
  return (
    verdictRank(a.verdict) - verdictRank(b.verdict) ||
    b.credited.fitness - a.credited.fitness ||
    Number(b.stretch.spoken) - Number(a.stretch.spoken) ||
    (b.alignment.score === a.alignment.score ? 0 : b.alignment.score - a.alignment.score)
  )
}

/** From the first word in common to the last, part by part where the quotation is broken. */
function printedSpans(stretch: Stretch, { steps }: Alignment): Span[] {
  const tokens = steps.flatMap(step => (step.kind === 'added' ? [] : [step.printed]))
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return []
  return stretch.parts
    .filter(part => part.start < last.end && part.end > first.start)
    .map(part => ({ start: Math.max(part.start, first.start), end: Math.min(part.end, last.end) }))
}

function passageAround({ article }: Stretch, printed: readonly Span[], quotation: Quotation | null): Passage {
  const start = printed[0]?.start ?? 0
  const end = printed.at(-1)?.end ?? start
  const place = placeAt(article, start)
  const sentences = article.paragraphs.flatMap(paragraph => paragraph.sentences)
  const span = {
    start: Math.min(start, sentences.findLast(sentence => sentence.start <= start)?.start ?? start),
    end: Math.max(end, sentences.find(sentence => sentence.end >= end)?.end ?? end),
  }
  const passage = passageOver(article, place, span, 0, () => [...printed])
  return quotation === null ? passage : { ...passage, attribution: attribute(article, place.paragraph + 1, quotation) }
}

function placeAt(article: Article, at: number): Place {
  const paragraph = Math.max(
    0,
    article.paragraphs.findLastIndex(({ start }) => start <= at),
  )
  const sentences = article.paragraphs[paragraph]?.sentences ?? []
  return {
    paragraph,
    sentence: Math.max(
      0,
      sentences.findLastIndex(({ start }) => start <= at),
    ),
  }
}

/** The sentence of the best paragraph that has most of the claimed words. */
function nearest(library: Library, hit: ShortlistedParagraph | undefined, words: string): Passage | null {
  const article = hit === undefined ? undefined : library.articles.get(hit.sourceId)
  const paragraph = hit === undefined ? undefined : article?.paragraphs[hit.paragraph]
  if (hit === undefined || article === undefined || paragraph === undefined) return null
  const claimed = new Set(tokensOfClaim(words).flatMap(({ folded, content }) => (content ? [folded] : [])))
  const shared = paragraph.sentences.map(({ start, end }) => {
    return new Set(tokenise(article.body, start, end).flatMap(({ folded }) => (claimed.has(folded) ? [folded] : [])))
      .size
  })
  const sentence = shared.indexOf(Math.max(...shared))
  const span = paragraph.sentences[sentence]
  return span === undefined
    ? null
    : passageOver(article, { paragraph: hit.paragraph, sentence }, span, hit.score, () => [])
}

function newestOf(library: Library): string | null {
  const [newest] = newestArticles(library)
  return newest?.published ?? null
}
