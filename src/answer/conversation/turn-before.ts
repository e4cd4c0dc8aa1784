/** What the conversation has come to: the question before, what answered it, in which article, and whom that was about. */
import { type Article, slice } from '../../article/article.ts'
import { findPassage } from '../../library/passage-id.ts'
import { type Library, quotationsOf } from '../../library/library.ts'
import type { Answer, Passage } from '../answer.ts'
import { gatherPassage } from '../passage.ts'
import type { ConverseOptions } from './options.ts'
import type { Earlier } from './resolve.ts'

export type Turn = Earlier & {
  readonly article: Article | null
  /** What the answer showed, best first. */
  readonly passages: readonly Passage[]
}

const NAME = /\p{Lu}[\p{L}'’-]+(?:\s+(?:\p{Lu}\.|(?:de|van|von|bin|al|el|der|den|di|da))?\s*\p{Lu}[\p{L}'’-]+){1,3}/gu
const NO_PERSON =
  /^(?:The|A|An|In|On|At|But|And|For|This|That|When|While|After|Before|If|As)\s|\b(?:Street|Court|Party|House|Times|Post|University|Department|Ministry|Council|Company|Corp|Inc|States|City|County|News|Center|Centre|Committee|Union|Church|Hospital|School|Bank|Group|Agency|Institute|Island|River|Lake|Park|Airport|Cup|League|Day|Week|Year|January|February|March|April|May|June|July|August|September|October|November|December)$/

/** The turn that `answer`, which the earlier `question` had, makes. `shown` are the ids of passages that are known to have been shown. */
export function turnOf(library: Library, question: string, answer: Answer, { article: slug, shown }: ConverseOptions): Turn {
  const known = (shown ?? []).flatMap(id => passageAgain(library, id))
  const passages = known.length > 0 ? known : passagesIn(answer)
  const own = slug === null ? undefined : library.articles.get(slug)
  const article = own ?? passages[0]?.article ?? articleIn(answer)
  return { question, passages, article, person: article === null ? null : personIn(answer, question, article, passages[0]) }
}

function passageAgain(library: Library, id: string): readonly Passage[] {
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

/** Whom "he" or "she" means: whom the question names, else who speaks in the answer, else whom its first sentence names. */
function personIn(answer: Answer, question: string, article: Article, first: Passage | undefined): string | null {
  if (answer.kind === 'quotations' && answer.quotations[0]?.quotation.speaker) return answer.quotations[0].quotation.speaker
  const speakers = [...new Set(quotationsOf(article).flatMap(({ speaker }) => speaker ?? []))]
  const named = [...speakers, ...namesIn(article.body)].find(name => isNamedIn(question, name))
  if (named !== undefined) return named
  if (first === undefined) return null
  return first.attribution.speaker ?? namesIn(slice(article, first.sentence))[0] ?? namesIn(slice(article, first))[0] ?? null
}

function namesIn(text: string): readonly string[] {
  return (text.match(NAME) ?? []).filter(name => !NO_PERSON.test(name)).map(name => name.replace(/['’]s?$/, ''))
}

function isNamedIn(question: string, name: string): boolean {
  const asked = ` ${question.toLowerCase().replace(/[’']s\b/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? ''
  return last.length > 2 && asked.includes(` ${last.replace(/[^\p{L}\p{N}]+/gu, ' ')} `)
}
