/** `/check`, and "Check this quote" on a message: whether something was printed as it is quoted. */
import { ContextMenuCommandBuilder, SlashCommandBuilder } from '@discordjs/builders'
import { check } from '../src/answer/check/check.ts'
import { isTooShort } from '../src/answer/check/claim.ts'
import { UserError } from '../src/errors.ts'
import { messagesFor } from '../src/messages/languages.ts'
import type { Command, MessageCommand } from './command.ts'
import { privateOption, speakerOption, textOf } from './options.ts'
import { completeSpeaker } from './quote.ts'

/** `ApplicationCommandType.Message` of Discord's API, which this folder does without. */
const message = 3
/** As long as Discord lets a message of those without a subscription be. */
const longestQuote = 2000

export const checkCommand: Command = {
  data: new SlashCommandBuilder()
    .setName('check')
    .setDescription('Check whether something was printed as it is quoted')
    .addStringOption(option =>
      option
        .setName('quote')
        .setDescription('The words as they are quoted')
        .setRequired(true)
        .setMaxLength(longestQuote),
    )
    .addStringOption(speakerOption)
    .addBooleanOption(privateOption(true)),
  privateByDefault: true,

  run(options, context) {
    const quote = textOf(options, 'quote')
    if (quote === null) throw new UserError(messagesFor(context.locale).checkWithoutWords)
    if (isTooShort(quote)) throw new UserError(messagesFor(context.locale).checkTooShort)
    return check(context.library, { quote, speaker: textOf(options, 'speaker') })
  },

  complete: (option, typed, context) => (option === 'speaker' ? completeSpeaker(typed, context) : []),
}

export const checkThisQuoteCommand: MessageCommand = {
  data: new ContextMenuCommandBuilder().setName('Check this quote').setType(message),
  run(text, context) {
    if (text.trim() === '') throw new UserError(messagesFor(context.locale).emptyMessage)
    if (isTooShort(text)) throw new UserError(messagesFor(context.locale).checkTooShort)
    return check(context.library, { quote: text, speaker: null })
  },
}
