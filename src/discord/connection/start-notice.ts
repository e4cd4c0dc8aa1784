/** Shows on the bot's profile, for as long as it answers nothing, that the articles are still being read. */
import { ActivityType, type Client } from 'discord.js'
import type { ReadingProgress } from '../../errors.ts'
import { messagesFor } from '../../messages/languages.ts'

/** How the reading of the articles stands at the start. */
export type Start = {
  /** Null once everything is answered from. */
  readonly progress: () => ReadingProgress | null
  /** Settles when everything is answered from; never rejects. */
  readonly finished: Promise<void>
}

/** Discord takes five changes of presence in twenty seconds (events/gateway#rate-limiting). */
const RENEWED_MS = 10_000

/** Everything was read before the bot came to Discord. */
export const noStart: Start = { progress: () => null, finished: Promise.resolve() }

/** Says so until all is read, then takes it back; resolves when that is done, or `signal` is aborted. One line for all readers: in English. */
export async function showReading(client: Client<true>, start: Start, signal: AbortSignal): Promise<void> {
  const { stillReadingShort } = messagesFor('en')
  const show = (): void => {
    const progress = start.progress()
    if (progress === null) return
    const state = stillReadingShort(progress.done, progress.total)
    client.user.setPresence({ status: 'idle', activities: [{ type: ActivityType.Custom, name: 'Start', state }] })
  }
  show()
  const timer = setInterval(show, RENEWED_MS).unref()
  const aborted = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
  await Promise.race([start.finished, aborted])
  clearInterval(timer)
  if (!signal.aborted) client.user.setPresence({ status: 'online', activities: [] })
}
