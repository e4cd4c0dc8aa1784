/** The commands, written out by hand: the bot's table of contents. */
import { articleCommand } from './article.ts'
import { askCommand } from './ask.ts'
import { askArticlesCommand } from './ask-articles.ts'
import { checkCommand, checkThisQuoteCommand } from './check.ts'
import type { Command, MessageCommand } from './command.ts'
import { corpusCommand } from './corpus.ts'
import { helpCommand } from './help.ts'
import { quoteCommand } from './quote.ts'
import { settingsCommand } from './settings.ts'

export const commands: readonly Command[] = [
  askCommand,
  quoteCommand,
  checkCommand,
  articleCommand,
  corpusCommand,
  settingsCommand,
  helpCommand,
]

/** On a message's context menu, under Apps. */
export const messageCommands: readonly MessageCommand[] = [askArticlesCommand, checkThisQuoteCommand]
