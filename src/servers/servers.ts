/** What Discord servers have of their own: adding and removing it within limits, and keeping it while the bot is there. Answering from it is left to others. */

import type { Article } from '../article/article.ts'
import { ConfigError, type Fault } from '../errors.ts'
import { isSameAddress } from '../feeds/canonical-address.ts'
import { fetchArticle } from '../feeds/fetch-article.ts'
import { listArticleFiles, readArticleFiles, toCorpus } from '../folder/load.ts'
import { type NewArticle, renamed } from '../folder/new-article.ts'
import {
  type Files,
  openFolder,
  type RemovedArticle,
  removeArticle,
  type StoredArticle,
  storeArticles,
} from '../folder/store.ts'
import { createTurns } from '../work/keyed-queue.ts'
import { type Draft, dropDraft, expireDrafts, findDraft, keepDraft } from './drafts.ts'
import { noteApplication, readMark } from './left-mark.ts'
import { type Membership, moveIn, moveOut, type Tenancy } from './membership.ts'
import { listServers, removeServerFolder, serverFolder } from './server-folder.ts'
import { checkRoom, checkUpload, serverLimits, sizeOf } from './server-limits.ts'
import { DEFAULT_SETTINGS, loadSettings, type ServerSettings, saveSettings } from './settings.ts'
import { told } from './told.ts'

/** Where what changes is answered from; `library-host.ts` of `answer/` is made to fit. */
export type Listener = {
  applyServer(
    server: string,
    change: { readonly put: readonly Article[]; readonly remove: readonly string[] },
  ): Promise<void>
  dropServer(server: string): void
}

export type ServerLog = { info(what: object, message: string): void; warn(what: object, message: string): void }

export type ServerStatus = {
  readonly articles: readonly Article[]
  readonly bytes: number
  readonly faults: readonly Fault[]
}

export interface Servers {
  readonly limits: typeof serverLimits
  /** The articles that a server has of its own, from memory. */
  own(server: string): readonly Article[]
  status(server: string): Promise<ServerStatus>
  /** Reads the server's folder again, for whoever mended a file there by hand. */
  reload(server: string): Promise<void>
  /** Keeps an upload until it is accepted or discarded. @throws UserError when it holds no article, or is beyond the limits. */
  hold(server: string, name: string, bytes: Uint8Array): Promise<Draft>
  /** Fetches a page and keeps its article as `hold` keeps an upload; under the name of the article that has its address already. @throws UserError as well when it is not to be had. */
  holdPage(server: string, url: string): Promise<Draft>
  draft(server: string, id: string): Promise<Draft | null>
  discard(server: string, id: string): Promise<void>
  /** Adds what was held; null when it has expired. @throws UserError beyond the limits, or where a name is taken and `replace` is not set. */
  accept(server: string, id: string, replace: boolean, interaction: string): Promise<readonly StoredArticle[] | null>
  /** @throws UserError when the server has no article of its own with this slug. */
  remove(server: string, slug: string, interaction: string): Promise<RemovedArticle>
  /** What the server's managers have set, from memory. */
  settings(server: string): ServerSettings
  changeSettings(server: string, change: Partial<ServerSettings>): Promise<void>
  /** Deletes all that the server has, at once. */
  forget(server: string): Promise<void>
  /** The bot was removed from the server, or is there (again). */
  left(server: string): Promise<void>
  joined(server: string): Promise<void>
  /** Sees to what servers have where the bot came or was removed meanwhile; to be called at the start, and every day. */
  settle(membership: Membership): Promise<void>
}

/** What somebody does with new articles before they are stored. */
type Examine = (articles: readonly Article[]) => Promise<void>

type Settings = {
  readonly dataDir: string
  /** Tries out what articles will cost before they are stored. @throws CorpusError when that is too much. */
  readonly examine?: Examine
  readonly listener: Listener
  /** Pages of the host's own network may be fetched too; not when it is missing. */
  readonly allowPrivateAddresses?: boolean
  readonly log: ServerLog
  /** Whether a server is this process's: what others have is another process's to read and write. All are when it is missing. */
  readonly isOurs?: (server: string) => boolean
  readonly now?: () => Date
}

/**
 * Reads what every server has, and has it answered from.
 * @throws ConfigError when `dataDir` cannot be written.
 */
