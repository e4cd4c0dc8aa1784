/** Reads a question against an index: words that it lacks are corrected, or looked for in other words; what was done is said. */

import { documentFrequency, isInContext } from '../index/frequency.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { analyse, analyserFor } from '../text/analyse.ts'
import { spacedAsPrinted } from './joined-words.ts'
import { parseQuery, type Query, type QueryWord, queryWord } from './query.ts'
import type { QueryTerm } from './query-term.ts'
import { closeWords, irregularSiblings, ownSynonyms } from './related.ts'
import { correct } from './spelling.ts'
import { nounClass, type RelatedWord } from './wordnet.ts'

/** What was done to a question before it was searched for. */
export type Reading = {
  readonly corrected: readonly { readonly from: string; readonly to: string }[]
  readonly added: readonly { readonly word: string; readonly because: string }[]
  /** Words that no article of the index has, as typed. */
  readonly absent: readonly string[]
}

// Looking through the dictionary for each of many unknown words would cost more than it brings.
const MOST_CORRECTIONS = 4
const MOST_ADDED = 3
const LEAST_WEIGHT = 0.6
const ADDED_WEIGHT = 0.5
const CORRECTED_WEIGHT = 0.9

/** The query of a question, and how it was read. */
export type Understood = { readonly query: Query; readonly reading: Reading }

/** Reads a question: corrects words that the index lacks, and adds others for those that cannot be corrected. */
export function understand(index: SearchIndex, question: string): Understood {
  const typed = parseQuery(question, index.languages)
  const unknown = typed.words.filter(word => word.kind !== 'number' && !isKnown(index, word)).slice(0, MOST_CORRECTIONS)
  const spaced = isEnglish(typed) ? spacedAsPrinted(index, typed.text, unknown) : []
  const query = spaced.length === 0 ? typed : parseQuery(withReplaced(typed.text, spaced), index.languages)
  const corrected: { from: string; to: string }[] = [...spaced]
  const absent: string[] = []
  const replaced = new Map<string, string>()
  let tries = 0
  const words = query.words.map((word): QueryWord => {
    if (isKnown(index, word)) return word
    const other = otherForm(index, query, word)
    if (other !== null) return other
    if (isEnglish(query) && tries++ < MOST_CORRECTIONS) {
      const correction = correct(index, word.word)
      if (correction !== undefined) {
        corrected.push({ from: word.word, to: correction.printed })
        for (const { term } of word.terms) replaced.set(term, correction.term)
        const terms = [{ term: correction.term, weight: CORRECTED_WEIGHT }]
        return {
          ...queryWord(correction.printed, query.languages),
          word: word.word,
          isName: word.isName,
          kind: word.kind,
          terms,
        }
      }
    }
    absent.push(word.word)
    return word
  })
  const understood = {
    query: { ...query, words, sequence: query.sequence.map(term => replaced.get(term) ?? term) },
    reading: { corrected, added: [], absent },
  }
  // Where no word of the question is printed, the relatives that WordNet knows would make up another question.
  const near = absent.length === words.length ? ownSynonyms : (word: string) => closerThan(word, LEAST_WEIGHT)
  return addWords(index, understood, absent, near, ADDED_WEIGHT)
}

function isEnglish({ languages }: Query): boolean {
  return languages.includes('en')
}

function withReplaced(text: string, replaced: Reading['corrected']): string {
  return replaced.reduce((rest, { from, to }) => rest.replace(from, () => to), text)
}

/** A word that the index has in another irregular form alone: "taught" as "teaches". */
function otherForm(index: SearchIndex, { languages }: Query, word: QueryWord): QueryWord | null {
  if (!languages.includes('en')) return null
  const { analyse } = analyserFor('en')
  const terms = irregularSiblings(word.word.toLowerCase()).map(form => ({ term: analyse(form).term, weight: 1 }))
  const known = terms.filter(({ term }) => documentFrequency(index, term) > 0)
  return known.length === 0 ? null : { ...word, terms: [...word.terms, ...known] }
}

function addWords(
  index: SearchIndex,
  { query, reading }: Understood,
  typed: readonly string[],
  near: (word: string) => readonly RelatedWord[],
  share: number,
): Understood {
  const own = new Set(query.words.flatMap(({ terms }) => terms.map(({ term }) => term)))
  const added = [...reading.added]
  const words = query.words.map((word): QueryWord => {
    if (!typed.includes(word.word)) return word
    const others = otherWords(index, word, near(word.word)).filter(({ term }) => !own.has(term))
    for (const { printed } of others) added.push({ word: printed, because: word.word })
    return { ...word, added: others.map(({ term, weight }) => ({ term, weight: weight * share })) }
  })
  return { query: { ...query, words }, reading: { ...reading, added } }
}

/** Those of the added words that stand in one of these texts: of the others nothing is said. */
export function addedIn({ added }: Reading, texts: readonly string[]): Reading['added'] {
  if (added.length === 0) return added
  const printed = new Set(texts.flatMap(text => analyse(text, 'en').map(({ term }) => term)))
  return added.filter(({ word }) => printed.has(analyserFor('en').analyse(word).term))
}

function isKnown(index: SearchIndex, { terms }: QueryWord): boolean {
  return terms.some(({ term }) => documentFrequency(index, term) > 0 || isInContext(index, term))
}

/** What a word happens to mean besides is no synonym: "turtle" for "capsize", where only the first is a thing, too. */
function closerThan(word: string, least: number): readonly RelatedWord[] {
  const isNoun = nounClass(word.toLowerCase()) >= 0
  return closeWords(word).filter(
    ({ word: other, weight }) => weight >= least && (isNoun || !concrete.has(nounClass(other))),
  )
}

/** Lexicographer files (lexnames(5WN)) of nouns that one can touch: animals, artifacts, bodies, food, objects, people, plants, substances. */
const concrete = new Set([5, 6, 8, 13, 17, 18, 20, 27])

/** Those of the related words that the index has, closest first. */
function otherWords(
  index: SearchIndex,
  { terms }: QueryWord,
  near: readonly RelatedWord[],
): (QueryTerm & { printed: string })[] {
  const { analyse } = analyserFor('en')
  const found = new Map<string, QueryTerm & { printed: string }>()
  for (const { word, weight } of near) {
    if (found.size >= MOST_ADDED) break
    if (word.includes(' ')) continue
    const { term, stop } = analyse(word)
    if (stop || found.has(term) || terms.some(own => own.term === term) || documentFrequency(index, term) === 0)
      continue
    found.set(term, { term, weight, printed: word })
  }
  return [...found.values()]
}
