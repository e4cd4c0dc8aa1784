/** Reads one file's text by its ending. Bytes, folders and slugs are left to `load.ts`. */
import { CorpusError, type Fault } from '../../errors.ts'
import type { Article } from '../article.ts'
import { createArticle, normalise, type SourceText } from './create-article.ts'
import { parseFrontMatter } from './front-matter.ts'
import { parsePastedText } from './pasted-text.ts'

/** The endings of files that hold articles, in lower case. */
export const endings: ReadonlySet<string> = new Set(['.txt', '.md'])

/**
 * The article in a file with one of `endings`.
 * @throws CorpusError with every fault of the file.
 */
export async function parseArticle(source: SourceText): Promise<Article> {
  const { path, slug } = source
  const text = normalise(source.text)
  const binary = text.indexOf('\0')
  if (binary >= 0) throw new CorpusError([fault(path, lineAt(text, binary), 'expected text, got binary data')])
  const frontMatter = parseFrontMatter(path, text)
  if (frontMatter !== null && frontMatter.faults.length > 0) throw new CorpusError(frontMatter.faults)
  if (path.toLowerCase().endsWith('.md')) {
    // Loaded on need: most folders hold no Markdown, and the parser costs 11 MB and 50 ms.
    const { parseMarkdown } = await import('./markdown.ts')
    return parseMarkdown({ path, slug, text: frontMatter?.rest ?? text }, frontMatter?.metadata ?? {})
  }
  if (frontMatter !== null) return createArticle(source, frontMatter.metadata, frontMatter.rest)
  return parsePastedText({ path, slug, text })
}

function fault(path: string, line: number, message: string): Fault {
  return { path, line, message }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
