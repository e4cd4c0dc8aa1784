/** What the buttons and menus under an answer do. All that they need stands in their custom id and in the message itself. */

import type { AnySelectMenuInteraction, APIMessageTopLevelComponent, ButtonInteraction } from 'discord.js'
import { MessageFlags, PermissionFlagsBits } from 'discord.js'
import type { Context } from '../../../commands/command.ts'
import { UserError } from '../../errors.ts'
import { messagesFor } from '../../messages/languages.ts'
import { parseCustomId, type Verb, type View, verbNamed } from '../custom-id.ts'
import { drawCard } from '../render/card.ts'
import type { Frame } from '../render/parts/frame.ts'
import { shareable } from '../render/parts/share.ts'
import { once } from './admission/once.ts'
import { questionField } from './ask-on.ts'
import { shownBy } from './conversation.ts'
import { answerCorpusClick } from './corpus-clicks.ts'
import { editorOf } from './editor.ts'
import { type AskedFrame, ofOther, open, turned } from './led-to.ts'
import { NO_REQUEST, readRequest } from './request.ts'
import type { Responder } from './responder.ts'
import { contextOf, localeIn, type Service } from './service.ts'

export type Clicked = ButtonInteraction | AnySelectMenuInteraction

/** A click, and what is needed to answer it. */
type Reading = {
  readonly verb: Verb
  readonly view: View
  /** The chosen option of a menu; null for buttons, and where the option was a verb. */
  readonly chosen: string | null
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
      await responder.answer(open(view, click.chosen, context, own), true)
      break
    }
    case 'card': {
      const own: Frame = { ...frame, asker: interaction.user.id, request: NO_REQUEST }
      await once(clickKey(interaction), responder, service.clicked, async () => {
        const drawn = drawCard(view, context, own, service.cards)
        await responder.answer(await responder.whileWorking(drawn, own.isPrivate), own.isPrivate)
      })
      break
    }
    case 'ask':
      await responder.openField(questionField(interaction.customId, frame.messages))
      break
    case 'other': {
      const body = await ofOther(click.chosen, context, await withQuestion(interaction, click), service)
      await (isOwn ? responder.change(body) : responder.answer(body, true))
      break
    }
    case 'menu':
      throw new UserError(frame.messages.outdatedButton)
    case 'add':
    case 'take':
    case 'cancel':
      await answerCorpusClick(verb, view, context, frame, responder)
      break
    case 'previous':
    case 'next':
    case 'more': {
      const body = await turned(verb, view, context, await withQuestion(interaction, click), service)
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
  const { view, asker } = click
  // What does not fit into the row of buttons stands in a menu, and means the same there.
  const verb = (click.verb === 'menu' ? verbNamed(chosenIn(interaction)) : null) ?? click.verb
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
  const chosen = click.verb === 'menu' ? null : chosenIn(interaction)
  return { verb, view, chosen, isOwn, context, frame, components }
}

/** A copy for somebody else stands under no question, and so repeats it. */
async function withQuestion(interaction: Clicked, { frame, isOwn }: Reading): Promise<AskedFrame> {
  const { words, readAs } = frame.request
  const asked = words ?? readAs ?? (await shownBy(interaction.message)).above
  return { ...frame, asked, request: isOwn ? frame.request : { ...frame.request, words: words ?? asked } }
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
