/** Who is quoted in a library, and finding them by any part of their name; what they said is `quote.ts`'s. */
import type { Article } from '../article/article.ts'
import type { Quotation } from '../article/quotation.ts'
import { inOneGo, type Steps } from '../work/steps.ts'
import type { Library, LibraryChange } from './library.ts'
import { articlesByDate, mergeSorted, newestFirst, wordsOf } from './lookup/find-article.ts'
import { quotationsOf } from './quotations-of.ts'
import type { Placed, SpeakerEntry } from './tables.ts'

/** A speaker's name as printed, and the number of their quotations over all articles. */
export type Speaker = { readonly name: string; readonly quotations: number }

/** How alike two names must be, as the share of letter pairs in common, for one to be a likely slip for the other. */
const ALIKE = 0.5

/**
 * The speakers in whose names every word of `typed` begins a word, without regard to case and diacritics; all when it is blank. Most
 * quoted first, then by name.
 */
export function suggestSpeakers(library: Library, typed: string, limit: number): readonly Speaker[] {
  return fitting(library, typed).slice(0, limit).map(toSpeaker)
}

/**
 * Everything said by speakers whose names fit `typed`: one whose whole name it is, else all that have its words, else all that have words
 * which begin so. In the order of the articles' dates; of several people, one after the other.
 */
export function saidBy(library: Library, typed: string): readonly Placed[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return []
  const entries = fitting(library, typed)
  const whole = entries.filter(({ words }) => words.length > 1 && words.join(' ') === wanted.join(' '))
  const named = entries.filter(({ words }) => wanted.every(word => words.includes(word)))
  const meant = [whole, named, entries].find(({ length }) => length > 0) ?? []
  const byPerson = areSeveral(meant) ? meant.map(({ placed }) => placed) : [meant.flatMap(({ placed }) => placed)]
  return byPerson.flatMap(placed => placed.toSorted(byDateAndPlace))
}

/** The speakers of these quotations where they are several people, the most quoted first; empty where they may be one. */
export function severalSpeakers(placed: readonly Placed[]): readonly Speaker[] {
  const counts = new Map<string, number>()
  for (const { quotation } of placed)
    if (quotation.speaker !== null) counts.set(quotation.speaker, (counts.get(quotation.speaker) ?? 0) + 1)
  const speakers = [...counts].map(([name, quotations]) => ({ name, quotations, words: wordsOf(name) }))
  if (!areSeveral(speakers)) return []
  return speakers.sort((a, b) => b.quotations - a.quotations).map(({ name, quotations }) => ({ name, quotations }))
}

/** Whether two of the names cannot be one person's: "Peskov" and "Dmitry Peskov" can, "Ana Keller" and "Tom Keller" cannot. */
function areSeveral(names: readonly { readonly words: readonly string[] }[]): boolean {
  const longest = names.reduce<readonly string[]>((most, { words }) => (words.length > most.length ? words : most), [])
  return names.some(({ words }) => !words.every(word => longest.includes(word)))
}

/** Whether every word of `typed` is a word of one speaker's name: "peskov" is, "bridge" is not though there be a Bridget. */
export function isSpeakersName(library: Library, typed: string): boolean {
  const wanted = wordsOf(typed)
  return wanted.length > 0 && entriesOf(library).some(({ words }) => wanted.every(word => words.includes(word)))
}

/** Oldest article first, those without a date last; within an article in the order of the text. */
function byDateAndPlace(a: Placed, b: Placed): number {
  const [dateA, dateB] = [a.article.published ?? '9999', b.article.published ?? '9999']
  if (dateA !== dateB) return dateA < dateB ? -1 : 1
  if (a.article.slug !== b.article.slug) return a.article.slug < b.article.slug ? -1 : 1
  return startOf(a.quotation) - startOf(b.quotation)
}

function startOf({ parts }: Quotation): number {
  return parts[0]?.start ?? 0
}

/** Speakers whose names come near what was typed: a slip, or another person of that family. Nearest first. */
export function similarSpeakers(library: Library, typed: string, limit: number): readonly string[] {
  const wanted = wordsOf(typed)
  return entriesOf(library)
    .map(({ name, words }) => ({
      name,
      likeness: Math.max(0, ...wanted.flatMap(word => words.map(other => likeness(word, other)))),
    }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ name }) => name)
}

