/** The discord.js client, set so that it asks for little, remembers little and pings nobody. What it hears is handled elsewhere. */
import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'

/** Where Discord is: another address in tests. The gateway's address comes from there. */
export type DiscordAddress = { readonly api: string }

/** No privileged intent: words arrive only where somebody speaks to the bot. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

/** A reply arrives with the message it replies to, which has to be kept until the reply was read. */
const MESSAGES_KEPT = 5

export function createClient(address: DiscordAddress | null): Client {
  return new Client({
    intents: INTENTS,
    // Direct messages come from channels, and edits and deletions of messages, that nobody kept.
    partials: [Partials.Channel, Partials.Message],
    // Under discord.js's ShardingManager the environment says which shards are this process's: all of them would answer twice.
    ...('SHARDS' in process.env ? {} : { shards: 'auto' as const }),
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT,
      GuildMemberManager: { maxSize: 1, keepOverLimit: member => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: user => user.id === user.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
    }),
    rest: {
      ...(address === null ? {} : { api: address.api }),
      // Interactions do not count towards the 50 requests a second (topics/rate-limits), and hardly anything else is sent: Discord's own
      // count, and what it says in 429, are heeded all the same.
      globalRequestsPerSecond: 1_000,
    },
  })
}
