/** `/ask`: a question to the articles, answered with their best passages. */
import { SlashCommandBuilder } from '@discordjs/builders'
import { suggestQuestions } from '../src/answer/ask/suggest-questions.ts'
import { converse } from '../src/answer/conversation/converse.ts'
import { UserError } from '../src/errors.ts'
import { messagesFor } from '../src/messages/languages.ts'
import type { Command } from './command.ts'
import {
  articleOf,
  articleOption,
  completeArticle,
  completeOutlet,
  dayOption,
  filterOf,
  longestChoice,
  mostChoices,
  outletOption,
  privateOption,
  textOf,
} from './options.ts'

/** How many passages an answer shows. */
const passagesShown = 3

export const askCommand: Command = {
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask the articles a question; the answer is in their own words')
    .addStringOption(option =>
      option
        .setName('question')
        .setDescription('What you want to know')
        .setRequired(true)
        .setMaxLength(300)
        .setAutocomplete(true),
    )
    .addStringOption(articleOption)
    .addStringOption(outletOption)
    .addStringOption(dayOption('from'))
    .addStringOption(dayOption('to'))
    .addBooleanOption(privateOption(false)),

  async run(options, context) {
    const question = textOf(options, 'question')
    if (question === null) throw new UserError(messagesFor(context.locale).askWithoutQuestion)
    const article = articleOf(options, 'article', context)
    const only = await filterOf(options, context)
    return converse(context.library, question, {
      limit: passagesShown,
      article: article?.slug ?? null,
      only,
      grouping: 'paragraph',
      after: context.after ?? [],
      talkedAbout: context.talkedAbout,
      shown: context.shown,
    })
  },

  complete(option, typed, context) {
    if (option === 'article') return completeArticle(typed, context)
    if (option === 'outlet') return completeOutlet(typed, context)
    return suggestQuestions(context.library, typed, mostChoices, longestChoice).map(text => ({
      name: text,
      value: text,
    }))
  },
}
