/** How the fake Discord takes answers to interactions: first responses, edits, follow-ups, and when they are refused. */
import { z } from 'zod'
import { type Desk, type Handler, type Reply, type Route, UNKNOWN_MESSAGE } from './rest-desk.ts'
import { editMessage, type FakeInteraction, type FakeMessage, storeMessage } from './store.ts'
import { FLAGS, type Payload } from './validate.ts'
import { choiceFaults, choicesSchema } from './validate-commands.ts'

const UNKNOWN_INTERACTION = { code: 10062, message: 'Unknown interaction' }
const ALREADY_ANSWERED = { code: 40060, message: 'Interaction has already been acknowledged.' }
const INVALID_TOKEN = { code: 50027, message: 'Invalid Webhook Token' }
const UNKNOWN_WEBHOOK = { code: 10015, message: 'Unknown Webhook' }
/** For how long a first response, and an interaction's token, are taken (interactions/receiving-and-responding). */
const FIRST_RESPONSE_MS = 3_000
const TOKEN_MS = 15 * 60_000
const done: Reply = { status: 204 }

const callbackSchema = z.looseObject({ type: z.int(), data: z.unknown().optional() })

export function interactionRoutes(desk: Desk): Route[] {
  return [
    ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, callback(desk)],
    ['PATCH', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/, whileValid(desk, editAnswer(desk))],
    ['DELETE', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/, whileValid(desk, deleteAnswer(desk))],
    ['POST', /^\/webhooks\/(\d+)\/([^/]+)$/, whileValid(desk, followUp(desk))],
  ]
}

type Callback = {
  readonly interaction: FakeInteraction
  readonly payload: Payload
  readonly data: unknown
  readonly isPrivate: boolean
  readonly where: string
}

/** By the type of the first response (interactions/receiving-and-responding#interaction-callback-type). */
const callbacks = new Map<number, (desk: Desk, given: Callback) => Reply>([
  [4, sendAnswer],
  [5, defer],
  [6, deferUpdate],
  [7, updateClicked],
  [8, suggest],
  [9, openField],
])

const callback =
  (desk: Desk): Handler =>
  ([, token = ''], body) => {
    const interaction = desk.store.interactions.get(token)
    if (interaction === undefined || interaction.state === 'expired') return { status: 404, body: UNKNOWN_INTERACTION }
    if (interaction.state !== 'open') return { status: 400, body: ALREADY_ANSWERED }
    if (ageOf(desk, interaction) > FIRST_RESPONSE_MS) {
      interaction.lateResponses += 1
      return { status: 404, body: UNKNOWN_INTERACTION }
    }
    const { type, data } = callbackSchema.parse(body)
    const where = `callback of type ${type}`
    const payload = desk.parse(data ?? {}, where)
    const answer = callbacks.get(type)
    if (answer === undefined) return desk.refuse([`unknown type ${type}`], where) ?? { status: 400 }
    return answer(desk, { interaction, payload, data, isPrivate: isEphemeral(payload), where })
  }

function sendAnswer(desk: Desk, { interaction, payload, isPrivate, where }: Callback): Reply {
  const refusal = desk.refuseMessage(payload, { isChannel: false, isEdit: false }, where)
  if (refusal !== null) return refusal
  finish(interaction, storeMessage(desk.store, interaction.channelId, desk.options.botId, payload, isPrivate))
  return done
}

function defer(desk: Desk, { interaction, payload, isPrivate, where }: Callback): Reply {
  const isPlain = (payload.flags ?? 0) === (isPrivate ? FLAGS.ephemeral : 0)
  desk.note(isPlain ? [] : ['a deferral may set only EPHEMERAL'], where)
  interaction.state = 'deferred'
  interaction.isPrivateDeferral = isPrivate
  interaction.deferred.push(true)
  interaction.answeredAt = performance.now()
  return done
}

function deferUpdate(_desk: Desk, { interaction }: Callback): Reply {
  acknowledge(interaction)
  interaction.original = interaction.clicked
  return done
}

function updateClicked(desk: Desk, { interaction, payload, where }: Callback): Reply {
  if (interaction.clicked === null) return { status: 400, body: { code: 50035, message: 'nothing was clicked' } }
  const refusal = desk.refuseMessage(payload, { isChannel: false, isEdit: true }, where)
  if (refusal !== null) return refusal
  editMessage(interaction.clicked, payload)
  finish(interaction, interaction.clicked)
  return done
}

