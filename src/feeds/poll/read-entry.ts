/** Reads the article of a feed's entry: from the feed where that has all of it, else from its page. */
import { CorpusError, FetchError } from '../../errors.ts'
import { fileSlug } from '../../folder/file-slug.ts'
import { makeArticleFiles, type NewArticle } from '../../folder/new-article.ts'
import { validateMetadata } from '../../formats/front-matter.ts'
import { parseFile } from '../../formats/parse.ts'
import type { Entry, Feed } from '../feed/feed.ts'
import { type Hints, pageTypes, readPage } from '../fetch-article.ts'
import type { Web } from '../web/polite-web.ts'

/** The article, as a corpus file. @throws FetchError when there is none to be had. */
export async function readEntry(entry: Entry, feed: Feed, web: Web, signal: AbortSignal): Promise<NewArticle> {
  if (entry.text !== null || entry.address === null) return readText(entry.text ?? '', entry, feed)
  try {
    const fetched = await web.fetch(entry.address, { types: pageTypes, signal })
    return await readPage(fetched, hintsOf(entry, feed))
  } catch (error) {
    if (!(error instanceof FetchError) || !isLasting(error) || entry.fallback === null) throw error
    return readText(entry.fallback, entry, feed)
  }
}

/** Whether it would be no different at the next try. */
export function isLasting({ problem }: FetchError): boolean {
  if (problem.kind === 'status') return problem.status < 500 && ![408, 425, 429].includes(problem.status)
  return !['too-slow', 'broken', 'no-such-site'].includes(problem.kind)
}

function hintsOf({ headline, byline, publishedMs }: Entry, { title }: Feed): Hints {
  return {
    ...(headline === null ? {} : { headline }),
    ...(byline === null ? {} : { byline }),
    ...(title === null ? {} : { outlet: title }),
    ...(publishedMs === null || Math.abs(publishedMs) > 8e15
      ? {}
      : { published: new Date(publishedMs).toISOString().slice(0, 10) }),
  }
}

/** A text is read as a saved page is, with what the feed says of it for its front matter. */
async function readText(html: string, entry: Entry, feed: Feed): Promise<NewArticle> {
  const said = { ...hintsOf(entry, feed), url: entry.address, language: feed.language }
  const { metadata } = validateMetadata(said)
  const lines = Object.entries(metadata).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const page = `---\n${lines.join('\n')}\n---\n<!doctype html><html><body><article>${html}</article></body></html>`
  const slug = fileSlug(entry.headline ?? entry.id ?? 'entry')
  try {
    const articles = await parseFile({ path: 'entry.html', slug, bytes: new TextEncoder().encode(page) })
    const [made] = await makeArticleFiles(articles, slug, null)
    if (made === undefined) throw new FetchError({ kind: 'no-article' })
    return made
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    const faults = error.faults.map(({ message }) => message)
    throw new FetchError({ kind: 'unreadable-page', faults }, { cause: error })
  }
}
