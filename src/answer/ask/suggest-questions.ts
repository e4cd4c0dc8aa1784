/** Questions that the articles can answer, offered while somebody types theirs. What is asked in the end is up to them. */

import { newestArticles, suggestArticles, wordsOf } from '../../library/find-article.ts'
import type { Library } from '../../library/library.ts'
import { suggestSpeakers } from '../../library/speakers.ts'
import { countedIn, exampleQuestions } from '../articles/describe.ts'

/** Shorter words, and words that begin questions, say nothing about which article is meant. */
const SHORTEST_WORD = 3
const QUESTION_WORDS = new Set(
  'who whom whose what when where which why how many much did does was were are the and say said about'.split(' '),
)

/** Of so many of the newest articles counts are suggested: suggestions come from memory, at every letter typed. */
const MOST_COUNTING = 50

/** How many speakers are offered before headlines are. */
const MOST_SPEAKERS = 5

/**
 * At most `limit` questions and headlines, nearest first: what the speakers said whose names are being typed, then headlines that have
 * the words; without any words, questions about the newest articles. Each at most `longest` characters.
 */
export function suggestQuestions(library: Library, typed: string, limit: number, longest: number): readonly string[] {
  const words = telling(typed)
  const questions = /^\s*how\b/i.test(typed) ? counts(library, words) : aboutPeople(library, words, typed)
  const headlines = articlesWith(library, words, limit).map(({ headline }) => headline)
  const fitting = [...questions, ...headlines].filter(text => text.trim() !== '' && text.length <= longest)
  return [...new Set(fitting)].slice(0, limit)
}

function telling(typed: string): string[] {
  return wordsOf(typed).filter(word => word.length >= SHORTEST_WORD && !QUESTION_WORDS.has(word))
}

/**
 * Speakers by the two words typed last, or by the last: a name is typed word by word. Asked is who they are where "who is" was typed,
 * else what they said first.
 */
function aboutPeople(library: Library, words: readonly string[], typed: string): string[] {
  const isWho = /^\s*who\b/i.test(typed)
  if (words.length === 0 && !isWho) return exampleQuestions(library, MOST_SPEAKERS)
  const named = (name: string): string[] => [`Who is ${name}?`, `What did ${name} say?`]
  const byTwo = suggestSpeakers(library, words.slice(-2).join(' '), MOST_SPEAKERS)
  const speakers = byTwo.length > 0 ? byTwo : suggestSpeakers(library, words.slice(-1).join(' '), MOST_SPEAKERS)
  const questions = speakers.map(({ name }) => named(name))
  const first = questions.flatMap(([who = '', said = '']) => [isWho ? who : said])
  const second = questions.flatMap(([who = '', said = '']) => [isWho ? said : who])
  return words.length === 0 ? first : [...first, ...second]
}

/** Questions for what articles count, that begin as it is typed; all of the newest when nothing but "how many" is. */
function counts(library: Library, words: readonly string[]): string[] {
  const last = words.at(-1) ?? ''
  const counted = new Set<string>()
  let looked = 0
  for (const article of newestArticles(library)) {
    if (looked === MOST_COUNTING) break
    looked += 1
    for (const noun of countedIn(article)) counted.add(noun)
  }
  return [...counted]
    .filter(noun => noun.startsWith(last))
    .slice(0, MOST_SPEAKERS)
    .map(noun => `How many ${noun}?`)
}

/** Articles that have all the words, or as many of the last as any article has together. */
function articlesWith(library: Library, words: readonly string[], limit: number): ReturnType<typeof suggestArticles> {
  for (let from = 0; from < words.length; from += 1) {
    const articles = suggestArticles(library, words.slice(from).join(' '), limit)
    if (articles.length > 0) return articles
  }
  return words.length === 0 ? suggestArticles(library, '', limit) : []
}
