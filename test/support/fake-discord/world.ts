/** One server with its people and channels, and the events that Discord sends when something happens there. */
import {
  ALL,
  type Channel,
  channel,
  channelData,
  guildData,
  memberData,
  PERMISSIONS,
  type Person,
  PRESS,
  person,
  snowflake,
  userData,
} from './people.ts'
import type { FakeInteraction, FakeMessage } from './store.ts'

/** Who asks, where, and in which language; a member in the general channel, in theirs, unless it is said. */
export type Asking = {
  readonly by?: Person
  readonly in?: Channel
  readonly guildId?: string | null
  readonly locale?: string
  readonly subcommand?: string
  /** What is sent along with a command, by the name of its option. */
  readonly files?: Readonly<Record<string, SentFile>>
  /** What the message of a message command has beside its text. */
  readonly target?: { readonly embeds?: readonly object[]; readonly components?: readonly object[] }
}

/** A file that somebody sends along. `size` may be a lie, and `url` may lie anywhere. */
export type SentFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly size?: number
  readonly url?: string
}

export type Saying = {
  readonly by?: Person
  readonly in?: Channel
  readonly replyTo?: FakeMessage
  /** What a person wrote that is replied to; Discord shows it where the bot is mentioned in it. */
  readonly replyToWords?: string
  /** Whether the reply pings whom it replies to. */
  readonly pings?: boolean
  readonly webhook?: boolean
  readonly mentionsEveryone?: boolean
  readonly mentionsRole?: boolean
}

export type World = {
  readonly guildId: string
  readonly bot: Person
  /** A member, another one, one who may manage messages, and one who may manage the server. */
  readonly ada: Person
  readonly ben: Person
  readonly moderator: Person
  readonly editor: Person
  /** One with a role that no permission comes with. */
  readonly reporter: Person
  readonly general: Channel
  readonly thread: Channel
  /** Where the bot may read, but not write. */
  readonly readOnly: Channel
  readonly channels: Map<string, Channel>
  /** The servers that the bot is in, and their channels. */
  readonly guilds: Map<string, readonly Channel[]>
  /** The direct messages between the bot and a person. */
  dm(personId: string): Channel
}

export function createWorld(): World {
  const guildId = snowflake()
  const [general, thread, readOnly] = [
    channel('text', guildId),
    channel('thread', guildId),
    channel('text', guildId, PERMISSIONS.sendMessages),
  ]
  const channels = new Map([general, thread, readOnly].map(where => [where.id, where]))
  const dms = new Map<string, Channel>()
  return {
    guildId,
    bot: person('Verbatim', { isBot: true }),
    ada: person('Ada'),
    ben: person('Ben'),
    moderator: person('Mo', { mayManage: true }),
    editor: person('Edith', { mayManageServer: true }),
    reporter: person('Rita', { roles: [PRESS] }),
    general,
    thread,
    readOnly,
    channels,
    guilds: new Map([[guildId, [general, thread, readOnly]]]),
    dm(personId) {
      const open = dms.get(personId) ?? channel('dm', null)
      dms.set(personId, open)
      channels.set(open.id, open)
      return open
    },
  }
}

/** What GUILD_CREATE says of a server; null of one that the bot is not in. */
export function guildOf({ guilds, bot }: World, id: string): object | null {
  const channels = guilds.get(id)
  return channels === undefined ? null : guildData(id, bot, channels)
}

/** The servers that the bot is in, as it lists them itself, and what it may do in each. */
export function ownGuilds({ guilds }: World): object[] {
  const [one] = guilds.keys()
  return [...guilds.keys()].map(id => ({ id, name: 'A server', permissions: id === one ? ALL.toString() : '0' }))
}

/** A message of the bot's. */
export function messageData({ bot }: World, message: FakeMessage): object {
  return {
    id: message.id,
    channel_id: message.channelId,
    author: userData(bot),
    content: message.content,
    timestamp: '2024-06-01T12:00:00.000Z',
    edited_timestamp: message.edits > 0 ? '2024-06-01T12:00:01.000Z' : null,
    ...NOTHING_MENTIONED,
    type: 0,
    flags: message.flags,
    components: message.components,
    ...(message.repliesTo === null
      ? {}
      : { message_reference: { type: 0, message_id: message.repliesTo, channel_id: message.channelId } }),
  }
}

const NOTHING_MENTIONED = {
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
}

/** A message of a person's. `<@bot>` in it mentions the bot. */
export function writtenData(world: World, id: string, content: string, saying: Saying): object {
  const { bot, guildId } = world
  const who = saying.by ?? world.ada
  const where = saying.in ?? world.general
  const text = content.replaceAll('<@bot>', `<@${bot.id}>`)
  const isMentioned = text.includes(`<@${bot.id}>`) || (saying.replyTo !== undefined && saying.pings !== false)
  return {
    id,
    channel_id: where.id,
    author: userData(who),
    // Without the privileged intent words arrive only where the bot is spoken to.
    content: isMentioned || where.kind === 'dm' ? text : '',
    timestamp: '2024-06-01T12:00:00.000Z',
    edited_timestamp: null,
    ...NOTHING_MENTIONED,
    mention_everyone: saying.mentionsEveryone ?? false,
    mentions: isMentioned ? [userData(bot)] : [],
    mention_roles: saying.mentionsRole === true ? [guildId] : [],
    flags: 0,
    components: [],
    channel_type: { dm: 1, thread: 11, text: 0 }[where.kind],
    type: saying.replyTo === undefined && saying.replyToWords === undefined ? 0 : 19,
    ...(where.kind === 'dm'
      ? {}
      : { guild_id: where.guildId ?? guildId, member: { ...memberData(who), user: undefined } }),
    ...(saying.webhook === true ? { webhook_id: snowflake() } : {}),
    ...(saying.replyToWords === undefined ? {} : repliedWords(world, saying.replyToWords, where)),
    ...(saying.replyTo === undefined
      ? {}
      : {
          message_reference: { type: 0, message_id: saying.replyTo.id, channel_id: where.id },
          referenced_message: messageData(world, saying.replyTo),
        }),
  }
}

/** Ben's message that somebody replies to. */
function repliedWords(world: World, words: string, where: Channel): object {
  const id = snowflake()
  return {
    message_reference: { type: 0, message_id: id, channel_id: where.id },
    referenced_message: writtenData(world, id, words, { by: world.ben, in: where }),
  }
}

/** Where an interaction happens: where it is said to, else where the clicked message stands. */
export function placeOf(world: World, asking: Asking, clicked: FakeMessage | null): Channel {
  return asking.in ?? world.channels.get(clicked?.channelId ?? '') ?? world.general
}

export function interactionData(
  world: World,
  interaction: FakeInteraction,
  type: number,
  data: object,
  asking: Asking,
): object {
  const who = asking.by ?? world.ada
  const where = placeOf(world, asking, interaction.clicked)
  const isDm = where.kind === 'dm'
  return {
    id: interaction.id,
    application_id: world.bot.id,
    token: interaction.token,
    type,
    version: 1,
    data,
    channel_id: where.id,
    channel: { ...channelData(where, world.general.id), permissions: '0' },
    ...(isDm
      ? { user: userData(who) }
      : { guild_id: asking.guildId ?? where.guildId ?? world.guildId, guild_locale: 'en-US', member: memberData(who) }),
    locale: asking.locale ?? who.locale,
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    context: isDm ? 1 : 0,
    attachment_size_limit: 10_485_760,
    ...(interaction.clicked === null ? {} : { message: messageData(world, interaction.clicked) }),
  }
}
