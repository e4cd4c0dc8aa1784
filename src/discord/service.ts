/** What all handlers of one running bot share. Making it is left to `bot.ts`. */
import type { Logger } from 'pino'
import type { Command, Context, MessageCommand } from '../../commands/command.ts'
import type { Library } from '../answer/library.ts'
import type { CardDrawer } from '../card/drawer.ts'
import type { Cooldown } from './cooldown.ts'

export type Service = {
  readonly commands: ReadonlyMap<string, Command>
  readonly messageCommands: ReadonlyMap<string, MessageCommand>
  /** What is answered from in a server; null for direct messages. */
  readonly library: (guildId: string | null) => Library
  readonly logger: Logger
  readonly cooldown: Cooldown
  readonly cards: CardDrawer
}

export function contextOf(service: Service, guildId: string | null, locale: string): Context {
  return { library: service.library(guildId), locale }
}
