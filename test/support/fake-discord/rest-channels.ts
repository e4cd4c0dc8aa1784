/** How the fake Discord takes messages in channels: sending each nonce once, editing, deleting, and showing them. */
import { z } from 'zod'
import { type Desk, type Handler, type Route, UNKNOWN_MESSAGE } from './rest-desk.ts'
import { editMessage, type FakeMessage, storeMessage } from './store.ts'

const UNKNOWN_CHANNEL = { code: 10003, message: 'Unknown Channel' }
const recipientSchema = z.looseObject({ recipient_id: z.string() })

export function channelRoutes(desk: Desk): Route[] {
  const { channelData, openDm } = desk.options
  return [
    ['POST', /^\/channels\/(\d+)\/messages$/, send(desk)],
    ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, edit(desk)],
    ['DELETE', /^\/channels\/(\d+)\/messages\/(\d+)$/, remove(desk)],
    ['GET', /^\/channels\/(\d+)\/messages\/(\d+)$/, fetch(desk)],
    ['GET', /^\/channels\/(\d+)\/messages$/, history(desk)],
    [
      'POST',
      /^\/users\/@me\/channels$/,
      (_, body) => ({ status: 200, body: openDm(recipientSchema.parse(body).recipient_id) }),
    ],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      ([id = '']) => {
        const data = channelData(id)
        return data === null ? { status: 404, body: UNKNOWN_CHANNEL } : { status: 200, body: data }
      },
    ],
  ]
}

const send =
  (desk: Desk): Handler =>
  ([channelId = ''], body) => {
    const { store, options } = desk
    const payload = desk.parse(body, 'message')
    const refusal = desk.refuseMessage(payload, { isChannel: true, isEdit: false }, 'message')
    if (refusal !== null) return refusal
    const nonce = payload.enforce_nonce ? `${channelId} ${payload.nonce}` : null
    const known = nonce === null ? undefined : store.nonces.get(nonce)
    if (known !== undefined) return desk.show(known)
    const message = storeMessage(store, channelId, options.botId, payload, false)
    if (nonce !== null) store.nonces.set(nonce, message)
    store.sent.push(message)
    return desk.show(message)
  }

const edit =
  (desk: Desk): Handler =>
  ([, id = ''], body) => {
    const message = messageOf(desk, id)
    if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
    const payload = desk.parse(body, 'edit')
    const refusal = desk.refuseMessage(payload, { isChannel: true, isEdit: true }, 'edit')
    if (refusal !== null) return refusal
    editMessage(message, payload)
    desk.store.edited.push(message)
    return desk.show(message)
  }

const remove =
  (desk: Desk): Handler =>
  ([, id = '']) => {
    const message = messageOf(desk, id)
    if (message === null) return { status: 404, body: UNKNOWN_MESSAGE }
    message.isDeleted = true
    desk.store.deleted.push(message)
    return { status: 204 }
  }

const fetch =
  (desk: Desk): Handler =>
  ([, id = '']) => {
    const message = messageOf(desk, id)
    return message === null ? { status: 404, body: UNKNOWN_MESSAGE } : desk.show(message)
  }

/** The bot's own messages, newest first; nobody else's are kept here. */
const history =
  (desk: Desk): Handler =>
  ([channelId = '']) => {
    const sent = [...desk.store.messages.values()].filter(one => one.channelId === channelId && !one.isDeleted)
    return { status: 200, body: sent.reverse().map(one => desk.show(one).body) }
  }

function messageOf({ store }: Desk, id: string): FakeMessage | null {
  const message = store.messages.get(id)
  return message === undefined || message.isDeleted ? null : message
}
