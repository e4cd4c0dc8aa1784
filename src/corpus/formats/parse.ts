/** Reads one file's bytes by its name's ending. Folders and slugs are left to `load.ts`. */
import { CorpusError } from '../../errors.ts'
import type { Article } from '../article.ts'
import { createArticle, normalise } from './create-article.ts'
import { decode } from './decode.ts'
import { parseFrontMatter } from './front-matter.ts'
import { parsePastedText } from './pasted-text.ts'

/** A file of a corpus: `path` is what faults name, `slug` what its article is called. */
export type SourceFile = { readonly path: string; readonly slug: string; readonly bytes: Uint8Array }

/** The endings of files that hold articles, in lower case. */
export const endings: ReadonlySet<string> = new Set(['.txt', '.md', '.html', '.htm', '.json', '.jsonl'])

/** The most bytes that a file may have, by its ending; a feed holds many articles. */
export const maxBytes = (path: string): number => (/\.jsonl?$/i.test(path) ? 512 : 16) * 1024 * 1024

/**
 * The articles in a file with one of `endings`: one, or for a feed one or more.
 * @throws CorpusError with every fault of the file.
 */
export async function parseFile({ path, slug, bytes }: SourceFile): Promise<readonly Article[]> {
  const fail = (message: string): never => {
    throw new CorpusError([{ path, line: null, message }])
  }
  if (bytes.length > maxBytes(path))
    fail(`expected at most ${maxBytes(path) / 1024 / 1024} MB, got ${Math.ceil(bytes.length / 1024 / 1024)} MB`)
  const decoded = decode(bytes) ?? fail('expected text, got binary data')
  const text = normalise(decoded)
  if (text.includes('\0')) fail('expected text, got binary data')
  // Each parser is loaded on need: most folders hold one format, and Markdown costs 11 MB and 50 ms, HTML 30 MB and 150 ms.
  if (/\.jsonl?$/i.test(path)) return (await import('./feed.ts')).parseFeed({ path, slug, text })
  const frontMatter = parseFrontMatter(path, text)
  if (frontMatter !== null && frontMatter.faults.length > 0) throw new CorpusError(frontMatter.faults)
  const source = { path, slug, text: frontMatter?.rest ?? text }
  if (/\.html?$/i.test(path)) return [(await import('./html/html.ts')).parseHtml(source, frontMatter?.metadata)]
  if (/\.md$/i.test(path)) return [(await import('./markdown.ts')).parseMarkdown(source, frontMatter?.metadata ?? {})]
  return [
    frontMatter === null ? parsePastedText(source) : createArticle(source, frontMatter.metadata, frontMatter.rest),
  ]
}
