/**
 * What Discord servers have of their own: each server's changes one at a time, failures in words for whoever asked, and all of it kept while the
 * bot is there. What one server has is `server.ts`'s; answering from it is left to others.
 */
import type { Article } from '../article/article.ts'
import type { DiskOutcome } from '../errors.ts'
import type { Place } from '../feeds/poll/place-feeds.ts'
import type { Reach } from '../feeds/web/fetch-options.ts'
import { type Disk, freeDisk } from '../folder/disk/disk.ts'
import type { RemovedArticle, StoredArticle } from '../folder/store.ts'
import { createTurns } from '../work/keyed-queue.ts'
import { type DigestState, loadDigest, saveDigest } from './digest-state.ts'
import type { ServerEvent, ServerEventListener } from './events.ts'
import { explainFailure } from './explain-failure.ts'
import { createFeedPlace } from './feeds/feed-place.ts'
import { GapCounter } from './gaps/gap-counter.ts'
import type { GapCount } from './gaps/gaps.ts'
import { joinServer, leaveServer } from './membership/departure.ts'
import { expireArticles } from './membership/expiry.ts'
import { readMark } from './membership/left-mark.ts'
import type { Membership } from './membership/membership.ts'
import { Server, type Surroundings } from './server.ts'
import type { Deed, Reloaded, ServerStatus, Servers } from './server-articles.ts'
import { asConfigError, listServers, removeServerFolder } from './server-folder.ts'
import { serverLimits } from './server-limits.ts'
import type { ServerSettings } from './settings.ts'
import { type Draft, expireDrafts } from './uploads/drafts.ts'
import { acceptUpload, dropUpload, fetchUpload, findUpload, holdUpload } from './uploads/uploads.ts'

