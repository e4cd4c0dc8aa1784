/** The REST API of the fake Discord, as far as bots like ours use it. Whatever else is asked for is answered with 404 and noted. */
import { z } from 'zod'
import { snowflake } from './people.ts'
import { editMessage, type FakeInteraction, type FakeMessage, type Store, storeMessage } from './store.ts'
import {
  choiceFaults,
  choicesSchema,
  commandFaults,
  commandsSchema,
  FLAGS,
  messageFaults,
  type Payload,
  payloadSchema,
} from './validate.ts'

export type Reply = { readonly status: number; readonly body?: unknown }

export type RestOptions = {
  readonly botId: string
  readonly applicationId: string
  readonly botData: object
  readonly gatewayUrl: () => string
  readonly messageData: (message: FakeMessage) => object
  readonly channelData: (id: string) => object | null
  readonly openDm: (personId: string) => object
}

const UNKNOWN_INTERACTION = { code: 10062, message: 'Unknown interaction' }
const ALREADY_ANSWERED = { code: 40060, message: 'Interaction has already been acknowledged.' }
const UNKNOWN_MESSAGE = { code: 10008, message: 'Unknown Message' }

const callbackSchema = z.looseObject({ type: z.int(), data: z.unknown().optional() })

type Handler = (match: string[], body: unknown) => Reply

