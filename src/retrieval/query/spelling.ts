/** Corrects words that the index lacks to words that it has; never numbers, never a word that it has as typed or that people use. */

import { documentFrequency } from '../index/frequency.ts'
import { at } from '../index/numbers.ts'
import type { SearchIndex, SegmentView } from '../index/search-index.ts'
import { analyserFor, fold } from '../text/analyse.ts'
import { lettersOf } from '../text/letters.ts'
import { firstNames } from './first-names.ts'
import { slipDistance } from './slip-distance.ts'
import { baseForms, isAdjective, knowsWord } from './wordnet.ts'

/** The term that a word is taken for, and how that is printed. */
export type Correction = { readonly term: string; readonly printed: string }

type Candidate = Correction & { readonly distance: number; readonly frequency: number }

// Every word one edit away is tried: there are more of them, and each costs more, the longer the word.
const LONGEST_WORD = 24

/**
 * The word of the index that a misspelt English word stands for likeliest, by what such slips cost (`slip-distance.ts`) and how frequent
 * it is. Undefined for words that people use (`isUsed`), and for names unless the other is a name too.
 */
export function correct(index: SearchIndex, word: string): Correction | undefined {
  const typed = fold(word)
    .replace(/['’ʼ]s?$/u, '')
    .replace(/['’ʼ]/gu, '')
  const isName = /^\p{Lu}/u.test(word)
  if (typed.length < 4 || typed.length > LONGEST_WORD || /\p{Nd}/u.test(typed) || isUsed(typed, isName))
    return undefined
  const candidates: Candidate[] = index.views.flatMap(view => [...printedIn(view, typed, isName)])
  if (!isName) candidates.push(...otherForms(index, typed))
  const best = candidates.sort((a, b) => costOf(a) - costOf(b))[0]
  if (best === undefined || (!isName && isNearerToAnother(typed, best))) return undefined
  return { term: best.term, printed: best.printed }
}

/** Whether a smaller slip makes a word of it that the index lacks: "spel" is "spell", and no "spews". */
function isNearerToAnother(typed: string, { distance, printed }: Candidate): boolean {
  if (distance <= SMALL_SLIP) return false
  const near = [...oneEditAway(typed)].filter(form => slipDistance(typed, form) <= SMALL_SLIP && knowsWord(form))
  return near.some(form => slipDistance(form, fold(printed)) > SMALL_SLIP)
}

/** A letter doubled, a vowel or two letters swapped. */
const SMALL_SLIP = 0.7

/** Each doubling of how often a word is printed outweighs this much of a slip. */
const FREQUENCY_WORTH = 0.03

function costOf({ distance, frequency }: Candidate): number {
  return distance - FREQUENCY_WORTH * Math.log2(frequency)
}

/** Whether a word is spelt as people spell it, though the articles may lack it. */
export function isUsed(typed: string, isName = false): boolean {
  if (firstNames.has(typed)) return true
  if (isName) return knowsWord(typed)
  if (knowsWord(typed)) return !lacksDoubling(typed)
  return (
    otherUsed.has(typed) ||
    comparatives.some(([ending, base]) => ending.test(typed) && isAdjective(typed.replace(ending, base)))
  )
}

/** WordNet's rules lack these. */
const otherUsed = new Set(
  'goes shown proven gotten gonna wanna kinda sorta lots does email emails online website websites byline'.split(' '),
)
const comparatives = [
  [/i(?:er|est)$/, 'y'],
  [/(?:er|est)$/, ''],
  [/(?:r|st)$/, ''],
  [/([^aeiou])\1(?:er|est)$/, '$1'],
] as const

/** "shoting" is no form of "shot", as "hoping" is one of "hope". */
function lacksDoubling(typed: string): boolean {
  const base = /^([^aeiou]+[aeiou][^aeiouwxy])(?:ing|ed)$/.exec(typed)?.[1]
  return base !== undefined && !knowsWord(`${base}e`)
}

/** What slips in a word of this length may cost. Names are many and near to each other: in a short one no whole letter may differ. */
function limitsFor({ length }: string, isName: boolean): { readonly most: number; readonly whole: number } {
  if (length >= 8) return { most: 2, whole: 1 }
  if (length >= 6) return { most: 1.3, whole: isName ? 1.4 : 1 }
  return { most: isName ? 0.8 : 1, whole: 1 }
}

/** A printed form is longer or shorter by this much at most than the word that is meant by another of its forms. */
const LONGEST_ENDING = 5

/** A term keeps one of its printed words: "embasy" is near "embassy", which may stand as "embassies" alone. */
function* printedIn({ segment, documentFrequency: frequencies }: SegmentView, typed: string, isName: boolean) {
  const letters = lettersOf(typed)
  const { most: mostOfAll } = limitsFor(typed, false)
  const bits = 2 * Math.floor(mostOfAll / 0.7)
  for (let id = 0; id < segment.letters.length; id++) {
    if (bitCount(at(segment.letters, id) ^ letters) > bits) continue
    const frequency = at(frequencies, id)
    const printed = segment.printed[id] ?? ''
    if (Math.abs(printed.length - typed.length) > LONGEST_ENDING) continue
    const isCapital = /^\p{Lu}/u.test(printed)
    if (frequency === 0 || (isName && !isCapital) || isShouted(printed)) continue
    const { most, whole } = limitsFor(typed, isCapital)
    const folded = fold(printed).replace(/['’ʼ.]s?$/u, '')
    if (/^\p{Nd}/u.test(folded)) continue
    for (const form of baseForms(folded)) {
      if (Math.abs(form.length - typed.length) > most / 0.5) continue
      const distance = slipDistance(typed, form, whole)
      if (distance > most || (form !== folded && !knowsWord(form))) continue
      const term = segment.terms[id] ?? ''
      yield { term, printed: isCapital ? printed.replace(/['’ʼ]s?$/u, '') : form, distance, frequency }
    }
  }
}

/** A stop word in capitals counts as a name: nobody means it. */
function isShouted(printed: string): boolean {
  return printed === printed.toUpperCase() && analyserFor('en').analyse(printed.toLowerCase()).stop
}

/** English words one edit away of whose terms the index may have but another form: "atendance" where "attended" is printed. */
function* otherForms(index: SearchIndex, typed: string): Generator<Candidate> {
  const { analyseAnew } = analyserFor('en')
  const { most } = limitsFor(typed, false)
  for (const form of oneEditAway(typed)) {
    const { term, stop } = analyseAnew(form)
    const frequency = stop ? 0 : documentFrequency(index, term)
    if (frequency === 0 || !knowsWord(form)) continue
    const distance = slipDistance(typed, form)
    if (distance <= most) yield { term, printed: form, distance, frequency }
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** P. Norvig, "How to write a spelling corrector" (2007). */
function oneEditAway(word: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (let place = 0; place <= word.length; place++) {
    const before = word.slice(0, place)
    const after = word.slice(place + 1)
    if (place < word.length) forms.add(before + after)
    if (place < word.length - 1) forms.add(before + word[place + 1] + word[place] + word.slice(place + 2))
    for (const letter of alphabet) {
      forms.add(before + letter + word.slice(place))
      if (place < word.length) forms.add(before + letter + after)
    }
  }
  forms.delete(word)
  return forms
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
