/** Makes an answer of sentences, as programs count them, into one of passages, as people read them. */
import type { Span } from '../../article/article.ts'
import type { Passage, PassagesAnswer } from '../answer.ts'
import { LONGEST_MERGED, worthReading } from './ask.ts'
import { readSaidBy } from './said-what.ts'

/** The same answer with at most `limit` passages: several sentences of one paragraph are one, and what comes far behind is left out. */
export function byParagraph(answer: PassagesAnswer, limit: number): PassagesAnswer {
  const kept: Passage[] = []
  for (const passage of answer.passages) {
    const at = kept.findIndex(other => other.article === passage.article && isBeside(other, passage))
    const better = kept[at]
    if (better === undefined) kept.push(passage)
    else kept[at] = joined(better, passage)
  }
  // Quotations that were put first have scores of another kind.
  const isRanked = answer.kind === 'found' && answer.readAs === null && readSaidBy(answer.question) === null
  const passages = isRanked ? worthReading(kept) : kept
  return { ...answer, passages: passages.slice(0, limit) }
}

/** Whether two passages of an article are of one paragraph, or share words. */
function isBeside(a: Passage, b: Passage): boolean {
  return a.paragraph === b.paragraph || (a.start < b.end && b.start < a.end)
}

/** `better` drawn out to take in `other`, unless that makes it too long to read at once. */
function joined(better: Passage, other: Passage): Passage {
  const [start, end] = [Math.min(better.start, other.start), Math.max(better.end, other.end)]
  if (end - start > LONGEST_MERGED) return better
  const matches = new Map<number, Span>([...better.matches, ...other.matches].map(match => [match.start, match]))
  return { ...better, start, end, matches: [...matches.values()].sort((a, b) => a.start - b.start) }
}
