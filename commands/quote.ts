/** `/quote`: quotations by their words, by who said them, or both. */
import { SlashCommandBuilder } from '@discordjs/builders'
import { quote } from '../src/answer/quote/quote.ts'
import { UserError } from '../src/errors.ts'
import { suggestSpeakers } from '../src/library/speakers.ts'
import { messagesFor } from '../src/messages/languages.ts'
import type { Choice, Command, Context } from './command.ts'
import {
  articleOf,
  articleOption,
  completeArticle,
  completeOutlet,
  dayOption,
  filterOf,
  mostChoices,
  outletOption,
  privateOption,
  shorten,
  speakerOption,
  textOf,
} from './options.ts'

/** How many quotations an answer holds; they are shown a page at a time. */
const quotationsHeld = 100

export const quoteCommand: Command = {
  data: new SlashCommandBuilder()
    .setName('quote')
    .setDescription('Find quotations by their words, by who said them, or both')
    .addStringOption(option => option.setName('words').setDescription('Words of the quotation').setMaxLength(300))
    .addStringOption(speakerOption)
    .addStringOption(articleOption)
    .addStringOption(outletOption)
    .addStringOption(dayOption('from'))
    .addStringOption(dayOption('to'))
    .addBooleanOption(privateOption(false)),

  async run(options, context) {
    const words = textOf(options, 'words')
    const speaker = textOf(options, 'speaker')
    if (words === null && speaker === null) {
      throw new UserError(messagesFor(context.locale).quoteWithoutWords)
    }
    const article = articleOf(options, 'article', context)
    const only = await filterOf(options, context)
    return quote(context.library, { words, speaker, article: article?.slug ?? null, only, limit: quotationsHeld })
  },

  complete(option, typed, context) {
    if (option === 'article') return completeArticle(typed, context)
    if (option === 'outlet') return completeOutlet(typed, context)
    return option === 'speaker' ? completeSpeaker(typed, context) : []
  },
}

/** Speakers by any part of their name, with the number of their quotations. */
export function completeSpeaker(typed: string, context: Context): Choice[] {
  return suggestSpeakers(context.library, typed, mostChoices).map(({ name, quotations }) => ({
    name: shorten(`${name} · ${quotations}`),
    value: name.slice(0, 100),
  }))
}
