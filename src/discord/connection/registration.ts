/** Keeps Discord's list of the bot's commands the same as ours, and sends it only when it is not. */
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  DiscordAPIError,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Command, MessageCommand } from '../../../commands/command.ts'
import { ConfigError } from '../../errors.ts'
import { commandWords } from '../../messages/languages.ts'

type CommandBody = RESTPostAPIApplicationCommandsJSONBody

/** Where commands can be used: in servers, in direct messages with the bot, and, by those who installed it for themselves, anywhere. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
}
const IN_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
}

/** Above this many servers a bot is not in development, and old server commands are not looked for. */
const DEVELOPMENT_SERVERS = 50

/** The commands as Discord's API takes them. */
export function commandBodies(commands: readonly (Command | MessageCommand)[]): CommandBody[] {
  return commands.map((command): CommandBody => {
    const { data } = command
    const body: CommandBody = localised(data.toJSON(), data.name, [])
    return { ...body, ...('serverOnly' in command && command.serverOnly ? IN_SERVERS : EVERYWHERE) }
  })
}

/** The command or option at `path` within `command`, with its names and descriptions in every language. */
function localised<Body extends Localisable>(body: Body, command: string, path: readonly string[]): Body {
  const words = [...commandWords(command, path)]
  const descriptions = words.flatMap(([locale, { description }]) =>
    description === undefined ? [] : [[locale, description]],
  )
  return {
    ...body,
    name_localizations: Object.fromEntries(words.map(([locale, { name }]) => [locale, name])),
    ...(descriptions.length === 0 ? {} : { description_localizations: Object.fromEntries(descriptions) }),
    ...(body.options === undefined
      ? {}
      : { options: body.options.map(option => localised(option, command, [...path, option.name])) }),
  }
}

/** What commands and options of all kinds have in common. */
type Localisable = { readonly name: string; readonly options?: readonly Localisable[] | undefined }

/**
 * Registers the commands: in the server `guildId` alone, or everywhere when it is null. A command listed in both places would show
 * twice, so those of the other place are taken back. Where Discord fails, what was registered before stays, and is used.
 * @throws ConfigError when the bot may not register commands in the server `guildId`.
 */
export async function registerCommands(
  client: Client<true>,
  bodies: readonly CommandBody[],
  guildId: string | null,
  logger: Logger,
): Promise<void> {
  const application = client.application.id
  const everywhere = Routes.applicationCommands(application)
  const replace = async (route: `/${string}`, wanted: readonly CommandBody[]): Promise<void> => {
    try {
      await replaceIfChanged(client, route, wanted, logger)
    } catch (error) {
      if (guildId !== null && route !== everywhere && isRefused(error)) throw new ConfigError(NOT_THERE)
      // Servers that took the bot in without its commands refuse to say which they list: there is nothing to take back.
      if (!isRefused(error) || route === everywhere) logger.error({ err: error, route }, 'commands were not registered')
    }
  }
  if (guildId !== null) {
    await replace(Routes.applicationGuildCommands(application, guildId), bodies.map(inServer))
    await replace(everywhere, [])
    return
  }
  await replace(everywhere, bodies)
  if (client.guilds.cache.size > DEVELOPMENT_SERVERS) return
  for (const guild of client.guilds.cache.keys()) await replace(Routes.applicationGuildCommands(application, guild), [])
}

const NOT_THERE =
  'expected DISCORD_GUILD_ID to be a server that the bot was invited to, but Discord refuses its commands there'

function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)
}

/** A server's own commands say neither for which installations nor for which places they are. */
function inServer({ integration_types: _types, contexts: _contexts, ...body }: CommandBody): CommandBody {
  return body
}

async function replaceIfChanged(
  client: Client<true>,
  route: `/${string}`,
  bodies: readonly CommandBody[],
  logger: Logger,
): Promise<void> {
  const registered = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  const known = Array.isArray(registered) ? registered : []
  if (sameCommands(known, bodies)) return
  await client.rest.put(route, { body: bodies })
  logger.info(
    { commands: bodies.map(({ name }) => name), removed: known.length > 0 && bodies.length === 0 },
    'registered commands',
  )
}

/** Whether Discord's list says the same as ours, in any order; what Discord adds (ids, versions, defaults) does not count. */
export function sameCommands(registered: readonly unknown[], bodies: readonly CommandBody[]): boolean {
  const canonical = (commands: readonly unknown[]): string => JSON.stringify(commands.map(essence).sort(byText))
  return canonical(registered) === canonical(bodies)
}

/** Fields that say what a command is. Others are Discord's own. */
const FIELDS = [
  ...[
    'type',
    'name',
    'name_localizations',
    'description',
    'description_localizations',
    'options',
    'choices',
    'required',
  ],
  ...['autocomplete', 'min_length', 'max_length', 'min_value', 'max_value', 'channel_types', 'value', 'nsfw'],
  ...['default_member_permissions', 'integration_types', 'contexts'],
]

/** The command or option as text in which equal ones are equal: fields in order, those with a default's value left out. */
function essence(command: unknown): string {
  const given = new Map(typeof command === 'object' && command !== null ? Object.entries(command) : [])
  if (!given.has('type')) given.set('type', ApplicationCommandType.ChatInput)
  const fields = FIELDS.flatMap(name => {
    const value: unknown = given.get(name)
    if (value === undefined || value === null || value === false || value === '') return []
    if (Array.isArray(value) && value.length === 0) return []
    if (name === 'options' || name === 'choices') return [[name, Array.isArray(value) ? value.map(essence) : value]]
    if (Array.isArray(value)) return [[name, [...value].sort()]]
    return [
      [
        name,
        typeof value === 'object'
          ? Object.entries(value)
              .filter(([, text]) => text)
              .sort()
          : value,
      ],
    ]
  })
  return JSON.stringify(fields)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
