/** Reads a question into a query: its words with their terms, phrases that must match, and words that must not. */

import { analyserFor } from '../text/analyse.ts'
import { CALENDAR, DIGITS, kindOf, NUMBER_WORD } from '../text/term-kinds.ts'
import { scanWords } from '../text/words.ts'
import { blankDiscourse } from './discourse.ts'
import { loadLexicon } from './lexicon.ts'
import { numbersInWords } from './number-words.ts'
import type { QueryTerm } from './query-term.ts'
import { type QuestionType, questionType } from './question-type.ts'
import { relatedTerms } from './related.ts'
import { mendSlips } from './slips.ts'
import { mendNames } from './typed-names.ts'
import { isProperNoun, knowsWord } from './wordnet.ts'

/** One distinct word of the question that is searched for. */
export type QueryWord = {
  /** As typed. */
  readonly word: string
  /** The terms that it stands as, one for each language, or those of its correction. */
  readonly terms: readonly QueryTerm[]
  /** Whether it is typed as a name: with a capital, and not at the start of the question. */
  readonly isName: boolean
  /** What it is: a name in whatever case, a number in figures or letters, or any other word. */
  readonly kind: 'name' | 'number' | 'word'
  /** Terms also looked for, at a lower weight. */
  readonly added: readonly QueryTerm[]
  /** Terms that are evidence of it, without being looked for. */
  readonly related: readonly QueryTerm[]
  /** How much such a word is expected in a sentence that answers: "name" less than "Peskov". */
  readonly expectation: number
}

/** A word of a phrase that must match to the letter: the terms that it may stand as, and the word. */
export type PhraseWord = { readonly terms: readonly string[]; readonly word: string; readonly stop: boolean }

export type Query = {
  readonly text: string
  readonly words: readonly QueryWord[]
  readonly phrases: readonly (readonly PhraseWord[])[]
  /** The phrases as typed, with their marks. */
  readonly phraseTexts: readonly string[]
  /** Terms that a hit must not have. */
  readonly excluded: readonly string[]
  /** The languages of which `words` hold terms, that of the question first. */
  readonly languages: readonly string[]
  /** All terms of the question in order, stop words included. */
  readonly sequence: readonly string[]
  readonly type: QuestionType
  /** Which of `words` names what is asked for, or -1. */
  readonly headSlot: number
}

// A question is read up to here: nobody asks for more, and each word costs time.
const MOST_WORDS = 48
const MOST_TOKENS = 160
const MOST_CHARACTERS = 2000

/** A term in another language than the question's counts a little less, so that articles in its own language come first. */
const OTHER_LANGUAGE_WEIGHT = 0.85

