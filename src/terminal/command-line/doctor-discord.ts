/** What `npm run doctor` asks of Discord: whether the token is taken, in which servers the bot is, what it may do there, and the time. */
import type { Config } from '../../config.ts'
import { version } from '../../version.ts'
import type { Finding } from './finding.ts'

const DISCORD = 'https://discord.com/api'
const PATIENCE_MS = 10_000
/** A clock that is off by more than this is set wrong. */
const CLOCK_OFF_MS = 30_000

/** Bits of Discord's permissions (topics/permissions), by the names that people see. */
const NEEDED = new Map([
  ['View Channels', 1n << 10n],
  ['Send Messages', 1n << 11n],
  ['Send Messages in Threads', 1n << 38n],
  ['Read Message History', 1n << 16n],
])
const ADMINISTRATOR = 1n << 3n

type Guild = { readonly name: string; readonly permissions: string }

/** What the bot's token shows; without one, that the console opens. */
export async function lookAtDiscord({ discordToken, discordApi }: Config): Promise<Finding[]> {
  const subject = 'token'
  if (discordToken === null)
    return [{ verdict: 'note', subject, text: 'DISCORD_TOKEN is not set: npm start opens the console' }]
  const ask = (path: string): Promise<Response> =>
    fetch(`${discordApi ?? DISCORD}/v10${path}`, {
      headers: { authorization: `Bot ${discordToken}`, 'user-agent': `DiscordBot (verbatim, ${version})` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  try {
    const response = await ask('/users/@me')
    const clock = lookAtClock(response)
    if (response.status === 401)
      return [{ verdict: 'fault', subject, text: 'Discord does not take DISCORD_TOKEN: copy it anew' }, clock]
    if (!response.ok) return [{ verdict: 'fault', subject, text: `Discord answers ${response.status}` }, clock]
    const { username } = (await response.json()) as { readonly username: string } // documented (resources/user)
    const guilds = (await (await ask('/users/@me/guilds')).json()) as readonly Guild[] // documented, too
    return [
      { verdict: 'ok', subject, text: `taken; the bot is ${username}` },
      { verdict: 'ok', subject: 'intents', text: 'none that Discord has to grant is needed' },
      ...lookAtServers(guilds),
      clock,
    ]
  } catch (error) {
    const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error
    return [{ verdict: 'fault', subject: 'Discord', text: `cannot be reached: ${cause}` }]
  }
}

function lookAtServers(guilds: readonly Guild[]): Finding[] {
  const subject = 'servers'
  if (guilds.length === 0)
    return [{ verdict: 'note', subject, text: 'none yet: npm start prints a link that invites the bot' }]
  const lacking = guilds.flatMap(({ name, permissions }): Finding[] => {
    const granted = BigInt(permissions)
    if ((granted & ADMINISTRATOR) !== 0n) return []
    const missing = [...NEEDED].filter(([, bit]) => (granted & bit) === 0n).map(([permission]) => permission)
    if (missing.length === 0) return []
    return [
      {
        verdict: 'note',
        subject: 'permissions',
        text: `“${name}” lacks ${missing.join(', ')}: mentions go unanswered`,
      },
    ]
  })
  return [{ verdict: 'ok', subject, text: `${guilds.length}` }, ...lacking]
}

/** Compares this machine's time with that of Discord's answer. */
function lookAtClock(response: Response): Finding {
  const subject = 'clock'
  const there = Date.parse(response.headers.get('date') ?? '')
  if (Number.isNaN(there)) return { verdict: 'note', subject, text: 'Discord did not say what time it is' }
  const offMs = Date.now() - there
  const text = `${(Math.abs(offMs) / 1_000).toFixed(0)} seconds ${offMs < 0 ? 'behind' : 'ahead of'} Discord’s`
  return { verdict: Math.abs(offMs) > CLOCK_OFF_MS ? 'fault' : 'ok', subject, text }
}
