/** Who and what there is in the fake Discord, as its API describes it: people, a server, its channels and threads. */

/** Ids in the shape of Discord's: 64-bit numbers that grow. */
let last = 1_200_000_000_000_000_000n
export function snowflake(): string {
  last += 1n
  return last.toString()
}

const EPOCH_MS = 1_420_070_400_000
/** An id that says when it was made, as those of interactions do. */
export function snowflakeAt(ms: number): string {
  const number = BigInt(snowflake()) & 0x3f_ffffn
  return ((BigInt(Math.floor(ms) - EPOCH_MS) << 22n) + number).toString()
}

/** The id of a new server that is this shard's of so many. */
export function serverOf(shard: number, count: number): string {
  const id = BigInt(snowflake())
  const beyond = ((id >> 22n) - BigInt(shard)) % BigInt(count)
  return (id + ((BigInt(count) - beyond) << 22n)).toString()
}

export type Person = {
  readonly id: string
  readonly name: string
  readonly isBot: boolean
  /** Whether they may manage messages. */
  readonly mayManage: boolean
  readonly mayManageServer: boolean
  readonly locale: string
  /** Ids of the roles they have in the server. */
  readonly roles: readonly string[]
}

export function person(name: string, known: Partial<Person> = {}): Person {
  return {
    id: snowflake(),
    name,
    isBot: false,
    mayManage: false,
    mayManageServer: false,
    locale: 'en-US',
    roles: [],
    ...known,
  }
}

export type Channel = {
  readonly id: string
  readonly kind: 'text' | 'thread' | 'dm'
  readonly guildId: string | null
  readonly lacking: bigint
}

export function channel(kind: Channel['kind'], guildId: string | null, lacking = 0n): Channel {
  return { id: snowflake(), kind, guildId, lacking }
}

export const PERMISSIONS = {
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageServer: 1n << 5n,
  manageMessages: 1n << 13n,
  readHistory: 1n << 16n,
  sendInThreads: 1n << 38n,
}
const EVERYTHING = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n)
/** What members may do. */
export const ALL = EVERYTHING & ~PERMISSIONS.manageMessages & ~PERMISSIONS.manageServer

export function userData({ id, name, isBot }: Person): object {
  return {
    id,
    username: name,
    global_name: name,
    discriminator: '0',
    avatar: null,
    bot: isBot,
    flags: 0,
    public_flags: 0,
  }
}

export function memberData(who: Person): object {
  return {
    user: userData(who),
    roles: who.roles,
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: permissionsOf(who),
  }
}

function permissionsOf({ mayManage, mayManageServer }: Person): string {
  const more = (mayManage ? PERMISSIONS.manageMessages : 0n) | (mayManageServer ? PERMISSIONS.manageServer : 0n)
  return (ALL | more).toString()
}

export function channelData(where: Channel, parent: string | null = null): object {
  if (where.kind === 'dm') return { id: where.id, type: 1, recipients: [], last_message_id: null, flags: 0 }
  const common = {
    id: where.id,
    guild_id: where.guildId,
    name: `channel-${where.id.slice(-3)}`,
    flags: 0,
    last_message_id: null,
  }
  if (where.kind === 'text') {
    const denied =
      where.lacking === 0n ? [] : [{ id: where.guildId, type: 0, allow: '0', deny: where.lacking.toString() }]
    return {
      ...common,
      type: 0,
      position: 0,
      parent_id: null,
      permission_overwrites: denied,
      nsfw: false,
      rate_limit_per_user: 0,
      topic: null,
    }
  }
  const thread_metadata = {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: '2024-01-01T00:00:00.000Z',
    locked: false,
  }
  return {
    ...common,
    type: 11,
    parent_id: parent,
    owner_id: '1',
    member_count: 1,
    message_count: 1,
    rate_limit_per_user: 0,
    thread_metadata,
  }
}

/** A role that no permission comes with. */
export const PRESS = snowflake()

export function guildData(id: string, bot: Person, channels: readonly Channel[]): object {
  const text = channels.filter(({ kind }) => kind === 'text')
  const role = {
    id,
    name: '@everyone',
    color: 0,
    hoist: false,
    position: 0,
    permissions: ALL.toString(),
    managed: false,
    mentionable: false,
    flags: 0,
  }
  return {
    id,
    name: 'A server',
    icon: null,
    owner_id: '1',
    region: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [role, { ...role, id: PRESS, name: 'Press', permissions: '0' }],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    premium_tier: 0,
    preferred_locale: 'en-US',
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    joined_at: '2024-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    member_count: 3,
    members: [memberData(bot)],
    channels: text.map(where => channelData(where)),
    threads: channels.filter(({ kind }) => kind === 'thread').map(where => channelData(where, text[0]?.id ?? null)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
