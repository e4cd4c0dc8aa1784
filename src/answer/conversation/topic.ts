/** What the articles have on a topic, and whether they mention it at all. */
import type { Library } from '../../library/library.ts'
import type { PassagesAnswer } from '../answer.ts'
import { ask } from '../ask/ask.ts'
import type { ConverseOptions } from './options.ts'

/** Passages about `words`, found when every telling word of them is printed there; plainly none when one is asked whether it is mentioned. */
export function topicPassages(
  library: Library,
  words: string,
  isWhether: boolean,
  options: ConverseOptions,
): PassagesAnswer {
  const answer = ask(library, words, options)
  const isThere = answer.passages.length > 0 && answer.uncovered.length === 0
  if (isThere) return { ...answer, kind: 'found', ...(isWhether ? { mention: words } : {}) }
  return isWhether ? { ...answer, kind: 'nothing-found', passages: [], mention: words } : answer
}