export async function openServers(settings: Settings): Promise<Servers> {
  const store = new ServerStore(settings)
  await store.open()
  return store
}

class ServerStore implements Servers {
  readonly limits = serverLimits
  readonly #dataDir: string
  readonly #listener: Listener
  readonly #log: ServerLog
  readonly #now: () => Date
  readonly #examine: Examine
  readonly #isOurs: (server: string) => boolean
  readonly #allowPrivateAddresses: boolean
  /** By server; those that the bot is not in are not there. */
  readonly #files = new Map<string, Files>()
  /** What is known of the servers that the bot is in; null until it is on Discord. */
  #membership: Membership | null = null
  readonly #settings = new Map<string, ServerSettings>()
  /** One change of a server at a time: limits and names are looked at before a change, and must still hold when it is made. */
  readonly #inTurn = createTurns()

  constructor(settings: Settings) {
    const { dataDir, listener, log, now = () => new Date(), examine = async () => {}, isOurs = () => true } = settings
    this.#dataDir = dataDir
    this.#listener = listener
    this.#examine = examine
    this.#isOurs = isOurs
    this.#allowPrivateAddresses = settings.allowPrivateAddresses ?? false
    this.#log = log
    this.#now = now
  }

  async open(): Promise<void> {
    const known = await this.#list().catch((error: NodeJS.ErrnoException) => {
      throw new ConfigError(
        `expected DATA_DIR to be a folder that can be written, got ${error.code} at ${this.#dataDir}`,
      )
    })
    for (const server of known) {
      await expireDrafts(this.#folder(server), this.#now())
      if ((await readMark(this.#folder(server))) === null) await this.#read(server)
    }
  }

  own(server: string): readonly Article[] {
    return toCorpus(this.#filesOf(server)).articles
  }

  async status(server: string): Promise<ServerStatus> {
    const { articles, faults } = toCorpus(this.#filesOf(server))
    return { articles, faults, bytes: await sizeOf(this.#filesOf(server)) }
  }

  reload(server: string): Promise<void> {
    return this.#inTurn(server, () => this.#read(server))
  }

  hold(server: string, name: string, bytes: Uint8Array): Promise<Draft> {
    return this.#inTurn(server, async () => {
      checkUpload(bytes.length)
      await this.#openFolder(server)
      const draft = await told(keepDraft(this.#folder(server), name, bytes, this.#now(), this.limits.articles))
      await checkRoom(this.#filesOf(server), draft)
      await this.#tryOut(server, draft)
      return draft
    })
  }

  async holdPage(server: string, url: string): Promise<Draft> {
    // Not in turn: a slow site holds up nobody else's change.
    const page = await fetchArticle(url, { allowPrivateAddresses: this.#allowPrivateAddresses })
    const former = this.own(server).find(article => isSameAddress(article.url, page.article.url))
    const { name, bytes } = former === undefined ? page : await renamed(page, former.slug)
    return this.hold(server, name, bytes)
  }

  draft(server: string, id: string): Promise<Draft | null> {
    return findDraft(this.#folder(server), id, this.#now())
  }

  discard(server: string, id: string): Promise<void> {
    return this.#inTurn(server, () => dropDraft(this.#folder(server), id))
  }

  accept(server: string, id: string, replace: boolean, interaction: string): Promise<readonly StoredArticle[] | null> {
    return this.#inTurn(server, async () => {
      const draft = await this.draft(server, id)
      if (draft === null) return null
      await checkRoom(this.#filesOf(server), draft)
      const stored = await this.#put(server, draft.articles, replace, interaction)
      await dropDraft(this.#folder(server), id)
      return stored
    })
  }

  remove(server: string, slug: string, interaction: string): Promise<RemovedArticle> {
    return this.#inTurn(server, async () => {
      const files = new Map(this.#filesOf(server))
      const removed = await told(removeArticle(this.#folder(server), files, slug))
      this.#files.set(server, files)
      await this.#listener.applyServer(server, { put: [], remove: removed.article === null ? [] : [slug] })
      this.#log.info({ server, article: slug, interaction }, 'removed an article')
      return removed
    })
  }

  settings(server: string): ServerSettings {
    return this.#settings.get(server) ?? DEFAULT_SETTINGS
  }

  changeSettings(server: string, change: Partial<ServerSettings>): Promise<void> {
    return this.#inTurn(server, async () => {
      const settings = { ...this.settings(server), ...change }
      await this.#openFolder(server)
      await saveSettings(this.#folder(server), settings)
      this.#settings.set(server, settings)
    })
  }

  forget(server: string): Promise<void> {
    return this.#inTurn(server, async () => {
      this.#files.delete(server)
      this.#settings.delete(server)
      this.#listener.dropServer(server)
      if ((await this.#list()).includes(server)) await removeServerFolder(this.#dataDir, server)
      this.#log.info({ server }, 'forgot all that a server had')
    })
  }

  left(server: string): Promise<void> {
    return this.#inTurn(server, () => this.#leave(server))
  }

  joined(server: string): Promise<void> {
    return this.#inTurn(server, () => this.#come(server))
  }

  async settle(membership: Membership): Promise<void> {
    this.#membership = membership
    for (const server of await this.#list()) {
      await this.#inTurn(server, () => (membership.isPresent(server) ? this.#come(server) : this.#leave(server)))
    }
  }

  /** @throws RefusedError when an article costs too much to be answered from; the draft is not kept then. */
  async #tryOut(server: string, { id, articles }: Draft): Promise<void> {
    try {
      await told(this.#examine(articles.map(({ article }) => article)))
    } catch (error) {
      await dropDraft(this.#folder(server), id)
      throw error
    }
  }

  #folder(server: string): string {
    return serverFolder(this.#dataDir, server)
  }

  /** Whoever has something kept is in a server that the bot is in. */
  async #openFolder(server: string): Promise<void> {
    await openFolder(this.#folder(server))
    if (this.#membership !== null) await noteApplication(this.#folder(server), this.#membership.application)
  }

  #filesOf(server: string): Files {
    return this.#files.get(server) ?? new Map()
  }

  async #read(server: string): Promise<void> {
    const folder = this.#folder(server)
    await openFolder(folder)
    const before = this.own(server).map(({ slug }) => slug)
    const corpus = await readArticleFiles(folder, await listArticleFiles(folder))
    this.#files.set(server, new Map(corpus.files))
    this.#settings.set(server, await loadSettings(folder))
    const there = new Set(corpus.articles.map(({ slug }) => slug))
    for (const { path, message } of corpus.faults) this.#log.warn({ server, path }, message)
    const remove = before.filter(slug => !there.has(slug))
    await this.#listener.applyServer(server, { put: corpus.articles, remove })
  }

  async #put(
    server: string,
    made: readonly NewArticle[],
    replace: boolean,
    interaction: string,
  ): Promise<StoredArticle[]> {
    const files = new Map(this.#filesOf(server))
    const storing = storeArticles(this.#folder(server), files, made, { replace })
    // Of several that take others' places, some may have been put when a disk fails: they are there, and so must be answered from.
    const stored = await told(storing).catch(error => this.#read(server).then(() => Promise.reject(error)))
    this.#files.set(server, files)
    await this.#listener.applyServer(server, { put: stored.map(({ article }) => article), remove: [] })
    for (const { article, replaced } of stored)
      this.#log.info({ server, article: article.slug, replaced: replaced !== null, interaction }, 'added an article')
    return stored
  }

  async #leave(server: string): Promise<void> {
    this.#files.delete(server)
    this.#settings.delete(server)
    this.#listener.dropServer(server)
    if (this.#membership === null || !(await this.#list()).includes(server)) return
    if (await moveOut(this.#tenancy(server), this.#membership)) await this.#come(server)
  }

  async #come(server: string): Promise<void> {
    if (!(await this.#list()).includes(server)) return
    // The bot is there: whatever a mark or the clock says, nothing of a present server is removed.
    const wasOut = this.#membership !== null && (await moveIn(this.#tenancy(server), this.#membership))
    if (this.#files.has(server)) return
    await this.#read(server)
    if (wasOut) this.#log.info({ server }, 'answering again from what a server had')
  }

  #tenancy(server: string): Tenancy {
    return { dataDir: this.#dataDir, server, now: this.#now(), log: this.#log }
  }

  #list(): Promise<string[]> {
    return listServers(this.#dataDir, this.#isOurs)
  }
}
