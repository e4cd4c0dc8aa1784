/** The place of the host's own feeds, whose articles all servers share: the folder of articles, with its list. */
import type { Article } from '../../article/article.ts'
import { createFolderShelf } from './folder-shelf.ts'
import type { Place } from './place-feeds.ts'

/** What the place is called; no server is. */
export const sharedKey = 'shared'

/** The list of feeds in the folder. */
const LIST = 'feeds.opml'
const mostFeeds = 5_000

/** The host's folder, and what is answered from it; null until that is read. */
export type SharedFolder = {
  readonly folder: string
  readonly articles: () => ReadonlyMap<string, Article> | null
}

/** The host's own feeds, with a list that people edit and other programs write. */
export function sharedPlace({ folder, articles }: SharedFolder): Place {
  const held = (): ReadonlyMap<string, Article> => articles() ?? new Map()
  return {
    key: sharedKey,
    folder,
    file: LIST,
    isEditedByHand: true,
    mostFeeds,
    shelf: createFolderShelf(
      folder,
      () => held().values(),
      slug => held().has(slug),
    ),
  }
}