const phrase = /"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»/gu
const exclusion = /(?<=^|\s)-(?=\p{L})([\p{L}\p{M}\p{N}'’]+)/gu

/** The query of a question, for an index that holds these languages. A quotation mark that is not closed opens no phrase. */
export function parseQuery(question: string, languages: readonly string[]): Query {
  const text = lowerShouting(question.slice(0, MOST_CHARACTERS))
  const own = questionLanguage(text, languages)
  const ordered = [own, ...languages.filter(language => language !== own)]
  const excluded = [...text.matchAll(exclusion)].flatMap(([, word = '']) => termsOf(word, ordered))
  const marked = [...text.matchAll(phrase)]
    .map(match => ({ text: match[0], words: phraseWords(match.slice(1).join(''), ordered) }))
    .filter(({ words }) => words.length > 0)
  return {
    ...readWords(blankDiscourse(mendNames(mendSlips(text.replace(exclusion, ' ')))), ordered),
    text,
    phrases: marked.map(({ words }) => words),
    phraseTexts: marked.map(one => one.text),
    excluded,
    languages: ordered,
  }
}

function readWords(
  text: string,
  languages: readonly string[],
): Pick<Query, 'words' | 'sequence' | 'type' | 'headSlot'> {
  const words = new Map<string, QueryWord>()
  const sequence: string[] = []
  const typed: string[] = []
  const [own = 'en'] = languages
  scanWords(text, 0, text.length, (start, end) => {
    if (words.size >= MOST_WORDS || sequence.length >= MOST_TOKENS) return
    const word = text.slice(start, end)
    const { term, stop } = analyserFor(own).analyse(word)
    sequence.push(term)
    typed.push(word.toLowerCase())
    if (isIdiom(typed)) words.delete(sequence.at(-2) ?? '')
    else if (!stop && !words.has(term))
      words.set(term, {
        ...queryWord(word, languages),
        isName: start > 0 && /^\p{Lu}/u.test(word),
        kind: kindOfWord(word, term, start > 0),
      })
  })
  const type = questionType(typed)
  const headSlot = [...words.keys()].indexOf(sequence[type.head] ?? '')
  return { words: [...words.values()], sequence, type, headSlot }
}

/** Days, months and the like are no names: an article may say "today". */
function kindOfWord(word: string, term: string, isInside: boolean): QueryWord['kind'] {
  const bits = kindOf(term)
  if ((bits & (DIGITS | NUMBER_WORD)) !== 0) return 'number'
  if ((bits & CALENDAR) !== 0) return 'word'
  const isCapital = /^\p{Lu}/u.test(word)
  const lower = word.toLowerCase().replace(/['’]s$/u, '')
  if (isCapital && isInside) return 'name'
  return isProperNoun(lower) || (isCapital && !knowsWord(lower)) ? 'name' : 'word'
}

/** Whether the last two words only say that something happens: "take place". */
function isIdiom(typed: readonly string[]): boolean {
  return typed.at(-1) === 'place' && /^(?:take|takes|took|taken|taking)$/.test(typed.at(-2) ?? '')
}

/** A word with its terms in each language where it is no stop word, and what is known of it in English. */
export function queryWord(word: string, languages: readonly string[]): QueryWord {
  const other = otherNumberForm(word)
  const terms = [...termsOf(word, languages), ...(other === null ? [] : termsOf(other, languages))].map(
    (term, place) => ({
      term,
      weight: place === 0 ? 1 : OTHER_LANGUAGE_WEIGHT,
    }),
  )
  const plain = { word, terms, isName: false, kind: 'word' as const, added: [] }
  const english = languages.includes('en') ? analyserFor('en').analyse(word).term : undefined
  if (english === undefined) return { ...plain, related: [], expectation: 1 }
  const expectation = loadLexicon().expectation.get(english) ?? 1
  return { ...plain, related: relatedTerms(word, english), expectation }
}

/** "747s" for "747", and the other way round, decades apart; "three" for "3". */
function otherNumberForm(word: string): string | null {
  const inWords = numbersInWords.get(word.replaceAll(',', ''))
  if (inWords !== undefined) return inWords
  if (!/^\d{2,5}s?$/.test(word) || /^(?:\d\d)?\d0s?$/.test(word)) return null
  return word.endsWith('s') ? word.slice(0, -1) : `${word}s`
}

/** The distinct terms of a word in the languages where it is no stop word. */
export function termsOf(word: string, languages: readonly string[]): string[] {
  const analysed = languages.map(language => analyserFor(language).analyse(word))
  return [...new Set(analysed.flatMap(({ term, stop }) => (stop ? [] : [term])))]
}

function phraseWords(text: string, languages: readonly string[]): PhraseWord[] {
  const words: PhraseWord[] = []
  scanWords(text, 0, text.length, (start, end) => {
    const word = text.slice(start, end)
    const analysed = languages.map(language => analyserFor(language).analyse(word))
    words.push({ terms: analysed.map(({ term }) => term), word, stop: analysed[0]?.stop ?? false })
  })
  return words
}

/** The language whose stop words the question uses most; the first of equals, English before all. */
function questionLanguage(text: string, languages: readonly string[]): string {
  const sorted = languages.includes('en') ? ['en', ...languages.filter(language => language !== 'en')] : languages
  let best = sorted[0] ?? 'en'
  if (sorted.length < 2) return best
  let most = -1
  for (const language of sorted) {
    const { analyse } = analyserFor(language)
    let stops = 0
    scanWords(text, 0, text.length, (start, end) => {
      if (analyse(text.slice(start, end)).stop) stops++
    })
    if (stops > most) {
      most = stops
      best = language
    }
  }
  return best
}

/** A question typed all in capitals is read as one without: its "WHO" is no organisation. */
function lowerShouting(text: string): string {
  return text.length > 12 && text === text.toUpperCase() && text !== text.toLowerCase() ? text.toLowerCase() : text
}
