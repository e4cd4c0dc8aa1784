/** What Discord servers have of their own: adding and removing it within limits, and keeping it while the bot is there. Answering from it is left to others. */

import type { Article } from '../article/article.ts'
import { ConfigError, CorpusError } from '../errors.ts'
import { isSameAddress } from '../feeds/canonical-address.ts'
import { fetchArticle } from '../feeds/fetch-article.ts'
import type { Place } from '../feeds/poll/place-feeds.ts'
import type { Placing } from '../feeds/poll/shelf.ts'
import { type FileReading, isSystemError } from '../folder/article-file.ts'
import { type Disk, freeDisk } from '../folder/disk.ts'
import { HalfDoneError } from '../folder/folder-change.ts'
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
import { type DigestState, loadDigest, saveDigest } from './digest-state.ts'
import { type Draft, dropDraft, expireDrafts, findDraft, keepDraft, sizeOfDrafts } from './drafts.ts'
import type { ServerEvent, ServerEventListener } from './events.ts'
import { outdated } from './expiry.ts'
import { createFeedPlace, planPlacings, slugBeside } from './feed-place.ts'
import { GapCounter } from './gap-counter.ts'
import type { GapCount } from './gaps.ts'
import { noteApplication, readMark } from './left-mark.ts'
import { type Membership, moveIn, moveOut, type Tenancy } from './membership.ts'
import type { Deed, Listener, Reloaded, ServerLog, ServerStatus, Servers } from './server-articles.ts'
import { listServers, removeServerFolder, serverFolder } from './server-folder.ts'
import { checkBytes, checkRoom, checkUpload, serverLimits, sizeOf } from './server-limits.ts'
import { DEFAULT_SETTINGS, loadSettings, type ServerSettings, saveSettings } from './settings.ts'
import { told } from './told.ts'

/** What somebody does with new articles before they are stored. */
type Examine = (articles: readonly Article[]) => Promise<void>

/** Puts a fault in the place of the articles of stored files that cost too much to be answered from. */
type SetAside = (files: ReadonlyMap<string, FileReading>) => Promise<ReadonlyMap<string, FileReading>>

