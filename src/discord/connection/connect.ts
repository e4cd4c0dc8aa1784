/** Gets a client onto Discord: tells what can never work, which ends the start, from what may work in a moment, which is tried again. */
import { setTimeout as delay } from 'node:timers/promises'
import {
  type Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
} from 'discord.js'
import type { Logger } from 'pino'
import { ConfigError } from '../../errors.ts'

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000

const BAD_TOKEN =
  'expected DISCORD_TOKEN to be the token of a bot, but Discord refuses it: copy it again from the portal, under Bot'
const BAD_INTENTS =
  'Discord refuses the intents that the bot asks for (Guilds, GuildMessages, DirectMessages), though none of them is privileged'

/**
 * A client that is ready. A client that failed cannot be used again, so each attempt makes a new one.
 * @throws ConfigError when Discord refuses the token or the intents.
 */
export function connect(createClient: () => Client, token: string, logger: Logger): Promise<Client<true>> {
  return untilReached(async () => {
    const client = createClient()
    try {
      return await logIn(client, token)
    } catch (error) {
      await client.destroy()
      throw error
    }
  }, logger)
}

/**
 * What `reach` gives of Discord, tried again and again, ever less often, until it is had or `signal` is aborted.
 * @throws ConfigError when Discord refuses the token or the intents.
 */
export async function untilReached<Result>(
  reach: () => Promise<Result>,
  logger: Logger,
  signal?: AbortSignal,
): Promise<Result> {
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(2 * delayMs, LONGEST_DELAY_MS)) {
    try {
      return await reach()
    } catch (error) {
      const fault = configFault(error)
      if (fault !== null) throw new ConfigError(fault)
      logger.warn({ err: error, delayMs }, 'Discord cannot be reached; trying again')
      await delay(delayMs, null, { signal })
    }
  }
}

async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve)
    // Emitted only for closings after which discord.js does not connect again.
    client.on(Events.ShardDisconnect, ({ code }) => reject(new RefusedError(code)))
  })
  const [client_] = await Promise.all([ready, client.login(token)])
  return client_
}

/** The gateway closed the connection for good, with one of `GatewayCloseCodes`. */
class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: number

  constructor(code: number) {
    super(`the gateway closed the connection with code ${code}`)
    this.code = code
  }
}

/**
 * Rejects with a ConfigError once Discord closes the client's connection for good: the token was revoked, for one. Never resolves;
 * closings after `signal` is aborted are our own.
 */
export function untilRefused(client: Client, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (signal.aborted) return
      const refused = new RefusedError(code)
      reject(new ConfigError(configFault(refused) ?? refused.message))
    })
  })
}

function configFault(error: unknown): string | null {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return BAD_TOKEN
  if (error instanceof DiscordAPIError && error.status === 401) return BAD_TOKEN
  if (!(error instanceof RefusedError)) return null
  if (error.code === GatewayCloseCodes.AuthenticationFailed) return BAD_TOKEN
  if (error.code === GatewayCloseCodes.DisallowedIntents || error.code === GatewayCloseCodes.InvalidIntents)
    return BAD_INTENTS
  return null
}
