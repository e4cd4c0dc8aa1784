/** What a line of a conversation is answered with, beside the line itself. */
import type { AskOptions } from '../ask/ask-options.ts'

export type ConverseOptions = AskOptions & {
  /** Earlier questions of the same conversation, oldest first. */
  readonly after: readonly string[]
  /** The slug of the article that the answer before was from; found by asking again when it is missing. */
  readonly talkedAbout?: string | undefined
  /** The ids of the passages that the answer before showed, that in view first; found by answering again when they are missing. */
  readonly shown?: readonly string[] | undefined
}
