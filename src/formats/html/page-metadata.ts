/** What a web page says about its article, in the order of trust: JSON-LD, OpenGraph, `<meta>`, what is marked up in the text. */
import type { Metadata } from '../front-matter.ts'
import { findDate } from '../printed/printed-date.ts'
import { isDate, isLanguage, isWebAddress } from '../values.ts'
import type { Page, PageElement } from './dom.ts'
import { findArticleNode, isNode, namesIn, textOf } from './json-ld.ts'

type Finder = (...sources: readonly (() => string | null | undefined)[]) => string | undefined

const maxText = 500

/** The metadata of `document`; a key is left out where the page does not say it, and where what it says is no date, address or tag. */
export function readPageMetadata(document: Page, html: string): Metadata {
  const heading = (textIn(document, 'h1') ?? '').slice(0, maxText)
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    script => script.textContent ?? '',
  )
  const found = findArticleNode(scripts, `${heading} ${(textIn(document, 'title') ?? '').slice(0, maxText)}`)
  const ld = (key: string): string | null => textOf(found?.node[key])
  const ldNames = (key: string): string | null =>
    found === null ? null : joinNames(namesIn(found.node[key], found.resolve))
  const meta = metaReader(document)
  const outlet = first(
    () => ldNames('publisher'),
    () => meta('og:site_name'),
    // Some pages give an address here, which is nobody's name.
    () => noAddress(meta('publisher', 'dc.publisher')) ?? noAddress(meta('article:publisher', 'application-name')),
    () => itemText(document, '[itemprop="publisher"]'),
  )
  const known = {
    headline: first(
      () => ld('headline'),
      () => withoutSuffix(meta('og:title'), outlet, heading),
      () => withoutSuffix(meta('twitter:title', 'dc.title', 'title'), outlet, heading),
      () => itemText(document, '[itemprop="headline"]'),
      () => textIn(document, 'article h1') ?? textIn(document, 'h1'),
      () => withoutSuffix(textIn(document, 'title'), outlet, heading),
    ),
    outlet,
    byline: readByline(document, ldNames, meta),
    published: readPublished(document, ld, meta),
    dateline: first(() => ld('dateline')),
    url: readUrl(document, found?.node.mainEntityOfPage, ld, meta) ?? savedFrom(html),
    language: readLanguage(document, ld, meta),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Metadata // only named keys, all text
}

type Reader = (...keys: readonly string[]) => string | null

const first: Finder = (...sources) => {
  for (const source of sources) {
    const value = source()?.replace(/\s+/g, ' ').trim()
    if (value !== undefined && value !== '' && value.length <= maxText) return value
  }
  return undefined
}

function metaReader(document: Page): Reader {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const key = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = element.getAttribute('content')?.trim()
    if (key && content && !values.has(key.toLowerCase())) values.set(key.toLowerCase(), content)
  }
  return (...keys) => keys.map(key => values.get(key)).find(value => value !== undefined) ?? null
}

function readByline(document: Page, ldNames: (key: string) => string | null, meta: Reader): string | undefined {
  const name = (value: string | null): string | null => noAddress(value)?.replace(/^by\s+/i, '') ?? null
  return first(
    () => name(ldNames('author') ?? ldNames('creator')),
    () => name(meta('og:article:author', 'article:author')),
    () => name(meta('author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author')),
    () => name(itemText(document, '[itemprop="author"]')),
    () =>
      name(textIn(document, '[rel="author"]') ?? textIn(document, 'article .byline, .byline, .author-name, .p-author')),
  )
}

function readPublished(document: Page, ld: Reader, meta: Reader): string | undefined {
  const day = (value: string | null | undefined): string | null => {
    // The day as printed there: a time near midnight must not slip into the day before.
    const written = value?.trim().slice(0, 10) ?? ''
    return isDate(written) ? written : (findDate(value?.trim() ?? '')?.day ?? null)
  }
  const times = [
    ...document.querySelectorAll(
      '[itemprop="datePublished"], time[pubdate], time.published, article time, header time, time',
    ),
  ]
  return first(
    () => day(ld('datePublished')),
    () => day(ld('dateCreated')),
    () => day(meta('article:published_time', 'og:published_time', 'og:article:published_time')),
    () =>
      day(
        meta(
          'datepublished',
          'date',
          'dc.date',
          'dc.date.issued',
          'dcterms.created',
          'pubdate',
          'publishdate',
          'parsely-pub-date',
          'sailthru.date',
        ),
      ),
    () =>
      times
        .map(time => day(time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent))
        .find(date => date !== null),
    () => day(ld('dateModified')),
  )
}

function readUrl(document: Page, mainPage: unknown, ld: Reader, meta: Reader): string | undefined {
  const address = (value: string | null | undefined): string | null => (value && isWebAddress(value) ? value : null)
  return first(
    () =>
      address(ld('url')) ??
      address(ld('mainEntityOfPage')) ??
      address(isNode(mainPage) ? textOf(mainPage['@id']) : null),
    () => address(meta('og:url')),
    () => address(document.querySelector('link[rel="canonical"]')?.getAttribute('href')),
  )
}

// Browsers write the address into a page that they save.
function savedFrom(html: string): string | undefined {
  const address = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 2000))?.[1]
  return address !== undefined && isWebAddress(address) ? address : undefined
}

function readLanguage(document: Page, ld: Reader, meta: Reader): string | undefined {
  const tag = (value: string | null | undefined): string | null => {
    const written = value?.trim().replace('_', '-') ?? ''
    return isLanguage(written) ? (Intl.getCanonicalLocales(written)[0] ?? null) : null
  }
  return first(
    () => tag(ld('inLanguage')),
    () => tag(document.documentElement?.getAttribute('lang')),
    () => tag(meta('og:locale')),
    () => tag(meta('content-language', 'language', 'dc.language')),
    () => tag(document.querySelector('[itemprop="inLanguage"]')?.getAttribute('content')),
  )
}

function textIn(document: Page, selector: string): string | null {
  return document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() || null
}

// Microdata: the value is `content`, the `name` inside, or the text.
function itemText(document: Page, selector: string): string | null {
  const elements = [...document.querySelectorAll(selector)].filter(
    element => element.closest('[itemprop="comment"]') === null,
  )
  const names = elements.map(element => element.getAttribute('content') ?? nameIn(element) ?? element.textContent)
  return joinNames([...new Set(names.map(name => name?.replace(/\s+/g, ' ').trim() ?? '').filter(name => name !== ''))])
}

function noAddress(value: string | null): string | null {
  return value === null || isWebAddress(value) ? null : value
}

function nameIn(element: PageElement): string | null {
  const name = element.querySelector('[itemprop="name"]')
  return name?.getAttribute('content') ?? name?.textContent ?? null
}

/** `A`, `A and B`, `A, B and C`: how a byline lists its authors. */
function joinNames(names: readonly string[]): string | null {
  const unique = [...new Set(names)]
  if (unique.length < 2) return unique[0] ?? null
  return `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`
}

/** `River rises | The Post` without ` | The Post`, where that is the outlet or what the title has more than the heading. */
function withoutSuffix(title: string | null, outlet: string | undefined, heading: string): string | null {
  const suffix = title?.slice(0, maxText).match(/\s+[|–—·-]\s+([^|–—·]+)$/)
  if (title === null || !suffix) return title
  const rest = title.slice(0, suffix.index)
  return suffix[1]?.trim().toLowerCase() === outlet?.toLowerCase() || rest === heading ? rest : title
}
