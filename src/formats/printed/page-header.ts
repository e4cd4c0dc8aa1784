/** Reads the short lines between a page's headline and its text: who wrote it, for whom, where and when. */
import type { Metadata } from '../front-matter.ts'
import { findDate } from './printed-date.ts'

/** What the lines say, and which of them (by index) said it. */
export type Header = { readonly metadata: Metadata; readonly used: ReadonlySet<number> }

const maxLines = 24
const byAuthor = /^(?:(?:written|reported|edited|posted) )?by:?\s+(?=\p{Lu})/iu
const staff =
  /^(.{2,40}?)\s+(?:web team|web desk|news ?desk|news service|news team|digital desk|staff(?: (?:writer|reporter|and agencies))?|bureau|desk|team|editors?)$/i
const nobody = /^(?:our|the|web|news|online|express)$/i
const publisher = /^(?:source|published by|publisher):\s*(?=\S)/i
const place = /^\p{Lu}[\p{L}.'’-]*(?:[ -]\p{L}[\p{L}.'’-]*){0,3}(?:,\s*\p{Lu}[\p{L}.'’ -]{1,30})?$/u
const agencies = 'Reuters|AP|AFP|ANI|PTI|IANS|dpa|EFE|ANSA|UPI|TASS|Bloomberg|Xinhua'
const opening = new RegExp(
  `^(?<place>\\p{Lu}{2}[\\p{Lu} .'’-]{1,30}(?:, \\p{Lu}[\\p{L}.]{1,20})?)(?:, \\p{L}{3,9}\\.? \\d{1,2})?\\s*(?:\\((?<agency>${agencies})\\)\\s*)?[-–—]{1,2}\\s`,
  'u',
)

/** What the lines under a headline say. A line is used only where its form says what it is; a name alone says nothing. */
export function readHeader(lines: readonly string[]): Header {
  const used = new Set<number>()
  let metadata: Metadata = {}
  for (const [index, line] of lines.slice(0, maxLines).entries()) {
    const found = readLine(line.trim())
    if (found === null) continue
    used.add(index)
    // The first line to say something counts.
    metadata = { ...found, ...metadata }
  }
  return { metadata, used }
}

/** The dateline and the agency with which a text opens: `MOSCOW, Jan 24 (Reuters) - …`. They stay in the text. */
export function readOpening(paragraph: string): Metadata {
  const { place: dateline, agency: outlet } = opening.exec(paragraph)?.groups ?? {}
  return { ...(dateline && { dateline: dateline.trim() }), ...(outlet && { outlet }) }
}

function readLine(line: string): Metadata | null {
  const date = findDate(line)
  if (date !== null) {
    const before = line
      .slice(0, date.start)
      .replace(/\s*[|•·,–—-]\s*$/, '')
      .trim()
    const published = date.day
    if (byAuthor.test(before)) return { published, byline: before.replace(byAuthor, '') }
    return place.test(before) ? { published, dateline: before } : { published }
  }
  if (byAuthor.test(line)) return { byline: line.replace(byAuthor, '') }
  const outlet = staff.exec(line)?.[1]
  if (outlet !== undefined) return nobody.test(outlet) ? { byline: line } : { byline: line, outlet }
  return publisher.test(line) ? { outlet: line.replace(publisher, '') } : null
}
