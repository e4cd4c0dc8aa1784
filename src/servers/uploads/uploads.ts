/** What becomes of an upload: kept while it is asked about, added, or dropped. How it lies on the disk is `drafts.ts`'s. */
import type { Article } from '../../article/article.ts'
import { isSameAddress } from '../../feeds/canonical-address.ts'
import { fetchArticle } from '../../feeds/fetch-article.ts'
import type { Reach } from '../../feeds/web/fetch-options.ts'
import { type NewArticle, renamed } from '../../folder/new-article.ts'
import type { StoredArticle } from '../../folder/store.ts'
import { slugBeside } from '../feeds/feed-place.ts'
import type { Server } from '../server.ts'
import type { Deed } from '../server-articles.ts'
import { checkRoom, checkUpload, serverLimits } from '../server-limits.ts'
import { type Draft, dropDraft, findDraft, keepDraft, sizeOfDrafts } from './drafts.ts'

/**
 * Keeps an upload until it is accepted or dropped.
 * @throws RefusedError when there is no room for it, CorpusError when it holds no article or costs too much to be answered from; it is not kept then.
 */
export async function holdUpload(server: Server, name: string, bytes: Uint8Array): Promise<Draft> {
  const { disk, now, examine } = server.around
  checkUpload(bytes.length)
  await server.open()
  const draft = await keepDraft(server.folder, name, bytes, now(), serverLimits.articles, disk)
  try {
    await checkRoomFor(server, draft)
    await examine(draft.articles.map(({ article }) => article))
    return draft
  } catch (error) {
    await dropUpload(server, draft.id)
    throw error
  }
}

/**
 * Fetches a page, as the file that an upload of it would be: under the name of the article that has its address already.
 * @throws FetchError when it is not to be had.
 */
export async function fetchUpload(url: string, own: () => readonly Article[], reach: Reach): Promise<NewArticle> {
  const page = await fetchArticle(url, reach)
  // Looked at once the page is there: a slow site leaves time for changes.
  const former = own().find(article => isSameAddress(article.url, page.article.url))
  const slug = former?.slug ?? slugBeside(page, own())
  return slug === page.article.slug ? page : renamed(page, slug)
}

/** The upload with this id; null when it has expired, was answered, or never was. */
export function findUpload(server: Server, id: string): Promise<Draft | null> {
  return findDraft(server.folder, id, server.around.now(), server.around.disk)
}

/** Adds what was held; null when it has expired. @throws RefusedError when there is no room any more. */
export async function acceptUpload(
  server: Server,
  id: string,
  replace: boolean,
  by: Deed,
): Promise<StoredArticle[] | null> {
  const draft = await findUpload(server, id)
  if (draft === null) return null
  await checkRoomFor(server, draft)
  // They were tried out when they came; what was found then went with the articles as they were read then.
  await server.around.examine(draft.articles.map(({ article }) => article))
  const stored = await server.put(draft.articles, replace, by)
  // The articles are there whether or not the draft can be dropped: it expires.
  await dropUpload(server, id).catch(error =>
    server.around.log.warn({ server: server.id, err: error }, 'could not drop a draft'),
  )
  return stored
}

export function dropUpload(server: Server, id: string): Promise<void> {
  return dropDraft(server.folder, id, server.around.disk)
}

async function checkRoomFor(server: Server, draft: Draft): Promise<void> {
  const waiting = await sizeOfDrafts(server.folder, draft.id, server.around.disk)
  await checkRoom(server.files, draft, waiting, server.around.disk)
}
