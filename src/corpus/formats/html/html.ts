/**
 * Reads a saved web page as a browser's reader view does. Which elements are text is left to `@mozilla/readability`, the attribution to
 * `page-metadata.ts`. Heavy: it is imported when the first page is read.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { CorpusError } from '../../../errors.ts'
import type { Article } from '../../article.ts'
import { createArticle, type SourceText } from '../create-article.ts'
import type { Metadata } from '../front-matter.ts'
import type { Page, PageElement } from './dom.ts'
import { readPageMetadata } from './page-metadata.ts'
import { readParagraphs } from './paragraphs-of-page.ts'

const maxDepth = 400

// Whole elements that are never the article, whatever they hold.
const furniture = [
  'script:not([type="application/ld+json"])',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'form',
  'button',
  'nav',
  'dialog',
  'figcaption',
  '[hidden]',
  '[aria-hidden="true"]',
  '[role="navigation"]',
  '[role="dialog"]',
  '[role="search"]',
  '[role="complementary"]',
].join(',')
const furnitureName =
  /(?:^|[\s_-])(?:share|sharing|social|cookies?|consent|gdpr|newsletter|subscribe|signup|related|recommended|read-?(?:also|more|next)|also-?read|most-?read|trending|promo|advert(?:isement)?|ads?|sponsored|outbrain|taboola|breadcrumbs?|comments?|caption|credits?|toolbar|tags?|paywall-(?:offer|prompt)|visually-hidden|sr-only)(?:$|[\s_-])/i

/**
 * The article of a page. `metadata` (the front matter of a page that has some) goes before what the page says.
 * @throws CorpusError when the page holds no readable text, or is nested too deep.
 */
export function parseHtml(source: SourceText, metadata: Metadata = {}): Article {
  // linkedom types its document by the browser's library, which this project does not load.
  const document = parseHTML(withBody(source.text)).document as unknown as Page
  if (isDeeperThan(document, maxDepth)) {
    throw new CorpusError([
      { path: source.path, line: null, message: `expected HTML nested at most ${maxDepth} deep, got more` },
    ])
  }
  const dates = new Set(
    [...document.querySelectorAll('time')]
      .map(time => time.textContent?.trim() ?? '')
      .filter(time => /\p{L}/u.test(time)),
  )
  const known: Metadata = { ...readPageMetadata(document), ...metadata }
  removeFurniture(document)
  const whole = document.body?.cloneNode(true)
  const read = new Readability<PageElement>(document as never, {
    serializer: node => node as unknown as PageElement,
    charThreshold: 200,
  }).parse()
  const paragraphs = withoutTitle(readParagraphs(read?.content ?? null), known, dates)
  const text = paragraphs.length > 0 ? paragraphs : withoutTitle(readParagraphs(whole ?? null), known, dates)
  return createArticle(source, known, text.join('\n\n'))
}

// linkedom takes the first element for the root and adds no body of its own; browsers do.
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html
  const head = /<\/head\s*>/i.exec(html) ?? /<html[^>]*>/i.exec(html)
  if (head === null) return `<html><head></head><body>${html}</body></html>`
  const at = head.index + head[0].length
  return `${html.slice(0, at)}<body>${html.slice(at)}`
}

function removeFurniture(document: Page): void {
  for (const element of [...document.querySelectorAll(furniture)]) element.remove()
  const length = document.body?.textContent?.length ?? 0
  for (const element of [
    ...document.querySelectorAll('div, section, aside, ul, ol, p, span, footer, header, figure'),
  ]) {
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`
    if (!furnitureName.test(name)) continue
    // An element that holds the title or most of the page is the article, whatever it is called.
    const isArticle = element.querySelector('h1') !== null || (element.textContent?.length ?? 0) > length * (2 / 3)
    if (!isArticle) element.remove()
  }
}

// The title, the byline and the date stand in the attribution already.
function withoutTitle(paragraphs: readonly string[], known: Metadata, dates: ReadonlySet<string>): string[] {
  const start = paragraphs.findIndex(paragraph => !dates.has(paragraph) && !isTitle(paragraph, known))
  return start < 0 ? [] : paragraphs.slice(start)
}

function isTitle(paragraph: string, { headline, byline }: Metadata): boolean {
  const words = paragraph.toLowerCase()
  if (words === headline?.toLowerCase()) return true
  return (
    byline !== undefined &&
    words.length < byline.length + 40 &&
    words.includes(byline.toLowerCase()) &&
    /^(?:by|von|par|por|de)?\b/i.test(words)
  )
}

// By hand rather than by recursion: a hostile page would exhaust the stack.
function isDeeperThan(root: Pick<PageElement, 'children'>, limit: number): boolean {
  let level: PageElement[] = [...root.children]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap(element => [...element.children])
  }
  return false
}
