/** "Ask on": the field that the button opens, and the answer to what is typed there, which goes on from the message. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import { UserError } from '../../errors.ts'
import type { Messages } from '../../messages/en.ts'
import { messagesFor } from '../../messages/languages.ts'
import { QUESTION_TEXT } from '../limits.ts'
import { render } from '../render/render.ts'
import { askOn, earlierTurn, shownBy } from './conversation.ts'
import { firstView, isNothing } from './first-view.ts'
import { questionOf } from './question.ts'
import type { Responder } from './responder.ts'
import { contextOf, localeIn, noteGaps, type Service } from './service.ts'

const FIELD = 'question'

/** The field. `customId` is that of the button, so that what is typed knows its message. */
export function questionField(customId: string, { conversation }: Messages): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: conversation.askOn,
    components: [
      {
        type: ComponentType.Label,
        label: conversation.askOnField,
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Short,
          max_length: QUESTION_TEXT,
          required: true,
        },
      },
    ],
  }
}

/** Answers what was typed in a message of its own, as private as the one that it goes on from. */
export async function answerAskOn(
  interaction: ModalSubmitInteraction,
  responder: Responder,
  service: Service,
): Promise<string> {
  const locale = localeIn(service, interaction.guildId, interaction.locale)
  const messages = messagesFor(locale)
  const question = questionOf(interaction.fields.getTextInputValue(FIELD))
  if (question === '') throw new UserError(messages.askWithoutQuestion)
  const { message, user } = interaction
  const context = contextOf(service, interaction.guildId, locale)
  const isPrivateHere = message?.flags.has(MessageFlags.Ephemeral) ?? true
  const work = async (): Promise<Awaited<ReturnType<typeof askOn>>> =>
    askOn(question, message === null ? null : earlierTurn(await shownBy(message), context), context, service)
  const answer = await responder.whileWorking(work(), isPrivateHere)
  noteGaps(service, interaction.guildId, answer)
  const isPrivate = isPrivateHere || isNothing(answer)
  const readAs = 'readAs' in answer ? (answer.readAs ?? null) : null
  const frame = {
    messages,
    locale,
    asker: user.id,
    isPrivate,
    notes: [],
    request: { words: question, speaker: null, readAs },
  }
  await responder.answer(render(answer, firstView(answer, null), frame), isPrivate)
  return 'ask on'
}
