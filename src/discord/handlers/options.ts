/** From Discord's options to the plain ones that commands take, and what of them an answer's message needs. */
import { ApplicationCommandOptionType, type CommandInteractionOption } from 'discord.js'
import type { Options } from '../../../commands/command.ts'
import type { Request } from './request.ts'

/** Options by name; that of a subcommand's name is `subcommand`. Of an attachment it is the attachment's id. */
export function plainOptions(given: readonly CommandInteractionOption[]): Options {
  const entries = given.flatMap((option): [string, string | boolean][] => {
    if (option.type === ApplicationCommandOptionType.Subcommand) {
      return [['subcommand', option.name], ...Object.entries(plainOptions(option.options ?? [])).flatMap(present)]
    }
    const { value } = option
    return value === undefined ? [] : [[option.name, typeof value === 'number' ? `${value}` : value]]
  })
  return Object.fromEntries(entries)
}

function present([name, value]: [string, string | boolean | undefined]): [string, string | boolean][] {
  return value === undefined ? [] : [[name, value]]
}

/** What was asked, to be shown at the head of the answer. */
export function requestOf(options: Options): Request {
  const words = options.question ?? options.words ?? options.quote
  return {
    words: typeof words === 'string' ? words : null,
    speaker: typeof options.speaker === 'string' ? options.speaker : null,
  }
}
