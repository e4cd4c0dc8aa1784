/** `/article`: the list of articles, one of them described, or a sentence of one shown again by its id. */
import { SlashCommandBuilder } from '@discordjs/builders'
import type { CitationAnswer } from '../src/answer/answer.ts'
import { cite } from '../src/answer/articles/cite.ts'
import { describeArticle, listArticles } from '../src/answer/articles/describe.ts'
import { UserError } from '../src/errors.ts'
import { messagesFor } from '../src/messages/languages.ts'
import type { Command, Context } from './command.ts'
import { articleOf, completeArticle, privateOption, textOf } from './options.ts'

export const articleCommand: Command = {
  data: new SlashCommandBuilder()
    .setName('article')
    .setDescription('List the articles, or describe one: key sentences, and who is quoted in it')
    .addStringOption(option =>
      option.setName('name').setDescription('Which article; leave it out to list them all').setAutocomplete(true),
    )
    .addStringOption(option =>
      option.setName('cite').setDescription('The short ID of a passage, to show it again').setMaxLength(20),
    )
    .addBooleanOption(privateOption(false)),

  run(options, context) {
    const cited = textOf(options, 'cite')
    if (cited !== null) return citeOrRefuse(cited, context)
    const article = articleOf(options, 'name', context)
    return article === null ? listArticles(context.library) : describeArticle(context.library, article)
  },

  complete: (_option, typed, context) => completeArticle(typed, context),
}

function citeOrRefuse(typed: string, { library, locale }: Context): CitationAnswer {
  const citation = cite(library, typed)
  if (citation === null) throw new UserError(messagesFor(locale).citation.unknown(typed))
  return citation
}