/** Answers one request; `path` is without the version, `body` is parsed JSON. */
export function createRest(store: Store, options: RestOptions): (method: string, path: string, body: unknown) => Reply {
  const note = (faults: readonly string[], where: string): void => {
    for (const fault of faults) store.violations.push(`${where}: ${fault}`)
  }
  const parse = (body: unknown, where: string): Payload => {
    const parsed = payloadSchema.safeParse(body)
    if (!parsed.success) note([parsed.error.message], where)
    return parsed.success ? parsed.data : {}
  }
  const refuseIfFaulty = (faults: readonly string[], where: string): Reply | null => {
    note(faults, where)
    return faults.length === 0 ? null : { status: 400, body: { code: 50035, message: faults.join('; ') } }
  }
  const finish = (interaction: FakeInteraction, message: FakeMessage): void => {
    interaction.state = 'answered'
    interaction.answers += 1
    interaction.answeredAt = performance.now()
    interaction.original = message
    interaction.shown.push(message)
  }

  const callback: Handler = ([, token = ''], body) => {
    const interaction = store.interactions.get(token)
    if (interaction === undefined || interaction.state === 'expired') return { status: 404, body: UNKNOWN_INTERACTION }
    if (interaction.state !== 'open') return { status: 400, body: ALREADY_ANSWERED }
    const { type, data } = callbackSchema.parse(body)
    const where = `callback of type ${type}`
    const payload = parse(data ?? {}, where)
    const isPrivate = ((payload.flags ?? 0) & FLAGS.ephemeral) !== 0
    switch (type) {
      case 4: {
        const refusal = refuseIfFaulty(messageFaults(payload, { isChannel: false, isEdit: false }), where)
        if (refusal !== null) return refusal
        finish(interaction, storeMessage(store, interaction.channelId, options.botId, payload, isPrivate))
        return { status: 204 }
      }
      case 5:
        note(
          (payload.flags ?? 0) === (isPrivate ? FLAGS.ephemeral : 0) ? [] : ['a deferral may set only EPHEMERAL'],
          where,
        )
        interaction.state = 'deferred'
        interaction.isPrivateDeferral = isPrivate
        interaction.answeredAt = performance.now()
        return { status: 204 }
      case 6:
        interaction.state = 'answered'
        interaction.answers += 1
        interaction.answeredAt = performance.now()
        interaction.original = interaction.clicked
        return { status: 204 }
      case 7: {
        if (interaction.clicked === null) return { status: 400, body: { code: 50035, message: 'nothing was clicked' } }
        const refusal = refuseIfFaulty(messageFaults(payload, { isChannel: false, isEdit: true }), where)
        if (refusal !== null) return refusal
        editMessage(interaction.clicked, payload)
        finish(interaction, interaction.clicked)
        return { status: 204 }
      }
      case 8: {
        const { choices } = choicesSchema.parse(data)
        const refusal = refuseIfFaulty(choiceFaults(choices), where)
        if (refusal !== null) return refusal
        interaction.state = 'answered'
        interaction.answers += 1
        interaction.answeredAt = performance.now()
        interaction.choices.push(choices)
        return { status: 204 }
      }
      default:
        return refuseIfFaulty([`unknown type ${type}`], where) ?? { status: 400 }
    }
  }

  const originalOf = (token: string, id: string): FakeMessage | null => {
    const interaction = store.interactions.get(token)
    const message = id === '@original' ? interaction?.original : store.messages.get(id)
    return message === undefined || message === null || message.isDeleted ? null : message
  }
  const editOriginal: Handler = ([, token = '', id = ''], body) => {
    const interaction = store.interactions.get(token)
    if (interaction === undefined) return { status: 404, body: { code: 10015, message: 'Unknown Webhook' } }
    const payload = parse(body, 'edit of an answer')
    const refusal = refuseIfFaulty(
      messageFaults(payload, { isChannel: false, isEdit: interaction.state !== 'deferred' }),
      'edit of an answer',
    )
    if (refusal !== null) return refusal
    if (interaction.state === 'deferred' && id === '@original') {
      finish(
        interaction,
        storeMessage(store, interaction.channelId, options.botId, payload, interaction.isPrivateDeferral),
      )
    } else {
      const message = originalOf(token, id)
      if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
      editMessage(message, payload)
      interaction.shown.push(message)
    }
    return interaction.original === null
      ? { status: 404, body: UNKNOWN_MESSAGE }
      : { status: 200, body: options.messageData(interaction.original) }
  }
  const deleteOriginal: Handler = ([, token = '', id = '']) => {
    const interaction = store.interactions.get(token)
    if (interaction?.state === 'deferred') {
      interaction.state = 'answered'
      return { status: 204 }
    }
    const message = originalOf(token, id)
    if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
    message.isDeleted = true
    store.deleted.push(message)
    return { status: 204 }
  }
  const followUp: Handler = ([, token = ''], body) => {
    const interaction = store.interactions.get(token)
    if (interaction === undefined || interaction.state === 'open')
      return { status: 404, body: { code: 10015, message: 'Unknown Webhook' } }
    const payload = parse(body, 'follow-up')
    const refusal = refuseIfFaulty(messageFaults(payload, { isChannel: false, isEdit: false }), 'follow-up')
    if (refusal !== null) return refusal
    const isPrivate =
      interaction.state === 'deferred' ? interaction.isPrivateDeferral : ((payload.flags ?? 0) & FLAGS.ephemeral) !== 0
    const message = storeMessage(store, interaction.channelId, options.botId, payload, isPrivate)
    finish(interaction, message)
    return { status: 200, body: options.messageData(message) }
  }

  const send: Handler = ([channelId = ''], body) => {
    const payload = parse(body, 'message')
    const refusal = refuseIfFaulty(messageFaults(payload, { isChannel: true, isEdit: false }), 'message')
    if (refusal !== null) return refusal
    const nonce = payload.enforce_nonce ? `${channelId} ${payload.nonce}` : null
    const known = nonce === null ? undefined : store.nonces.get(nonce)
    if (known !== undefined) return { status: 200, body: options.messageData(known) }
    const message = storeMessage(store, channelId, options.botId, payload, false)
    if (nonce !== null) store.nonces.set(nonce, message)
    store.sent.push(message)
    return { status: 200, body: options.messageData(message) }
  }
  const inChannel = (id: string): FakeMessage | null => {
    const message = store.messages.get(id)
    return message === undefined || message.isDeleted ? null : message
  }
  const edit: Handler = ([, id = ''], body) => {
    const message = inChannel(id)
    if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
    const payload = parse(body, 'edit')
    const refusal = refuseIfFaulty(messageFaults(payload, { isChannel: true, isEdit: true }), 'edit')
    if (refusal !== null) return refusal
    editMessage(message, payload)
    store.edited.push(message)
    return { status: 200, body: options.messageData(message) }
  }
  const remove: Handler = ([, id = '']) => {
    const message = inChannel(id)
    if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
    message.isDeleted = true
    store.deleted.push(message)
    return { status: 204 }
  }
  const fetch: Handler = ([, id = '']) => {
    const message = inChannel(id)
    return message === null
      ? { status: 404, body: UNKNOWN_MESSAGE }
      : { status: 200, body: options.messageData(message) }
  }
  const register: Handler = ([where = ''], body) => {
    const commands = commandsSchema.parse(body)
    note(commandFaults(commands), 'commands')
    const stored = commands.map(command => ({
      ...command,
      id: snowflake(),
      application_id: options.applicationId,
      version: snowflake(),
    }))
    store.commands.set(where, stored)
    store.registered.push(where)
    return { status: 200, body: stored }
  }

  const application = {
    id: options.applicationId,
    name: 'Verbatim',
    flags: 0,
    description: '',
    icon: null,
    bot_public: true,
    verify_key: '',
  }
  const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 }
  const routes: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
    [
      'GET',
      /^\/gateway\/bot$/,
      () => ({ status: 200, body: { url: options.gatewayUrl(), shards: 1, session_start_limit } }),
    ],
    ['GET', /^\/users\/@me$/, () => ({ status: 200, body: options.botData })],
    ['GET', /^\/applications\/@me$|^\/oauth2\/applications\/@me$/, () => ({ status: 200, body: application })],
    [
      'GET',
      /^(\/applications\/\d+(?:\/guilds\/\d+)?\/commands)$/,
      ([where = '']) => ({ status: 200, body: store.commands.get(where) ?? [] }),
    ],
    ['PUT', /^(\/applications\/\d+(?:\/guilds\/\d+)?\/commands)$/, register],
    ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, callback],
    ['PATCH', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/, editOriginal],
    ['DELETE', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/, deleteOriginal],
    ['POST', /^\/webhooks\/(\d+)\/([^/]+)$/, followUp],
    ['POST', /^\/channels\/(\d+)\/messages$/, send],
    ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, edit],
    ['DELETE', /^\/channels\/(\d+)\/messages\/(\d+)$/, remove],
    ['GET', /^\/channels\/(\d+)\/messages\/(\d+)$/, fetch],
    [
      'POST',
      /^\/users\/@me\/channels$/,
      (_, body) => ({
        status: 200,
        body: options.openDm(z.looseObject({ recipient_id: z.string() }).parse(body).recipient_id),
      }),
    ],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      ([id = '']) => {
        const data = options.channelData(id)
        return data === null
          ? { status: 404, body: { code: 10003, message: 'Unknown Channel' } }
          : { status: 200, body: data }
      },
    ],
  ]

  return (method, path, body) => {
    for (const [verb, pattern, handler] of routes) {
      const match = verb === method ? pattern.exec(path) : null
      if (match !== null) return handler(match.slice(1), body)
    }
    store.violations.push(`${method} ${path}: the fake Discord knows no such route`)
    return { status: 404, body: { code: 0, message: '404: Not Found' } }
  }
}
