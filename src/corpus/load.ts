/** Reads a folder of article files into a corpus. How a file is read is left to `formats/`, watching it to `watch.ts`. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { CorpusError, type Fault } from '../errors.ts'
import type { Article } from './article.ts'
import { endings, parseArticle } from './formats/parse.ts'
import { slugFromFileName } from './slug.ts'

/** The articles of a folder, and what was wrong with the files that gave none. */
export type Corpus = {
  /** In the order of the files' names. */
  readonly articles: readonly Article[]
  readonly faults: readonly Fault[]
}

/**
 * Reads the article files of `folder`, in the order of their names; what `isArticleFile` refuses, and subfolders, are passed over.
 * @throws CorpusError when the folder is missing, cannot be read, or holds no article file.
 */
export async function loadCorpus(folder: string): Promise<Corpus> {
  const names = await listArticleFiles(folder)
  const articles = new Map<string, Article>()
  const files = new Map<string, string>()
  const faults: Fault[] = []
  for (const name of names) {
    const path = join(folder, name)
    const slug = slugFromFileName(name)
    const other = files.get(slug)
    files.set(slug, other ?? path)
    if (other !== undefined) {
      faults.push({ path, line: null, message: `expected a name of its own, got \`${slug}\` as ${other} has` })
      continue
    }
    try {
      articles.set(slug, await parseArticle({ path, slug, text: await readFile(path, 'utf8') }))
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error
      faults.push(...error.faults)
    }
  }
  return { articles: [...articles.values()], faults }
}

/** Whether a file of this name is read as articles. Hidden files, other endings and a folder's README are not. */
export function isArticleFile(name: string): boolean {
  return !name.startsWith('.') && !/^readme\./i.test(name) && endings.has(extname(name).toLowerCase())
}

async function listArticleFiles(folder: string): Promise<string[]> {
  const fail = (message: string): never => {
    throw new CorpusError([{ path: folder, line: null, message }])
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    fail(
      `expected a folder of articles, got ${error.code === 'ENOENT' ? 'nothing there' : (error.code ?? error.message)}`,
    ),
  )
  const names = entries
    .filter(
      entry => !entry.isDirectory() && !entry.name.startsWith('.') && endings.has(extname(entry.name).toLowerCase()),
    )
    .map(entry => entry.name)
    .sort()
  return names.length > 0 ? names : fail(`expected article files (${[...endings].join(', ')}), got none`)
}
