/** One story in several articles: copies of a sentence become one passage that lists all its attributions. */
import { slice } from '../corpus/article.ts'
import type { Copy, Passage } from './answer.ts'
import { fold } from './find-article.ts'

/** The passages in the same order, each sentence once: the best passage of it stands, and names where the others are printed. */
export function mergeCopies(passages: readonly Passage[]): Passage[] {
  const kept = new Map<string, Passage>()
  for (const passage of passages) {
    const key = wordsOf(passage)
    const first = kept.get(key)
    kept.set(
      key,
      first === undefined ? passage : { ...first, copies: [...first.copies, copyOf(passage), ...passage.copies] },
    )
  }
  return [...kept.values()]
}

function copyOf({ article, attribution }: Passage): Copy {
  return { article, attribution }
}

/** Two sentences are copies when they have the same letters and digits in the same order. */
function wordsOf({ article, sentence, start }: Passage): string {
  const words = fold(slice(article, sentence))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? `${article.slug} ${start}` : words
}
