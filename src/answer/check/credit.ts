/** Whom a claim credits with its words, and whether the print does the same. */
import type { Article, Span } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import type { Library } from '../../library/library.ts'
import { fold, wordsOf } from '../../library/lookup/find-article.ts'
import { foldedWords, outletsOf } from '../../library/lookup/outlets.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import { isSpeakersName } from '../../library/speakers.ts'
import type { Credit } from '../answer.ts'

/** What is claimed; null where nothing is. */
export type ClaimedCredit = Pick<Credit, 'claimedSpeaker' | 'claimedOutlet'>

/** The credit of printed words. `fitness` is higher the more of what is claimed the print bears out. */
export type Credited = { readonly quotation: Quotation | null; readonly credit: Credit; readonly fitness: number }

const NAME = "(\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:de|da|van|von|der|al|bin) )?\\p{Lu}[\\p{L}.'’-]*){0,3})"
const SPEAKER_PATTERNS = [
  new RegExp(`(?:^|\\s)[-–—~]\\s*${NAME}`, 'u'),
  new RegExp(
    `${NAME}(?:\\s+(?:has|had|also|just|once|then))?\\s+(?:said|says|told|wrote|tweeted|claims?|claimed|stated|:)`,
    'u',
  ),
  new RegExp(`(?:said|says|according to|by|from)\\s+${NAME}`, 'u'),
  new RegExp(`^${NAME}\\s*:`, 'u'),
]
const NOT_NAMES = /^(?:I|He|She|They|It|We|You|Who|The|This|That|And|But|So)$/

const NOT_NAMES_TYPED = new RegExp(NOT_NAMES, 'i')
const LONGEST_NAME = 4
const ADVERB = /^(?:really|actually|ever|even|just|also|once|then|has|had)$/i
const CUE = /^(?:say|said|says|told|wrote|tweeted|claims?|claimed|stated|to|by|from)$/i
/** So many verbs of a message are looked at: each takes a look through all speakers. */
const CUES_READ = 3

/** Reads the credit out of what stands around the words in a message; a speaker that was given wins. */
export function readCredit(library: Library, around: string, speaker: string | null): ClaimedCredit {
  const outlet = outletIn(library, around)
  const said = speaker ?? speakerIn(around) ?? knownSpeakerIn(library, around)
  return {
    claimedSpeaker: said !== null && outlet !== null && fold(said) === fold(outlet) ? null : said,
    claimedOutlet: outlet,
  }
}

/** The credit of the printed words in `printed`: that of the quotation they belong to. */
export function creditOf(article: Article, printed: readonly Span[], claimed: ClaimedCredit): Credited {
  const quotation = quotationOver(article, printed)
  const speaker = quotation?.speaker ?? null
  const speakerFits =
    claimed.claimedSpeaker === null || quotation === null ? null : namesFit(claimed.claimedSpeaker, quotation)
  const outletFits =
    claimed.claimedOutlet === null || article.outlet === null
      ? null
      : fold(claimed.claimedOutlet) === fold(article.outlet)
  const credit = { ...claimed, speaker, speakerFits, outletFits }
  return { quotation, credit, fitness: fitnessOf(credit) }
}

/** A speaker who is borne out counts most, then the outlet; a speaker who is contradicted comes before one of whom nothing is known. */
function fitnessOf({ speakerFits, outletFits }: Credit): number {
  return Number(speakerFits === true) * 4 + Number(outletFits === true) * 2 + Number(speakerFits === false)
}

/**
 * The credit of the best place among all that print the same words: an outlet that is claimed and printed them, too, is not denied
 * because another printed them better.
 */
export function mergeCredits(best: Credit, all: readonly Credit[]): Credit {
  return best.outletFits === false && all.some(({ outletFits }) => outletFits === true)
    ? { ...best, outletFits: true }
    : best
}

/** The quotation that holds most of the printed words, if it holds more than half of them. */
function quotationOver(article: Article, printed: readonly Span[]): Quotation | null {
  const total = printed.reduce((sum, span) => sum + span.end - span.start, 0)
  let best: Quotation | null = null
  let most = total / 2
  for (const quotation of quotationsOf(article)) {
    const shared = quotation.parts.reduce(
      (sum, part) => sum + printed.reduce((inner, span) => inner + overlap(part, span), 0),
      0,
    )
    if (shared > most) {
      best = quotation
      most = shared
    }
  }
  return best
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Whether a claimed name is that of the printed speaker: every word of the shorter is in the longer. Null when the print names nobody. */
function namesFit(claimed: string, { speaker, description }: Quotation): boolean | null {
  if (speaker === null)
    return description !== null && wordsOf(claimed).every(word => wordsOf(description).includes(word)) ? true : null
  const asked = wordsOf(claimed)
  const printed = new Set([...wordsOf(speaker), ...wordsOf(description ?? '')])
  const name = wordsOf(speaker)
  return asked.length > 0 && (asked.every(word => printed.has(word)) || name.every(word => asked.includes(word)))
}

function speakerIn(around: string): string | null {
  for (const pattern of SPEAKER_PATTERNS) {
    const name = pattern.exec(around)?.[1]
    if (name !== undefined && !NOT_NAMES.test(name)) return name
  }
  return null
}

/** As people type it: `ana keller said`, `according to keller`, or nothing but the name of somebody whom the articles quote. */
function knownSpeakerIn(library: Library, around: string): string | null {
  const words = around
    .split(/\s+/)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(word => !ADVERB.test(word))
  const runs = words.length <= LONGEST_NAME ? [words] : []
  for (const at of words.flatMap((word, at) => (CUE.test(word) ? [at] : [])).slice(0, CUES_READ)) {
    for (let length = LONGEST_NAME; length > 0; length--)
      runs.push(words.slice(Math.max(0, at - length), at), words.slice(at + 1, at + 1 + length))
  }
  const name = runs.map(run => run.join(' ')).find(run => !NOT_NAMES_TYPED.test(run) && isSpeakersName(library, run))
  return name ?? null
}

function outletIn(library: Library, around: string): string | null {
  if (around === '') return null
  const text = ` ${foldedWords(around)} `
  for (const outlet of outletsOf(library)) if (text.includes(` ${foldedWords(outlet)} `)) return outlet
  return null
}
