/** What stands on a quote card, and why one may be refused. Drawing it is `draw.ts`'s, in a thread of its own (`worker.ts`). */

/** Everything on the card is text as it is to be shown, dates in the reader's language. */
export type Card = {
  /** The quoted words, to the letter, without quotation marks. */
  readonly words: string
  readonly speaker: string
  readonly description: string | null
  readonly headline: string
  /** Outlet, date and the like, joined as one line. */
  readonly printed: string
  /** A short id by which the quotation is found again. */
  readonly citation: string
}

/** `too-long`: the words do not fit at the smallest size that can be read. `script`: the fonts have no letters for some of them. */
export type Refusal = 'too-long' | 'script' | 'busy'

export type DrawnCard = { readonly png: Uint8Array } | { readonly refused: Refusal }
