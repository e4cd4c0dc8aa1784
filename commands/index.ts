/** The commands, written out by hand: the bot's table of contents. */
import { articleCommand } from './article.ts'
import { askCommand } from './ask.ts'
import type { Command } from './command.ts'
import { helpCommand } from './help.ts'
import { quoteCommand } from './quote.ts'

export const commands: readonly Command[] = [askCommand, quoteCommand, articleCommand, helpCommand]
