/** Parts of terminal text that several answers share: bars, attributions, bold and dim. */
import { stripVTControlCharacters, styleText } from 'node:util'
import type { Passage } from '../answer/answer.ts'
import type { Attribution } from '../answer/attribution.ts'
import { withoutControls } from '../article/control-characters.ts'
import type { ConsoleMessages } from '../messages/en.ts'

export type TextStyle = {
  readonly messages: ConsoleMessages
  /** Breaks lines for a terminal that is `narrower` columns narrower than it is; null leaves lines as a pipe wants them. */
  readonly wrap: ((text: string, narrower: number) => string) | null
  readonly colour: boolean
}

/** Who printed it, when and where it stands: two lines. `id`: of the passage that stands there; null names no place in the article. */
export function renderAttribution(attribution: Attribution, style: TextStyle, id: string | null): string[] {
  const { headline, outlet, byline, dateline, published, url, edition, paragraph } = attribution
  const { messages } = style
  const printed = [
    outlet,
    byline,
    dateline,
    published,
    id === null ? null : messages.paragraph(paragraph),
    edition === 'digest' ? messages.digest : null,
    url,
    id === null ? null : messages.citation.id(id),
  ].filter(part => part !== null)
  return [
    paragraphOf(paint('bold', plain(headline), style), style),
    paragraphOf(paint('dim', plain(printed.join(' · ')), style), style),
  ]
}

/** Where in an article that is named above a passage stands. */
export function renderPlace({ id, attribution }: Passage, style: TextStyle): string {
  const { messages } = style
  const place = [messages.paragraph(attribution.paragraph), messages.citation.id(id)].join(' · ')
  return paragraphOf(paint('dim', place, style), style)
}

/** The passage with its matched words in bold. */
export function mark(passage: Passage, style: TextStyle): string {
  const { body } = passage.article
  const parts: string[] = []
  let at = passage.start
  for (const match of passage.matches) {
    parts.push(plain(body.slice(at, match.start)), paint('bold', plain(body.slice(match.start, match.end)), style))
    at = match.end
  }
  parts.push(plain(body.slice(at, passage.end)))
  return parts.join('')
}

export function bar(text: string, style: TextStyle): string {
  return paragraphOf(text, style, 2)
    .split('\n')
    .map(line => `${paint('dim', '│', style)} ${line}`)
    .join('\n')
}

export function paragraphOf(text: string, style: TextStyle, narrower = 0): string {
  return style.wrap?.(text, narrower) ?? text
}

export function paint(format: 'bold' | 'dim', text: string, style: TextStyle): string {
  return style.colour && text !== '' ? styleText(format, text, { validateStream: false }) : text
}

/** Without the escape sequences and characters by which a text could steer the terminal; tabs and line ends stay. */
export function plain(text: string): string {
  return withoutControls(stripVTControlCharacters(text))
}
