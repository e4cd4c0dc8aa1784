/** What all handlers of one running bot share. Making it is left to `bot.ts`. */
import type { Logger } from 'pino'
import type { Command, Context, MessageCommand } from '../../commands/command.ts'
import type { Editor } from '../../commands/editor.ts'
import type { Library } from '../answer/library.ts'
import type { CardDrawer } from '../card/drawer.ts'
import type { DiscordAddress } from './client.ts'
import type { Cooldown } from './cooldown.ts'

/** What servers have of their own, and what all share. */
export type Corpora = Pick<Editor, 'servers' | 'shared'>

export type Service = {
  readonly commands: ReadonlyMap<string, Command>
  readonly messageCommands: ReadonlyMap<string, MessageCommand>
  /** What is answered from in a server; null for direct messages. */
  readonly library: (guildId: string | null) => Library
  readonly logger: Logger
  readonly cooldown: Cooldown
  readonly cards: CardDrawer
  /** What `/corpus` changes; null where nothing can be changed. */
  readonly corpora: Corpora | null
  /** Another Discord, in tests. */
  readonly address: DiscordAddress | null
}

export function contextOf(service: Service, guildId: string | null, locale: string): Context {
  return { library: service.library(guildId), locale }
}
