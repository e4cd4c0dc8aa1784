/** Lines that go on from earlier ones, "and in the second city?": what they leave out is taken from what was asked before. */
import type { Library } from '../../library/library.ts'
import type { Passage, PassagesAnswer } from '../answer.ts'
import { ask } from '../ask/ask.ts'
import type { AskOptions } from '../ask/ask-options.ts'
import { tokenise } from '../check/align.ts'
import { gatherPassage, type Place } from '../passage.ts'
import type { ConverseOptions } from './options.ts'
import { foldLine } from './plain-line.ts'

const GOES_ON =
  /^(?:and|but|so|or|then|also|what about|how about|what else|who else|where else|go on|more|tell me more|continue)\b/
const POINTS_BACK =
  /\b(?:he|she|it|they|him|her|his|hers|its|their|theirs|them|that|those|these|this|there|then|one|ones|both|else|same|other|others)\b/
const QUESTION_WORD =
  /^(?:when|why|where|who|how|how many|how much|which|what|says who|at what time|since when|how come|how so|really)$/
/** A line of so few telling words says too little to stand by itself; one with a pronoun may have so many. */
const FEW_WORDS = 2
const FEW_WITH_PRONOUN = 3
/** Letters that forms of one word share. */
const STEM = 4

/** Whether a line cannot be understood without the one before it. */
export function isFollowUp(line: string): boolean {
  const text = foldLine(line)
  const telling = tellingWords(text).length
  return (
    GOES_ON.test(text) ||
    QUESTION_WORD.test(text) ||
    telling <= FEW_WORDS ||
    (telling <= FEW_WITH_PRONOUN && POINTS_BACK.test(text))
  )
}

/** Whether a line asks for more, whatever its punctuation: "and in the city", not "nice one". */
export function asksOn(line: string): boolean {
  return /^(?:and|what|who|where|when|why|how|go on|more|tell me|continue)\b/.test(foldLine(line))
}

/**
 * The answer to a line that goes on from earlier ones. Three rankings are joined: that of both questions together, that of the line
 * alone, and the sentences beside the earlier answer; what was shown before comes last. It stays in the article that was talked about
 * unless that has nothing.
 */
export function carryOn(library: Library, line: string, options: ConverseOptions): PassagesAnswer {
  const earlier = options.after.at(-1) ?? ''
  const readAs = joinQuestions(earlier, line)
  const asked: AskOptions = { ...options, limit: CONSIDERED, grouping: 'sentence' }
  const within = ask(library, readAs, asked)
  const isThere = within.passages.length > 0 || options.article === null
  const answer = isThere ? within : ask(library, readAs, { ...asked, article: null })
  const alone = ask(library, withoutOpening(line), isThere ? asked : { ...asked, article: null })
  const known = ask(library, options.after.slice(-2).join(' '), { ...asked, limit: 1 }).passages[0]
  const own = tellingWords(foldLine(line)).filter(word => !foldLine(earlier).includes(word.slice(0, STEM)))
  const rankings = [answer.passages, alone.passages, known === undefined ? [] : besides(known)]
  const ranked = fuse(rankings, passage => passage.id === known?.id, own)
  const kind = answer.kind === 'found' || alone.kind === 'found' ? 'found' : ranked.length > 0 ? 'nearest' : answer.kind
  return { ...answer, kind, question: line, passages: ranked.slice(0, Math.max(options.limit, SHOWN)), readAs }
}

/** Sentences are shorter than passages, so one more of them is shown. */
const SHOWN = 4
/** Sentences of each ranking that are looked at. */
const CONSIDERED = 20
/** Reciprocal rank fusion (Cormack et al. 2009); the constant is small, since only the first ranks matter here. */
const RANK_CONSTANT = 3
const WEIGHTS = [1, 0.8, 0.5]
/** What a sentence is worth more for each of the line's own words. */
const OWN_WORD = 0.12
const SHOWN_BEFORE = -0.3

function fuse(
  rankings: readonly (readonly Passage[])[],
  isKnown: (passage: Passage) => boolean,
  own: readonly string[],
): readonly Passage[] {
  const worth = new Map<string, { readonly passage: Passage; worth: number }>()
  rankings.forEach((ranking, list) => {
    ranking.forEach((passage, rank) => {
      const known = worth.get(passage.id)
      const gained = (WEIGHTS[list] ?? 0) / (RANK_CONSTANT + rank)
      if (known !== undefined) known.worth += gained
      else {
        const before = isKnown(passage) ? SHOWN_BEFORE : 0
        worth.set(passage.id, { passage, worth: gained + before + OWN_WORD * ownWordsIn(passage, own) })
      }
    })
  })
  const sorted = [...worth.values()].sort((a, b) => b.worth - a.worth)
  return withoutOverlaps(sorted.map(({ passage, worth: score }) => ({ ...passage, score })))
}

/** Passages reach back for what their sentence points to, and so into one another: each stretch is shown once. */
function withoutOverlaps(passages: readonly Passage[]): readonly Passage[] {
  const kept: Passage[] = []
  for (const passage of passages) {
    const isShown = kept.some(
      ({ article, start, end }) => article === passage.article && start < passage.end && passage.start < end,
    )
    if (!isShown) kept.push(passage)
  }
  return kept
}

function ownWordsIn({ article, start, end }: Passage, own: readonly string[]): number {
  const text = article.body.slice(start, end).toLowerCase()
  return own.filter(word => text.includes(word.slice(0, Math.max(STEM, word.length - 2)))).length
}

/** The sentences after the passage's, then the one before it: what an answer leaves open often stands there. */
function besides({ article, sentence }: Passage): readonly Passage[] {
  const places = article.paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.map((span, at): Place & { start: number } => ({ paragraph, sentence: at, start: span.start })),
  )
  const at = places.findIndex(({ start }) => start === sentence.start)
  return [at + 1, at + 2, at - 1, at + 3].flatMap(position => {
    const place = places[position]
    return place === undefined ? [] : [gatherPassage(article, place, 0, () => [])]
  })
}

function withoutOpening(line: string): string {
  return line
    .trim()
    .replace(/^(?:(?:and|but|so|or|then|also|what about|how about)\b[ ,]*)+/i, '')
    .replace(/[?!.\s]+$/, '')
}

/** One question out of two: the earlier one's, with the later one's words. */
export function joinQuestions(earlier: string, line: string): string {
  const later = line
    .trim()
    .replace(/^(?:and|but|so|or|then|also)\b[ ,]*/i, '')
    .replace(/[?!.\s]+$/, '')
  const before = earlier.trim().replace(/[?!.\s]+$/, '')
  const wordsBefore = before.replace(
    /^(?:who|what|when|where|why|how(?: many| much| long| old)?|which|did|does|do|is|are|was|were)\b(?:'s)?\s*/i,
    '',
  )
  const isQuestion =
    /^(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|can|could|at what)\b/i.test(later)
  const isAbout = /^(?:what|how) about\b/i.test(later)
  if (isAbout || !isQuestion) return `${before}, ${later.replace(/^(?:what|how) about\s+/i, '')}?`
  return `${later}, ${wordsBefore}?`
}

function tellingWords(text: string): string[] {
  return tokenise(text).flatMap(({ content, folded }) => (content && folded.length > 2 ? [folded] : []))
}
