/** Checks whether words were printed as somebody claims. Search only shortlists; the alignment of word with word decides. */
import type { Article, Span } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import type { Library } from '../../library/library.ts'
import { newestArticles } from '../../library/lookup/find-article.ts'
import { speakerDescribed, suggestSpeakers } from '../../library/speakers.ts'
import { type ShortlistedParagraph, shortlist, termsIn } from '../../retrieval/candidates/shortlist.ts'
import type { CheckAnswer, Passage } from '../answer.ts'
import { attribute } from '../attribution.ts'
import { type Place, passageOver } from '../passage.ts'
import { type Alignment, align, findExact, type Token, tokenise } from './align.ts'
import { type Claim, readClaim, tokensOfClaim, tokensWithOmissions, wholeClaim, withoutCredit } from './claim.ts'
import { type ClaimedCredit, type Credited, creditOf, mergeCredits, readCredit } from './credit.ts'
import { nameDifferences } from './differences.ts'
import { placesOf, type Stretch, scanFor, stretchesAt } from './printed-words.ts'
import { isCutFromSentence } from './sentence-part.ts'
import { findSplice, type SplicedPart } from './splice.ts'
import { judge, SAME_SENTENCE, sharedWeight, type Verdict, verdictRank } from './verdict.ts'

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
const PLACES_OF_A_HALF = 8
/** Cells of the alignments of one claim: so many take a tenth of a second. */
const MOST_CELLS = 4_000_000
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
  if (whole !== null && (claimIsWhole || whole.splice !== null)) return toAnswer(library, whole)
  return toAnswer(library, bestReading(library, part, speaker))
}

/** The claim as it stands, or without the credit that its own words give, whichever the print bears out more. */
function bestReading(library: Library, claim: Claim, speaker: string | null): Compared {
  const literal = compareClaim(library, claim, speaker)
  if (literal.best?.verdict === 'verbatim') return literal
  const readings = withoutCredit(claim)
    .filter(({ around }) => namesSpeaker(library, around))
    .map(reading => compareClaim(library, reading, speaker))
  const worth = ({ best }: Compared): number => verdictRank(best?.verdict ?? 'not-found')
  const likeness = ({ best }: Compared): number => best?.alignment.score ?? Number.NEGATIVE_INFINITY
  const isBetter = (a: Compared, b: Compared): boolean =>
    worth(a) < worth(b) || (worth(a) === worth(b) && likeness(a) > likeness(b))
  return readings.reduce((best, reading) => (isBetter(reading, best) ? reading : best), literal)
}

/** "— Karl Voss" or "Voss said:" beside a quoted part says whose words they are, and is no part of them. */
function isCredit(library: Library, around: string): boolean {
  const { claimedSpeaker, claimedOutlet } = readCredit(library, around, null)
  return (claimedSpeaker ?? claimedOutlet) !== null && tokensOfClaim(around).length <= LONGEST_CREDIT
}

/** Whether a credit names somebody whom the articles quote; "the painter that she claims" does not. */
function namesSpeaker(library: Library, around: string): boolean {
  const { claimedSpeaker } = readCredit(library, around, null)
  if (claimedSpeaker === null) return false
  return suggestSpeakers(library, claimedSpeaker, 1).length > 0 || speakerDescribed(library, claimedSpeaker) !== null
}

type Compared = {
  readonly claim: Claim
  readonly credit: ClaimedCredit
  readonly hits: readonly ShortlistedParagraph[]
  readonly best: Candidate | undefined
  /** Everywhere that the same verdict holds, the best first. */
  readonly equals: readonly Candidate[]
  readonly splice: readonly [SplicedPart, SplicedPart] | null
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
  const [best, ...others] = [...candidates].sort(byWorth)
  const equals = best === undefined ? [] : [best, ...others.filter(({ verdict }) => verdict === best.verdict)]
  const splice = best?.verdict === 'verbatim' ? null : findSplice(exact, stretchesOfHalves(library, words, shortlisted))
  return { claim, credit, hits, best, equals, splice }
}

/** Where either half of the claim may stand: a shortlist for all of it may miss the places of the shorter one. */
function stretchesOfHalves(library: Library, words: string, known: readonly Stretch[]): readonly Stretch[] {
  const middle = words.indexOf(' ', words.length / 2)
  const halves = middle < 0 ? [] : [words.slice(0, middle), words.slice(middle)]
  const more = halves.flatMap(half => {
    const hits = shortlist(library.index, termsIn(library.index, half), { limit: PLACES_OF_A_HALF })
    return stretchesAt(placesOf(library, hits), half.length)
  })
  return [...known, ...more]
}

