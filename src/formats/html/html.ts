/**
 * Reads a saved web page as a browser's reader view does. Which elements are text is left to `@mozilla/readability`, the attribution to
 * `page-metadata.ts`. Heavy: it is imported when the first page is read.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Article } from '../../article/article.ts'
import { CorpusError } from '../../errors.ts'
import { createArticle, type SourceText } from '../create-article.ts'
import type { Metadata } from '../front-matter.ts'
import { isFurnitureLine, isFurnitureName } from '../printed/furniture.ts'
import { readHeader } from '../printed/page-header.ts'
import { findDate } from '../printed/printed-date.ts'
import { withoutRepetition } from '../printed/repetition.ts'
import { removeBoilerplate } from './boilerplate.ts'
import type { Page, PageElement } from './dom.ts'
import { readPageMetadata } from './page-metadata.ts'
import { readParagraphs } from './paragraphs-of-page.ts'

const maxDepth = 400

// What browsers do not print.
const unprinted = 'script:not([type="application/ld+json"]), style, noscript, template, iframe, object, svg'
// What stands around an article, by its element.
const furniture =
  'form, button, nav, dialog, figcaption, sup.reference, [hidden], [aria-hidden="true"], [role="navigation"], [role="dialog"], [role="search"], [role="complementary"]'
// What may stand around an article, by its name.
const named = 'div, section, aside, ul, ol, p, span, footer, header, figure'

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
  const said = { ...readPageMetadata(document, source.text), ...metadata }
  const times = [...document.querySelectorAll('time')].map(time => time.textContent?.trim() ?? '')
  removeFurniture(document)
  const whole = readParagraphs(document.body)
  const title = whole.indexOf(said.headline ?? '')
  const aboveTitle = whole.slice(0, Math.max(0, title)).filter(paragraph => paragraph.length <= 160)
  // A clock's time alone is part of a live report.
  const head = new Set([...times.filter(time => /\p{L}/u.test(time)), ...aboveTitle])
  const read = new Readability<PageElement>(document as never, {
    serializer: node => node as unknown as PageElement,
    charThreshold: 200,
    keepClasses: true,
  }).parse()
  if (read?.content) removeBoilerplate(read.content)
  const chosen = readParagraphs(read?.content ?? null)
  const printed = readPrinted(
    whole,
    chosen.find(paragraph => paragraph.length > 60) ?? chosen[0],
    read?.byline ?? null,
    said.headline,
  )
  const known: Metadata = { ...printed, ...said }
  const body =
    [chosen, whole].map(paragraphs => withoutHead(paragraphs, known, head)).find(found => found.length > 0) ?? []
  const { paragraphs: once, standfirst } = withoutRepetition(body)
  // A pull quote repeats a paragraph or two; a page that repeats more, such as a recipe, means to.
  const paragraphs = body.length - once.length > 2 ? body : once
  const intro = standfirst ?? descriptionOf(document, paragraphs[0])
  return createArticle(source, intro === null ? known : { standfirst: intro, ...known }, paragraphs.join('\n\n'))
}

/** What stands in print between the headline and the text; the least trusted of what a page says about its article. */
function readPrinted(
  whole: readonly string[],
  first: string | undefined,
  byline: string | null,
  headline?: string,
): Metadata {
  const title = whole.indexOf(headline ?? '')
  const text = whole.findIndex((paragraph, index) => index > title && (paragraph === first || paragraph.length > 160))
  const header =
    title < 0 || text < 0 ? {} : readHeader(whole.slice(title + 1, text).flatMap(line => line.split('\n'))).metadata
  const name =
    byline
      ?.replace(/\s+/g, ' ')
      .replace(/^by\s+/i, '')
      .trim() ?? ''
  // What Readability takes for a byline may be a whole line of credits.
  return name === '' || name.length > 60 || /\d/.test(name) ? header : { byline: name, ...header }
}

// linkedom takes the first element for the root and adds no body of its own; browsers do.
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html
  const head = /<\/head\s*>/i.exec(html) ?? /<html[^<>]*>/i.exec(html)
  if (head === null) return `<html><head></head><body>${html}</body></html>`
  const at = head.index + head[0].length
  return `${html.slice(0, at)}<body>${html.slice(at)}`
}

function removeFurniture(document: Page): void {
  for (const element of [...document.querySelectorAll(unprinted)]) element.remove()
  const length = document.body?.textContent?.length ?? 0
  // An element that holds the title or most of the page is the article, whatever it is called: some sites put all into a form.
  const isArticle = (element: PageElement): boolean =>
    element.querySelector('h1') !== null || (element.textContent?.length ?? 0) > length * (2 / 3)
  for (const element of [...document.querySelectorAll(furniture)]) {
    if (!isArticle(element)) element.remove()
    // A page saved under an open dialogue: Readability, too, would take its article for hidden.
    for (const name of ['hidden', 'aria-hidden']) element.removeAttribute(name)
  }
  for (const element of [...document.querySelectorAll(named)]) {
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`
    if (isFurnitureName(names) && !isArticle(element)) element.remove()
  }
}

/** The body's paragraphs without furniture, and without the title, byline and date at its head, which the attribution has. */
function withoutHead(paragraphs: readonly string[], known: Metadata, head: ReadonlySet<string>): readonly string[] {
  const text = paragraphs.filter(paragraph => !isFurnitureLine(paragraph))
  const start = text.findIndex(paragraph => !head.has(paragraph) && !isTitle(paragraph, known))
  return start < 0 ? [] : text.slice(start)
}

function isTitle(paragraph: string, { headline, byline }: Metadata): boolean {
  const words = paragraph.toLowerCase()
  if (words === headline?.toLowerCase()) return true
  if (paragraph.length < 80 && !/[.!?]$/.test(paragraph) && findDate(paragraph) !== null) return true
  return byline !== undefined && words.length < byline.length + 40 && words.includes(byline.toLowerCase())
}

/** The description that the page gives of its article, where the article opens with it. */
function descriptionOf(document: Page, first: string | undefined): string | null {
  const metas = ['meta[property="og:description"]', 'meta[name="description"]'].map(name =>
    document.querySelector(name),
  )
  const isFirst = metas.some(meta => meta?.getAttribute('content')?.replace(/\s+/g, ' ').trim() === first)
  return first !== undefined && isFirst ? first : null
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
