/** Answers one interaction once, whatever happens: knows whether Discord still takes a first response, and defers when an answer is slow. */
import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  type CommandInteraction,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { Logger } from 'pino'
import { FIRST_RESPONSE_MS } from './limits.ts'
import type { MessageBody } from './render/layout.ts'
import { despiteLostConnections } from './retry.ts'

export type Answerable = CommandInteraction | ButtonInteraction | AnySelectMenuInteraction

export type Responder = {
  /** Waits for `work`, telling Discord in good time that it takes longer. */
  whileWorking<Result>(work: Result | Promise<Result>, isPrivate: boolean): Promise<Result>
  /** Sends the answer as a message. After a deferral it is as private as that was, since Discord lets nobody change it. */
  answer(body: MessageBody, isPrivate: boolean): Promise<void>
  /** Changes the message whose button was clicked. */
  change(body: MessageBody): Promise<void>
  /** Deletes the message whose button was clicked. */
  remove(): Promise<void>
  /** Tells the person alone, in whichever way is still open; does nothing when they have their answer. */
  tellAlone(body: MessageBody): Promise<void>
}

/** Half of what Discord allows, so that the deferral itself arrives in time. */
const DEFER_AFTER_MS = FIRST_RESPONSE_MS / 2

/** Discord no longer takes an answer: it came too late, or was given already (perhaps by a request whose reply was lost). */
const TOO_LATE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
])

export function createResponder(interaction: Answerable, logger: Logger): Responder {
  let state: 'open' | 'deferred' | 'closed' = 'open'
  let deferral: Promise<void> = Promise.resolve()

  /** Runs `send`, after which the interaction is in `next`; a refusal that nothing can be done about closes it. */
  const attempt = async (send: () => Promise<unknown>, next: typeof state): Promise<void> => {
    try {
      await despiteLostConnections(send)
      state = next
    } catch (error) {
      if (!(error instanceof DiscordAPIError && TOO_LATE.has(error.code))) throw error
      state = 'closed'
      logger.warn({ interaction: interaction.id, code: error.code }, 'Discord no longer takes an answer')
    }
  }
  const defer = (isPrivate: boolean): Promise<void> =>
    attempt(() => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}), 'deferred')

  return {
    async whileWorking(work, isPrivate) {
      if (!(work instanceof Promise)) return work
      const timer = setTimeout(() => {
        deferral = defer(isPrivate).catch(error =>
          logger.error({ interaction: interaction.id, err: error }, 'could not defer'),
        )
      }, DEFER_AFTER_MS)
      try {
        return await work
      } finally {
        clearTimeout(timer)
        await deferral
      }
    },
    async answer(body, isPrivate) {
      if (state === 'open') await attempt(() => interaction.reply(isPrivate ? ephemeral(body) : { ...body }), 'closed')
      else if (state === 'deferred') await attempt(() => interaction.editReply({ ...body }), 'closed')
    },
    async change(body) {
      if (!interaction.isMessageComponent()) throw new TypeError('only the message of a button can be changed')
      if (state === 'open') await attempt(() => interaction.update({ ...body }), 'closed')
    },
    async remove() {
      if (!interaction.isMessageComponent()) throw new TypeError('only the message of a button can be deleted')
      await attempt(() => interaction.deferUpdate(), 'closed')
      await attempt(() => interaction.deleteReply(), 'closed')
    },
    async tellAlone(body) {
      if (state === 'open') await attempt(() => interaction.reply(ephemeral(body)), 'closed')
      else if (state === 'deferred') {
        // A public deferral cannot be turned private, and takes the place of the first follow-up: it goes before that is sent.
        await attempt(() => interaction.deleteReply(), 'deferred')
        await attempt(() => interaction.followUp(ephemeral(body)), 'closed')
      }
    },
  }
}

function ephemeral(body: MessageBody): object {
  return { ...body, flags: body.flags | MessageFlags.Ephemeral }
}
