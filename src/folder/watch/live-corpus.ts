/** The articles of a folder while its files change: the last good version of each file, and which file holds a slug. */

import type { Article } from '../../article/article.ts'
import type { Fault } from '../../errors.ts'
import type { FileReading } from '../article-file.ts'
import { heldBack } from '../unfinished.ts'

/** What a file gives now; null when it is gone. `name` is its name in the folder. */
export type FileChange = { readonly name: string; readonly reading: FileReading | null }

/** A change, and the stamp of the version that was read; null when the file is gone. */
export type WatchedChange = FileChange & { readonly stamp: string | null }

/** Articles that are new or have changed, and the slugs of those that went. */
export type CorpusChange = { readonly put: readonly Article[]; readonly remove: readonly string[] }

type Holder = { readonly name: string; readonly article: Article }

/** Of several files that hold one slug, the first by name keeps it, as in `toCorpus`; the others are faults. */
export class LiveCorpus {
  readonly #files = new Map<string, FileReading>()
  readonly #faulty = new Set<string>()
  readonly #holders = new Map<string, readonly Holder[]>()
  readonly #contested = new Set<string>()

  /**
   * Takes changes in. A file that can no longer be read keeps its articles; an article that reads as before stays the same object.
   * `wary` takes a file that looks unfinished for one that cannot be read.
   */
  apply(changes: readonly FileChange[], { wary = false }: { readonly wary?: boolean } = {}): CorpusChange {
    const before = new Map<string, Article | undefined>()
    for (const { name, reading } of changes) {
      const isTrusted = !wary || reading === null
      const trusted = isTrusted ? reading : heldBack(reading, this.#files.get(name)?.articles ?? [])
      this.#replace({ name, reading: trusted }, before)
    }
    const put: Article[] = []
    const remove: string[] = []
    for (const [slug, old] of before) {
      const now = this.#holders.get(slug)?.[0]?.article
      if (now === undefined && old !== undefined) remove.push(slug)
      if (now !== undefined && now !== old) put.push(now)
    }
    return { put, remove }
  }

  /** What each file gives, by its name: its last good articles, and its faults. */
  get files(): ReadonlyMap<string, FileReading> {
    return this.#files
  }

  /** The articles, in the order of their files' names, as far as these were taken in together. */
  articles(): Article[] {
    return [...this.#holders.values()].flatMap(([first]) => (first === undefined ? [] : [first.article]))
  }

  /** What is wrong with files now, in the order of their names. */
  faults(): Fault[] {
    const faults = [...this.#faulty].sort().flatMap(name => this.#files.get(name)?.faults ?? [])
    for (const slug of this.#contested) {
      const [first, ...others] = this.#holders.get(slug) ?? []
      for (const { name } of others) {
        const message = `expected a name of its own, got \`${slug}\` as ${this.#pathOf(first?.name ?? '')} has`
        faults.push({ path: this.#pathOf(name), line: null, message })
      }
    }
    return faults
  }

  #pathOf(name: string): string {
    return this.#files.get(name)?.path ?? name
  }

  #replace({ name, reading }: FileChange, before: Map<string, Article | undefined>): void {
    const old = this.#files.get(name)
    const isBad = reading !== null && reading.faults.length > 0
    const next = isBad ? { ...reading, articles: old?.articles ?? [] } : reading
    if (next === null) this.#files.delete(name)
    else this.#files.set(name, next)
    if (isBad) this.#faulty.add(name)
    else this.#faulty.delete(name)
    if (isBad) return

    const known = new Map(old?.articles.map(article => [article.slug, article]))
    for (const slug of known.keys()) this.#hold(slug, before, holders => holders.filter(holder => holder.name !== name))
    const articles = next?.articles.map(article => unchanged(known.get(article.slug), article)) ?? []
    for (const article of articles) {
      this.#hold(article.slug, before, holders =>
        [...holders, { name, article }].sort(
          (one, other) => Number(one.name > other.name) - Number(one.name < other.name),
        ),
      )
    }
    if (next !== null) this.#files.set(name, { ...next, articles })
  }

  #hold(
    slug: string,
    before: Map<string, Article | undefined>,
    change: (holders: readonly Holder[]) => readonly Holder[],
  ): void {
    const holders = this.#holders.get(slug) ?? []
    if (!before.has(slug)) before.set(slug, holders[0]?.article)
    const changed = change(holders)
    if (changed.length === 0) this.#holders.delete(slug)
    else this.#holders.set(slug, changed)
    if (changed.length > 1) this.#contested.add(slug)
    else this.#contested.delete(slug)
  }
}

/** `old` where both read the same, so that what was derived from it stays good. */
function unchanged(old: Article | undefined, article: Article): Article {
  if (old === undefined) return article
  const isSame = (Object.keys(article) as (keyof Article)[]).every(
    // The same body is split into the same paragraphs.
    key => key === 'paragraphs' || article[key] === old[key],
  )
  return isSame ? old : article
}
