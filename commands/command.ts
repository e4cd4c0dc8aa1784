/** What a command is: data for Discord, and a pure function from options to an answer. It never sees an interaction. */
import type {
  ContextMenuCommandBuilder,
  SlashCommandBuilder,
  SlashCommandOptionsOnlyBuilder,
  SlashCommandSubcommandsOnlyBuilder,
} from '@discordjs/builders'
import type { Answer } from '../src/answer/answer.ts'
import type { Library } from '../src/library/library.ts'
import type { Editor } from './editor.ts'

/** A command's options by name, as the person gave them; an option that was not given is missing. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** What a command answers from. */
export type Context = {
  readonly library: Library
  /** The reader's language, BCP 47. */
  readonly locale: string
  /** In a server that can have articles of its own: what the person who asks may do to them. */
  readonly editor?: Editor
  /** Earlier questions of the same conversation, oldest first; none when it is missing. */
  readonly after?: readonly string[]
  /** The slug of the article that the answer before was from. */
  readonly talkedAbout?: string
  /** The ids of the passages that the answer before showed, that in view first. */
  readonly shown?: readonly string[]
}

/** A suggestion for an option: what is shown, and what is sent. Each at most 100 characters. */
export type Choice = { readonly name: string; readonly value: string }

export type Command = {
  readonly data: SlashCommandBuilder | SlashCommandOptionsOnlyBuilder | SlashCommandSubcommandsOnlyBuilder
  /** Whether it makes sense in servers alone; false when it is missing. */
  readonly serverOnly?: boolean
  /** Whether the answer is shown to the person alone unless they say otherwise; false when it is missing. */
  readonly privateByDefault?: boolean
  /** @throws UserError when the options make no sense together. */
  run(options: Options, context: Context): Answer | Promise<Answer>
  /** Suggestions for `option` while `typed` stands in it; at most 25, best first, from memory. */
  complete?(option: string, typed: string, context: Context): readonly Choice[]
}

/** A command on a message's context menu: its target's text is what is asked or checked. */
export type MessageCommand = {
  readonly data: ContextMenuCommandBuilder
  run(text: string, context: Context): Answer | Promise<Answer>
}
