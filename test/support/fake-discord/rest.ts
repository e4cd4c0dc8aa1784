/** The REST API of the fake Discord, as far as bots like ours use it. Whatever else is asked for is answered with 404 and noted. */
import { snowflake } from './people.ts'
import { channelRoutes } from './rest-channels.ts'
import { createDesk, type Desk, type Handler, type Reply, type RestOptions, type Route } from './rest-desk.ts'
import { interactionRoutes } from './rest-interactions.ts'
import type { Store } from './store.ts'
import { commandFaults, commandsSchema } from './validate-commands.ts'

/** Answers one request; `path` is without the version, `body` is parsed JSON. */
export function createRest(store: Store, options: RestOptions): (method: string, path: string, body: unknown) => Reply {
  const desk = createDesk(store, options)
  const routes = [...applicationRoutes(desk), ...interactionRoutes(desk), ...channelRoutes(desk)]
  return (method, path, body) => {
    for (const [verb, pattern, handler] of routes) {
      const match = verb === method ? pattern.exec(path) : null
      if (match !== null) return handler(match.slice(1), body)
    }
    store.violations.push(`${method} ${path}: the fake Discord knows no such route`)
    return { status: 404, body: { code: 0, message: '404: Not Found' } }
  }
}

const UNKNOWN_GUILD = { code: 10004, message: 'Unknown Guild' }
const COMMANDS = /^(\/applications\/\d+(?:\/guilds\/\d+)?\/commands)$/
const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 }

function applicationRoutes(desk: Desk): Route[] {
  const { store, options } = desk
  const application = {
    id: options.applicationId,
    name: 'Verbatim',
    flags: 0,
    description: '',
    icon: null,
    bot_public: true,
    verify_key: '',
  }
  const show = (body: () => unknown): Handler => {
    return () => ({ status: 200, body: body() })
  }
  return [
    ['GET', /^\/gateway$/, show(() => ({ url: options.gatewayUrl() }))],
    [
      'GET',
      /^\/gateway\/bot$/,
      show(() => ({ url: options.gatewayUrl(), shards: options.shards, session_start_limit })),
    ],
    ['GET', /^\/users\/@me$/, show(() => options.botData)],
    ['GET', /^\/applications\/@me$|^\/oauth2\/applications\/@me$/, show(() => application)],
    ['GET', /^\/users\/@me\/guilds$/, show(() => options.ownGuilds())],
    [
      'GET',
      /^\/guilds\/(\d+)$/,
      ([id = '']) => {
        const data = options.guildData(id)
        return data === null ? { status: 404, body: UNKNOWN_GUILD } : { status: 200, body: data }
      },
    ],
    ['GET', COMMANDS, ([where = '']) => ({ status: 200, body: store.commands.get(where) ?? [] })],
    ['PUT', COMMANDS, register(desk)],
  ]
}

const register =
  ({ store, options, note }: Desk): Handler =>
  ([where = ''], body) => {
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
