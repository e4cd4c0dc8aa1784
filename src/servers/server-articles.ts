/** What others may ask of the keeper of servers' own articles. Keeping them is `servers.ts`'s. */
import type { Article } from '../article/article.ts'
import type { Fault } from '../errors.ts'
import type { Place } from '../feeds/poll/place-feeds.ts'
import type { RemovedArticle, StoredArticle } from '../folder/store.ts'
import type { DigestState } from './digest-state.ts'
import type { ServerEvent, ServerEventListener } from './events.ts'
import type { GapCount } from './gaps/gaps.ts'
import type { Membership } from './membership/membership.ts'
import type { serverLimits } from './server-limits.ts'
import type { ServerSettings } from './settings.ts'
import type { Draft } from './uploads/drafts.ts'

/** Where what changes is answered from; `library-host.ts` of `answer/` is made to fit. */
export type Listener = {
  applyServer(
    server: string,
    change: { readonly put: readonly Article[]; readonly remove: readonly string[] },
  ): Promise<void>
  dropServer(server: string): void
}

/** Ids of the interaction, by which the host finds a deed in the log, and of the person, whom the server's own log channel is told. */
export type Deed = { readonly interaction: string; readonly person: string }

export type ServerLog = { info(what: object, message: string): void; warn(what: object, message: string): void }

export type ServerStatus = {
  readonly articles: readonly Article[]
  /** Of articles, and of uploads that wait for an answer. */
  readonly bytes: number
  readonly faults: readonly Fault[]
}

/** What reading a folder again has changed. */
export type Reloaded = {
  readonly added: readonly Article[]
  readonly changed: readonly Article[]
  readonly removed: readonly Article[]
}

export interface Servers {
  readonly limits: typeof serverLimits
  /** The articles that a server has of its own, from memory. */
  own(server: string): readonly Article[]
  status(server: string): Promise<ServerStatus>
  /** Reads the server's folder again, for whoever mended a file there by hand. */
  reload(server: string): Promise<Reloaded>
  /** Keeps an upload until it is accepted or discarded. @throws UserError when it holds no article, or is beyond the limits. */
  hold(server: string, name: string, bytes: Uint8Array): Promise<Draft>
  /** Fetches a page and keeps its article as `hold` keeps an upload; under the name of the article that has its address already. @throws UserError as well when it is not to be had. */
  holdPage(server: string, url: string): Promise<Draft>
  /** The servers that have something of their own, and that the bot is in. */
  present(): readonly string[]
  /** Where the articles of feeds that a server follows go. */
  feedPlace(server: string): Place
  /** Makes the folder of a server that has nothing yet. */
  prepare(server: string): Promise<void>
  /** Tells those who follow it what somebody else saw happen. */
  tell(server: string, event: ServerEvent): void
  draft(server: string, id: string): Promise<Draft | null>
  discard(server: string, id: string): Promise<void>
  /** Adds what was held; null when it has expired. @throws UserError beyond the limits, or where a name is taken and `replace` is not set. */
  accept(server: string, id: string, replace: boolean, by: Deed): Promise<readonly StoredArticle[] | null>
  /** @throws UserError when the server has no article of its own with this slug. */
  remove(server: string, slug: string, by: Deed): Promise<RemovedArticle>
  /** What the server's managers have set, from memory. */
  settings(server: string): ServerSettings
  changeSettings(server: string, change: Partial<ServerSettings>): Promise<void>
  /** Counts words that no article has, where the server wants that. */
  countGaps(server: string, words: readonly string[]): void
  gaps(server: string): readonly GapCount[]
  /** What its digest has listed; null where none was ever switched on. */
  digest(server: string): Promise<DigestState | null>
  saveDigest(server: string, state: DigestState): Promise<void>
  /** The server's files as they are kept, by name. */
  files(server: string): Promise<ReadonlyMap<string, Uint8Array>>
  /** Deletes all that the server has, at once. */
  forget(server: string): Promise<void>
  /** The bot was removed from the server, or is there (again). */
  left(server: string): Promise<void>
  joined(server: string): Promise<void>
  /** Sees to what servers have where the bot came or was removed meanwhile; to be called at the start, and every day. */
  settle(membership: Membership): Promise<void>
  /** Tells `listener` what happens to the articles of every server, after it has happened. */
  follow(listener: ServerEventListener): void
  /** Writes what was counted and is not written yet; nothing is counted afterwards. */
  close(): Promise<void>
}
