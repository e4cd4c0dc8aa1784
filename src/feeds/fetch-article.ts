/** Fetches a page of the web and reads it as a saved page is read. Where its article goes is left to whoever asked. */
import { slugFromFileName } from '../article/slug.ts'
import { CorpusError } from '../errors.ts'
import { fileSlug } from '../folder/file-slug.ts'
import { makeArticleFiles, type NewArticle } from '../folder/new-article.ts'
import { parseFile } from '../formats/parse.ts'
import { FetchError, type Fetched, type FetchOptions, fetchPage } from './fetch-page.ts'

const pages: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])

/**
 * The article on the page at `address`, as a corpus file, with the page's own address where it names none of its own site.
 * @throws FetchError when the page is not to be had, or holds no article.
 */
export async function fetchArticle(address: string, options: Omit<FetchOptions, 'types'>): Promise<NewArticle> {
  const fetched = await fetchPage(address, { ...options, types: pages })
  const slug = slugOfAddress(fetched.url)
  try {
    const [article] = await parseFile({ path: 'page.html', slug, bytes: textBytes(fetched) })
    if (article === undefined) throw new FetchError('Expected an article, got a page without one.')
    const url = article.url !== null && isSameSite(article.url, fetched.url) ? article.url : fetched.url
    const [made] = await makeArticleFiles([{ ...article, url }], slug, null)
    if (made === undefined) throw new FetchError('Expected an article, got a page without one.')
    return made
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    throw new FetchError(`The page could not be read: ${error.faults.map(({ message }) => message).join('; ')}.`, {
      cause: error,
    })
  }
}

/** The last part of the path, for a page without a headline. */
function slugOfAddress(address: string): string {
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
function textBytes({ bytes, charset }: Fetched): Uint8Array {
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
