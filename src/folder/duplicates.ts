/**
 * Finds stories that are in a corpus twice, word for word or nearly. What is done about them is left to whoever asks: `check`, `add`.
 *
 * An article's text is cut into chunks of some four words where a word's own hash says so (content-defined chunking: Manber, "Finding
 * similar files in a large file system", 1994), so that a changed word touches one chunk and a cut sentence none of the others.
 */
import { setImmediate } from 'node:timers/promises'
import type { Article } from '../article/article.ts'

/** Two articles that share text. `shared` is how much of the shorter one stands in the other: 0.5 to 1. */
export type Duplicate = { readonly article: Article; readonly other: Article; readonly shared: number }

const leastShared = 0.5
// A word ends a chunk when the low bits of its hash are zero: every fourth does.
const endsChunk = 3
// A chunk that so many articles have is an agency's standing line, not a story.
const mostHolders = 64
// Two keys and a chunk's hash must fit into the 53 bits of a number.
const mostArticles = 2 ** 21
const pause = 100

/** The pairs of articles of which one holds at least half of the other, in the articles' order. Linear in the text, but for the sorting. */
export function findDuplicates(articles: readonly Article[]): Duplicate[] {
  const chunks = articles.slice(0, mostArticles).map(chunksOf)
  const holders = new Float64Array(chunks.reduce((sum, { size }) => sum + size, 0))
  let next = 0
  for (const [number, hashes] of chunks.entries())
    for (const hash of hashes) holders[next++] = hash * mostArticles + number
  holders.sort()
  const shared = new Map<number, number>()
  for (let start = 0, end = 0; start < holders.length; start = end) {
    const hash = Math.floor((holders[start] ?? 0) / mostArticles)
    while (end < holders.length && Math.floor((holders[end] ?? 0) / mostArticles) === hash) end++
    if (end - start > 1 && end - start <= mostHolders) countPairs(holders.subarray(start, end), shared)
  }
  const duplicates: Duplicate[] = []
  for (const [pair, count] of [...shared].sort(([one], [other]) => one - other)) {
    const [one, other] = [Math.floor(pair / mostArticles), pair % mostArticles]
    const [article, second] = [articles[one], articles[other]]
    const share = count / Math.min(chunks[one]?.size ?? 0, chunks[other]?.size ?? 0)
    if (article !== undefined && second !== undefined && share >= leastShared)
      duplicates.push({ article, other: second, shared: share })
  }
  return duplicates
}

/** An article that has the text of another, and how much of the shorter one of the two they share: 0.5 to 1. */
export type Copy = { readonly article: Article; readonly shared: number }

/** The copies of one story: the last of them, and the others, most alike first. */
export type DuplicateGroup = { readonly article: Article; readonly copies: readonly Copy[] }

/** Pairs that hang together, as groups: one for each story, in the order of their first pairs. */
export function groupDuplicates(pairs: readonly Duplicate[]): DuplicateGroup[] {
  const groups = new Map<Article, { readonly shares: Map<Article, number> }>()
  for (const { article, other, shared } of pairs) {
    const group = groups.get(article) ?? groups.get(other) ?? { shares: new Map<Article, number>() }
    for (const joined of [groups.get(article), groups.get(other)]) {
      if (joined === undefined || joined === group) continue
      for (const [each, share] of joined.shares) group.shares.set(each, share)
      for (const each of joined.shares.keys()) groups.set(each, group)
    }
    for (const each of [article, other]) {
      groups.set(each, group)
      group.shares.set(each, Math.max(shared, group.shares.get(each) ?? 0))
    }
  }
  const lasts = new Map(pairs.map(({ other }) => [groups.get(other), other]))
  return [...new Set(groups.values())].map(group => {
    const { shares } = group
    const copies = [...shares].map(([article, shared]) => ({ article, shared }))
    const last = lasts.get(group) ?? copies[0]?.article
    if (last === undefined) throw new RangeError('expected a group of articles, got none')
    const others = copies.filter(({ article }) => article !== last).sort((one, other) => other.shared - one.shared)
    return { article: last, copies: others }
  })
}

/** The articles that hold at least half of `article`, or of which it holds half, most alike first. Lets others run between. */
export async function findDuplicatesOf(article: Article, articles: Iterable<Article>): Promise<Duplicate[]> {
  const own = chunksOf(article)
  const duplicates: Duplicate[] = []
  let compared = 0
  for (const other of articles) {
    if (other === article) continue
    if (++compared % pause === 0) await setImmediate()
    const theirs = chunksOf(other)
    let count = 0
    for (const hash of theirs) if (own.has(hash)) count++
    const shared = count / Math.min(own.size, theirs.size)
    if (shared >= leastShared) duplicates.push({ article, other, shared })
  }
  return duplicates.sort((one, other) => other.shared - one.shared)
}

function countPairs(sameHash: Float64Array, shared: Map<number, number>): void {
  for (const [index, holder] of sameHash.entries()) {
    for (const other of sameHash.subarray(index + 1)) {
      const pair = (holder % mostArticles) * mostArticles + (other % mostArticles)
      shared.set(pair, (shared.get(pair) ?? 0) + 1)
    }
  }
}

// Letters and digits in lower case; in scripts without spaces each letter is a word. The last chunk ends with the text.
function chunksOf({ body }: Article): ReadonlySet<number> {
  const text = body.toLowerCase()
  const chunks = new Set<number>()
  let chunk = offset
  let word = offset
  for (let index = 0; index <= text.length; index++) {
    const kind = index < text.length ? kindOf(text.charCodeAt(index)) : space
    if (kind !== space) word = Math.imul(word ^ text.charCodeAt(index), prime)
    if (kind === letter || word === offset) continue
    chunk = Math.imul(chunk ^ word, prime)
    if (((word >>> 8) & endsChunk) === 0) {
      chunks.add(chunk >>> 0)
      chunk = offset
    }
    word = offset
  }
  if (chunk !== offset) chunks.add(chunk >>> 0)
  return chunks
}

// FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
const offset = 0x811c9dc5 | 0
const prime = 0x01000193

const unknown = 0
const space = 1
const letter = 2
const wholeWord = 3
// By UTF-16 unit, found once each: asking a regular expression for every letter takes ten times as long as all the rest.
const kinds = new Uint8Array(2 ** 16)

function kindOf(unit: number): number {
  const known = kinds[unit] ?? unknown
  if (known !== unknown) return known
  const sign = String.fromCharCode(unit)
  const isWhole = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)
  const kind = isWhole ? wholeWord : /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(sign) ? letter : space
  kinds[unit] = kind
  return kind
}
