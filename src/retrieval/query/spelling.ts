/** Corrects words that the index lacks to words that it has; never numbers, never a word that it has as typed. */

import { at } from '../index/numbers.ts'
import type { SearchIndex, SegmentView } from '../index/search-index.ts'
import { fold } from '../text/analyse.ts'
import { lettersOf } from '../text/letters.ts'
import { baseForms, knowsWord } from './wordnet.ts'

/** The term that a word is taken for, and how that is printed. */
export type Correction = { readonly term: string; readonly printed: string }

/**
 * The nearest word of the index that a misspelt English word may stand for: one edit for words of four to seven letters, two from
 * eight on (F. Damerau, 1964: insertion, deletion, substitution, transposition), with the same first letter or one edit only; the
 * more frequent of equals. Undefined for words that are spelt right by WordNet, "Tower" too, and for names unless the other is a name.
 */
export function correct(index: SearchIndex, word: string): Correction | undefined {
  const typed = fold(word).replace(/['’ʼ]/gu, '')
  if (typed.length < 4 || /\p{Nd}/u.test(typed)) return undefined
  const isName = /^\p{Lu}/u.test(word)
  if (knowsWord(typed)) return undefined
  let best: (Correction & { distance: number; frequency: number }) | undefined
  for (const view of index.views) {
    for (const candidate of candidatesIn(view, typed, isName)) {
      const nearer = best === undefined || candidate.distance < best.distance
      if (nearer || (candidate.distance === best?.distance && candidate.frequency > best.frequency)) best = candidate
    }
  }
  if (best === undefined || (!isName && !isNearest(typed, fold(best.printed)))) return undefined
  return { term: best.term, printed: best.printed }
}

/** Not when a double letter makes it a word, "spel", and the index has only another: "spews". */
function isNearest(typed: string, printed: string): boolean {
  const doubled = Array.from(typed, (letter, place) => typed.slice(0, place) + letter + typed.slice(place))
  const meant = doubled.filter(knowsWord)
  return meant.length === 0 || baseForms(printed).some(form => meant.includes(form))
}

function* candidatesIn({ segment, documentFrequency }: SegmentView, typed: string, isName: boolean) {
  const most = typed.length < 8 ? 1 : 2
  const letters = lettersOf(typed)
  const table = segment.letters
  for (let id = 0; id < table.length; id++) {
    if (bitCount(at(table, id) ^ letters) > 2 * most) continue
    const frequency = at(documentFrequency, id)
    if (frequency === 0) continue
    const printed = segment.printed[id] ?? ''
    if (isName && !/^\p{Lu}/u.test(printed)) continue
    const folded = fold(printed).replace(/['’ʼ.]s?$/u, '')
    if (/^\p{Nd}/u.test(folded)) continue
    // A term keeps one of its printed words: "embasy" is near "embassy", which may stand as "embassies" alone.
    for (const form of baseForms(folded)) {
      const distance = editDistance(typed, form, most)
      if (distance > most || (distance > 1 && form[0] !== typed[0])) continue
      if (form !== folded && !knowsWord(form)) continue
      yield { term: segment.terms[id] ?? '', printed: form === folded ? printed : form, distance, frequency }
    }
  }
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Edits between two words, transpositions of neighbours counted once; anything over `most` may come out as `most + 1`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1)
      }
      current.push(edits)
    }
    if (Math.min(...current) > most) return most + 1
    beforeLast = last
    last = current
  }
  return last[other.length] ?? most + 1
}
