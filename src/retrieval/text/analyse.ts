/** Turns words into terms, the same way for documents and for questions, by language; where words stand is left to `words.ts`. */
import { loadStemmer, loadStopWords, type Stem } from './natural.ts'
import { stemEnglish } from './porter.ts'
import { englishStopWords, germanStopWords } from './word-lists.ts'
import { scanWords } from './words.ts'

/**
 * What is known of a word once it is analysed. `term` is what is indexed: folded, stemmed, and for other languages than
 * English marked by the language, so that "gift" (English) and "Gift" (German) stay two terms.
 */
export type AnalysedWord = { readonly term: string; readonly stop: boolean; readonly number: boolean }

/** How one language's words become terms. */
export type Analyser = {
  /** BCP 47 primary subtag: `en`, `es`. */
  readonly language: string
  readonly analyse: (word: string) => AnalysedWord
  /** The same without a look at the words analysed before: for those who keep such a list themselves. */
  readonly analyseAnew: (word: string) => AnalysedWord
}

type LanguageRules = {
  readonly stem: () => Stem
  readonly stopWords: () => readonly string[]
  readonly elision?: RegExp
}

const identity: Stem = word => word
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|all|dall|dell|nell|sull|un)['’ʼ]/u
// Its letters, digits and signs are words to us.
const allEnglishStopWords = () => [
  ...loadStopWords('stopwords').filter(word => word.length > 1 || word === 'a' || word === 'i'),
  ...englishStopWords,
]

const languages: ReadonlyMap<string, LanguageRules> = new Map<string, LanguageRules>([
  ['en', { stem: () => stemEnglish, stopWords: allEnglishStopWords }],
  ['de', { stem: () => loadStemmer('porter_stemmer_de'), stopWords: () => germanStopWords }],
  ['es', { stem: () => loadStemmer('porter_stemmer_es'), stopWords: () => loadStopWords('stopwords_es') }],
  ['fr', { stem: () => loadStemmer('porter_stemmer_fr'), stopWords: () => loadStopWords('stopwords_fr'), elision }],
  ['it', { stem: () => loadStemmer('porter_stemmer_it'), stopWords: () => loadStopWords('stopwords_it'), elision }],
  ['nl', { stem: () => loadStemmer('porter_stemmer_nl'), stopWords: () => loadStopWords('stopwords_nl') }],
  ['no', { stem: () => loadStemmer('porter_stemmer_no'), stopWords: () => loadStopWords('stopwords_no') }],
  ['pl', { stem: () => identity, stopWords: () => loadStopWords('stopwords_pl') }],
  ['pt', { stem: () => loadStemmer('porter_stemmer_pt'), stopWords: () => loadStopWords('stopwords_pt') }],
  ['ru', { stem: () => loadStemmer('porter_stemmer_ru'), stopWords: () => loadStopWords('stopwords_ru') }],
  ['sv', { stem: () => loadStemmer('porter_stemmer_sv'), stopWords: () => loadStopWords('stopwords_sv') }],
  ['uk', { stem: () => loadStemmer('porter_stemmer_uk'), stopWords: () => loadStopWords('stopwords_uk') }],
])

const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
])

/** Case and diacritics folded: "Café" -> "cafe", "Straße" -> "strasse". Russian й and ё become и and е on both sides alike. */
export function fold(word: string): string {
  if (isPlain(word)) return word
  const lower = word.toLowerCase()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII as a whole
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/gu, letter => letters.get(letter) ?? letter)
}

const analysers = new Map<string, Analyser>()

/** The analyser of a BCP 47 language; null is read as English, and a language without rules is neither stemmed nor stopped. */
export function analyserFor(language: string | null): Analyser {
  const primary = (language ?? 'en').toLowerCase().split('-')[0] ?? 'en'
  const name = primary === 'nb' || primary === 'nn' ? 'no' : primary
  let analyser = analysers.get(name)
  if (analyser === undefined) {
    analyser = createAnalyser(name)
    analysers.set(name, analyser)
  }
  return analyser
}

const CACHE_LIMIT = 200_000

function createAnalyser(language: string): Analyser {
  const rules = languages.get(language)
  const stem = rules?.stem() ?? identity
  const stopWords = new Set((rules?.stopWords() ?? []).map(word => fold(word).replace(/['’ʼ]/gu, '')))
  const prefix = language === 'en' ? '' : `${language}:`
  const cache = new Map<string, AnalysedWord>()
  const analyseAnew = (word: string): AnalysedWord => {
    const plain = isPlain(word)
    const bare = plain ? word : bareWord(word, rules?.elision)
    const folded = plain ? word : fold(bare)
    if (!plain && /^\p{Nd}/u.test(folded)) return { term: folded.replaceAll(',', ''), stop: false, number: true }
    if (stopWords.has(folded)) {
      // "WHO" and "IT" in capitals are names.
      const name = bare.length > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase()
      return { term: name ? prefix + bare : prefix + folded, stop: !name, number: false }
    }
    if (language === 'en') return { term: plain ? stem(folded) : fold(stem(folded)), stop: false, number: false }
    return { term: prefix + fold(stem(bare.toLowerCase())), stop: false, number: false }
  }
  const analyse = (word: string): AnalysedWord => {
    let analysed = cache.get(word)
    if (analysed === undefined) {
      analysed = analyseAnew(word)
      if (cache.size >= CACHE_LIMIT) cache.clear()
      cache.set(word, analysed)
    }
    return analysed
  }
  return { language, analyse, analyseAnew }
}

/** Whether a word is made of the letters a to z alone, as most are: then it needs none of the care that the others do. */
export function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter < 0x61 || letter > 0x7a) return false
  }
  return true
}

/** A word without possessive, inner apostrophes and dots: "Peskov's" -> "Peskov", "O'Brien" -> "OBrien", "U.S" -> "US". */
function bareWord(word: string, elided: RegExp | undefined): string {
  let bare = word
  if (/['’ʼ]/u.test(bare)) {
    if (elided !== undefined) bare = bare.replace(elided, '')
    bare = bare.replace(/['’ʼ][sS]$/u, '').replace(/['’ʼ]/gu, '')
  }
  if (bare.includes('.') && !/^\p{Nd}/u.test(bare)) bare = bare.replaceAll('.', '')
  return bare
}

/** A term of a text and where its word stands, in UTF-16 units. */
export type Term = AnalysedWord & { readonly start: number; readonly end: number }

/** The terms of a text in order, stop words included and marked. */
export function analyse(text: string, language: string | null = null): Term[] {
  const { analyse: analyseWord } = analyserFor(language)
  const terms: Term[] = []
  scanWords(text, 0, text.length, (start, end) => {
    terms.push({ ...analyseWord(text.slice(start, end)), start, end })
  })
  return terms
}
