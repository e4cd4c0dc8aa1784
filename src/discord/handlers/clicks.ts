/** What the buttons and menus under an answer do. All that they need stands in their custom id and in the message itself. */

import type { AnySelectMenuInteraction, APIMessageTopLevelComponent, ButtonInteraction } from 'discord.js'
import { MessageFlags, PermissionFlagsBits } from 'discord.js'
import type { Context, Options } from '../../../commands/command.ts'
import {
  allArticles,
  articleAgain,
  articleAround,
  describe,
  nameArticle,
  passagesAgain,
  versionOf,
} from '../../answer/revisit.ts'
import type { Article } from '../../article/article.ts'
import { UserError } from '../../errors.ts'
import type { ArticleFilter } from '../../library/article-filter.ts'
import { messagesFor } from '../../messages/languages.ts'
import { parseCustomId, type Verb, type View } from '../custom-id.ts'
import { drawCard } from '../render/card.ts'
import type { Frame } from '../render/frame.ts'
import type { MessageBody } from '../render/layout.ts'
import { pageAt } from '../render/pages.ts'
import { renderReading } from '../render/reading.ts'
import { render } from '../render/render.ts'
import { shareable } from '../render/share.ts'
import { answerCorpusClick } from './corpus-clicks.ts'
import { editorOf } from './editor.ts'
import { once } from './once.ts'
import { NO_REQUEST, type Request, readRequest } from './request.ts'
import type { Responder } from './responder.ts'
import { contextOf, localeIn, type Service } from './service.ts'

export type Clicked = ButtonInteraction | AnySelectMenuInteraction

/** A click, and what is needed to answer it. */
type Reading = {
  readonly verb: Verb
  readonly view: View
  /** Whether the message is changed for all, rather than copied for the one who clicked. */
  readonly isOwn: boolean
  readonly context: Context
  readonly frame: Frame
  readonly components: readonly APIMessageTopLevelComponent[]
}

/**
 * Answers a click, and gives its name for the log. The person who asked, and members who may manage messages, change the message
 * itself; everybody else gets a copy for themselves.
 */
export async function answerClick(interaction: Clicked, responder: Responder, service: Service): Promise<string> {
  const click = readClick(interaction, service)
  const { verb, view, isOwn, context, frame } = click
  switch (verb) {
    case 'remove':
      if (!isOwn) throw new UserError(frame.messages.notYours)
      await responder.remove()
      break
    case 'share':
      await once(clickKey(interaction), responder, service.clicked, () =>
        responder.answer(shareable(click.components, frame), false),
      )
      break
    case 'read':
    case 'open': {
      const own: Frame = { ...frame, asker: interaction.user.id, isPrivate: true, request: NO_REQUEST }
      await responder.answer(open(view, chosenIn(interaction), context, own), true)
      break
    }
    case 'card': {
      const own: Frame = { ...frame, asker: interaction.user.id, request: NO_REQUEST }
      await once(clickKey(interaction), responder, service.clicked, async () => {
        const drawn = drawCard(view, chosenIn(interaction), context, own, service.cards)
        await responder.answer(await responder.whileWorking(drawn, own.isPrivate), own.isPrivate)
      })
      break
    }
    case 'add':
    case 'take':
    case 'cancel':
      await answerCorpusClick(verb, view, context, frame, responder)
      break
    case 'previous':
    case 'next':
    case 'more': {
      const body = await turned(verb, view, context, frame, service)
      await (isOwn ? responder.change(body) : responder.answer(body, true))
    }
  }
  return `button ${verb}`
}

/** @throws UserError when the button is one of a version that is no more. */
function readClick(interaction: Clicked, service: Service): Reading {
  const { user, guildId } = interaction
  const locale = localeIn(service, guildId, interaction.locale)
  const messages = messagesFor(locale)
  const click = parseCustomId(interaction.customId)
  if (click === null) throw new UserError(messages.outdatedButton)
  const { verb, view, asker } = click
  const isOwn = user.id === asker || mayManage(interaction)
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral)
  const components = interaction.message.components.map(component => component.toJSON())
  const frame: Frame = {
    messages,
    locale,
    asker: isOwn ? asker : user.id,
    isPrivate: isPrivate || !isOwn,
    request: readRequest(components),
    notes: [],
  }
  const context = contextOf(service, guildId, locale, editorOf(interaction, service))
  return { verb, view, isOwn, context, frame, components }
}

/** The same when somebody clicks the same again. */
function clickKey(interaction: Clicked): string {
  return [interaction.user.id, interaction.message.id, interaction.customId, chosenIn(interaction)].join(' ')
}

