/** Fetches a page of the web and reads it as a saved page is read. Where its article goes is left to whoever asked. */
import type { Article } from '../article/article.ts'
import { slugFromFileName } from '../article/slug.ts'
import { CorpusError, FetchError } from '../errors.ts'
import { fileSlug } from '../folder/file-slug.ts'
import { makeArticleFiles, type NewArticle } from '../folder/new-article.ts'
import { hasHeadline } from '../formats/article-text.ts'
import { parseFile } from '../formats/parse.ts'
import type { Fetched, FetchOptions } from './web/fetch-options.ts'
import { fetchPage } from './web/fetch-page.ts'

export const pageTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])

/**
 * The article on the page at `address`, as a corpus file, with the page's own address where it names none of its own site.
 * @throws FetchError when the page is not to be had, or holds no article.
 */
export async function fetchArticle(address: string, options: Omit<FetchOptions, 'types'>): Promise<NewArticle> {
  return readPage(await fetchPage(address, { ...options, types: pageTypes }))
}

/** What is known of an article where its page does not say. */
export type Hints = Partial<Pick<Article, 'headline' | 'outlet' | 'byline' | 'published'>>

/** The article on a page that was fetched. @throws FetchError when it holds none. */
export async function readPage(fetched: Fetched, hints: Hints = {}): Promise<NewArticle> {
  const slug = slugOfAddress(fetched.url)
  try {
    const [article] = await parseFile({ path: 'page.html', slug, bytes: textBytes(fetched) })
    if (article === undefined) throw new FetchError({ kind: 'no-article' })
    const url = article.url !== null && isSameSite(article.url, fetched.url) ? article.url : fetched.url
    const [made] = await makeArticleFiles([{ ...completed(article, hints), url }], slug, null)
    if (made === undefined) throw new FetchError({ kind: 'no-article' })
    return made
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    const faults = error.faults.map(({ message }) => message)
    throw new FetchError({ kind: 'unreadable-page', faults }, { cause: error })
  }
}

function completed(article: Article, hints: Hints): Article {
  return {
    ...article,
    headline: hasHeadline(article) ? article.headline : (hints.headline ?? article.headline),
    outlet: article.outlet ?? hints.outlet ?? null,
    byline: article.byline ?? hints.byline ?? null,
    published: article.published ?? hints.published ?? null,
  }
}

/** The last part of the path, for a page without a headline. */
export function slugOfAddress(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last = pathname.split('/').findLast(part => part !== '') ?? hostname
  return fileSlug(slugFromFileName(last))
}

/** A page may say that it stands elsewhere on its site; nobody speaks for another's site. */
function isSameSite(one: string, other: string): boolean {
  const site = (address: string): string => new URL(address).hostname.replace(/^(?:www|m|amp)\./, '')
  return URL.canParse(one) && site(one) === site(other)
}

/** The header's encoding counts only where the bytes are not UTF-8 and no mark of theirs says otherwise. */
export function textBytes({ bytes, charset }: Fetched): Uint8Array {
  if (charset === null || /^utf-?8$/i.test(charset)) return bytes
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes
  } catch {
    // Not UTF-8.
  }
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes))
  } catch {
    // An encoding that nobody knows: the page itself may name another.
    return bytes
  }
}
