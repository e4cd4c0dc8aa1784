/** Finds the sentences that introduce a person or body, and lists who is quoted in an article. Who said what is `quotations/`'s. */
import type { Article, Span } from '../../article/article.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import type { Passage, PersonInArticle } from '../answer.ts'
import type { Place } from '../passage.ts'
import { show } from '../quote/quote.ts'

/** What tells that a sentence says who somebody is, by what it is worth. */
const APPOSED_AFTER = 4
const DESCRIBED_BEFORE = 3
const IS = 3
const WHOLE_NAME = 2
const FIRST_MENTION = 1.5
const QUOTES = 0.5

/** A place in an article where a person is named, and how much it says of who they are. */
export type Introduction = { readonly article: Article; readonly place: Place; readonly worth: number }

/** Whether the article prints these words as a name: every longer word of them with a capital, somewhere. */
export function isNamedIn(article: Article, name: string): boolean {
  return mentionsOf(article, name).length > 0
}

/** The sentences that name the person, those first that say who they are: "Kremlin spokesman Dmitry Peskov", "Ana Costa, a painter,". */
export function introductionsOf(article: Article, name: string): readonly Introduction[] {
  const mentions = mentionsOf(article, name)
  const surname = name.trim().split(/\s+/).at(-1) ?? name
  const whole = new Set(mentions.map(({ start }) => start))
  const all = mentions.length > 0 && surname !== name ? [...mentions, ...mentionsOf(article, surname)] : mentions
  const first = Math.min(...all.map(({ start }) => start))
  const found = new Map<string, Introduction>()
  for (const mention of all) {
    const place = placeOf(article, mention.start)
    if (place === null) continue
    const sentence = article.paragraphs[place.paragraph]?.sentences[place.sentence] ?? mention
    const worth = worthOf(article, mention, sentence, whole.has(mention.start), mention.start === first)
    const key = `${place.paragraph} ${place.sentence}`
    const known = found.get(key)
    if (known === undefined || worth > known.worth) found.set(key, { article, place, worth })
  }
  return [...found.values()].sort((a, b) => b.worth - a.worth)
}

function worthOf({ body }: Article, mention: Span, sentence: Span, isWhole: boolean, isFirst: boolean): number {
  const after = body.slice(mention.end, Math.min(sentence.end, mention.end + 40))
  const before = body.slice(Math.max(sentence.start, mention.start - 60), mention.start)
  let worth = 0
  if (
    /^,? (?:an?|the|who|whose|one of|\d+|his|her|their|its|\p{Ll}+(?:er|or|ist|man|woman|ant|ent|ian|ive)\b)/u.test(
      after,
    ) &&
    after.startsWith(',')
  )
    worth += APPOSED_AFTER
  if (/^ (?:is|was|became|has been|serves|works|leads)\b/.test(after)) worth += IS
  if (
    /\p{Ll}{3,} $|\p{L}+(?:[- ]\p{L}+)* (?:spokes\p{L}+|officer|director|president|minister|chief|analyst|professor|Dr\.|Prof\.|Rep\.|Sen\.|Gov\.) $/u.test(
      before,
    ) &&
    !/\b(?:and|to|of|by|with|for|from|said|says|that|in|on|at|as|told|the|but|when|while|if) $/i.test(before)
  )
    worth += DESCRIBED_BEFORE
  if (isWhole) worth += WHOLE_NAME
  if (isFirst) worth += FIRST_MENTION
  if (/["“”]/.test(body.slice(sentence.start, sentence.end))) worth += QUOTES
  return worth
}

function mentionsOf({ body }: Article, name: string): readonly Span[] {
  const words = name.match(/[\p{L}\p{N}'’.&-]+/gu) ?? []
  if (words.length === 0) return []
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"))
  // A middle initial may be printed that nobody types.
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('(?:\\s+\\p{Lu}\\.)?\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
  return Array.from(body.matchAll(pattern), match => ({
    start: match.index,
    end: match.index + match[0].length,
  })).filter(span => isCapitalised(body.slice(span.start, span.end)))
}

function isCapitalised(text: string): boolean {
  const words = text.split(/\s+/)
  return /^\p{Lu}/u.test(words.at(-1) ?? '') && words.every(word => word.length < 4 || /^[\p{Lu}\p{N}]/u.test(word))
}

/** The sentence at a position of the body; null where there is none. */
export function placeOf({ paragraphs }: Article, at: number): Place | null {
  const paragraph = paragraphs.findLastIndex(({ start }) => start <= at)
  const sentence = paragraphs[paragraph]?.sentences.findLastIndex(({ start }) => start <= at) ?? -1
  return sentence < 0 ? null : { paragraph, sentence }
}

/** Who is quoted in the article by name, most quoted first, with what it calls them and a sentence that quotes them. */
export function quotedIn(article: Article): readonly PersonInArticle[] {
  const people = new Map<string, PersonInArticle>()
  for (const quotation of quotationsOf(article)) {
    const { speaker, description } = quotation
    if (speaker === null) continue
    const { passage } = show({ article, quotation, score: 0 }, null)
    const known = people.get(speaker)
    people.set(speaker, {
      name: speaker,
      description: known?.description ?? description,
      quotations: (known?.quotations ?? 0) + 1,
      passage:
        known === undefined || (!names(known.passage, speaker) && names(passage, speaker)) ? passage : known.passage,
    })
  }
  return [...people.values()].sort((a, b) => b.quotations - a.quotations || a.passage.start - b.passage.start)
}

function names({ article, start, end }: Passage, speaker: string): boolean {
  return article.body.slice(start, end).includes(speaker.split(' ').at(-1) ?? speaker)
}