/** The one speaker whom the articles describe by all of these words, such as "kremlin spokesman"; null when none is, or several are. */
export function speakerDescribed(library: Library, description: string): string | null {
  const wanted = wordsOf(description)
  const fits = ({ placed }: SpeakerEntry): boolean =>
    placed.some(({ quotation }) => {
      const words = wordsOf(quotation.description ?? '')
      return wanted.every(word => words.includes(word))
    })
  const [only, another] = wanted.length === 0 ? [] : entriesOf(library).filter(fits)
  return only !== undefined && another === undefined ? only.name : null
}

function entriesOf(library: Library): readonly SpeakerEntry[] {
  return library.tables.speakers ?? inOneGo(prepareSpeakers(library))
}

/** Finds who is quoted in the library, an article a step. */
export function* prepareSpeakers(library: Library): Steps<readonly SpeakerEntry[]> {
  const byName: SpeakersByName = new Map()
  for (const article of articlesByDate(library).reverse()) {
    gather(article, byName)
    yield
  }
  const entries = [...byName.values()].sort(mostQuotedFirst)
  library.tables.speakers = entries
  return entries
}

function mostQuotedFirst(a: SpeakerEntry, b: SpeakerEntry): number {
  return b.placed.length - a.placed.length || (a.name < b.name ? -1 : 1)
}

/** Makes the speakers of a changed library from those of the library before, where these are known. */
export function carrySpeakers(before: Library, after: Library, { put, remove }: LibraryChange): void {
  const known = before.tables.speakers
  if (known === null) return
  if (put.length + remove.length === 0) {
    after.tables.speakers = known
    return
  }
  const gone = [...remove, ...put.map(({ slug }) => slug)].flatMap(slug => before.articles.get(slug) ?? [])
  const slugs = new Set(gone.map(({ slug }) => slug))
  const affected = new Set([...gatherByName(gone).keys(), ...gatherByName(put).keys()])
  const articles = new Set<Article>(put)
  const kept: SpeakerEntry[] = []
  for (const entry of known) {
    if (!affected.has(entry.words.join(' '))) kept.push(entry)
    else for (const { article } of entry.placed) if (!slugs.has(article.slug)) articles.add(article)
  }
  const remade = [...gatherByName([...articles].sort(newestFirst).reverse())].filter(([key]) => affected.has(key))
  const fresh = remade.map(([, entry]) => entry).sort(mostQuotedFirst)
  after.tables.speakers = mergeSorted(kept, fresh, mostQuotedFirst)
}

type SpeakersByName = Map<string, SpeakerEntry & { readonly placed: Placed[] }>

function gatherByName(articles: readonly Article[]): SpeakersByName {
  const byName: SpeakersByName = new Map()
  for (const article of articles) gather(article, byName)
  return byName
}

/** Adds what is quoted in one article. */
function gather(article: Article, byName: SpeakersByName): void {
  for (const quotation of quotationsOf(article)) {
    if (quotation.speaker === null) continue
    const words = wordsOf(quotation.speaker)
    const key = words.join(' ')
    const entry = byName.get(key) ?? { name: quotation.speaker, words, placed: [] }
    entry.placed.push({ article, quotation })
    byName.set(key, entry)
  }
}

function fitting(library: Library, typed: string): readonly SpeakerEntry[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0 && typed.trim() !== '') return []
  return entriesOf(library).filter(({ words }) => wanted.every(word => words.some(other => other.startsWith(word))))
}

function toSpeaker({ name, placed }: SpeakerEntry): Speaker {
  return { name, quotations: placed.length }
}

/** 0 to 1: the share of letter pairs that two words have in common (Dice's coefficient), a first letter counting as a pair. */
function likeness(a: string, b: string): number {
  const pairs = letterPairs(a)
  const others = letterPairs(b)
  const total = pairs.length + others.length
  let shared = 0
  for (const pair of pairs) {
    const at = others.indexOf(pair)
    if (at < 0) continue
    shared++
    others.splice(at, 1)
  }
  return (2 * shared) / total
}

function letterPairs(word: string): string[] {
  const letters = [' ', ...word]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
