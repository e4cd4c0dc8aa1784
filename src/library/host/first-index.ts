/** Builds the first library of a host while its folder is being read: what was saved, less what has changed since, and what was read. */

import type { Article } from '../../article/article.ts'
import type { CorpusChange } from '../../folder/watch/live-corpus.ts'
import { combineIndexes, indexOfSegment, type SearchIndex, updateIndex } from '../../retrieval/index/search-index.ts'
import { createSegmentBuilder } from '../../retrieval/index/segment.ts'
import { loadModels } from '../../retrieval/ranking/models.ts'
import { createTurns, inTurns } from '../../work/yielding.ts'
import { type Library, type LibraryChange, toSource } from '../library.ts'
import { emptyTables } from '../tables.ts'

export class FirstIndex {
  readonly #saved: SearchIndex | null
  readonly #builder = createSegmentBuilder()
  readonly #turns = createTurns()
  /** Slugs of the articles that were indexed anew; of those that went or were replaced; and of those that changed once more since. */
  readonly #indexed = new Set<string>()
  readonly #gone = new Set<string>()
  readonly #again = new Set<string>()

  /** `saved` is the index of the articles that there were before anything is taken in; null for none. */
  constructor(saved: SearchIndex | null) {
    this.#saved = saved
  }

  /** How many sentences had to be indexed. */
  get indexed(): number {
    return this.#builder.sentenceCount()
  }

  /** Indexes what was read, and lets others have their turn. */
  async take({ put, remove }: CorpusChange): Promise<void> {
    for (const slug of remove) (this.#indexed.has(slug) ? this.#again : this.#gone).add(slug)
    for (const article of put) {
      const { slug } = article
      if (this.#indexed.has(slug)) this.#again.add(slug)
      else {
        this.#indexed.add(slug)
        this.#gone.add(slug)
        this.#builder.add(toSource(article))
      }
      await this.#turns.pause()
    }
  }

  /** The library of `articles`, which are those that there are now, and what must still be changed in it: articles that changed twice. */
  async finish(articles: readonly Article[]): Promise<{ readonly library: Library; readonly change: LibraryChange }> {
    loadModels()
    const fresh = indexOfSegment(await inTurns(this.#builder.finish()))
    const kept = this.#saved === null ? null : updateIndex(this.#saved, { put: [], remove: [...this.#gone] })
    const index = kept === null ? fresh : combineIndexes(this.indexed === 0 ? [kept] : [kept, fresh])
    const known = new Map<string, Article>()
    for (const article of articles) {
      known.set(article.slug, article)
      await this.#turns.pause()
    }
    const again = [...this.#again]
    const put = again.flatMap(slug => known.get(slug) ?? [])
    return {
      library: { articles: known, index, readAt: new Date(), tables: emptyTables(), former: new Map() },
      change: { put, remove: again.filter(slug => !known.has(slug)) },
    }
  }
}
