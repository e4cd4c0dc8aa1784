/** Questions that the articles can answer, offered while somebody types theirs. What is asked in the end is up to them. */
import { slice } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { newestArticles, suggestArticles, wordsOf } from '../../library/lookup/find-article.ts'
import { isSpeakersName, type Speaker, saidBy, suggestSpeakers } from '../../library/speakers.ts'
import { countedIn, exampleQuestions } from '../articles/example-questions.ts'

/** Shorter words, and words that begin questions, say nothing about which article is meant. */
const SHORTEST_WORD = 3
const QUESTION_WORDS = new Set(
  'who whom whose what when where which why how many much did does was were are the and say said about'.split(' '),
)

/** Of so many of the newest articles counts are suggested: suggestions come from memory, at every letter typed. */
const MOST_COUNTING = 50

/** How many speakers are offered before headlines are. */
const MOST_SPEAKERS = 5

/** How many topics of a speaker's are offered. */
const MOST_TOPICS = 5

/**
 * At most `limit` questions and headlines, nearest first, each at most `longest` characters: what speakers said, and about what, whose
 * names stand in what is typed; how many there are of what is counted; then headlines that have the words.
 */
export function suggestQuestions(library: Library, typed: string, limit: number, longest: number): readonly string[] {
  const words = telling(typed)
  const questions = words.length === 0 ? opened(library, typed) : completed(library, words, typed)
  const headlines = articlesWith(library, words, limit).map(({ headline }) => headline)
  const fitting = [...questions, ...headlines].filter(text => text.trim() !== '' && text.length <= longest)
  return [...new Set(fitting)].slice(0, limit)
}

/** The words that say what is asked about; the one that is being typed may be short yet. */
function telling(typed: string): string[] {
  const words = wordsOf(typed)
  return words.filter((word, at) => {
    const isBegun = at === words.length - 1 && !/\s$/.test(typed) && words.length > 1 && word.length > 1
    return (word.length >= SHORTEST_WORD || isBegun) && !QUESTION_WORDS.has(word)
  })
}

/** Questions that begin as it is typed; some of each kind where nothing is. */
function opened(library: Library, typed: string): readonly string[] {
  const begun = typed.trim().toLowerCase()
  if (begun === '') return exampleQuestions(library, MOST_SPEAKERS)
  const speakers = suggestSpeakers(library, '', MOST_SPEAKERS)
  const said = speakers.map(({ name }) => `What did ${name} say?`)
  const who = speakers.map(({ name }) => `Who is ${name}?`)
  return [...said, ...who, ...counts(library, [])].filter(question => question.toLowerCase().startsWith(begun))
}

function completed(library: Library, words: readonly string[], typed: string): readonly string[] {
  if (/^\s*how\b/i.test(typed)) return counts(library, words)
  const { speakers, about } = speakersNamed(library, words)
  const isWho = /^\s*who\b/i.test(typed)
  const who = speakers.map(({ name }) => `Who is ${name}?`)
  const said = speakers.map(({ name }) => `What did ${name} say?`)
  const topics = speakers.slice(0, 1).flatMap(({ name }) => topicsOf(library, name, about))
  return isWho ? [...who, ...said] : [...topics, ...said, ...who]
}

/** The speakers whom whole words name, and the words behind them; else those whose names the words typed last begin. */
function speakersNamed(
  library: Library,
  words: readonly string[],
): { readonly speakers: readonly Speaker[]; readonly about: readonly string[] } {
  for (let end = 1; end < words.length; end += 1) {
    const whole = [words.slice(Math.max(0, end - 2), end), words.slice(end - 1, end)].map(part => part.join(' '))
    const named = whole.find(name => isSpeakersName(library, name))
    // "ana sou" is the beginning of one name.
    const isLonger = suggestSpeakers(library, words.slice(end - 1, end + 1).join(' '), 1).length > 0
    if (named !== undefined && !isLonger)
      return { speakers: suggestSpeakers(library, named, MOST_SPEAKERS), about: words.slice(end) }
  }
  for (const typed of [words.slice(-2), words.slice(-1)]) {
    const speakers = suggestSpeakers(library, typed.join(' '), MOST_SPEAKERS)
    if (speakers.length > 0) return { speakers, about: [] }
  }
  return { speakers: [], about: [] }
}

/** What somebody said about what their quotations' sentences have, completed from the last word. */
function topicsOf(library: Library, name: string, about: readonly string[]): readonly string[] {
  const last = about.at(-1)
  if (last === undefined) return []
  const found = new Set<string>()
  for (const { article, quotation } of saidBy(library, name)) {
    const paragraph = article.paragraphs[quotation.paragraph - 1]
    if (paragraph === undefined) continue
    for (const word of wordsOf(slice(article, paragraph))) if (word.startsWith(last)) found.add(word)
    if (found.size >= MOST_TOPICS) break
  }
  return [...found].map(word => `What did ${name} say about ${[...about.slice(0, -1), word].join(' ')}?`)
}

/** Questions for what the newest articles count, a word of which each of `words` begins. */
function counts(library: Library, words: readonly string[]): string[] {
  const counted = new Set<string>()
  let looked = 0
  for (const article of newestArticles(library)) {
    if (looked === MOST_COUNTING) break
    looked += 1
    for (const question of countedIn(article)) counted.add(question)
  }
  return [...counted]
    .filter(question => words.every(word => wordsOf(question).some(other => other.startsWith(word))))
    .slice(0, MOST_SPEAKERS)
}

/** Articles that have all the words, or as many of the last as any article has together. */
function articlesWith(library: Library, words: readonly string[], limit: number): ReturnType<typeof suggestArticles> {
  for (let from = 0; from < words.length; from += 1) {
    const articles = suggestArticles(library, words.slice(from).join(' '), limit)
    if (articles.length > 0) return articles
  }
  return []
}
