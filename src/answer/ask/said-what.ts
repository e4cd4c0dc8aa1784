/** Questions for somebody's words, "What did Peskov say about the embassy?": recognised, and answered with quotations first. */

import { slice } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { saidBy, speakerDescribed } from '../../library/speakers.ts'
import type { FoundQuotation, Passage, PassagesAnswer } from '../answer.ts'
import { tokenise } from '../check/align.ts'
import { mergeCopies } from '../copies/merge-copies.ts'
import { quote } from '../quote/quote.ts'
import type { AskOptions } from './ask-options.ts'

/** How many passages at most, the slug of the only article to be looked through, null for all, and what one passage is. */
type Options = Pick<AskOptions, 'limit' | 'article' | 'only' | 'grouping'>

/** Whose words are asked for, and about what; null where the question leaves it open. */
export type SaidByQuestion = { readonly speaker: string | null; readonly words: string | null }

const SAY =
  '(?:say|said|says|tell|told|claim|claimed|state|stated|think|announce|announced|declare|declared|write|wrote|tweet|tweeted|argue|argued)'
const ABOUT = '(?:about|on|of|regarding|concerning|to)'
const WHAT = '(?:what|which words?)'
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^${WHAT} (?:exactly )?(?:did|does|do|has|have|had) (?<speaker>.+?) (?:${SAY}|have to say)(?: ${ABOUT} (?<words>.+))?$`,
    'i',
  ),
  new RegExp(`^${WHAT} (?:was|were|is) (?<speaker>.+?) quoted as saying(?: ${ABOUT} (?<words>.+))?$`, 'i'),
  new RegExp(
    `^(?:quotes?|quotations?|statements?|words) (?:by|from|of) (?<speaker>.+?)(?: ${ABOUT} (?<words>.+))?$`,
    'i',
  ),
  /^who (?:exactly )?(?:(?:said|says|stated|claimed|tweeted|declared)(?: that)?|wrote that)[:,]? (?<words>.+)$/i,
]

/** How sure the answer is of quotations of the person asked for, that have the words asked about. */
const CONFIDENCE = 0.8
/** The share of the words asked for that must be printed for "who said …" to mean this quotation. */
const MOST_WORDS = 0.75

/** Reads a question for somebody's words; null for every other question. */
export function readSaidBy(question: string): SaidByQuestion | null {
  const text = question
    .trim()
    .replace(/[?!.\s]+$/, '')
    .replace(/\s+/g, ' ')
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const { speaker, words } = found.groups ?? {}
    return { speaker: speaker?.replace(/^the /i, '') ?? null, words: words?.replace(/^[“"„«]|[”"»]$/g, '') ?? null }
  }
  return null
}

/** `answer` with the quotations that the question asks for before its other passages; unchanged where it asks for none that exist. */
export function putQuotationsFirst(library: Library, answer: PassagesAnswer, options: Options): PassagesAnswer {
  const asked = readSaidBy(answer.question)
  if (asked === null) return answer
  const all = findSaid(library, asked, options).map(({ passage }) => passage)
  const found = all.filter((passage, at) => !all.slice(0, at).some(earlier => overlap(passage, earlier)))
  if (found.length === 0) return answer
  const first = answer.passages[0]?.score ?? 0
  // Scores fall along the list; those of the quotations are of another kind, and only say that they come first.
  const quoted = found.map(
    (passage, at): Passage => ({ ...passage, score: first + found.length - at, explanation: null }),
  )
  // People asked for somebody's words, and those are there: what else comes near would only be in the way. Programs count on.
  const isEnough = options.grouping === 'paragraph' && asked.speaker !== null
  const others = isEnough ? [] : answer.passages.filter(passage => !quoted.some(other => overlap(passage, other)))
  const passages = mergeCopies([...quoted, ...others], options.grouping).slice(0, options.limit)
  return { ...answer, kind: 'found', passages, confidence: Math.max(answer.confidence, CONFIDENCE) }
}

function findSaid(library: Library, { speaker, words }: SaidByQuestion, options: Options): readonly FoundQuotation[] {
  const { limit, article, only } = options
  if (speaker === null) {
    return quote(library, { words, speaker: null, article, only, limit }).quotations.filter(
      ({ quotation, passage }) => quotation.speaker !== null && matchedShare(passage, words ?? '') >= MOST_WORDS,
    )
  }
  const name = saidBy(library, speaker).length > 0 ? speaker : speakerDescribed(library, speaker)
  return name === null ? [] : quote(library, { words, speaker: name, article, only, limit }).quotations
}

/** The share of the telling words asked for that the passage has, in whatever form. */
function matchedShare({ article, matches }: Passage, words: string): number {
  const asked = new Set(tokenise(words).flatMap(({ content, folded }) => (content ? [folded] : [])))
  const found = new Set(matches.map(match => slice(article, match).toLowerCase()))
  return asked.size === 0 ? 0 : found.size / asked.size
}

function overlap(a: Passage, b: Passage): boolean {
  return a.article === b.article && a.start < b.end && b.start < a.end
}
