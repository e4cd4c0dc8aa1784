/** The options that several commands share, and their suggestions: one wording, one behaviour. */
import type { SlashCommandBooleanOption, SlashCommandStringOption } from '@discordjs/builders'
import type { Article } from '../src/article/article.ts'
import { UserError } from '../src/errors.ts'
import { type ArticleFilter, findOutlet, selectArticles, suggestOutlets } from '../src/library/lookup/article-filter.ts'
import { locateArticle, suggestArticles } from '../src/library/lookup/find-article.ts'
import { articleId } from '../src/library/lookup/passage-id.ts'
import { readDay } from '../src/library/lookup/read-day.ts'
import { messagesFor } from '../src/messages/languages.ts'
import type { Choice, Context, Options } from './command.ts'

/** Discord shows at most so many suggestions, each of at most so many characters. */
export const mostChoices = 25
export const longestChoice = 100
/** How many outlets a refusal names. */
const mostOutletsNamed = 10

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

export function outletOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('outlet').setDescription('Only what this outlet printed').setAutocomplete(true)
}

/** The first or the last day. */
export function dayOption(name: 'from' | 'to'): (option: SlashCommandStringOption) => SlashCommandStringOption {
  const description =
    name === 'from'
      ? 'Only what was printed on this day or later: 2021-01-24, January 2021'
      : 'Only what was printed on this day or earlier'
  return option => option.setName(name).setDescription(description).setMaxLength(40)
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

/**
 * What `outlet`, `from` and `to` limit the articles to; undefined when none was given.
 * @throws UserError when one cannot be read, or no article fits.
 */
export async function filterOf(options: Options, context: Context): Promise<ArticleFilter | undefined> {
  const [outlet, from, to] = [textOf(options, 'outlet'), textOf(options, 'from'), textOf(options, 'to')]
  if (outlet === null && from === null && to === null) return undefined
  const messages = messagesFor(context.locale)
  const filter = {
    outlet: outlet === null ? null : findOutlet(context.library, outlet),
    from: from === null ? null : await dayFrom(from, 'first', context),
    to: to === null ? null : await dayFrom(to, 'last', context),
  }
  if (outlet !== null && filter.outlet === null) {
    throw new UserError(messages.noSuchOutlet(outlet, suggestOutlets(context.library, '', mostOutletsNamed).join(', ')))
  }
  if (filter.from !== null && filter.to !== null && filter.from > filter.to)
    throw new UserError(messages.daysReversed(filter.from, filter.to))
  if (selectArticles(context.library, filter).size === 0) throw new UserError(messages.noArticleFits)
  return filter
}

async function dayFrom(typed: string, edge: 'first' | 'last', { locale }: Context): Promise<string> {
  const day = await readDay(typed, edge, locale, new Date())
  if (day === null) throw new UserError(messagesFor(locale).noSuchDay(typed))
  return day
}

export function completeOutlet(typed: string, { library }: Context): Choice[] {
  return suggestOutlets(library, typed, mostChoices).map(outlet => ({
    name: shorten(outlet),
    value: outlet.slice(0, longestChoice),
  }))
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