function suggest(desk: Desk, { interaction, data, where }: Callback): Reply {
  const { choices } = choicesSchema.parse(data)
  const refusal = desk.refuse(choiceFaults(choices), where)
  if (refusal !== null) return refusal
  acknowledge(interaction)
  interaction.choices.push(choices)
  return done
}

/** Lengths are Discord's (components/using-modal-components). */
const fieldSchema = z.looseObject({
  custom_id: z.string().max(100),
  title: z.string().min(1).max(45),
  components: z
    .array(
      z.looseObject({
        type: z.literal(18),
        label: z.string().min(1).max(45),
        component: z.looseObject({ type: z.literal(4), custom_id: z.string().max(100), style: z.int() }),
      }),
    )
    .min(1)
    .max(5),
})

function openField(_desk: Desk, { interaction, data }: Callback): Reply {
  const { custom_id, title } = fieldSchema.parse(data)
  acknowledge(interaction)
  interaction.fields.push({ customId: custom_id, title, under: interaction.clicked })
  return done
}

/** Milliseconds since the interaction was made; 0 where time stands still. */
function ageOf({ store: { clock } }: Desk, { createdAtMs }: FakeInteraction): number {
  return clock === null ? 0 : clock() - createdAtMs
}

/** Refuses a token that has run out. */
const whileValid =
  (desk: Desk, handler: Handler): Handler =>
  (match, body) => {
    const interaction = desk.store.interactions.get(match[1] ?? '')
    const isOver = interaction !== undefined && ageOf(desk, interaction) > TOKEN_MS
    return isOver ? { status: 401, body: INVALID_TOKEN } : handler(match, body)
  }

const editAnswer =
  (desk: Desk): Handler =>
  ([, token = '', id = ''], body) => {
    const { store, options } = desk
    const interaction = store.interactions.get(token)
    if (interaction === undefined) return { status: 404, body: UNKNOWN_WEBHOOK }
    const where = 'edit of an answer'
    const payload = desk.parse(body, where)
    const isDeferred = interaction.state === 'deferred'
    const refusal = desk.refuseMessage(payload, { isChannel: false, isEdit: !isDeferred }, where)
    if (refusal !== null) return refusal
    if (isDeferred && id === '@original') {
      const { channelId, isPrivateDeferral } = interaction
      finish(interaction, storeMessage(store, channelId, options.botId, payload, isPrivateDeferral))
    } else {
      const message = answerOf(desk, token, id)
      if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
      editMessage(message, payload)
      interaction.shown.push(message)
    }
    return interaction.original === null ? { status: 404, body: UNKNOWN_MESSAGE } : desk.show(interaction.original)
  }

const deleteAnswer =
  (desk: Desk): Handler =>
  ([, token = '', id = '']) => {
    const interaction = desk.store.interactions.get(token)
    if (interaction?.state === 'deferred') {
      interaction.state = 'answered'
      return done
    }
    const message = answerOf(desk, token, id)
    if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
    message.isDeleted = true
    desk.store.deleted.push(message)
    return done
  }

const followUp =
  (desk: Desk): Handler =>
  ([, token = ''], body) => {
    const interaction = desk.store.interactions.get(token)
    if (interaction === undefined || interaction.state === 'open') return { status: 404, body: UNKNOWN_WEBHOOK }
    const payload = desk.parse(body, 'follow-up')
    const refusal = desk.refuseMessage(payload, { isChannel: false, isEdit: false }, 'follow-up')
    if (refusal !== null) return refusal
    const isPrivate = interaction.state === 'deferred' ? interaction.isPrivateDeferral : isEphemeral(payload)
    const message = storeMessage(desk.store, interaction.channelId, desk.options.botId, payload, isPrivate)
    finish(interaction, message)
    return desk.show(message)
  }

function isEphemeral({ flags }: Payload): boolean {
  return ((flags ?? 0) & FLAGS.ephemeral) !== 0
}

function acknowledge(interaction: FakeInteraction): void {
  interaction.state = 'answered'
  interaction.answers += 1
  interaction.answeredAt = performance.now()
}

function finish(interaction: FakeInteraction, message: FakeMessage): void {
  acknowledge(interaction)
  interaction.original = message
  interaction.shown.push(message)
}

function answerOf({ store }: Desk, token: string, id: string): FakeMessage | null {
  const message = id === '@original' ? store.interactions.get(token)?.original : store.messages.get(id)
  return message === undefined || message === null || message.isDeleted ? null : message
}
