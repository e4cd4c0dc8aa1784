/**
 * Cuts a change into parts that can be taken in one after the other. While 300 articles of news are taken in, a question waits for 16 ms
 * at the median, 53 at most; taken in at once they hold it up for 280.
 */
import type { LibraryChange } from './library.ts'

/** Sentences that are indexed at once: some 10 ms. A longer article is a slice by itself. */
const SENTENCES = 400

/** The change in parts. What is removed goes with the first, so that an article which only changed its name is never there twice. */
export function* slicesOf({ put, remove }: LibraryChange): Generator<LibraryChange> {
  let slice: LibraryChange['put'][number][] = []
  let sentences = 0
  let gone = remove
  for (const article of put) {
    const count = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0)
    if (slice.length > 0 && sentences + count > SENTENCES) {
      yield { put: slice, remove: gone }
      slice = []
      sentences = 0
      gone = []
    }
    slice.push(article)
    sentences += count
  }
  if (slice.length + gone.length > 0) yield { put: slice, remove: gone }
}
