/** What Discord servers have of their own: adding and removing it within limits, and keeping it while the bot is there. Answering from it is left to others. */
import { stat } from 'node:fs/promises'
import { CorpusError, type Fault, UserError } from '../errors.ts'
import type { Article } from './article.ts'
import type { FileReading } from './article-file.ts'
import { type Draft, dropDraft, expireDrafts, findDraft, keepDraft } from './drafts.ts'
import { listArticleFiles, readArticleFiles, toCorpus } from './load.ts'
import type { NewArticle } from './new-article.ts'
import {
  graceDays,
  isGraceOver,
  leftAt,
  listServers,
  markLeft,
  removeServerFolder,
  serverFolder,
  unmarkLeft,
} from './server-folder.ts'
import { openFolder, type RemovedArticle, removeArticle, type StoredArticle, storeArticle } from './store.ts'

const megabyte = 1024 * 1024

/**
 * What one server may have, so that none crowds out the others: articles, bytes of all as they are kept, bytes of one upload; and for how
 * many days it is kept after the bot was removed.
 */
export const serverLimits = { articles: 250, totalBytes: 16 * megabyte, uploadBytes: 8 * megabyte, graceDays } as const

/** Where what changes is answered from; `library-host.ts` of `answer/` is made to fit. */
export type Listener = {
  applyServer(
    server: string,
    change: { readonly put: readonly Article[]; readonly remove: readonly string[] },
  ): Promise<void>
  dropServer(server: string): void
}

/** Who did it, for the log. */
export type Person = { readonly id: string; readonly name: string }

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
  draft(server: string, id: string): Promise<Draft | null>
  discard(server: string, id: string): Promise<void>
  /** Adds what was held; null when it has expired. @throws UserError beyond the limits, or where a name is taken and `replace` is not set. */
  accept(server: string, id: string, replace: boolean, by: Person): Promise<readonly StoredArticle[] | null>
  /** @throws UserError when the server has no article of its own with this slug. */
  remove(server: string, slug: string, by: Person): Promise<RemovedArticle>
  /** The bot was removed from the server, or is there (again). */
  left(server: string): Promise<void>
  joined(server: string): Promise<void>
  /** The bot is in these servers and no others. */
  settle(present: ReadonlySet<string>): Promise<void>
}

type Settings = {
  readonly dataDir: string
  readonly listener: Listener
  readonly log: ServerLog
  readonly now?: () => Date
}

