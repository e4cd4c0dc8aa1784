/** What a line of a conversation is answered with, beside the line itself. */
import type { AskOptions } from '../ask/ask-options.ts'

export type ConverseOptions = AskOptions & {
  /** Earlier questions of the same conversation, oldest first. */
  readonly after: readonly string[]
}
