/** One server's own articles and settings, in memory and on the disk alike. That its changes come one at a time, and for whom, is `servers.ts`'s. */
import type { Article } from '../article/article.ts'
import { CorpusError } from '../errors.ts'
import type { Placing } from '../feeds/poll/shelf.ts'
import type { FileReading } from '../folder/article-file.ts'
import type { Disk } from '../folder/disk/disk.ts'
import { HalfDoneError } from '../folder/disk/folder-change.ts'
import { type Corpus, listArticleFiles, readArticleFiles, toCorpus } from '../folder/load.ts'
import type { NewArticle } from '../folder/new-article.ts'
import {
  type Files,
  openFolder,
  type RemovedArticle,
  removeArticle,
  type StoredArticle,
  storeArticles,
} from '../folder/store.ts'
import type { ServerEvent } from './events.ts'
import { planPlacings } from './feeds/feed-place.ts'
import type { GapCounter } from './gaps/gap-counter.ts'
import { noteApplication } from './membership/left-mark.ts'
import type { Deed, Listener, Reloaded, ServerLog } from './server-articles.ts'
import { listServers, serverFolder } from './server-folder.ts'
import { checkBytes, sizeOf } from './server-limits.ts'
import { DEFAULT_SETTINGS, loadSettings, type ServerSettings, saveSettings } from './settings.ts'
import { sizeOfDrafts } from './uploads/drafts.ts'

/** What all servers share. */
export type Surroundings = {
  readonly dataDir: string
  readonly disk: Disk
  readonly listener: Listener
  readonly log: ServerLog
  readonly gaps: GapCounter
  readonly now: () => Date
  /** Prepares articles before they are stored. @throws CorpusError when answering from them would cost too much. */
  readonly examine: (articles: readonly Article[]) => Promise<void>
  /** Puts a fault in the place of the articles of stored files that cost too much to be answered from. */
  readonly setAside: (files: ReadonlyMap<string, FileReading>) => Promise<ReadonlyMap<string, FileReading>>
  /** Whether a server is this process's: what others have is another process's to read and write. */
  readonly isOurs: (server: string) => boolean
  /** The application that is on Discord; null until it is. */
  readonly application: () => string | null
  readonly tell: (server: string, event: ServerEvent) => void
}

export class Server {
  readonly id: string
  readonly folder: string
  readonly around: Surroundings
  /** Null until they are read, and while the bot is not in the server. */
  #files: Files | null = null
  #settings: ServerSettings = DEFAULT_SETTINGS

  constructor(id: string, around: Surroundings) {
    this.id = id
    this.folder = serverFolder(around.dataDir, id)
    this.around = around
  }

  /** Whether it is answered from. */
  get isRead(): boolean {
    return this.#files !== null
  }

  get files(): ReadonlyMap<string, FileReading> {
    return this.#files ?? new Map()
  }

  get settings(): ServerSettings {
    return this.#settings
  }

  get corpus(): Corpus {
    return toCorpus(this.files)
  }

  async hasFolder(): Promise<boolean> {
    const { dataDir, isOurs, disk } = this.around
    return (await listServers(dataDir, isOurs, disk)).includes(this.id)
  }

  /** Makes its folder. Whoever has something kept is in a server that the bot is in. */
  async open(): Promise<void> {
    await openFolder(this.folder, this.around.disk)
    const application = this.around.application()
    if (application !== null) await noteApplication(this.folder, application, this.around.disk)
  }

  /** Reads what the server has; `isWhole` changes nothing when the disk does not give a file. @throws the system's error then. */
  async read({ isWhole = false } = {}): Promise<Reloaded> {
    const { disk, log, listener, setAside, gaps } = this.around
    await openFolder(this.folder, disk)
    const before = new Map(this.corpus.articles.map(article => [article.slug, article]))
    const names = await listArticleFiles(this.folder, disk)
    const read = await readArticleFiles(this.folder, names, undefined, disk)
    const corpus = toCorpus(await setAside(read.files))
    const unread = [...corpus.files.values()].find(reading => reading.unread !== undefined)?.unread
    if (isWhole && unread !== undefined) throw unread
    const settings = await loadSettings(this.folder, disk)
    await gaps.read(this.id)
    this.#files = new Map(corpus.files)
    this.#settings = settings
    const there = new Set(corpus.articles.map(({ slug }) => slug))
    for (const { path, message } of corpus.faults) log.warn({ server: this.id, path }, message)
    const removed = [...before.values()].filter(({ slug }) => !there.has(slug))
    await listener.applyServer(this.id, { put: corpus.articles, remove: removed.map(({ slug }) => slug) })
    return {
      added: corpus.articles.filter(({ slug }) => !before.has(slug)),
      changed: corpus.articles.filter(article => isOther(before.get(article.slug), article)),
      removed,
    }
  }