function chosenIn(interaction: Clicked): string | null {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? null) : null
}

function mayManage(interaction: Clicked): boolean {
  return interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false
}

type Turn = Extract<Verb, 'previous' | 'next' | 'more'>

/** The view that a click leads to. Renderers keep it within what there is. */
function moved(view: View, verb: Turn): View {
  const step = verb === 'next' ? 1 : verb === 'previous' ? -1 : 0
  switch (view.kind) {
    case 'passages':
      return verb === 'more'
        ? { ...view, growth: view.growth + 1 }
        : { ...view, position: Math.max(0, view.position + step), growth: 0 }
    case 'quotations':
    case 'articles':
    case 'reading':
      return { ...view, page: Math.max(0, view.page + step) }
    case 'article':
    case 'draft':
    case 'removal':
    case 'server':
      return view
  }
}

async function turned(
  verb: Turn,
  before: View,
  context: Context,
  frame: Frame,
  service: Service,
): Promise<MessageBody> {
  const view = moved(before, verb)
  switch (view.kind) {
    case 'passages':
      return passages(verb, view, context, frame)
    case 'quotations':
      return quotations(view, context, frame, service)
    case 'articles':
      return render(allArticles(context), view, frame)
    case 'article':
      return open(view, view.article, context, frame)
    case 'reading':
      return read(articleAgain(view.article, context), view.page, view.version, frame)
    case 'draft':
    case 'removal':
    case 'server':
      throw new UserError(frame.messages.outdatedButton)
  }
}

/** @throws UserError when there is nothing left to show in place of what stands in the message, which then stays as it is. */
function passages(verb: Turn, view: Extract<View, { kind: 'passages' }>, context: Context, frame: Frame): MessageBody {
  const { answer, position, lost } = passagesAgain(
    { ...view, question: frame.request.words, only: frame.request.only ?? undefined },
    context,
  )
  const notes = lost === null ? [] : [lost === 'changed' ? frame.messages.articleChanged : frame.messages.articleGone]
  const isStuck = answer.passages.length === 0 || (verb === 'more' && lost !== null)
  if (isStuck) throw new UserError(notes.join('\n') || frame.messages.outdatedButton)
  const shown = {
    ...view,
    passages: answer.passages.map(({ id }) => id),
    position,
    growth: lost === null ? view.growth : 0,
  }
  return render(answer, shown, { ...frame, notes })
}

async function quotations(
  view: Extract<View, { kind: 'quotations' }>,
  context: Context,
  frame: Frame,
  service: Service,
): Promise<MessageBody> {
  const { words, speaker }: Request = frame.request
  const options = {
    ...(words === null ? {} : { words }),
    ...(speaker === null ? {} : { speaker }),
    ...(view.article === null ? {} : { article: view.article }),
    ...filterOptions(frame.request.only ?? null),
  }
  const quote = service.commands.get('quote')
  if (quote === undefined) throw new RangeError('there is no /quote to turn the pages of')
  return render(await quote.run(options, context), view, frame)
}

function filterOptions(only: ArticleFilter | null): Options {
  const given = Object.entries(only ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return Object.fromEntries(given)
}

/** The article that a menu or a button leads to: described from a list, else to be read. */
function open(view: View, chosen: string | null, context: Context, frame: Frame): MessageBody {
  if (view.kind === 'articles') {
    const article = chosen === null ? null : articleAgain(chosen, context)
    if (article === null) throw new UserError(frame.messages.articleGone)
    return render(describe(article, context), null, frame)
  }
  if (view.kind === 'passages') {
    const around = articleAround(view.passages[view.position] ?? '', context)
    if (around === null) throw new UserError(frame.messages.articleGone)
    const notes = around.changed ? [frame.messages.articleChanged] : []
    return read(around.article, pageAt(around.article, around.start), versionOf(around.article), { ...frame, notes })
  }
  const id = view.kind === 'article' || view.kind === 'reading' ? view.article : null
  const article = id === null ? null : articleAgain(id, context)
  return read(article, 0, article === null ? '' : versionOf(article), frame)
}

/** `version` is that of the article when the page was counted. */
function read(article: Article | null, page: number, version: string, frame: Frame): MessageBody {
  if (article === null) throw new UserError(frame.messages.articleGone)
  const current = versionOf(article)
  const notes = current === version ? frame.notes : [...frame.notes, frame.messages.articleEdited]
  return renderReading(
    article,
    { kind: 'reading', article: nameArticle(article), version: current, page },
    { ...frame, notes },
  )
}