function toAnswer(library: Library, compared: Compared): CheckAnswer {
  const { claim, credit: claimed, hits, best, equals, splice } = compared
  const { size } = library.articles
  const searched = { kind: 'check', claimed: claim.words, articlesSearched: size, newest: newestOf(library) } as const
  const answer = { ...searched, spliced: null, isPartOfSentence: false }
  if (splice !== null) return { ...answer, ...splicedAnswer(splice, claimed) }
  if (best === undefined || best.verdict === 'not-found') {
    const credit = { ...claimed, speaker: null, speakerFits: null, outletFits: null }
    const nothing = { verdict: 'not-found', differences: [], printed: [], quotation: null } as const
    return { ...answer, ...nothing, passage: nearest(library, hits[0], claim.words), credit }
  }
  const { stretch, verdict, alignment, credited } = best
  const printed = printedSpans(stretch, alignment)
  const differences = nameDifferences(alignment.steps, claim.words, stretch.article.body, omissionsIn(claim.words))
  const passage = passageAround(stretch, printed, credited.quotation)
  const credit = mergeCredits(
    credited.credit,
    Array.from(equals, place => place.credited.credit),
  )
  const isPartOfSentence =
    (verdict === 'verbatim' || verdict === 'shortened') &&
    isCutFromSentence(stretch.article, printed, credited.quotation)
  return { ...answer, verdict, differences, passage, printed, quotation: credited.quotation, credit, isPartOfSentence }
}

/** Both places of a spliced claim; its credit is judged at the first. */
function splicedAnswer([first, second]: readonly [SplicedPart, SplicedPart], claimed: ClaimedCredit) {
  const places = [first, second].map(({ stretch, tokens }) => {
    const start = tokens[0]?.start ?? 0
    const printed = clip(stretch, start, tokens.at(-1)?.end ?? start)
    const credited = creditOf(stretch.article, printed, claimed)
    return { printed, credited, passage: passageAround(stretch, printed, credited.quotation) }
  })
  const [{ printed, credited, passage }, { printed: otherPrinted, passage: otherPassage }] = places as [Half, Half]
  const { quotation, credit } = credited
  const spliced = { passage: otherPassage, printed: otherPrinted }
  return { verdict: 'spliced', differences: [], passage, printed, quotation, credit, spliced } as const
}

type Half = { readonly printed: Span[]; readonly credited: Credited; readonly passage: Passage }

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
  return affordable(marked ?? exact, stretches).map(stretch =>
    toCandidate(stretch, alignBest(exact, marked, stretch.tokens), claimed),
  )
}

/** The stretches most like the claim, as many as can be aligned within the limit; an ordinary article's all can. */
function affordable(claimed: readonly Token[], stretches: readonly Stretch[]): readonly Stretch[] {
  const likely = stretches
    .map(stretch => ({ stretch, share: sharedWeight(claimed, stretch.tokens) }))
    .filter(({ share }) => share >= SAME_SENTENCE)
    .sort((a, b) => b.share - a.share)
  let cells = 0
  return likely.flatMap(({ stretch }, at) => {
    cells += claimed.length * stretch.tokens.length
    return at === 0 || cells <= MOST_CELLS ? [stretch] : []
  })
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

/** The better verdict first; then the place that bears the claim's credit out, spoken words before the article's own, and those whose speaker is named. */
function byWorth(a: Candidate, b: Candidate): number {
  return (
    verdictRank(a.verdict) - verdictRank(b.verdict) ||
    b.credited.fitness - a.credited.fitness ||
    Number(b.stretch.spoken) - Number(a.stretch.spoken) ||
    Number(b.credited.credit.speaker !== null) - Number(a.credited.credit.speaker !== null) ||
    (b.alignment.score === a.alignment.score ? 0 : b.alignment.score - a.alignment.score)
  )
}

/** From the first word in common to the last, part by part where the quotation is broken. */
function printedSpans(stretch: Stretch, { steps }: Alignment): Span[] {
  const tokens = steps.flatMap(step => (step.kind === 'added' ? [] : [step.printed]))
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return []
  return clip(stretch, first.start, last.end)
}

/** What of a stretch lies between two positions, part by part. */
function clip(stretch: Stretch, start: number, end: number): Span[] {
  return stretch.parts
    .filter(part => part.start < end && part.end > start)
    .map(part => ({ start: Math.max(part.start, start), end: Math.min(part.end, end) }))
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