  /** Stores articles; `by` is null where a feed brought them. */
  async put(made: readonly NewArticle[], replace: boolean, by: Deed | null): Promise<StoredArticle[]> {
    const { disk, log, listener, tell } = this.around
    const files = new Map(this.files)
    const storing = storeArticles(this.folder, files, made, { replace, disk })
    const stored = await storing.catch(error => this.recover(error))
    this.#files = files
    const articles = stored.map(({ article }) => article)
    await listener.applyServer(this.id, { put: articles, remove: [] })
    for (const { article, replaced } of stored)
      log.info(
        { server: this.id, article: article.slug, replaced: replaced !== null, interaction: by?.interaction ?? null },
        'added an article',
      )
    const replaced = stored.filter(one => one.replaced !== null).length
    tell(this.id, { kind: 'added', articles, replaced, by: by?.person ?? null })
    return stored
  }

  /** Stores articles of feeds; gives the slug of each, null for one that is not taken. */
  async putFed(placings: readonly Placing[]): Promise<readonly (string | null)[]> {
    if (!this.isRead)
      throw new CorpusError([{ path: this.id, line: null, message: 'expected a server that the bot is in' }])
    const planned = await planPlacings(placings, this.corpus.articles, this.around.examine)
    const made = planned.filter(one => one !== null)
    if (made.length === 0) return planned.map(() => null)
    await checkBytes(this.files, made, await this.#waitingBytes(), this.around.disk)
    await this.put(made, true, null)
    return planned.map(one => one?.article.slug ?? null)
  }

  async remove(slug: string, by: Deed): Promise<RemovedArticle> {
    const removed = await this.#takeOut(slug)
    this.around.log.info({ server: this.id, article: slug, interaction: by.interaction }, 'removed an article')
    if (removed.article !== null)
      this.around.tell(this.id, { kind: 'removed', articles: [removed.article], by: by.person })
    return removed
  }

  /** Removes those of the articles that are there, and gives them. Nobody is told. */
  async takeOutAll(slugs: readonly string[]): Promise<readonly Article[]> {
    const there = new Set(this.corpus.articles.map(({ slug }) => slug))
    const gone: Article[] = []
    for (const slug of slugs.filter(one => there.has(one))) {
      const { article } = await this.#takeOut(slug)
      if (article !== null) gone.push(article)
    }
    return gone
  }

  async changeSettings(change: Partial<ServerSettings>): Promise<void> {
    const settings = { ...this.#settings, ...change }
    await this.open()
    await saveSettings(this.folder, settings, this.around.disk)
    this.#settings = settings
  }

  /** Bytes of what the server has, and of what waits. */
  async size(): Promise<number> {
    return (await this.#waitingBytes()) + (await sizeOf(this.files, this.around.disk))
  }

  /** Forgets it in memory, and answers no more from it. What is on the disk stays. */
  close(): void {
    this.#files = null
    this.#settings = DEFAULT_SETTINGS
    this.around.gaps.drop(this.id)
    this.around.listener.dropServer(this.id)
  }

  /** What was changed by half is there, and so must be answered from. @throws `failure`. */
  async recover(failure: unknown): Promise<never> {
    if (failure instanceof HalfDoneError) {
      await this.read({ isWhole: true }).catch(error =>
        this.around.log.warn(
          { server: this.id, err: error },
          'could not read what a server has after a change that failed',
        ),
      )
    }
    throw failure
  }

  async #takeOut(slug: string): Promise<RemovedArticle> {
    const { disk, listener } = this.around
    const files = new Map(this.files)
    const removed = await removeArticle(this.folder, files, slug, disk).catch(error => this.recover(error))
    this.#files = files
    await listener.applyServer(this.id, { put: [], remove: removed.article === null ? [] : [slug] })
    return removed
  }

  #waitingBytes(): Promise<number> {
    return sizeOfDrafts(this.folder, null, this.around.disk)
  }
}

/** Whether a folder that is read again has an article of this slug with another text or other attribution. */
function isOther(before: Article | undefined, article: Article): boolean {
  return before !== undefined && JSON.stringify(before) !== JSON.stringify(article)
}
