/** Which words of the question a sentence, what stands around it, and its article do not account for. */

import { at } from '../index/numbers.ts'
import { type Segment, sentencesOf } from '../index/segment.ts'
import { commonness } from '../query/lexicon.ts'
import type { SegmentQuery } from '../query/marked-terms.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { STOP, TERM_SHIFT } from '../text/tokenise.ts'
import { slotsByInitials } from './initials.ts'
import { readMatches } from './surroundings.ts'

/** By slot, from 0 (nothing) to 1 (the word itself): what accounts for the words of the question. */
export type Account = {
  readonly sentence: Float64Array
  /** The sentence, its paragraph, the two sentences before and the one after, and the headline and what else is printed with it. */
  readonly near: Float64Array
  readonly article: Float64Array
  /** Whether the sentence and the question differ in being negated. */
  readonly negationDiffers: boolean
}

/** A related term accounts for a word from this weight on. */
export const ACCOUNTS = 0.3

/** What accounts for the words of `query`, which `segmentQuery` has marked, at sentence `document`. */
export function accountFor(segmentQuery: SegmentQuery, query: Query, document: number): Account {
  const { segment } = segmentQuery
  const slots = query.words.length
  const paragraph = at(segment.paragraphOfSentence, document)
  const source = at(segment.sourceOfParagraph, paragraph)
  const [first, end] = sentencesOf(segment, source)
  const read = (from: number, to: number, into: Float64Array) => {
    for (let one = Math.max(first, from); one < Math.min(end, to); one++) readMatches(segmentQuery, one, into)
    return into
  }
  const sentence = read(document, document + 1, new Float64Array(slots))
  const near = read(document - 2, document + 2, sentence.slice())
  read(at(segment.paragraphStart, paragraph), at(segment.paragraphStart, paragraph + 1), near)
  const tokens = segment.contextTokens
  for (let place = at(segment.contextStart, source); place < at(segment.contextStart, source + 1); place++) {
    const term = at(tokens, place) >>> TERM_SHIFT
    const slot = (segmentQuery.slotOfTerm[term] ?? 0) - 1
    const related = (segmentQuery.relatedSlot[term] ?? 0) - 1
    if (slot >= 0) near[slot] = 1
    else if (related >= 0) near[related] = Math.max(near[related] ?? 0, segmentQuery.relatedWeight[term] ?? 0)
  }
  const nearStart = Math.max(first, Math.min(document - 2, at(segment.paragraphStart, paragraph)))
  const nearEnd = Math.min(end, Math.max(document + 2, at(segment.paragraphStart, paragraph + 1)))
  readInitials(query, segment, nearStart, nearEnd, near)
  const article = readInitials(query, segment, first, end, read(first, end, near.slice()))
  const negationDiffers = isNegated(segment, document) !== negation.test(query.text)
  return { sentence, near, article, negationDiffers }
}

/** Lifts `into` for the names that these sentences have by their initials; what is accounted for already costs nothing. */
function readInitials({ words }: Query, segment: Segment, from: number, to: number, into: Float64Array): Float64Array {
  if (words.every(({ kind }, slot) => kind !== 'name' || (into[slot] ?? 0) >= ACCOUNTS)) return into
  for (const slot of slotsByInitials(segment, words, at(segment.tokensStart, from), at(segment.tokensStart, to)))
    into[slot] = 1
  return into
}

/** Words that ask or happen rather than say something: whether they are printed tells nothing. */
const vague = new Set(
  (
    'happen thing stuff do did done doing does say said says get got go going make made take use know knew think mean tell told ' +
    'give want like look need try come came people person man woman thing way kind sort type name detail info information ' +
    'article articles story news report reports reported actually reason reasons happened happening lot many much gonna wanna ' +
    'big deal stance reaction react respond response comment opinion view views explain call called update latest exact ' +
    'number amount total figure date time year place part role times whats today now involve involved relate related old long far tall deep'
  ).split(' '),
)

/** Words that as good as any sentence may have say little by their absence. */
const COMMON = 0.02
/** How much a word must be expected in an answer to be missed there. */
const EXPECTED = 0.5

/**
 * The names, numbers and content words of the question, as typed, that a sentence and what stands around it do not account for. A word
 * that only names the kind of what is asked for ("which *city*") is none of them.
 */
export function uncoveredWords({ words, headSlot }: Query, { near }: Account): string[] {
  return words
    .filter(
      (word, slot) => (near[slot] ?? 0) < ACCOUNTS && (word.kind !== 'word' || (slot !== headSlot && isMeant(word))),
    )
    .map(({ word }) => word)
}

/**
 * The share of what the question says of its names and numbers (its other words, by what they are expected in an answer) that a sentence
 * and what stands around it account for; 1 where it says nothing.
 */
export function saidOfNames({ words }: Query, { near }: Account, idf: Float64Array): number {
  let said = 0
  let all = 0
  words.forEach((word, slot) => {
    if (word.kind !== 'word' || !isMeant(word)) return
    const weight = (idf[slot] ?? 0) * word.expectation
    all += weight
    if ((near[slot] ?? 0) >= ACCOUNTS) said += weight
  })
  return all === 0 ? 1 : said / all
}

/** Whether the question says anything beside numbers and words that only ask: "17 times 23" does not. */
export function saysSomething({ words }: Query): boolean {
  return words.some(word => word.kind === 'name' || (word.kind === 'word' && isMeant(word)))
}

function isMeant({ word, terms, expectation }: QueryWord): boolean {
  return !vague.has(word.toLowerCase()) && expectation >= EXPECTED && commonness(terms[0]?.term ?? '') < COMMON
}

const negation = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]?t)\b/iu
const negations = [
  'not',
  'no',
  'never',
  'none',
  'nobodi',
  'noth',
  'neither',
  'nor',
  'without',
  'cannot',
  'didnt',
  'doesnt',
  'dont',
  'isnt',
  'wasnt',
  'arent',
  'werent',
  'hasnt',
  'havent',
  'wont',
  'wouldnt',
  'cant',
  'couldnt',
]

function isNegated(segment: Segment, document: number): boolean {
  const ids = new Set(negations.flatMap(term => segment.termIds.get(term) ?? []))
  for (let place = at(segment.tokensStart, document); place < at(segment.tokensStart, document + 1); place++) {
    const token = at(segment.tokens, place)
    if ((token & STOP) !== 0 && ids.has(token >>> TERM_SHIFT)) return true
  }
  return false
}
