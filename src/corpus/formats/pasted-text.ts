/**
 * Reads text pasted from a web page: which lines are the headline, the credits and the page's furniture, and which are the article.
 * Dates inside a line are left to `printed-date.ts`.
 */
import type { Article } from '../article.ts'
import { createArticle, type SourceText } from './create-article.ts'
import type { Metadata } from './front-matter.ts'
import { findDate } from './printed-date.ts'

// Whole lines that a page prints around an article. Each is matched alone, so that no sentence of an article is ever taken for one.
const furniture =
  /^(?:ugc[ _]banner|main im(?:g|age)|(?:photo(?:graph)?|image|picture|file photo|representative image)(?: credits?| source)?\s*[:|].{0,80}|(?:photo|image) (?:by|courtesy) .{0,60}|image caption|getty images|advertise?ment|sponsored|promoted|loading\.*|share(?: this)?(?: article| story)?|tweet|whats ?app|facebook|twitter|linkedin|reddit|e-?mail|print|copy link|save|listen|follow us.{0,60}|(?:read|see|watch)(?: also| more|:).{0,120}|also read.{0,120}|related (?:articles|stories|news|topics).{0,60}|recommended (?:articles|stories|for you)|trending(?: now)?|subscribe(?: now)?.{0,60}|sign (?:up|in).{0,60}|skip to (?:main )?content|\d+ comments?|comments|\d+ min(?:ute)?s? read|(?:click|tap) here.{0,80}|story continues below.{0,40}|end of .{0,40}carousel|(?:accept|manage) (?:all )?cookies)$/i
const summaryTitle = /^(?:story |key )?(?:highlights|points|takeaways)$|^(?:at a glance|in short|summary)$/i
const staff =
  /^(.{2,40}?)\s+(?:web team|web desk|news ?desk|news service|news team|digital desk|staff(?: (?:writer|reporter|and agencies))?|bureau|desk|team|editors?)$/i
const agency =
  /^(?:\p{Lu}[\p{L}.' /-]{2,40}?(?:, \p{L}+\.? \d{1,2})?)\s*\((Reuters|AP|AFP|ANI|PTI|IANS|dpa|EFE|ANSA|UPI|TASS|Bloomberg|Xinhua)\)\s*[-–—]/u
const place = /^\p{Lu}[\p{L}.'’-]*(?:[ -]\p{L}[\p{L}.'’-]*){0,3}(?:,\s*\p{Lu}[\p{L}.'’ -]{1,30})?$/u
const maxHeaderLines = 12

/**
 * The article in a text without front matter. The first line that is not furniture is the headline unless it is prose; short lines between
 * it and the first prose give byline, outlet, dateline and date where they say so, else stay in the body. Furniture is left out, a
 * paragraph that is repeated stands once, and one that only a summary ("Story highlights") repeats is the standfirst.
 * @throws CorpusError when no text is left.
 */
export function parsePastedText(source: SourceText): Article {
  const lines = source.text.split('\n').map(line => (furniture.test(line.trim()) ? '' : line))
  const first = lines.findIndex(line => line.trim() !== '')
  const headline = lines[first]?.trim() ?? ''
  if (headline === '' || isProse(headline)) return createArticle(source, {}, withoutRepetition(lines).body)
  const header = readHeader(
    lines.slice(first + 1, lines.findIndex((line, index) => index > first && endsHeader(line)) >>> 0),
  )
  const rest = lines.slice(first + 1).map((line, index) => (header.used.has(index) ? '' : line))
  const { body, standfirst } = withoutRepetition(rest)
  const outlet = header.metadata.outlet ?? agency.exec(body)?.[1]
  return createArticle(
    source,
    { headline, ...header.metadata, ...(outlet && { outlet }), ...(standfirst && { standfirst }) },
    body || headline,
  )
}

type Header = { readonly metadata: Metadata; readonly used: ReadonlySet<number> }

function readHeader(lines: readonly string[]): Header {
  const used = new Set<number>()
  const found: { -readonly [Key in keyof Metadata]: Metadata[Key] } = {}
  for (const [index, line] of lines.slice(0, maxHeaderLines * 2).entries()) {
    const words = line.trim()
    const date = findDate(words)
    const known = used.size
    if (date !== null) {
      if (found.published === undefined) found.published = date.day
      const before = words
        .slice(0, date.start)
        .replace(/\s*[|•·,–—-]\s*$/, '')
        .trim()
      if (before !== '' && place.test(before)) found.dateline ??= before
      else if (/^by\s+\S/i.test(before)) found.byline ??= before.replace(/^by\s+/i, '')
      used.add(index)
    } else if (found.byline === undefined && /^(?:(?:written|reported|edited) )?by:?\s+\p{Lu}/iu.test(words)) {
      found.byline = words.replace(/^(?:(?:written|reported|edited) )?by:?\s+/i, '')
      used.add(index)
    } else if (found.byline === undefined && staff.test(words)) {
      found.byline = words
      const outlet = staff.exec(words)?.[1]
      if (outlet !== undefined && !/^(?:our|the|web|news|online|express)$/i.test(outlet)) found.outlet ??= outlet
      used.add(index)
    } else if (/^(?:source|published by|publisher):\s*\S/i.test(words)) {
      found.outlet ??= words.replace(/^[^:]*:\s*/, '')
      used.add(index)
    }
    if (used.size > known + maxHeaderLines) break
  }
  return { metadata: found, used }
}

function endsHeader(line: string): boolean {
  return isProse(line.trim()) || summaryTitle.test(line.trim())
}

// A sentence rather than a title or a credit: long, or ended as sentences are.
function isProse(line: string): boolean {
  return (
    line.length > 160 || (line.length > 60 && /[.!?…。।]["'”’)]*$/u.test(line) && findDate(line)?.isCredit !== true)
  )
}

/** Body text of `lines`: summary titles dropped, each paragraph once; a paragraph that a summary repeats is the standfirst. */
function withoutRepetition(lines: readonly string[]): { body: string; standfirst: string | null } {
  const paragraphs = toParagraphs(lines)
  const counts = new Map<string, number>()
  for (const paragraph of paragraphs) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  const kept = new Set<string>()
  let standfirst: string | null = null
  let inSummary = false
  for (const paragraph of paragraphs) {
    if (summaryTitle.test(paragraph)) {
      inSummary = true
    } else if (inSummary && (counts.get(paragraph) ?? 0) > 1) {
      // The summary's copy goes; the one in its place in the article stays.
      counts.set(paragraph, (counts.get(paragraph) ?? 0) - 1)
      standfirst = standfirst === null ? paragraph : `${standfirst} ${paragraph}`
    } else {
      inSummary = false
      kept.add(paragraph)
    }
  }
  return { body: [...kept].join('\n\n'), standfirst }
}

// Pages pasted without blank lines have a paragraph a line; wrapped text has short lines.
function toParagraphs(lines: readonly string[]): string[] {
  return lines
    .map(line => (summaryTitle.test(line.trim()) ? `\n${line}\n` : line))
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap(block => (isWrapped(block) ? [block] : block.split('\n')))
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
}

function isWrapped(block: string): boolean {
  return block.split('\n').every(line => line.length <= 100)
}
