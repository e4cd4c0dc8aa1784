/** What the fake Discord keeps: messages, interactions, commands, and the faults that payloads had. */

import { snowflake, snowflakeAt } from './people.ts'
import { type Component, FLAGS, type Payload } from './validate.ts'

export type FakeMessage = {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  readonly repliesTo: string | null
  content: string
  flags: number
  components: Component[]
  edits: number
  isDeleted: boolean
}

export type FakeInteraction = {
  readonly id: string
  readonly token: string
  readonly channelId: string
  /** The message whose button was clicked. */
  readonly clicked: FakeMessage | null
  readonly sentAt: number
  /** By the fake's clock, in milliseconds since 1970. */
  readonly createdAtMs: number
  state: 'open' | 'deferred' | 'answered' | 'expired'
  isPrivateDeferral: boolean
  /** What `@original` stands for. */
  original: FakeMessage | null
  answeredAt: number | null
  /** How many answers were accepted: never more than one. */
  answers: number
  /** How many first responses were refused because they came after three seconds. */
  lateResponses: number
  /** Told when a deferral was taken. */
  readonly deferred: Queue<true>
  readonly choices: Queue<readonly { readonly name: string; readonly value: string }[]>
  /** The fields that were opened for it. */
  readonly fields: Queue<Field>
  /** The message that answers it, each time that it comes to show something else. */
  readonly shown: Queue<FakeMessage>
}

/** A field that the bot opened, and the message under which. */
export type Field = { readonly customId: string; readonly title: string; readonly under: FakeMessage | null }

/** Values that are waited for in the order in which they come. */
export type Queue<Value> = { push(value: Value): void; next(): Promise<Value>; readonly size: () => number }

export function createQueue<Value>(): Queue<Value> {
  const values: Value[] = []
  const waiting: ((value: Value) => void)[] = []
  return {
    push(value) {
      const first = waiting.shift()
      if (first === undefined) values.push(value)
      else first(value)
    },
    next: () => {
      const value = values.shift()
      return value === undefined ? new Promise(resolve => waiting.push(resolve)) : Promise.resolve(value)
    },
    size: () => values.length,
  }
}

export type Store = {
  /** Milliseconds since 1970, by which responses come too late; null when none ever does. */
  readonly clock: (() => number) | null
  readonly messages: Map<string, FakeMessage>
  readonly interactions: Map<string, FakeInteraction>
  /** By route: application commands, everywhere or of one server. */
  readonly commands: Map<string, unknown[]>
  readonly violations: string[]
  /** Messages that the bot sent to channels, in order. */
  readonly sent: Queue<FakeMessage>
  readonly edited: Queue<FakeMessage>
  readonly deleted: Queue<FakeMessage>
  readonly registered: Queue<string>
  readonly nonces: Map<string, FakeMessage>
}

export function createStore(clock: Store['clock']): Store {
  return {
    clock,
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    violations: [],
    sent: createQueue(),
    edited: createQueue(),
    deleted: createQueue(),
    registered: createQueue(),
    nonces: new Map(),
  }
}

/** An interaction that nothing has answered yet. */
export function createInteraction(store: Store, channelId: string, clicked: FakeMessage | null): FakeInteraction {
  const createdAtMs = store.clock?.() ?? Date.now()
  const interaction: FakeInteraction = {
    id: snowflakeAt(createdAtMs),
    token: `token-${snowflake()}`,
    channelId,
    clicked,
    sentAt: performance.now(),
    createdAtMs,
    state: 'open',
    isPrivateDeferral: false,
    original: null,
    answeredAt: null,
    answers: 0,
    lateResponses: 0,
    deferred: createQueue(),
    choices: createQueue(),
    fields: createQueue(),
    shown: createQueue(),
  }
  store.interactions.set(interaction.token, interaction)
  return interaction
}

export function storeMessage(
  store: Store,
  channelId: string,
  authorId: string,
  payload: Payload,
  isPrivate: boolean,
): FakeMessage {
  const message: FakeMessage = {
    id: snowflake(),
    channelId,
    authorId,
    repliesTo: payload.message_reference?.message_id ?? null,
    content: payload.content ?? '',
    flags: (payload.flags ?? 0) | (isPrivate ? FLAGS.ephemeral : 0),
    components: numbered(payload.components ?? []),
    edits: 0,
    isDeleted: false,
  }
  store.messages.set(message.id, message)
  return message
}

export function editMessage(message: FakeMessage, payload: Payload): void {
  if (payload.content !== undefined) message.content = payload.content ?? ''
  if (payload.components) message.components = numbered(payload.components)
  message.flags |= payload.flags ?? 0
  message.edits += 1
}

/** Discord numbers the components that came without an id from 1, leaving out those that are taken. */
function numbered(components: readonly Component[]): Component[] {
  const copy: Component[] = structuredClone([...components])
  const taken = new Set<number>()
  const visit = (list: readonly Component[], act: (component: Component) => void): void => {
    for (const component of list) {
      act(component)
      visit(component.components ?? [], act)
      if (component.accessory !== undefined) visit([component.accessory], act)
    }
  }
  visit(copy, ({ id }) => id !== undefined && taken.add(id))
  let next = 1
  visit(copy, component => {
    if (component.id !== undefined) return
    while (taken.has(next)) next += 1
    taken.add(next)
    component.id = next
  })
  return copy
}
