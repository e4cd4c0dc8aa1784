/**
 * Evens out what printing houses do differently with the same words: "percent" and "per cent", "We've" and "We have", "U.S." and "US",
 * an article or "that" more or less, an agency's dateline. What is on none of these lists is left as it is, and so makes a difference.
 */
import { type Token, tokenise } from '../check/align.ts'

/**
 * The words that are left, folded, and what was taken out before each and after the last: a determiner or title in `lead`, a comma or
 * "and" in `join`. Both have one entry more than `kept`.
 */
export type Evened = {
  readonly kept: readonly string[]
  readonly lead: readonly string[]
  readonly join: readonly string[]
}

// "MOSCOW (AP) —", "LONDON, Jan. 23 (Reuters) -", "PARIS —": capitals, then an agency or a dash.
const dateline =
  /^\p{Lu}[\p{Lu} .'’-]{2,30}(?:, [\p{L}.]{2,15}(?: \d{1,2})?){0,2} ?(?:\([\p{L} /]{2,30}\) ?[—–-]+|[—–]|--)\s+(?=["“'‘]?\p{Lu})/u
const pointsAtPlace = /\b(?:here|hereabouts|locally)\b/i

export type Dateline = { readonly rest: string; readonly place: string | null }

/** The sentence without an agency's dateline, and the place that this named; as it is where it has none, or speaks of that place. */
export function takeDateline(sentence: string): Dateline {
  const found = pointsAtPlace.exec(sentence) === null ? dateline.exec(sentence) : null
  const place = found === null ? null : (/^[\p{L} .'’-]+/u.exec(found[0])?.[0].trim() ?? null)
  return { rest: sentence.slice(found?.[0].length ?? 0), place }
}

const quantities = new Set(
  `few fewer little lot lots bit couple number numbers majority minority most more less least half third quarter fifth tenth dozen dozens score
hundred hundreds thousand thousands million millions billion billions trillion trillions one first second last only same other single
whole two three four five six seven eight nine ten eleven twelve`.split(/\s+/),
)
const days = new Set(
  `monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december jan feb mar apr aug sept oct nov dec`.split(
    /\s+/,
  ),
)
const articles = new Map([
  ['a', 'a'],
  ['an', 'a'],
  ['the', 'the'],
])
const titles = new Set(['mr', 'mrs', 'ms'])
const reporting = new Set(
  'said added announced argued believes claimed confirmed declared insisted reported says stated stressed warned'.split(
    ' ',
  ),
)
const rewritten = new Map([
  ["can't", 'can not'],
  ['cannot', 'can not'],
  ["won't", 'will not'],
  ["shan't", 'shall not'],
  ["i'm", 'i am'],
  ['says', 'said'],
  ...'zero one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, at): [string, string] => [word, `${at}`]),
])
const contractions: readonly (readonly [ending: string, full: string])[] = [
  ["n't", ' not'],
  ["'ve", ' have'],
  ["'re", ' are'],
  ["'ll", ' will'],
]
// "organise" and "organize", which British and American desks write.
const spelling = /(?<=\p{L}{4})is(?=(?:e|ed|er|ers|es|ing|ation|ations)$)/u

/** `isEnglish`: words are only taken out or rewritten where the lists above know the language. */
export function evenOut(sentence: string, isEnglish: boolean): Evened {
  const text = isEnglish ? respell(sentence) : sentence.replace(/(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, '')
  const tokens = tokenise(text)
  const words = wordsOf(tokens, text)
  const evened = { kept: [] as string[], lead: [''], join: [''] }
  for (const [at, token] of tokens.entries()) {
    const slot = evened.kept.length
    const taken = isEnglish ? takenOut(tokens, at) : null
    if (token.kind === 'mark' && token.folded !== '?') {
      if (/[,;:]/.test(token.folded)) evened.join[slot] += ','
    } else if (taken === 'lead') evened.lead[slot] += articles.get(token.folded) ?? token.folded
    else if (taken === 'join') evened.join[slot] += '&'
    else if (taken === null) {
      const word = words[at] ?? ''
      for (const kept of (isEnglish ? rewrite(word) : word).split(' ')) {
        evened.kept.push(kept)
        evened.lead.push('')
        evened.join.push('')
      }
    }
  }
  return evened
}

/**
 * Whether what was taken out of two sentences with the same words left makes no difference either: "the" may be missing, but is not "a",
 * and "and" may be a comma, but is not nothing.
 */
export function sameButForSlots(one: Evened, other: Evened): boolean {
  const last = one.kept.length
  return one.lead.every((lead, at) => {
    const [a, b] = [lead, other.lead[at] ?? '']
    if (a !== '' && b !== '' && a !== b) return false
    const [joined, parted] = [one.join[at] ?? '', other.join[at] ?? '']
    const isJoined = joined.includes('&') !== parted.includes('&')
    return !isJoined || at === 0 || at === last || (joined !== '' && parted !== '')
  })
}

/** The words from `start` to `end`, without what was taken out before the first and after the last. */
export function cutOut({ kept, lead, join }: Evened, start: number, end: number): Evened {
  const within = (slots: readonly string[]): readonly string[] => ['', ...slots.slice(start + 1, end), '']
  return { kept: kept.slice(start, end), lead: within(lead), join: within(join) }
}

/** Spellings that differ between printing houses: initials, thousands, per cent, accents. */
function respell(text: string): string {
  const plain = beyondAscii.test(text) ? withoutAccents(text) : text
  return plain
    .replace(/\b(?:\p{Lu}\.[ \u00a0]?)+\p{Lu}\b\.?/gu, initials => initials.replace(/[^\p{L}]/gu, ''))
    .replace(/(?<=\d)[,\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, '')
    .replace(/\bper ?cent\b/gi, '%')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of ASCII
const beyondAscii = /[^\u0000-\u007f]/

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
}

/** All words and marks of a text, comparable but not evened out: capitals, quotation marks, dashes and white space make no difference. */
export function comparableWords(text: string): readonly string[] {
  return wordsOf(tokenise(text), text)
}

/** In lower case, but for acronyms, since "US" is not "us"; in a text that is all capitals these are not to be known. */
function wordsOf(tokens: readonly Token[], text: string): readonly string[] {
  const isShouted = text === text.toUpperCase()
  return tokens.map(({ folded, start, end }) => {
    const word = text.slice(start, end)
    return !isShouted && acronym.test(word) ? word : folded
  })
}

const acronym = /^\p{Lu}{2,}$/u

function rewrite(word: string): string {
  const known = rewritten.get(word)
  if (known !== undefined) return known
  const [ending = '', full = ''] = word.includes("'") ? (contractions.find(([end]) => word.endsWith(end)) ?? []) : []
  if (ending !== '') return word.slice(0, -ending.length) + full
  return word.includes('is', 4) ? word.replace(spelling, 'iz') : word
}

/** Whether a word says nothing that its neighbours do not, and as what it is taken out; null for words that stay. */
function takenOut(tokens: readonly Token[], at: number): 'lead' | 'join' | 'nothing' | null {
  const word = tokens[at]?.folded ?? ''
  const next = tokens[at + 1]?.folded ?? ''
  const before = tokens[at - 1]?.folded ?? ''
  if (articles.has(word)) return quantities.has(next) || /\p{N}/u.test(next) ? null : 'lead'
  if (titles.has(word)) return 'lead'
  if (word === 'and') return 'join'
  if (word === 'that') return reporting.has(before) ? 'nothing' : null
  return word === 'on' && days.has(next) ? 'nothing' : null
}
