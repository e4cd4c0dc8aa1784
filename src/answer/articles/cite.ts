/** Shows a sentence again by the short id that stood in an answer; when the article has changed since, its wording then and now. */

import type { Library } from '../../library/library.ts'
import { findPassage } from '../../library/lookup/find-by-id.ts'
import { search } from '../../retrieval/search.ts'
import type { CitationAnswer, Passage } from '../answer.ts'
import { gatherPassage, passageOver, sentenceAt } from '../passage.ts'

/** What an id looks like; see `passage-id.ts`. */
const ID = /^[\w-]{12}$/

/** Null for what is no id, or leads to an article that is not there. */
export function cite(library: Library, typed: string): CitationAnswer | null {
  const id = typed.trim().replace(/^[`#]+|`+$/g, '')
  if (!ID.test(id)) return null
  const found = findPassage(library, id)
  if (found.kind === 'gone') return null
  const { article } = found
  if (found.kind === 'passage') {
    const paragraph = found.paragraph - 1
    const sentence = article.paragraphs[paragraph]?.sentences.findIndex(({ start }) => start === found.sentence.start)
    const place = { paragraph, sentence: sentence ?? 0 }
    const passage = gatherPassage(article, place, 0, () => [])
    return { kind: 'citation', id, article, passage, former: null }
  }
  const former = library.former.get(id)?.text ?? null
  return {
    kind: 'citation',
    id,
    article,
    passage: former === null ? null : nearest(library, article.slug, former),
    former,
  }
}

/** The sentence of the article that comes nearest to `text`; null when none has a word of it. */
function nearest(library: Library, slug: string, text: string): Passage | null {
  const article = library.articles.get(slug)
  const [hit] = search(library.index, text, { limit: 1, within: new Set([slug]) }).hits
  if (article === undefined || hit === undefined) return null
  return passageOver(article, hit, sentenceAt(article, hit), 0, () => [])
}
