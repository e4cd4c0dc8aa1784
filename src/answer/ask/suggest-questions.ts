/** Questions that the articles can answer, offered while somebody types theirs. What is asked in the end is up to them. */

import { fold, suggestArticles } from '../../library/find-article.ts'
import type { Library } from '../../library/library.ts'
import { suggestSpeakers } from '../../library/speakers.ts'
import { exampleQuestions } from '../articles/describe.ts'

/** Shorter words, and words that begin questions, say nothing about which article is meant. */
const SHORTEST_WORD = 3
const QUESTION_WORDS = new Set(
  'who whom whose what when where which why how many much did does was were are the and say said about'.split(' '),
)

/** How many speakers are offered before headlines are. */
const MOST_SPEAKERS = 5

/**
 * At most `limit` questions and headlines, nearest first: what the speakers said whose names are being typed, then headlines that have
 * the words; without any words, questions about the newest articles. Each at most `longest` characters.
 */
export function suggestQuestions(library: Library, typed: string, limit: number, longest: number): readonly string[] {
  const words = telling(typed)
  const questions = words.length === 0 ? exampleQuestions(library, MOST_SPEAKERS) : aboutSpeakers(library, words)
  const headlines = articlesWith(library, words, limit).map(({ headline }) => headline)
  const fitting = [...questions, ...headlines].filter(text => text.trim() !== '' && text.length <= longest)
  return [...new Set(fitting)].slice(0, limit)
}

function telling(typed: string): string[] {
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter(word => word.length >= SHORTEST_WORD && !QUESTION_WORDS.has(word))
}

/** Speakers by the two words typed last, or by the last: a name is typed word by word. */
function aboutSpeakers(library: Library, words: readonly string[]): string[] {
  const byTwo = suggestSpeakers(library, words.slice(-2).join(' '), MOST_SPEAKERS)
  const speakers = byTwo.length > 0 ? byTwo : suggestSpeakers(library, words.slice(-1).join(' '), MOST_SPEAKERS)
  return speakers.map(({ name }) => `What did ${name} say?`)
}

/** Articles that have all the words, or as many of the last as any article has together. */
function articlesWith(library: Library, words: readonly string[], limit: number): ReturnType<typeof suggestArticles> {
  for (let from = 0; from < words.length; from += 1) {
    const articles = suggestArticles(library, words.slice(from).join(' '), limit)
    if (articles.length > 0) return articles
  }
  return words.length === 0 ? suggestArticles(library, '', limit) : []
}
