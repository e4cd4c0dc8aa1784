/** `/help`: what the bot does, what can be asked, and what it keeps of people, which is nothing. */
import { SlashCommandBuilder } from '@discordjs/builders'
import { help } from '../src/answer/articles/describe.ts'
import type { Command } from './command.ts'
import { feedsOf } from './editor.ts'

export const helpCommand: Command = {
  data: new SlashCommandBuilder().setName('help').setDescription('What this bot does, with examples, and its privacy'),
  // It is for the one who asks, and would only be in the others' way.
  privateByDefault: true,
  run(_options, { library, editor }) {
    return help(library, feedsOf(editor), { countsGaps: editor?.servers.settings(editor.server).gaps ?? false })
  },
}
