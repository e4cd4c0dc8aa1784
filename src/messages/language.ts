/** What a file of a language holds: the bot's words, and those of its commands. English commands have theirs where they are made. */
import type { Messages } from './en.ts'

/** How a command or an option is called and described. Menus on messages have no description. */
export type CommandWords = {
  readonly name: string
  readonly description?: string
  /** By the English names of its options or subcommands. */
  readonly options?: Readonly<Record<string, CommandWords>>
}

export type Language = {
  readonly messages: Messages
  /** By the English names of the commands. */
  readonly commands: Readonly<Record<string, CommandWords>>
}
