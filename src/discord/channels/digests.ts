/** Sends each server its daily digest, at the time that it has set. What was listed is kept by `servers/`. */
import { Cron } from 'croner'
import { type Client, MessageFlags } from 'discord.js'
import type { Logger } from 'pino'
import { composeDigest } from '../../answer/articles/digest.ts'
import type { Library } from '../../library/library.ts'
import { messagesFor } from '../../messages/languages.ts'
import type { DigestState } from '../../servers/digest-state.ts'
import type { Servers } from '../../servers/server-articles.ts'
import type { DigestSetting } from '../../servers/settings.ts'
import type { Clock } from '../../work/clock.ts'
import { digestSubject, renderDigest } from '../render/digest.ts'
import { NO_MENTIONS } from '../render/parts/layout.ts'
import { sendable } from './sendable.ts'

export type DigestOptions = {
  readonly servers: Servers
  readonly library: (guildId: string) => Library
  readonly clock: Clock
  readonly logger: Logger
}

const MINUTE_MS = 60_000

/** Looks every minute, until `signal`, for digests that are due. */
export function sendDigests(client: Client<true>, options: DigestOptions, signal: AbortSignal): void {
  const { clock, logger } = options
  let cancel = (): void => {}
  const look = async (): Promise<void> => {
    for (const guildId of client.guilds.cache.keys()) {
      if (signal.aborted) return
      await digestOf(client, guildId, options).catch(error =>
        logger.error({ guild: guildId, err: error }, 'a digest was not sent'),
      )
    }
    logger.debug('looked for digests')
    if (!signal.aborted) cancel = clock.later(() => void look(), MINUTE_MS, false)
  }
  cancel = clock.later(() => void look(), MINUTE_MS, false)
  signal.addEventListener('abort', () => cancel())
}

/** When the digest after the one of `at` is due. */
export function dueAfter({ time, zone }: DigestSetting, at: Date): Date {
  const [hour, minute] = time.split(':').map(Number)
  const due = new Cron(`${minute} ${hour} * * *`, { timezone: zone, paused: true }).nextRun(at)
  if (due === null) throw new RangeError(`expected ${time} in ${zone} to come again`)
  return due
}

async function digestOf(client: Client<true>, guildId: string, options: DigestOptions): Promise<void> {
  const { servers, library, clock, logger } = options
  const { digest, language } = servers.settings(guildId)
  if (digest === null) return
  const now = new Date(clock.wallNow())
  const state = (await servers.digest(guildId)) ?? null
  // Switched on a moment ago: what there is already is no news.
  if (state === null) return servers.saveDigest(guildId, seen(library(guildId), now))
  if (dueAfter(digest, state.at) > now) return
  const composed = composeDigest(library(guildId), state.known)
  // Noted first: a crash then leaves a digest out, rather than sending it again and again.
  await servers.saveDigest(guildId, { at: now, known: composed.known })
  if (composed.articles.length === 0) return
  const channel = await sendable(client, digest.channel)
  if (channel === null) {
    logger.warn(
      { guild: guildId, channel: digest.channel },
      'cannot send the digest: no such channel, or no permission',
    )
    return
  }
  const locale = language ?? client.guilds.cache.get(guildId)?.preferredLocale ?? 'en-US'
  const messages = messagesFor(locale)
  // A message of components alone shows an empty notification (discord-api-docs#7854): the subject is sent first.
  const sent = await channel.send({ content: digestSubject(composed, messages), allowedMentions: NO_MENTIONS })
  const { components, allowedMentions } = renderDigest(composed, messages, locale)
  await sent.edit({ content: null, components, allowedMentions, flags: MessageFlags.IsComponentsV2 })
  logger.info({ guild: guildId, articles: composed.articles.length + composed.more }, 'sent the digest')
}

function seen(library: Library, at: Date): DigestState {
  return { at, known: composeDigest(library, new Set()).known }
}
