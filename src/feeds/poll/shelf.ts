/** Where the articles of feeds are put, and how an article is known again there. What a shelf is made of is left to who owns the folder. */
import { createHash } from 'node:crypto'
import type { Article } from '../../article/article.ts'
import type { NewArticle } from '../../folder/new-article.ts'
import { createTurns } from '../../work/yielding.ts'
import { canonicalAddress } from '../canonical-address.ts'

/** An article to be stored: as a new one, or in the place of the one that has the slug `replaces`. */
export type Placing = { readonly made: NewArticle; readonly replaces: string | null }

export interface Shelf {
  /** What is there now, whoever put it there. */
  articles(): Iterable<Article>
  /**
   * Stores all; gives the slug of each, in their order: another than its own where that is taken, and null for one whose place was taken by
   * somebody else's meanwhile. Once this resolves, they outlive a crash. @throws RefusedError when there is no room.
   */
  put(placings: readonly Placing[]): Promise<readonly (string | null)[]>
  /** Removes those that are there. */
  remove(slugs: readonly string[]): Promise<void>
  /** Articles of feeds that there is room for beside what else is there, when `fed` of them are there. */
  room(fed: number): number
  /** Entries that are older than so many days are not taken; null takes all. */
  readonly keepDays: number | null
}

/** Equal for articles with the same headline and words. */
export function fingerprint({ headline, body }: Pick<Article, 'headline' | 'body'>): string {
  return createHash('sha256')
    .update(`${headline}\n${body.replace(/\s+/g, ' ')}`)
    .digest('base64url')
    .slice(0, 22)
}

type Known = { readonly slug: string; readonly print: string }

/** What is on a shelf, by what it is known again by. */
export type ShelfIndex = {
  /** The fingerprint of the article with this slug; null when there is none. */
  printOf(slug: string): string | null
  /** The article with this canonical address, or else with this fingerprint; null when there is none. */
  find(address: string | null, print: string): Known | null
  add(slug: string, address: string | null, print: string): void
  remove(slug: string): void
}

/** Goes through the shelf, a few milliseconds at a time. */
export async function indexShelf(shelf: Pick<Shelf, 'articles'>): Promise<ShelfIndex> {
  const slugs = new Map<string, Known>()
  const byAddress = new Map<string, Known>()
  const byPrint = new Map<string, Known>()
  const add = (slug: string, address: string | null, print: string): void => {
    const known = { slug, print }
    slugs.set(slug, known)
    byPrint.set(print, known)
    if (address !== null) byAddress.set(address, known)
  }
  const { pause } = createTurns()
  for (const article of shelf.articles()) {
    add(article.slug, article.url === null ? null : canonicalAddress(article.url), fingerprint(article))
    await pause()
  }
  return {
    printOf: slug => slugs.get(slug)?.print ?? null,
    find(address, print) {
      const isThere = (known: Known | undefined): known is Known =>
        known !== undefined && slugs.get(known.slug) === known
      const [one, other] = [address === null ? undefined : byAddress.get(address), byPrint.get(print)]
      return isThere(one) ? one : isThere(other) ? other : null
    },
    add,
    remove: slug => void slugs.delete(slug),
  }
}
