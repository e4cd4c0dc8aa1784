/** The host's own folder as a shelf for articles of feeds: a file each, which whoever reads the folder takes in. */
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../article/article.ts'
import { CorpusError } from '../../errors.ts'
import { freeDisk } from '../../folder/disk/disk.ts'
import { changeFolder, type FolderChange, removeFile } from '../../folder/disk/folder-change.ts'
import { hasCode, type StagedFile } from '../../folder/disk/write-file.ts'
import { renamed } from '../../folder/new-article.ts'
import { parseFile } from '../../formats/parse.ts'
import { fingerprint, type Placing, type Shelf } from './shelf.ts'

/** Articles of feeds in one folder. */
const mostArticles = 50_000

/** `articles` gives what is answered from now, which may lie a moment behind the folder; `has` whether one of them has a slug. */
export function createFolderShelf(
  folder: string,
  articles: () => Iterable<Article>,
  has: (slug: string) => boolean,
): Shelf {
  return {
    articles,
    keepDays: null,
    room: () => mostArticles,
    put(placings) {
      // All in one change, and their bytes at once: a disk takes most of its time for bringing each to it alone.
      return changeFolder(folder, freeDisk, async change => {
        const staging = placings.map(({ made }) => change.stage(made.name, made.bytes))
        // All are waited for: what is still being written cannot be cleared away.
        await Promise.allSettled(staging)
        const staged = await Promise.all(staging)
        const slugs: (string | null)[] = []
        for (const [index, placing] of placings.entries()) {
          const file = staged[index]
          if (file !== undefined) slugs.push(await put(folder, placing, file, { has, change }))
        }
        return slugs
      })
    },
    async remove(slugs) {
      for (const slug of slugs) {
        await removeFile(folder, fileName(slug), freeDisk)
      }
    },
  }
}

const fileName = (slug: string): string => `${slug}.txt`

type Means = { readonly has: (slug: string) => boolean; readonly change: FolderChange }

/** Gives the staged file its name, or stages it under another where that is taken. */
async function put(
  folder: string,
  { made, replaces }: Placing,
  staged: StagedFile,
  { has, change }: Means,
): Promise<string | null> {
  if (replaces !== null) {
    // Whoever has renamed the file keeps it as it is.
    if (!(await isThere(join(folder, fileName(replaces))))) return null
    await change.put(staged, true)
    return replaces
  }
  const print = fingerprint(made.article)
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? made.article.slug : `${made.article.slug}-${number}`
    if (!has(slug)) {
      const file = number === 1 ? staged : await change.stage(fileName(slug), (await renamed(made, slug)).bytes)
      if (await change.put(file, false)) return slug
    }
    // Stored before a crash, or by another process that reads the same feed.
    if ((await printOf(folder, slug)) === print) return slug
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: unknown) => (hasCode(error, 'ENOENT') ? false : Promise.reject(error)),
  )
}

/** The fingerprint of the article in the file of this slug; null when there is none. */
async function printOf(folder: string, slug: string): Promise<string | null> {
  const path = join(folder, fileName(slug))
  try {
    const [article] = await parseFile({ path, slug, bytes: await readFile(path) })
    return article === undefined ? null : fingerprint(article)
  } catch (error) {
    if (error instanceof CorpusError || hasCode(error, 'ENOENT')) return null
    throw error
  }
}
