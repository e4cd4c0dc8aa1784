/** Reads one file's bytes by its name's ending, in this thread. Limits and the choice of a thread are left to `parse.ts`. */

import type { Article } from '../article/article.ts'
import { CorpusError } from '../errors.ts'
import { createArticle, normalise } from './create-article.ts'
import { decode } from './decode.ts'
import { detectLanguage } from './detect-language.ts'
import { parseFrontMatter } from './front-matter.ts'
import { parsePastedText } from './printed/pasted-text.ts'
import type { SourceFile } from './source-file.ts'

/**
 * The articles in a file with one of `endings`: one, or for a feed one or more; their language detected where nobody declares it.
 * @throws CorpusError with every fault of the file; RangeError when it is nested deeper than the stack.
 */
export async function parseHere(file: SourceFile): Promise<readonly Article[]> {
  const articles = await parseByEnding(file.path, file.slug, readText(file))
  return Promise.all(
    articles.map(async article =>
      article.language === null ? { ...article, language: await detectLanguage(article.body) } : article,
    ),
  )
}

// Each parser is loaded on need: most folders hold one format, and Markdown costs 11 MB and 50 ms, HTML 30 MB and 150 ms.
async function parseByEnding(path: string, slug: string, text: string): Promise<readonly Article[]> {
  if (/\.jsonl?$/i.test(path)) return (await import('./json/feed.ts')).parseFeed({ path, slug, text })
  const frontMatter = parseFrontMatter(path, text)
  if (frontMatter !== null && frontMatter.faults.length > 0) throw new CorpusError(frontMatter.faults)
  const source = { path, slug, text: frontMatter?.rest ?? text }
  if (/\.html?$/i.test(path)) return [(await import('./html/html.ts')).parseHtml(source, frontMatter?.metadata)]
  if (/\.md$/i.test(path)) return [(await import('./markdown.ts')).parseMarkdown(source, frontMatter?.metadata ?? {})]
  return [
    frontMatter === null ? parsePastedText(source) : createArticle(source, frontMatter.metadata, frontMatter.rest),
  ]
}

function readText({ path, bytes }: SourceFile): string {
  const fail = (message: string): never => {
    throw new CorpusError([{ path, line: null, message }])
  }
  const text = normalise(decode(bytes) ?? fail('expected text, got binary data'))
  return text.includes('\0') ? fail('expected text, got binary data') : text
}
