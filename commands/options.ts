/** The options that several commands share, and their suggestions: one wording, one behaviour. */
import type { SlashCommandBooleanOption, SlashCommandStringOption } from '@discordjs/builders'
import type { Article } from '../src/article/article.ts'
import { UserError } from '../src/errors.ts'
import { locateArticle, suggestArticles } from '../src/library/find-article.ts'
import { articleId } from '../src/library/passage-id.ts'
import { messagesFor } from '../src/messages/languages.ts'
import type { Choice, Context, Options } from './command.ts'

/** Discord shows at most so many suggestions, each of at most so many characters. */
export const mostChoices = 25
export const longestChoice = 100

export function articleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('article').setDescription('Only this article').setAutocomplete(true)
}

export function speakerOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('speaker').setDescription('Who said it').setAutocomplete(true)
}

/** `byDefault` is what happens when the person does not choose. */
export function privateOption(byDefault: boolean): (option: SlashCommandBooleanOption) => SlashCommandBooleanOption {
  return option =>
    option
      .setName('private')
      .setDescription(byDefault ? 'Show the answer to you alone (the default)' : 'Show the answer to you alone')
}

/** The text of an option without outer white space; null when it was not given or is blank. */
export function textOf(options: Options, name: string): string | null {
  const value = options[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The article that an option names; null when the option was not given. @throws UserError when it names none, or several. */
export function articleOf(options: Options, name: string, context: Context): Article | null {
  const typed = textOf(options, name)
  if (typed === null) return null
  const located = locateArticle(context.library, typed)
  if (located.kind === 'one') return located.article
  const { noSuchArticle, severalArticles } = messagesFor(context.locale)
  if (located.kind === 'none') throw new UserError(noSuchArticle(located.typed))
  const headlines = located.headlines.map(headline => `“${headline}”`)
  throw new UserError(severalArticles(located.typed, [...headlines, ...(located.more ? ['…'] : [])].join(', ')))
}

export function completeArticle(typed: string, context: Context): Choice[] {
  return suggestArticles(context.library, typed, mostChoices).map(choiceOf)
}

/** An article as a suggestion. */
export function choiceOf(article: Article): Choice {
  return {
    name: shorten([article.headline, article.outlet, article.published].filter(part => part !== null).join(' · ')),
    value: article.slug.length <= longestChoice ? article.slug : articleId(article),
  }
}

/** `text` as a suggestion's name: cut at a word, with an ellipsis, when it is longer than Discord shows. */
export function shorten(text: string): string {
  if (text.length <= longestChoice) return text
  const cut = text.slice(0, longestChoice - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestChoice / 2)).trimEnd()}…`
}
