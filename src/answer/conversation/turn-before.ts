/** What the conversation has come to: the question before, what answered it, in which article, and whom that was about. */
import type { Article, Span } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { findPassage } from '../../library/lookup/find-by-id.ts'
import { findPeople, type Named } from '../../quotations/find-people.ts'
import type { Answer, Passage } from '../answer.ts'
import { gatherPassage } from '../passage.ts'
import type { ConverseOptions } from './options.ts'
import { isPerson } from './people-asked.ts'
import type { Earlier } from './resolve.ts'

export type Turn = Earlier & {
  readonly article: Article | null
  /** Who may be meant by "he" where somebody's words are asked for: also whoever speaks in the answer. */
  readonly speaker: string | null
  /** What the answer showed, best first. */
  readonly passages: readonly Passage[]
}

/** The turn that an answer to `question` makes, or the passages that are known to have been shown. */
export function turnOf(
  library: Library,
  question: string,
  shown: Answer | readonly Passage[],
  { article: slug }: ConverseOptions,
): Turn {
  const answer = 'kind' in shown ? shown : null
  const passages = 'kind' in shown ? passagesIn(shown) : shown
  const own = slug === null ? undefined : library.articles.get(slug)
  const article = own ?? passages[0]?.article ?? (answer === null ? null : articleIn(answer))
  const spoke = answer?.kind === 'quotations' ? answer.quotations[0]?.quotation.speaker : null
  const people = article === null ? [] : findPeople(article).filter(isPerson)
  const named = people.find(({ name }) => isNamedIn(question, name))
  const [first] = passages
  const there =
    first === undefined ? [] : [first.sentence, first].flatMap(span => people.filter(one => isIn(one, span)))
  const speaks = people.find(({ name }) => name === (spoke ?? first?.attribution.speaker))
  const asksWho = /^(?:(?:and|so) )?who(?:se|m|'s|s)?\b/i.test(question.trim())
  const person = named ?? (asksWho ? there[0] : spoke == null ? null : speaks) ?? null
  const speaker = named?.name ?? spoke ?? first?.attribution.speaker ?? there[0]?.name ?? null
  return { question, passages, article, person, speaker }
}

/** The passage of an id, or nothing when its article has it no more. */
export function passageAgain(library: Library, id: string): readonly Passage[] {
  const found = findPassage(library, id)
  if (found.kind !== 'passage') return []
  const { article, paragraph, sentence } = found
  const at = article.paragraphs[paragraph - 1]?.sentences.findIndex(({ start }) => start === sentence.start) ?? -1
  return at < 0 ? [] : [gatherPassage(article, { paragraph: paragraph - 1, sentence: at }, 0, () => [])]
}

/** The passages of any answer to a line. */
export function passagesIn(answer: Answer): readonly Passage[] {
  if (answer.kind === 'quotations') return answer.quotations.map(({ passage }) => passage)
  if (answer.kind === 'people' && answer.passages.length === 0) return answer.people.map(({ passage }) => passage)
  return 'passages' in answer ? answer.passages : []
}

function articleIn(answer: Answer): Article | null {
  return 'article' in answer ? answer.article : null
}

function isIn({ mentions }: Named, { start, end }: Span): boolean {
  return mentions.some(mention => mention.start >= start && mention.end <= end)
}

/** People are mostly asked about by their last name. */
function isNamedIn(question: string, name: string): boolean {
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[’']s?\b/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const last = fold(name.split(/\s+/).at(-1) ?? '')
  return last.length > 2 && ` ${fold(question)} `.includes(` ${last} `)
}