/** Reads what every server has, and has it answered from. */
export async function openServers({ dataDir, listener, log, now = () => new Date() }: Settings): Promise<Servers> {
  const files = new Map<string, ReadonlyMap<string, FileReading>>()
  const queues = new Map<string, Promise<unknown>>()
  const folderOf = (server: string): string => serverFolder(dataDir, server)
  const filesOf = (server: string): ReadonlyMap<string, FileReading> => files.get(server) ?? new Map()
  const articlesOf = (server: string): readonly Article[] => toCorpus(filesOf(server)).articles

  /** One change of a server at a time: limits and names are looked at before a change, and must still hold when it is made. */
  const inTurn = <Result>(server: string, work: () => Promise<Result>): Promise<Result> => {
    const result = (queues.get(server) ?? Promise.resolve()).then(work)
    const settled = result.then(
      () => undefined,
      () => undefined,
    )
    queues.set(server, settled)
    void settled.then(() => queues.get(server) === settled && queues.delete(server))
    return result
  }

  const read = async (server: string): Promise<void> => {
    const folder = folderOf(server)
    await openFolder(folder)
    const before = articlesOf(server).map(({ slug }) => slug)
    const corpus = await readArticleFiles(folder, await listArticleFiles(folder))
    files.set(server, corpus.files)
    const there = new Set(corpus.articles.map(({ slug }) => slug))
    for (const { path, message } of corpus.faults) log.warn({ server, path }, message)
    await listener.applyServer(server, { put: corpus.articles, remove: before.filter(slug => !there.has(slug)) })
  }

  const forget = (server: string): void => {
    files.delete(server)
    listener.dropServer(server)
  }

  const leave = async (server: string): Promise<void> => {
    forget(server)
    if (!(await listServers(dataDir)).includes(server)) return
    await markLeft(dataDir, server, now())
    const left = (await leftAt(dataDir, server, now())) ?? now()
    if (!isGraceOver(left, now())) return
    await removeServerFolder(dataDir, server)
    log.info({ server, left: left.toISOString() }, 'removed what a server had, the bot having left it long ago')
  }

  const come = async (server: string): Promise<void> => {
    if (files.has(server) || !(await listServers(dataDir)).includes(server)) return
    const left = await leftAt(dataDir, server, now())
    if (left !== null && isGraceOver(left, now())) return leave(server)
    await unmarkLeft(dataDir, server)
    await read(server)
    if (left !== null) log.info({ server }, 'answering again from what a server had')
  }

  for (const server of await listServers(dataDir)) {
    await expireDrafts(folderOf(server), now())
    if ((await leftAt(dataDir, server, now())) === null) await read(server)
  }

  return {
    limits: serverLimits,
    own: articlesOf,
    async status(server) {
      const { articles, faults } = toCorpus(filesOf(server))
      return { articles, faults, bytes: await sizeOf(filesOf(server)) }
    },
    reload: server => inTurn(server, () => read(server)),
    hold: (server, name, bytes) =>
      inTurn(server, async () => {
        if (bytes.length > serverLimits.uploadBytes) throw new UserError(tooLarge(bytes.length))
        await openFolder(folderOf(server))
        const draft = await told(keepDraft(folderOf(server), name, bytes, now()))
        await checkRoom(filesOf(server), draft)
        return draft
      }),
    draft: (server, id) => findDraft(folderOf(server), id, now()),
    discard: (server, id) => inTurn(server, () => dropDraft(folderOf(server), id)),
    accept: (server, id, replace, by) =>
      inTurn(server, async () => {
        const draft = await findDraft(folderOf(server), id, now())
        if (draft === null) return null
        await checkRoom(filesOf(server), draft)
        const known = new Map(filesOf(server))
        const stored: StoredArticle[] = []
        try {
          for (const made of draft.articles) {
            stored.push(await told(put(folderOf(server), known, made, replace)))
            log.info(
              { server, article: made.article.slug, replaced: stored.at(-1)?.replaced !== null, by },
              'added an article',
            )
          }
        } finally {
          // Of a feed that breaks off, what was written is there, and so must be answered from.
          files.set(server, known)
          await listener.applyServer(server, { put: stored.map(({ article }) => article), remove: [] })
        }
        await dropDraft(folderOf(server), id)
        return stored
      }),
    remove: (server, slug, by) =>
      inTurn(server, async () => {
        const removed = await told(removeArticle(folderOf(server), filesOf(server), slug))
        files.set(server, new Map([...filesOf(server)].filter(([, { path }]) => path !== removed.path)))
        await listener.applyServer(server, { put: [], remove: removed.article === null ? [] : [slug] })
        log.info({ server, article: slug, by }, 'removed an article')
        return removed
      }),
    left: server => inTurn(server, () => leave(server)),
    joined: server => inTurn(server, () => come(server)),
    async settle(present) {
      for (const server of await listServers(dataDir)) {
        await inTurn(server, () => (present.has(server) ? come(server) : leave(server)))
      }
    },
  }
}

/** Stores the article, and notes so in `files`. */
async function put(
  folder: string,
  files: Map<string, FileReading>,
  made: NewArticle,
  replace: boolean,
): Promise<StoredArticle> {
  const stored = await storeArticle(folder, files, made, { replace })
  for (const [name, { articles }] of files) {
    if (articles.some(({ slug }) => slug === stored.article.slug)) files.delete(name)
  }
  files.set(made.name, { path: stored.path, articles: [stored.article], faults: [] })
  return stored
}

/** @throws UserError when the draft does not fit beside what the server has. */
async function checkRoom(files: ReadonlyMap<string, FileReading>, { articles }: Draft): Promise<void> {
  const names = new Set([...files.keys(), ...articles.map(({ name }) => name)])
  if (names.size > serverLimits.articles) {
    throw new UserError(
      `A server can have ${serverLimits.articles} articles of its own; with this it would be ${names.size}.`,
    )
  }
  const bytes = (await sizeOf(files)) + articles.reduce((sum, article) => sum + article.bytes.length, 0)
  if (bytes > serverLimits.totalBytes) {
    throw new UserError(
      `A server’s own articles can take ${inMegabytes(serverLimits.totalBytes)}; with this it would be ${inMegabytes(bytes)}.`,
    )
  }
}

async function sizeOf(files: ReadonlyMap<string, FileReading>): Promise<number> {
  // A file that somebody removed by hand takes nothing.
  const sizes = await Promise.allSettled([...files.values()].map(async ({ path }) => (await stat(path)).size))
  return sizes.reduce((sum, size) => sum + (size.status === 'fulfilled' ? size.value : 0), 0)
}

/** What is wrong with a file is for the person who sent it. */
async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    throw new UserError(
      error.faults
        .slice(0, 5)
        .map(({ line, message }) => `${line === null ? '' : `line ${line}: `}${message}`)
        .join('\n'),
    )
  }
}

/** What is said of a file that is too large to be taken. */
export function tooLarge(bytes: number): string {
  return `A file can have ${inMegabytes(serverLimits.uploadBytes)}; this one has ${inMegabytes(bytes)}.`
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil((bytes / megabyte) * 10) / 10} MB`
}
