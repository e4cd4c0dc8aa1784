/** Terms that are evidence of a word without being it: what answers say instead, WordNet's relatives, and derived forms in the index. */

import type { Segment } from '../index/segment.ts'
import { prefixOf } from '../index/segment-tables.ts'
import { analyserFor } from '../text/analyse.ts'
import { irregularForms } from '../text/word-lists.ts'
import { loadLexicon } from './lexicon.ts'
import type { QueryTerm } from './query-term.ts'
import { nameSynonyms, synonyms } from './synonyms.ts'
import { baseForms, type RelatedWord, relatedWords } from './wordnet.ts'

const WORDNET_WEIGHT = 0.6
const DERIVED_WEIGHT = 0.8
/** Another form of the same word that no stemmer brings together: "send" and "sent". */
const SAME_WORD_WEIGHT = 0.95
const CACHE_LIMIT = 20_000
const cache = new Map<string, readonly QueryTerm[]>()

/** Terms related to an English word as typed, from the lexicon and from WordNet; names (capitalised words) have none in WordNet, but
 * places have their people. */
export function relatedTerms(word: string, term: string): readonly QueryTerm[] {
  const key = /^\p{Lu}/u.test(word) ? term : ` ${word}`
  let related = cache.get(key)
  if (related === undefined) {
    related = key === term ? nameTerms(word) : wordNetTerms(word, term)
    if (cache.size >= CACHE_LIMIT) cache.clear()
    cache.set(key, related)
  }
  const instead = loadLexicon().instead.get(term)
  return instead === undefined ? related : [...related, ...instead]
}

/** The people of a place, and the place of a people. */
function nameTerms(word: string): QueryTerm[] {
  const { analyse } = analyserFor('en')
  const lower = word.toLowerCase()
  const others = [lower, ...baseForms(lower)].flatMap(base => nameSynonyms.get(base) ?? [])
  // "us" in lower case is a pronoun.
  const terms = others.map(other => analyse(other.length === 2 ? other.toUpperCase() : other).term)
  return [...new Set(terms)].map(term => ({ term, weight: WORDNET_WEIGHT }))
}

const SYNONYM_WEIGHT = 1

/** Words of about the same meaning as an English word, closest first: our own groups of synonyms, then WordNet's relatives. */
export function closeWords(word: string): readonly RelatedWord[] {
  return [...ownSynonyms(word), ...relatedWords(word.toLowerCase())].sort((a, b) => b.weight - a.weight)
}

/** Words of the groups of synonyms that were put down by hand. */
export function ownSynonyms(word: string): readonly RelatedWord[] {
  const others = baseForms(word.toLowerCase()).flatMap(base => synonyms.get(base) ?? [])
  return [...new Set(others)].map(other => ({ word: other, weight: SYNONYM_WEIGHT }))
}

function wordNetTerms(word: string, own: string): QueryTerm[] {
  const weights = new Map<string, number>()
  const { analyse } = analyserFor('en')
  for (const { word: related, weight } of closeWords(word)) {
    if (related.includes(' ')) continue
    const { term, stop } = analyse(related)
    if (stop || term === own) continue
    weights.set(term, Math.max(weights.get(term) ?? 0, weight * WORDNET_WEIGHT))
  }
  for (const form of irregularSiblings(word.toLowerCase())) {
    const { term, stop } = analyse(form)
    if (!stop && term !== own) weights.set(term, SAME_WORD_WEIGHT)
  }
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

/** The base form and the other irregular forms of a word: of "wrote", "write" and "written". */
export function irregularSiblings(word: string): string[] {
  const bases = new Set(baseForms(word).map(base => irregularForms.get(base) ?? base))
  const forms = [...irregularForms].flatMap(([form, base]) => (bases.has(base) ? [form, base] : []))
  return [...new Set(forms)].filter(form => form !== word)
}

/**
 * Terms of a segment that share their beginning with `term`, as "administr" and "administrationen" do: at least four letters and
 * six tenths of the longer of the two. Pairs of a term's id and its weight.
 */
export function derivedTerms(segment: Segment, term: string): readonly (readonly [number, number])[] {
  const start = term.indexOf(':') + 1
  const prefix = prefixOf(term)
  if (prefix === undefined || /^\p{Nd}/u.test(term.slice(start))) return []
  const derived: (readonly [number, number])[] = []
  for (const other of segment.termsByPrefix.get(prefix) ?? []) {
    const name = segment.terms[other] ?? ''
    let shared = prefix.length
    while (shared < name.length && shared < term.length && name.charCodeAt(shared) === term.charCodeAt(shared)) shared++
    const share = (shared - start) / (Math.max(name.length, term.length) - start)
    if (name !== term && share >= 0.6) derived.push([other, share * DERIVED_WEIGHT])
  }
  return derived
}
