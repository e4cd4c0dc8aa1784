/** Sentences that articles had before they were changed, so that a citation still shows what it was made from. Kept while the bot runs. */
import type { Article } from '../article/article.ts'
import { passageId } from './lookup/passage-id.ts'

export type FormerSentence = {
  readonly article: Article
  readonly text: string
  /** When the article was read without it. */
  readonly until: Date
}

/** By the ids of `passage-id.ts`. */
export type FormerSentences = ReadonlyMap<string, FormerSentence>

/** Beyond this many, the oldest are forgotten. */
const MOST_KEPT = 20_000

/** `known` with the sentences that the articles of `before` had and those of `after`, which take their places, have not. */
export function keepFormer(
  known: FormerSentences,
  before: ReadonlyMap<string, Article>,
  after: readonly Article[],
  now: Date,
): FormerSentences {
  const gone: [string, FormerSentence][] = []
  for (const article of after) {
    const former = before.get(article.slug)
    if (former === undefined || former.body === article.body) continue
    for (const paragraph of former.paragraphs) {
      for (const sentence of paragraph.sentences) {
        const text = former.body.slice(sentence.start, sentence.end)
        if (!article.body.includes(text))
          gone.push([passageId(former, sentence), { article: former, text, until: now }])
      }
    }
  }
  return gone.length === 0 ? known : new Map([...known, ...gone].slice(-MOST_KEPT))
}
