/** The nouns of following a site: a feed as it was read, and its entries. */

/** What a site publishes, newest first. */
export type Feed = {
  readonly title: string | null
  /** How often the feed says that it may be asked for, in milliseconds; null when it does not say. */
  readonly everyMs: number | null
  readonly language: string | null
  readonly entries: readonly Entry[]
}

export type Entry = {
  /** What the feed calls it, whatever its address and date become; null when it does not. */
  readonly id: string | null
  /** An address of http or https; null when it has none. */
  readonly address: string | null
  readonly headline: string | null
  readonly byline: string | null
  /** When it was published, in milliseconds since 1970; null when the feed does not say. */
  readonly publishedMs: number | null
  /** Its text as HTML, where the feed has all of it; null where its page is to be read. */
  readonly text: string | null
  /** What the feed has of its text, for want of its page; null when that is a mere summary. */
  readonly fallback: string | null
  /** Changes when the feed says something else of it; its date of publication is no part of that. */
  readonly stamp: string
}
