/** What all handlers of one running bot share. Making it is left to `bot.ts`. */
import type { Logger } from 'pino'
import type { Command, Context, MessageCommand } from '../../../commands/command.ts'
import type { Editor } from '../../../commands/editor.ts'
import type { Answer } from '../../answer/answer.ts'
import type { CardDrawer } from '../../card/drawer.ts'
import type { Library } from '../../library/library.ts'
import type { Clock } from '../../work/clock.ts'
import type { TimeToLiveCache } from '../../work/time-to-live-cache.ts'
import type { DiscordAddress } from '../connection/client.ts'
import type { Admission } from './admission/admission.ts'
import type { Cooldown } from './admission/cooldown.ts'

/** What servers have of their own, and what all share. */
export type Corpora = Pick<Editor, 'servers' | 'shared' | 'feeds'>

export type Service = {
  readonly commands: ReadonlyMap<string, Command>
  readonly messageCommands: ReadonlyMap<string, MessageCommand>
  /** What is answered from in a server; null for direct messages. */
  readonly library: (guildId: string | null) => Library
  readonly logger: Logger
  readonly cooldown: Cooldown
  readonly admission: Admission
  /** The clicks of late that made a new message. */
  readonly clicked: TimeToLiveCache<true>
  readonly clock: Clock
  readonly cards: CardDrawer
  /** What `/corpus` changes; null where nothing can be changed. */
  readonly corpora: Corpora | null
  /** Another Discord, in tests. */
  readonly address: DiscordAddress | null
}

/** The language of the bot's words where it is spoken to: what the server has set, else `locale`, the person's own. */
export function localeIn({ corpora }: Service, guildId: string | null, locale: string): string {
  return (guildId === null ? null : corpora?.servers.settings(guildId).language) ?? locale
}

/** Whether "nothing found" disturbs nobody in this server. */
export function isQuietIn({ corpora }: Service, guildId: string | null): boolean {
  return guildId !== null && corpora?.servers.settings(guildId).quiet === true
}

/** Counts what the question of an answer has and no article has, where the server wants that. */
export function noteGaps({ corpora }: Service, guildId: string | null, answer: Answer): void {
  if (guildId !== null && 'reading' in answer) corpora?.servers.countGaps(guildId, answer.reading.absent)
}

/**
 * What a command answers from. The library is asked for only when it is needed, once: until all articles are read there is none
 * (StillReadingError), but there is much that needs none.
 */
export function contextOf(
  service: Service,
  guildId: string | null,
  locale: string,
  more: { readonly editor?: Editor } = {},
): Context {
  let library: Library | null = null
  return {
    locale,
    ...more,
    get library() {
      library ??= service.library(guildId)
      return library
    },
  }
}