type Settings = Pick<Surroundings, 'listener' | 'log'> &
  Partial<Pick<Surroundings, 'examine' | 'setAside' | 'now'>> & {
    readonly dataDir: string
    /** Pages of the host's own network may be fetched too; not when it is missing. */
    readonly allowPrivateAddresses?: boolean
    /** Whether a server is this process's: what others have is another process's to read and write. All are when it is missing. */
    readonly isOurs?: (server: string) => boolean
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
  readonly #reach: Reach
  readonly #around: Surroundings
  readonly #servers = new Map<string, Server>()
  /** What is known of the servers that the bot is in; null until it is on Discord. */
  #membership: Membership | null = null
  readonly #followers = new Set<ServerEventListener>()
  /** One change of a server at a time: limits and names are looked at before a change, and must still hold when it is made. */
  readonly #inTurn = createTurns()

  constructor(settings: Settings) {
    const { dataDir, listener, log, disk = freeDisk, isOurs = () => true, now = () => new Date() } = settings
    this.#reach = { allowPrivateAddresses: settings.allowPrivateAddresses ?? false }
    this.#around = {
      dataDir,
      isOurs,
      disk,
      listener,
      log,
      now,
      gaps: new GapCounter(server => this.#of(server).folder, disk, this.#inTurn, log),
      examine: settings.examine ?? (async () => {}),
      setAside: settings.setAside ?? (async files => files),
      application: () => this.#membership?.application ?? null,
      tell: (server, event) => this.tell(server, event),
    }
  }

  async open(): Promise<void> {
    const { dataDir, disk, now } = this.#around
    try {
      for (const server of (await this.#list()).map(id => this.#of(id))) {
        await expireDrafts(server.folder, now(), disk)
        if ((await readMark(server.folder, disk)) === null) await server.read()
      }
    } catch (error) {
      throw asConfigError(error, dataDir)
    }
  }

  own(server: string): readonly Article[] {
    return this.#of(server).corpus.articles
  }

  async status(server: string): Promise<ServerStatus> {
    const { articles, faults } = this.#of(server).corpus
    return { articles, faults, bytes: await explainFailure(this.#of(server).size(), 'not-read') }
  }

  reload(server: string): Promise<Reloaded> {
    return this.#change(server, 'not-read', one => one.read({ isWhole: true }))
  }

  hold(server: string, name: string, bytes: Uint8Array): Promise<Draft> {
    return this.#change(server, 'not-added', one => holdUpload(one, name, bytes))
  }

  async holdPage(server: string, url: string): Promise<Draft> {
    // Not in turn: a slow site holds up nobody else's change.
    const { name, bytes } = await fetchUpload(url, () => this.own(server), this.#reach)
    return this.hold(server, name, bytes)
  }

  present(): readonly string[] {
    return [...this.#servers.values()].filter(({ isRead }) => isRead).map(({ id }) => id)
  }

  feedPlace(server: string): Place {
    return createFeedPlace(server, {
      folder: this.#of(server).folder,
      own: () => this.own(server),
      keepDays: () => this.settings(server).keepDays,
      store: placings => this.#inTurn(server, () => this.#of(server).putFed(placings)),
      remove: slugs => this.#inTurn(server, () => this.#of(server).takeOutAll(slugs)),
    })
  }

  prepare(server: string): Promise<void> {
    return this.#inTurn(server, async () => {
      await this.#of(server).open()
      if (!this.#of(server).isRead) await this.#of(server).read()
    })
  }

  tell(server: string, event: ServerEvent): void {
    for (const listener of this.#followers) listener(server, event)
  }

  draft(server: string, id: string): Promise<Draft | null> {
    return findUpload(this.#of(server), id)
  }

  discard(server: string, id: string): Promise<void> {
    return this.#change(server, 'not-added', one => dropUpload(one, id))
  }

  accept(server: string, id: string, replace: boolean, by: Deed): Promise<readonly StoredArticle[] | null> {
    return this.#change(server, 'not-added', one => acceptUpload(one, id, replace, by))
  }

  remove(server: string, slug: string, by: Deed): Promise<RemovedArticle> {
    return this.#change(server, 'not-removed', one => one.remove(slug, by))
  }

  settings(server: string): ServerSettings {
    return this.#of(server).settings
  }

  changeSettings(server: string, change: Partial<ServerSettings>): Promise<void> {
    return this.#change(server, 'not-changed', one => one.changeSettings(change))
  }

  countGaps(server: string, words: readonly string[]): void {
    if (this.settings(server).gaps) this.#around.gaps.count(server, words, this.#around.now())
  }

  gaps(server: string): readonly GapCount[] {
    return this.#around.gaps.of(server)
  }

  digest(server: string): Promise<DigestState | null> {
    return loadDigest(this.#of(server).folder, this.#around.disk)
  }

  saveDigest(server: string, state: DigestState): Promise<void> {
    return this.#inTurn(server, async () => {
      // Forgotten meanwhile: its folder must not come back.
      if (this.settings(server).digest !== null) await saveDigest(this.#of(server).folder, state, this.#around.disk)
    })
  }

  async files(server: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const files = new Map<string, Uint8Array>()
    for (const [name, { path }] of this.#of(server).files)
      files.set(name, await explainFailure(this.#around.disk.readFile(path), 'not-read'))
    return files
  }

  follow(listener: ServerEventListener): void {
    this.#followers.add(listener)
  }

  close(): Promise<void> {
    return this.#around.gaps.close()
  }

  forget(server: string): Promise<void> {
    return this.#change(server, 'not-removed', async one => {
      if ((await this.#list()).includes(server))
        await removeServerFolder(this.#around.dataDir, server, this.#around.disk).catch(error => one.recover(error))
      one.close()
      this.#around.log.info({ server }, 'forgot all that a server had')
    })
  }

  left(server: string): Promise<void> {
    return this.#inTurn(server, () => leaveServer(this.#of(server), this.#membership))
  }

  joined(server: string): Promise<void> {
    return this.#inTurn(server, () => joinServer(this.#of(server), this.#membership))
  }

  async settle(membership: Membership): Promise<void> {
    this.#membership = membership
    for (const server of await this.#list()) {
      // What fails for one server is tried again the next day; the others have theirs today.
      await this.#settleOne(this.#of(server), membership).catch(error =>
        this.#around.log.warn({ server, err: error }, 'could not see to what a server has of its own'),
      )
    }
  }

  async #settleOne(server: Server, membership: Membership): Promise<void> {
    const isPresent = membership.isPresent(server.id)
    await this.#inTurn(server.id, () => (isPresent ? joinServer(server, membership) : leaveServer(server, membership)))
    if (isPresent) await this.#inTurn(server.id, () => expireArticles(server, membership))
  }

  /** Runs `work` once the server's earlier changes have ended. @throws what is for the eyes of the person who asked; see `explainFailure`. */
  #change<Result>(server: string, outcome: DiskOutcome, work: (one: Server) => Promise<Result>): Promise<Result> {
    return this.#inTurn(server, () => explainFailure(work(this.#of(server)), outcome))
  }

  /** One that nothing is known of has nothing. */
  #of(server: string): Server {
    let known = this.#servers.get(server)
    if (known === undefined) {
      known = new Server(server, this.#around)
      this.#servers.set(server, known)
    }
    return known
  }

  #list(): Promise<string[]> {
    const { dataDir, isOurs, disk } = this.#around
    return listServers(dataDir, isOurs, disk)
  }
}
