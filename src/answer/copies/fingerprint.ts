/**
 * How a sentence is worded, for comparison with others: which say the same in the same words, or nearly. Only what changes nothing in
 * what is said is evened out; whatever else differs, a number, a name, a "not", keeps sentences apart. Merging is `merge-copies.ts`'s.
 */
import { type Article, type Span, slice } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import { fold, wordsOf } from '../../library/lookup/find-article.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import { pointsBackwards } from '../passage.ts'
import {
  comparableWords,
  cutOut,
  type Dateline,
  type Evened,
  evenOut,
  sameButForSlots,
  takeDateline,
} from './normalise.ts'

export type Wording = {
  readonly article: Article
  /** Equal for sentences in which nothing but capitals, white space, quotation marks and dashes differs; null without words. */
  readonly exact: string | null
  /** Equal for sentences that may say the same; `likenessOf` decides. Null where that is not worth asking. */
  readonly near: string | null
  readonly evened: Evened
  /** Who spoke the words, where the sentence is a quotation and its credit was left out of `near`. */
  readonly speaker: string | null
  /** The place of a dateline, likewise left out. */
  readonly place: string | null
  /** The sentence before it, evened out, where it points back to that: "he" may be another there. Else null. */
  readonly before: string | null
  readonly text: string
}

/** `same`: as `check` compares words; `nearly`: but for differences that change nothing in what is said. */
export type Likeness = 'same' | 'nearly'

/** Sentences of fewer words are alike by chance: "The talks failed." */
const fewestWords = 4

export function wordingOf(article: Article, sentence: Span): Wording {
  const text = slice(article, sentence)
  const credit = isEnglish(article) ? creditIn(article, sentence) : null
  const wording = toWording(article, text, takeDateline(credit?.text ?? text), credit?.speaker ?? null)
  return credit === null && pointsBackwards(text) ? { ...wording, before: textBefore(article, sentence) } : wording
}

function textBefore(article: Article, sentence: Span): string {
  const at = article.paragraphs.findLastIndex(({ start }) => start <= sentence.start)
  const near = article.paragraphs.slice(Math.max(0, at - 1), at + 1).flatMap(({ sentences }) => sentences)
  const before = near.findLast(({ end }) => end <= sentence.start)
  return before === undefined
    ? ''
    : evenOut(takeDateline(slice(article, before)).rest, isEnglish(article)).kept.join(' ')
}

/** That of all of a quotation's words, without what the reporter put between them. */
export function wordingOfQuotation(article: Article, quotation: Quotation): Wording {
  let wording = wordings.get(quotation)
  if (wording === undefined) {
    const text = quotation.parts.map(part => slice(article, part)).join(' ')
    wording = toWording(article, text, { rest: text, place: null }, quotation.speaker)
    wordings.set(quotation, wording)
  }
  return wording
}

// Quotations are found once for each article, and looked at again with every page that is turned.
const wordings = new WeakMap<Quotation, Wording>()

function toWording(article: Article, text: string, { rest, place }: Dateline, speaker: string | null): Wording {
  const evened = evenOut(rest, isEnglish(article))
  const words = comparableWords(text)
  return {
    article,
    exact: words.length === 0 ? null : words.join(' '),
    near: evened.kept.length < fewestWords ? null : evened.kept.join(' '),
    evened,
    speaker,
    place,
    before: null,
    text,
  }
}

function isEnglish({ language }: Article): boolean {
  return language === null || /^en\b/i.test(language)
}

/** Whether the words of one stand in the other, in this order and without a gap. */
export function isPartOf({ evened: part }: Wording, { evened: whole }: Wording): boolean {
  const length = part.kept.length
  return whole.kept.some((_, at) => {
    const fits = at + length <= whole.kept.length && part.kept.every((word, index) => whole.kept[at + index] === word)
    return fits && sameButForSlots(part, cutOut(whole, at, at + length))
  })
}

/** Null when the two do not say the same. Nearly the same are only sentences of different articles: no article says a thing twice for nothing. */
export function likenessOf(one: Wording, other: Wording): Likeness | null {
  if (one.before !== other.before) return null
  if (one.exact !== null && one.exact === other.exact) return 'same'
  const mayBe = one.near !== null && one.near === other.near && one.article !== other.article
  if (!mayBe || !sameButForSlots(one.evened, other.evened)) return null
  const samePlace = one.place === null || other.place === null || one.place === other.place
  return samePlace && speakersFit(one.speaker, other.speaker) && datesFit(one, other) ? 'nearly' : null
}

/** Whether two names may be one person's: the words of one are among those of the other. Somebody unknown is nobody in particular. */
export function speakersFit(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  const [some, more] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]]
  return some.every(word => more.includes(word))
}

const sameDay = /\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))\b/i
const sameWeek = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|last|next) (?:week|weekend|month|year))\b/i
const dayMs = 86_400_000

/** "On Friday" in the papers of two weeks are two days. */
function datesFit(one: Wording, other: Wording): boolean {
  const [a, b] = [one.article.published, other.article.published]
  if (a === null || b === null || a === b) return true
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / dayMs
  return !sameDay.test(one.text) && (days < 7 || !sameWeek.test(one.text))
}

const pronouns = new Set(['he', 'she', 'they', 'i', 'we', 'it'])
/** Words beside a quotation, beyond which it is part of the reporter's own sentence. */
const longestCredit = 12

/** A sentence that is a quotation and its credit, "…, Brandt said", without the credit; null for any other sentence. */
function creditIn(article: Article, sentence: Span): { readonly text: string; readonly speaker: string } | null {
  const quotation = quotationsOf(article).find(
    ({ kind, speaker, parts }) =>
      kind === 'statement' &&
      speaker !== null &&
      parts.some(part => part.start < sentence.end && part.end > sentence.start),
  )
  if (quotation?.speaker == null) return null
  const { parts, speaker, description, cue } = quotation
  const own = new Set([...pronouns, ...[speaker, description ?? '', cue ?? ''].flatMap(wordsOf)])
  const pieces: string[] = []
  let [beside, at] = [0, sentence.start]
  const besideUpTo = (end: number): void => {
    const words = article.body.slice(at, end).match(/[\p{L}\p{N}][\p{L}\p{N}'’]*|[^\p{L}\p{N}]+/gu) ?? []
    beside += words.filter(word => /^[\p{L}\p{N}]/u.test(word)).length
    pieces.push(...words.filter(word => !own.has(fold(word))))
  }
  for (const part of parts.filter(({ start, end }) => start < sentence.end && end > sentence.start)) {
    besideUpTo(Math.max(at, part.start))
    pieces.push(article.body.slice(Math.max(at, part.start), Math.min(part.end, sentence.end)))
    at = Math.min(part.end, sentence.end)
  }
  besideUpTo(sentence.end)
  return beside > longestCredit ? null : { text: pieces.join(''), speaker }
}
