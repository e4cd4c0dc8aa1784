/** What is logged of an error: never the words that somebody typed, nor the tokens by which Discord lets anybody answer. */
import { DiscordAPIError, HTTPError } from 'discord.js'

type LoggedError = {
  readonly type: string
  readonly message: string
  readonly stack?: string | undefined
  readonly code?: number | string
  readonly status?: number
  readonly method?: string
}

/**
 * An error as plain data for the log. Errors of discord.js carry the whole request that failed, in which question and answer
 * stand, and its address, in which the interaction's token stands: of these only what tells the fault is kept.
 */
export function safeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something that is no error was thrown' }
  const { name, message, stack } = error
  const fault = { type: name, message, stack }
  if (error instanceof DiscordAPIError)
    return { ...fault, code: error.code, status: error.status, method: error.method }
  if (error instanceof HTTPError) return { ...fault, status: error.status, method: error.method }
  return 'code' in error && typeof error.code === 'string' ? { ...fault, code: error.code } : fault
}
