/** "Ask the articles", on a message's context menu: the message is the question. */
import { ContextMenuCommandBuilder } from '@discordjs/builders'
import { askCommand } from './ask.ts'
import type { MessageCommand } from './command.ts'

/** `ApplicationCommandType.Message` of Discord's API, which this folder does without. */
const message = 3

export const askArticlesCommand: MessageCommand = {
  data: new ContextMenuCommandBuilder().setName('Ask the articles').setType(message),
  run: (text, context) => askCommand.run({ question: text }, context),
}