type Settings = {
  readonly dataDir: string
  /** Tries out what articles will cost before they are stored. @throws CorpusError when that is too much. */
  readonly examine?: Examine
  readonly setAside?: SetAside
  readonly listener: Listener
  /** Pages of the host's own network may be fetched too; not when it is missing. */
  readonly allowPrivateAddresses?: boolean
  readonly log: ServerLog
  /** Whether a server is this process's: what others have is another process's to read and write. All are when it is missing. */
  readonly isOurs?: (server: string) => boolean
  readonly now?: () => Date
  /** In tests: another disk. */
  readonly disk?: Disk
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
  readonly #setAside: SetAside
  readonly #isOurs: (server: string) => boolean
  readonly #allowPrivateAddresses: boolean
  readonly #disk: Disk
  /** By server; those that the bot is not in are not there. */
  readonly #files = new Map<string, Files>()
  /** What is known of the servers that the bot is in; null until it is on Discord. */
  #membership: Membership | null = null
  readonly #settings = new Map<string, ServerSettings>()
  readonly #gaps: GapCounter
  readonly #followers = new Set<ServerEventListener>()
  /** One change of a server at a time: limits and names are looked at before a change, and must still hold when it is made. */
  readonly #inTurn = createTurns()

  constructor(settings: Settings) {
    const { dataDir, listener, log, now = () => new Date(), examine = async () => {}, isOurs = () => true } = settings
    this.#dataDir = dataDir
    this.#listener = listener
    this.#examine = examine
    this.#setAside = settings.setAside ?? (async files => files)
    this.#isOurs = isOurs
    this.#allowPrivateAddresses = settings.allowPrivateAddresses ?? false
    this.#disk = settings.disk ?? freeDisk
    this.#log = log
    this.#now = now
    this.#gaps = new GapCounter(server => this.#folder(server), this.#disk, this.#inTurn, log)
  }

  async open(): Promise<void> {
    try {
      for (const server of await this.#list()) {
        await expireDrafts(this.#folder(server), this.#now(), this.#disk)
        if ((await readMark(this.#folder(server), this.#disk)) === null) await this.#read(server)
      }
    } catch (error) {
      const cause = error instanceof CorpusError ? error.cause : error
      if (!isSystemError(cause)) throw error
      const at = 'path' in cause && typeof cause.path === 'string' ? cause.path : this.#dataDir
      throw new ConfigError(`expected DATA_DIR to be a folder that can be written, got ${cause.code} at ${at}`)
    }
  }

  own(server: string): readonly Article[] {
    return toCorpus(this.#filesOf(server)).articles
  }

  async status(server: string): Promise<ServerStatus> {
    const { articles, faults } = toCorpus(this.#filesOf(server))
    return { articles, faults, bytes: await told(this.#size(server), 'not-read') }
  }

  reload(server: string): Promise<Reloaded> {
    return this.#inTurn(server, () => told(this.#read(server, { isWhole: true }), 'not-read'))
  }

  hold(server: string, name: string, bytes: Uint8Array): Promise<Draft> {
    return this.#inTurn(server, () => told(this.#hold(server, name, bytes), 'not-added'))
  }

  async holdPage(server: string, url: string): Promise<Draft> {
    // Not in turn: a slow site holds up nobody else's change.
    const page = await fetchArticle(url, { allowPrivateAddresses: this.#allowPrivateAddresses })
    const former = this.own(server).find(article => isSameAddress(article.url, page.article.url))
    const slug = former?.slug ?? slugBeside(page, this.own(server))
    const { name, bytes } = slug === page.article.slug ? page : await renamed(page, slug)
    return this.hold(server, name, bytes)
  }

  present(): readonly string[] {
    return [...this.#files.keys()]
  }

  feedPlace(server: string): Place {
    return createFeedPlace(server, {
      folder: this.#folder(server),
      own: () => this.own(server),
      keepDays: () => this.settings(server).keepDays,
      store: placings => this.#inTurn(server, () => this.#storeFed(server, placings)),
      remove: slugs => this.#inTurn(server, () => this.#takeOutAll(server, slugs)),
    })
  }

  prepare(server: string): Promise<void> {
    return this.#inTurn(server, async () => {
      await this.#openFolder(server)
      if (!this.#files.has(server)) await this.#read(server)
    })
  }

  tell(server: string, event: ServerEvent): void {
    for (const listener of this.#followers) listener(server, event)
  }

  draft(server: string, id: string): Promise<Draft | null> {
    return findDraft(this.#folder(server), id, this.#now(), this.#disk)
  }

  discard(server: string, id: string): Promise<void> {
    return this.#inTurn(server, () => told(this.#drop(server, id), 'not-added'))
  }

  accept(server: string, id: string, replace: boolean, by: Deed): Promise<readonly StoredArticle[] | null> {
    return this.#inTurn(server, () => told(this.#accept(server, id, replace, by), 'not-added'))
  }

  remove(server: string, slug: string, by: Deed): Promise<RemovedArticle> {
    return this.#inTurn(server, () => told(this.#remove(server, slug, by), 'not-removed'))
  }

  settings(server: string): ServerSettings {
    return this.#settings.get(server) ?? DEFAULT_SETTINGS
  }

  changeSettings(server: string, change: Partial<ServerSettings>): Promise<void> {
    return this.#inTurn(server, () => told(this.#changeSettings(server, change), 'not-changed'))
  }

  countGaps(server: string, words: readonly string[]): void {
    if (this.settings(server).gaps) this.#gaps.count(server, words, this.#now())
  }

  gaps(server: string): readonly GapCount[] {
    return this.#gaps.of(server)
  }

  digest(server: string): Promise<DigestState | null> {
    return loadDigest(this.#folder(server), this.#disk)
  }

  saveDigest(server: string, state: DigestState): Promise<void> {
    return this.#inTurn(server, async () => {
      // Forgotten meanwhile: its folder must not come back.
      if (this.settings(server).digest !== null) await saveDigest(this.#folder(server), state, this.#disk)
    })
  }

  async files(server: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const files = new Map<string, Uint8Array>()
    for (const [name, { path }] of this.#filesOf(server))
      files.set(name, await told(this.#disk.readFile(path), 'not-read'))
    return files
  }

  follow(listener: ServerEventListener): void {
    this.#followers.add(listener)
  }

  close(): Promise<void> {
    return this.#gaps.close()
  }

  forget(server: string): Promise<void> {
    return this.#inTurn(server, () => told(this.#forget(server), 'not-removed'))
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
      // What fails for one server is tried again the next day; the others have theirs today.
      await this.#settleOne(server, membership).catch(error =>
        this.#log.warn({ server, err: error }, 'could not see to what a server has of its own'),
      )
    }
  }

  async #settleOne(server: string, membership: Membership): Promise<void> {
    await this.#inTurn(server, () => (membership.isPresent(server) ? this.#come(server) : this.#leave(server)))
    if (membership.isPresent(server)) await this.#inTurn(server, () => this.#expire(server))
  }

  async #hold(server: string, name: string, bytes: Uint8Array): Promise<Draft> {
    checkUpload(bytes.length)
    await this.#openFolder(server)
    const draft = await keepDraft(this.#folder(server), name, bytes, this.#now(), this.limits.articles, this.#disk)
    return this.#tryOut(server, draft)
  }

  async #accept(server: string, id: string, replace: boolean, by: Deed): Promise<StoredArticle[] | null> {
    const draft = await this.draft(server, id)
    if (draft === null) return null
    await this.#checkRoom(server, draft)
    const stored = await this.#put(server, draft.articles, replace, by)
    // The articles are there whether or not the draft can be dropped: it expires.
    await this.#drop(server, id).catch(error => this.#log.warn({ server, err: error }, 'could not drop a draft'))
    return stored
  }

  async #changeSettings(server: string, change: Partial<ServerSettings>): Promise<void> {
    const settings = { ...this.settings(server), ...change }
    await this.#openFolder(server)
    await saveSettings(this.#folder(server), settings, this.#disk)
    this.#settings.set(server, settings)
  }

  async #forget(server: string): Promise<void> {
    if ((await this.#list()).includes(server)) {
      await removeServerFolder(this.#dataDir, server, this.#disk).catch(error => this.#afterFailure(server, error))
    }
    this.#files.delete(server)
    this.#settings.delete(server)
    this.#gaps.drop(server)
    this.#listener.dropServer(server)
    this.#log.info({ server }, 'forgot all that a server had')
  }

  async #remove(server: string, slug: string, by: Deed): Promise<RemovedArticle> {
    const removed = await this.#takeOut(server, slug)
    this.#log.info({ server, article: slug, interaction: by.interaction }, 'removed an article')
    if (removed.article !== null) this.tell(server, { kind: 'removed', articles: [removed.article], by: by.person })
    return removed
  }

  /** @throws RefusedError when there is no room for the draft, or its articles cost too much to be answered from; it is not kept then. */
  async #tryOut(server: string, draft: Draft): Promise<Draft> {
    try {
      await this.#checkRoom(server, draft)
      await this.#examine(draft.articles.map(({ article }) => article))
      return draft
    } catch (error) {
      await this.#drop(server, draft.id)
      throw error
    }
  }

  async #checkRoom(server: string, draft: Draft): Promise<void> {
    const waiting = await sizeOfDrafts(this.#folder(server), draft.id, this.#disk)
    await checkRoom(this.#filesOf(server), draft, waiting, this.#disk)
  }

  /** Bytes of what the server has, and of what waits. */
  async #size(server: string): Promise<number> {
    const waiting = await sizeOfDrafts(this.#folder(server), null, this.#disk)
    return waiting + (await sizeOf(this.#filesOf(server), this.#disk))
  }

  #folder(server: string): string {
    return serverFolder(this.#dataDir, server)
  }

  /** Whoever has something kept is in a server that the bot is in. */
  async #openFolder(server: string): Promise<void> {
    await openFolder(this.#folder(server), this.#disk)
    if (this.#membership !== null) await noteApplication(this.#folder(server), this.#membership.application, this.#disk)
  }

  #filesOf(server: string): Files {
    return this.#files.get(server) ?? new Map()
  }

  #drop(server: string, id: string): Promise<void> {
    return dropDraft(this.#folder(server), id, this.#disk)
  }

  /** Reads what a server has; `isWhole` changes nothing when the disk does not give a file. @throws the system's error then. */
  async #read(server: string, { isWhole = false } = {}): Promise<Reloaded> {
    const folder = this.#folder(server)
    await openFolder(folder, this.#disk)
    const before = new Map(this.own(server).map(article => [article.slug, article]))
    const names = await listArticleFiles(folder, this.#disk)
    const read = await readArticleFiles(folder, names, undefined, this.#disk)
    const corpus = toCorpus(await this.#setAside(read.files))
    const unread = [...corpus.files.values()].find(reading => reading.unread !== undefined)?.unread
    if (isWhole && unread !== undefined) throw unread
    const settings = await loadSettings(folder, this.#disk)
    await this.#gaps.read(server)
    this.#files.set(server, new Map(corpus.files))
    this.#settings.set(server, settings)
    const there = new Set(corpus.articles.map(({ slug }) => slug))
    for (const { path, message } of corpus.faults) this.#log.warn({ server, path }, message)
    const removed = [...before.values()].filter(({ slug }) => !there.has(slug))
    await this.#listener.applyServer(server, { put: corpus.articles, remove: removed.map(({ slug }) => slug) })
    return {
      added: corpus.articles.filter(({ slug }) => !before.has(slug)),
      changed: corpus.articles.filter(article => isOther(before.get(article.slug), article)),
      removed,
    }
  }

  async #put(server: string, made: readonly NewArticle[], replace: boolean, by: Deed | null): Promise<StoredArticle[]> {
    const files = new Map(this.#filesOf(server))
    const storing = storeArticles(this.#folder(server), files, made, { replace, disk: this.#disk })
    const stored = await storing.catch(error => this.#afterFailure(server, error))
    this.#files.set(server, files)
    await this.#listener.applyServer(server, { put: stored.map(({ article }) => article), remove: [] })
    for (const { article, replaced } of stored)
      this.#log.info(
        { server, article: article.slug, replaced: replaced !== null, interaction: by?.interaction ?? null },
        'added an article',
      )
    const replaced = stored.filter(one => one.replaced !== null).length
    this.tell(server, {
      kind: 'added',
      articles: stored.map(({ article }) => article),
      replaced,
      by: by?.person ?? null,
    })
    return stored
  }

  /** Stores articles of feeds; gives the slug of each, null for one that is not taken. */
  async #storeFed(server: string, placings: readonly Placing[]): Promise<readonly (string | null)[]> {
    const files = this.#files.get(server)
    if (files === undefined) throw gone(server)
    const planned = await planPlacings(placings, this.own(server), this.#examine)
    const made = planned.filter(one => one !== null)
    if (made.length === 0) return planned.map(() => null)
    await checkBytes(files, made, await sizeOfDrafts(this.#folder(server), null, this.#disk), this.#disk)
    await this.#put(server, made, true, null)
    return planned.map(one => one?.article.slug ?? null)
  }

  /** Removes those of the articles that are there. */
  async #takeOutAll(server: string, slugs: readonly string[]): Promise<readonly Article[]> {
    const there = new Set(this.own(server).map(({ slug }) => slug))
    const gone: Article[] = []
    for (const slug of slugs.filter(one => there.has(one))) {
      const { article } = await this.#takeOut(server, slug)
      if (article !== null) gone.push(article)
    }
    return gone
  }

  async #takeOut(server: string, slug: string): Promise<RemovedArticle> {
    const files = new Map(this.#filesOf(server))
    const removing = removeArticle(this.#folder(server), files, slug, this.#disk)
    const removed = await removing.catch(error => this.#afterFailure(server, error))
    this.#files.set(server, files)
    await this.#listener.applyServer(server, { put: [], remove: removed.article === null ? [] : [slug] })
    return removed
  }

  /** What was changed by half is there, and so must be answered from. @throws `failure`. */
  async #afterFailure(server: string, failure: unknown): Promise<never> {
    if (failure instanceof HalfDoneError) {
      await this.#read(server, { isWhole: true }).catch(error =>
        this.#log.warn({ server, err: error }, 'could not read what a server has after a change that failed'),
      )
    }
    throw failure
  }

  async #leave(server: string): Promise<void> {
    this.#files.delete(server)
    this.#settings.delete(server)
    this.#gaps.drop(server)
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

  /** Removes what is older than the server keeps it. */
  async #expire(server: string): Promise<void> {
    const { keepDays } = this.settings(server)
    if (keepDays === null || this.#membership === null) return
    const old = await outdated(this.#filesOf(server), keepDays, this.#now(), this.#disk)
    if (old.length === 0) return
    if (!(await this.#membership.isClockRight().catch(() => false))) {
      this.#log.warn(
        { server, articles: old.length },
        'removed no old article: this clock is not as Discord’s, or Discord does not say',
      )
      return
    }
    const gone = await this.#takeOutAll(server, old)
    if (gone.length === 0) return
    this.#log.info({ server, articles: gone.length, keepDays }, 'removed articles that were kept long enough')
    this.tell(server, { kind: 'outdated', articles: gone, days: keepDays })
  }

  #tenancy(server: string): Tenancy {
    return { dataDir: this.#dataDir, server, now: this.#now(), disk: this.#disk, log: this.#log }
  }

  #list(): Promise<string[]> {
    return listServers(this.#dataDir, this.#isOurs, this.#disk)
  }
}

function gone(server: string): CorpusError {
  return new CorpusError([{ path: server, line: null, message: 'expected a server that the bot is in' }])
}

/** Whether a folder that is read again has an article of this slug with another text or other attribution. */
function isOther(before: Article | undefined, article: Article): boolean {
  return before !== undefined && JSON.stringify(before) !== JSON.stringify(article)
}
