/** `/article`: the list of articles, or one of them described. */
import { SlashCommandBuilder } from '@discordjs/builders'
import { describeArticle, listArticles } from '../src/answer/articles/describe.ts'
import type { Command } from './command.ts'
import { articleOf, completeArticle, privateOption } from './options.ts'

export const articleCommand: Command = {
  data: new SlashCommandBuilder()
    .setName('article')
    .setDescription('List the articles, or describe one: key sentences, and who is quoted in it')
    .addStringOption(option =>
      option.setName('name').setDescription('Which article; leave it out to list them all').setAutocomplete(true),
    )
    .addBooleanOption(privateOption(false)),

  run(options, context) {
    const article = articleOf(options, 'name', context)
    return article === null ? listArticles(context.library) : describeArticle(context.library, article)
  },

  complete: (_option, typed, context) => completeArticle(typed, context),
}
