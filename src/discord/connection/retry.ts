/** Sends again what was lost with its connection. discord.js itself waits out rate limits and tries again after Discord's own errors. */

const ATTEMPTS = 3

/**
 * What `send` resolves to, tried up to three times while connections break. Nobody can know whether a request that broke took effect:
 * it must be one that Discord takes only once, such as an interaction's response, an edit, or a message with a nonce.
 */
export async function despiteLostConnections<Result>(send: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send()
    } catch (error) {
      if (attempt === ATTEMPTS || !isLostConnection(error)) throw error
    }
  }
}

/** The codes of Node's sockets and of undici, which discord.js sends with. */
function isLostConnection(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && /^(?:ECONN|EPIPE|ETIMEDOUT|UND_ERR_SOCKET|UND_ERR_CONNECT_TIMEOUT)/.test(code)
}
