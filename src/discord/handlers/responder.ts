/** Answers one interaction once, whatever happens: knows whether Discord still takes a first response, and defers when an answer is slow. */
import {
  type AnySelectMenuInteraction,
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  type CommandInteraction,
  DiscordAPIError,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Clock } from '../../work/clock.ts'
import { despiteLostConnections } from '../connection/retry.ts'
import { FIRST_RESPONSE_MS } from '../limits.ts'
import type { MessageBody } from '../render/parts/layout.ts'

export type Answerable = CommandInteraction | ButtonInteraction | AnySelectMenuInteraction | ModalSubmitInteraction

export type Responder = {
  /** Waits for `work`, telling Discord in good time that it takes longer. */
  whileWorking<Result>(work: Result | Promise<Result>, isPrivate: boolean): Promise<Result>
  /** Sends the answer as a message. After a deferral it is as private as that was, since Discord lets nobody change it. */
  answer(body: MessageBody, isPrivate: boolean): Promise<void>
  /** Changes the message whose button was clicked. */
  change(body: MessageBody): Promise<void>
  /** Opens a field for the person who clicked. */
  openField(modal: APIModalInteractionResponseCallbackData): Promise<void>
  /** Takes the click, and changes nothing. */
  acknowledge(): Promise<void>
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

/** `ageMs` is how old the interaction is already. */
export function createResponder(interaction: Answerable, ageMs: number, clock: Clock, logger: Logger): Responder {
  return new InteractionResponder(interaction, clock.now() + DEFER_AFTER_MS - ageMs, clock, logger)
}

type State = 'open' | 'deferred' | 'closed'

class InteractionResponder implements Responder {
  readonly #interaction: Answerable
  readonly #deferAt: number
  readonly #clock: Clock
  readonly #logger: Logger
  #state: State = 'open'
  #deferral: Promise<void> = Promise.resolve()

  constructor(interaction: Answerable, deferAt: number, clock: Clock, logger: Logger) {
    this.#interaction = interaction
    this.#deferAt = deferAt
    this.#clock = clock
    this.#logger = logger
  }

  async whileWorking<Result>(work: Result | Promise<Result>, isPrivate: boolean): Promise<Result> {
    if (!(work instanceof Promise)) return work
    const defer = (): void => {
      this.#deferral = this.#defer(isPrivate)
    }
    const cancel = this.#clock.later(defer, Math.max(0, this.#deferAt - this.#clock.now()), true)
    try {
      return await work
    } finally {
      cancel()
      await this.#deferral
    }
  }

  async answer(body: MessageBody, isPrivate: boolean): Promise<void> {
    const interaction = this.#interaction
    if (this.#state === 'open') {
      await this.#attempt(() => interaction.reply(isPrivate ? ephemeral(body) : { ...body }), 'closed')
    } else if (this.#state === 'deferred') await this.#attempt(() => interaction.editReply({ ...body }), 'closed')
  }

  async change(body: MessageBody): Promise<void> {
    const interaction = this.#interaction
    if (!interaction.isMessageComponent()) throw new TypeError('only the message of a button can be changed')
    if (this.#state === 'open') await this.#attempt(() => interaction.update({ ...body }), 'closed')
  }

  async openField(modal: APIModalInteractionResponseCallbackData): Promise<void> {
    const interaction = this.#interaction
    if (!interaction.isMessageComponent()) throw new TypeError('only a click can open a field')
    if (this.#state === 'open') await this.#attempt(() => interaction.showModal(modal), 'closed')
  }

  async acknowledge(): Promise<void> {
    const interaction = this.#interaction
    if (!interaction.isMessageComponent()) throw new TypeError('only a click can be taken so')
    await this.#attempt(() => interaction.deferUpdate(), 'closed')
  }

  async remove(): Promise<void> {
    await this.acknowledge()
    await this.#attempt(() => this.#interaction.deleteReply(), 'closed')
  }

  async tellAlone(body: MessageBody): Promise<void> {
    const interaction = this.#interaction
    if (this.#state === 'open') await this.#attempt(() => interaction.reply(ephemeral(body)), 'closed')
    else if (this.#state === 'deferred') {
      // A public deferral cannot be turned private, and takes the place of the first follow-up: it goes before that is sent.
      await this.#attempt(() => interaction.deleteReply(), 'deferred')
      await this.#attempt(() => interaction.followUp(ephemeral(body)), 'closed')
    }
  }

  async #defer(isPrivate: boolean): Promise<void> {
    const interaction = this.#interaction
    try {
      await this.#attempt(() => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}), 'deferred')
    } catch (error) {
      this.#logger.error({ interaction: interaction.id, err: error }, 'could not defer')
    }
  }

  /** Runs `send`, after which the interaction is in `next`; a refusal that nothing can be done about closes it. */
  async #attempt(send: () => Promise<unknown>, next: State): Promise<void> {
    try {
      await despiteLostConnections(send)
      this.#state = next
    } catch (error) {
      if (!(error instanceof DiscordAPIError && TOO_LATE.has(error.code))) throw error
      this.#state = 'closed'
      this.#logger.warn({ interaction: this.#interaction.id, code: error.code }, 'Discord no longer takes an answer')
    }
  }
}

function ephemeral(body: MessageBody): object {
  return { ...body, flags: body.flags | MessageFlags.Ephemeral }
}
