/**
 * A Discord on loopback for tests: a gateway and a REST API for the real discord.js client, people who ask and click, faults on
 * demand, and a list of everything that the bot sent against Discord's rules. Tests wait for what happens; nothing sleeps.
 */
import { type Actions, createActions } from './fake-discord/actions.ts'
import { createGateway, type Gateway } from './fake-discord/gateway.ts'
import { channelData, person, userData } from './fake-discord/people.ts'
import { createRest } from './fake-discord/rest.ts'
import { createApiServer, type Fault, type Upload } from './fake-discord/server.ts'
import { createStore, type FakeMessage, type Store } from './fake-discord/store.ts'
import { allComponents, FLAGS } from './fake-discord/validate.ts'
import { createWorld, guildOf, messageData, ownGuilds, type World } from './fake-discord/world.ts'

export { buttonsOf, labelsOf } from './fake-discord/actions.ts'
export { type Channel, PERMISSIONS, type Person, person, serverOf } from './fake-discord/people.ts'
export type { Fault } from './fake-discord/server.ts'
export type { FakeInteraction, FakeMessage } from './fake-discord/store.ts'
export type { Asking, Saying, SentFile } from './fake-discord/world.ts'

export type FakeDiscord = Omit<World, 'channels' | 'guilds' | 'dm'> &
  Actions & {
    readonly address: { readonly api: string }
    readonly token: string
    readonly gateway: Gateway
    readonly store: Store
    /** Requests so far, as `METHOD /path`. */
    readonly requests: string[]
    /** Files that the bot sent along with messages, in order. */
    readonly uploaded: readonly Upload[]
    fault(fault: Fault): void
    /** Resolves when the next request comes whose `METHOD /path` fits. */
    requested(pattern: RegExp): Promise<void>
    close(): Promise<void>
  }

export type FakeOptions = {
  /** Close the gateway's connection with this code when the bot identifies itself. */
  readonly refuseWith?: number
  readonly heartbeatMs?: number
  /**
   * Milliseconds since 1970. With it, first responses after three seconds and uses of a token after fifteen minutes are refused, as Discord
   * does; without it time stands still, so that no test fails because its machine is busy.
   */
  readonly clock?: () => number
  /** Answer every request with 401. */
  readonly refuseToken?: boolean
  /** How many shards Discord recommends; one when it is missing. */
  readonly shards?: number
}

/** The words that a message shows, as Markdown. */
export function shown(message: FakeMessage): string {
  return allComponents(message.components)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n')
}

export function isPrivate(message: FakeMessage): boolean {
  return (message.flags & FLAGS.ephemeral) !== 0
}

export async function createFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.fake.token'
  const store = createStore(options.clock ?? null)
  const world = createWorld()
  const { bot, guildId, ada, ben, moderator, editor, reporter, general, thread, readOnly } = world
  const answer = createRest(store, {
    botId: bot.id,
    applicationId: bot.id,
    botData: userData(bot),
    gatewayUrl: () => `ws://127.0.0.1:${api.port}`,
    shards: options.shards ?? 1,
    guildData: id => guildOf(world, id),
    ownGuilds: () => ownGuilds(world),
    messageData: message => messageData(world, message),
    channelData: id => {
      const where = world.channels.get(id)
      return where === undefined ? null : channelData(where, general.id)
    },
    openDm: who => ({ ...channelData(world.dm(who)), recipients: [userData({ ...person('Somebody'), id: who })] }),
  })
  const note = (violation: string): void => void store.violations.push(violation)
  const api = await createApiServer({ token: options.refuseToken === true ? null : token, answer, note })
  const gateway = createGateway(api.server, () => `ws://127.0.0.1:${api.port}`, {
    token,
    refuseWith: options.refuseWith ?? null,
    heartbeatMs: options.heartbeatMs ?? 45_000,
    ready: isOf => ({
      user: userData(bot),
      guilds: [...world.guilds.keys()].filter(isOf).map(id => ({ id, unavailable: true })),
      application: { id: bot.id, flags: 0 },
    }),
    afterReady: isOf =>
      [...world.guilds.keys()].filter(isOf).map(id => ({ name: 'GUILD_CREATE', data: guildOf(world, id) })),
  })

  return {
    address: { api: `http://127.0.0.1:${api.port}/api` },
    token,
    guildId,
    bot,
    ada,
    ben,
    moderator,
    editor,
    reporter,
    general,
    thread,
    readOnly,
    gateway,
    store,
    requests: api.requests,
    uploaded: api.uploaded,
    fault: fault => api.faults.push(fault),
    requested: api.requested,
    ...createActions({ store, world, gateway, api }),
    async close() {
      await gateway.close()
      await api.close()
    },
  }
}
