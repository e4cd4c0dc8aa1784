/** Acronyms that the articles spell out, "the World Health Organization (WHO)": a question with the one is also read with the other. */

import { at } from '../index/numbers.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Segment } from '../index/segment.ts'
import { analyserFor } from '../text/analyse.ts'
import { CAPITAL, STOP, TERM_SHIFT } from '../text/tokenise.ts'
import { scanWords } from '../text/words.ts'

const SHORTEST = 3
const LONGEST = 7
/** Sentences with the acronym that are looked at: it is spelt out where it is first used. */
const MOST_SENTENCES = 300

type Word = { readonly start: number; readonly end: number; readonly text: string; readonly stop: boolean }

/** The question read with its first acronym spelt out as in the articles, or with a name cut to its acronym; null where there is none. */
export function readAcronym(index: SearchIndex, question: string): string | null {
  const words = wordsOf(question)
  for (const { start, end, text, stop } of words) {
    const isLetters = !stop && text.length >= SHORTEST && text.length <= LONGEST && /^\p{L}+$/u.test(text)
    const spelt = isLetters ? speltOut(index, text) : null
    if (spelt !== null) return withInstead(question, start, end, spelt.join(' '))
  }
  for (const run of runsOf(words)) {
    const [first, last] = [run[0], run.at(-1)]
    const acronym = run
      .map(({ text }) => text[0])
      .join('')
      .toUpperCase()
    const spelt = first === undefined || last === undefined ? null : speltOut(index, acronym)
    if (spelt === null || first === undefined || last === undefined) continue
    if (isSame(spelt, run)) return withInstead(question, first.start, last.end, acronym)
  }
  return null
}

function withInstead(question: string, start: number, end: number, instead: string): string {
  return question.slice(0, start) + instead + question.slice(end)
}

function wordsOf(question: string): Word[] {
  const words: Word[] = []
  scanWords(question, 0, question.length, (start, end) => {
    const text = question.slice(start, end)
    words.push({ start, end, text, stop: analyserFor('en').analyse(text).stop })
  })
  return words
}

/** The runs of words that may be a name, stop words inside left out, the longest first. */
function runsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const content = words.filter(({ stop }) => !stop)
  const runs: Word[][] = []
  for (let length = Math.min(LONGEST, content.length); length >= SHORTEST; length--) {
    for (let from = 0; from + length <= content.length; from++) runs.push(content.slice(from, from + length))
  }
  return runs
}

function isSame(spelt: readonly string[], run: readonly Word[]): boolean {
  const { analyse } = analyserFor('en')
  const terms = spelt.flatMap(word => (analyse(word).stop ? [] : [analyse(word).term]))
  return terms.length === run.length && run.every(({ text }, place) => analyse(text).term === terms[place])
}

/** The words that stand before an acronym where it is introduced. */
function speltOut(index: SearchIndex, acronym: string): readonly string[] | null {
  const { term } = analyserFor('en').analyse(acronym.toUpperCase())
  for (const { segment } of index.views) {
    const id = segment.termIds.get(term)
    if (id === undefined || !isShouted(segment, id)) continue
    const start = at(segment.postingsStart, id)
    const end = Math.min(at(segment.postingsStart, id + 1), start + MOST_SENTENCES)
    for (let place = start; place < end; place++) {
      const spelt = before(segment, id, at(segment.postings, place), acronym.toLowerCase())
      if (spelt !== null) return spelt
    }
  }
  return null
}

/** Whether a term is printed in capitals alone: "who" is none, "WHO" is. */
function isShouted({ printed }: Segment, id: number): boolean {
  const word = printed[id] ?? ''
  return word === word.toUpperCase()
}

function before(segment: Segment, id: number, sentence: number, letters: string): readonly string[] | null {
  const first = at(segment.tokensStart, sentence)
  for (let place = first; place < at(segment.tokensStart, sentence + 1); place++) {
    if (at(segment.tokens, place) >>> TERM_SHIFT !== id) continue
    const spelt = speltBefore(segment, first, place, letters)
    if (spelt !== null) return spelt
  }
  return null
}

/** The words right before `place` whose initials are `letters`: capitals, but for stop words, which may have no letter there. */
function speltBefore(segment: Segment, first: number, place: number, letters: string): readonly string[] | null {
  const words: string[] = []
  let letter = letters.length - 1
  for (let back = place - 1; back >= first && letter >= 0; back--) {
    const token = at(segment.tokens, back)
    const printed = segment.printed[token >>> TERM_SHIFT] ?? ''
    const isInitial = printed[0]?.toLowerCase() === letters[letter]
    const isStop = (token & STOP) !== 0
    if (isInitial && (!isStop || (token & CAPITAL) !== 0)) letter--
    else if (!isStop || (token & CAPITAL) !== 0) return null
    words.unshift(printed)
  }
  return letter < 0 ? words : null
}
