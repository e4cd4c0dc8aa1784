/** The noun that `quotations.ts` finds in an article: words in quotation marks, and who spoke them. */
import type { Span } from './article.ts'

/**
 * Words that an article prints in quotation marks. A quotation that "he said" breaks in two, or that runs over several
 * paragraphs, has several `parts`; each part is the words between one pair of marks, without the marks.
 */
export type Quotation = {
  readonly parts: readonly Span[]
  /** 1-based number of the paragraph in which the first part stands. */
  readonly paragraph: number
  /** `statement` for at least a clause that somebody uttered; `fragment` for a few words inside the reporter's own sentence. */
  readonly kind: 'statement' | 'fragment'
  /** The fullest name that the article gives the speaker, such as `Dmitry Peskov`; null when unknown or when two people fit. */
  readonly speaker: string | null
  /** How the article describes the speaker, to the letter: `Kremlin spokesman`. */
  readonly description: string | null
  /** The verb that ties the words to the speaker, to the letter: `said`, `was quoted as saying`. */
  readonly cue: string | null
}
