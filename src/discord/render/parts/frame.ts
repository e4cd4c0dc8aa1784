/** What every renderer needs beside the answer: the reader's language, whose answer it is, what was asked; and the parts all share. */
import type { APIButtonComponent } from 'discord.js'
import type { Passage } from '../../../answer/answer.ts'
import type { Attribution } from '../../../answer/attribution.ts'
import type { Messages } from '../../../messages/en.ts'
import { reportCopies } from '../../../report/copies-report.ts'
import type { Verb, View } from '../../custom-id.ts'
import { escapeMarkdown } from '../../escape.ts'
import type { Request } from '../../handlers/request.ts'
import { escapeWithin, LEFT_OUT } from './cut.ts'
import { button, linkButton } from './layout.ts'

export type Frame = {
  readonly messages: Messages
  /** BCP 47; dates are printed in it. */
  readonly locale: string
  /** The id of the person who asked, and so may turn the pages. */
  readonly asker: string
  /** Whether only that person sees the message. */
  readonly isPrivate: boolean
  readonly request: Request
  /** Lines said before everything else, such as that an article has changed since. */
  readonly notes: readonly string[]
}

/** Headlines of up to this many characters show whole. */
const HEADLINE_TEXT = 700
const PART_TEXT = 160
const COPIES_TEXT = 600

/** Who printed it, when, and where it stands, as Markdown; it is laid out before the passage and never cut for it. */
export function attributionLines(attribution: Attribution, { messages, locale }: Frame): string[] {
  const { outlet, byline, dateline, published, edition, paragraph, url } = attribution
  const printed = [outlet, byline, dateline, published === null ? null : formatDate(published, locale)]
    .filter(part => part !== null)
    .map(part => escapeWithin(part, PART_TEXT))
  const place = [messages.paragraph(paragraph), edition === 'digest' ? messages.digest : null].filter(
    part => part !== null,
  )
  const address = url !== null && linkButton('url', url) === null ? [escapeWithin(url, HEADLINE_TEXT)] : []
  return [headlineLine(attribution.headline, messages), [...printed, ...place].join(' · '), ...address]
}

export function headlineLine(headline: string, messages: Messages): string {
  return `**${escapeWithin(headline.trim() === '' ? messages.noHeadline : headline, HEADLINE_TEXT)}**`
}

/**
 * Where else the words are printed, a line for each degree of likeness: as many attributions as fit into `budget` characters, whole, and
 * `[…]` for the others.
 */
export function copiesLines({ copies }: Passage, { messages, locale }: Frame, budget = COPIES_TEXT): string[] {
  let left = budget
  return reportCopies(copies, messages, day => formatDate(day, locale)).map(({ places, say }) => {
    const fitting: string[] = []
    for (const place of places.map(plain => escapeWithin(plain, budget))) {
      if (place.length > left) break
      fitting.push(place)
      left -= place.length
    }
    return say([...fitting, ...(fitting.length < places.length ? [LEFT_OUT] : [])].join('; '))
  })
}

/** Who spoke; null when nobody in particular did. */
export function speakerLine({ speaker, description }: Attribution, { messages }: Frame): string | null {
  if (speaker === null) return null
  return `— ${escapeWithin(messages.said(speaker, description), 2 * PART_TEXT)}`
}

/**
 * A date of publication in the reader's language. As text, because Discord's own timestamps are shown in the reader's time zone, and
 * midnight in Greenwich is the day before in the Americas. What is no date is given back.
 */
export function formatDate(published: string, locale: string): string {
  const date = new Date(`${published}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return published
  let format = dateFormats.get(locale)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    dateFormats.set(locale, format)
  }
  return format.format(date)
}

// Making one takes a tenth of the time of an answer. Discord has some thirty locales.
const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** A moment in the reader's language. In UTC, said so: whose answer may be shared is read in every time zone. */
export function formatMoment(moment: Date, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return `${format.format(moment)} UTC`
}

/** The buttons that turn pages, those that lead somewhere. `page` counts from 0. */
export function pageButtons(page: number, pages: number, view: View, { messages, asker }: Frame): APIButtonComponent[] {
  return [
    ...(page > 0 ? [button(`◀ ${messages.previous}`, { verb: 'previous', asker, view })] : []),
    ...(page < pages - 1 ? [button(`${messages.next} ▶`, { verb: 'next', asker, view })] : []),
  ]
}

/** What can be done with the message itself: shown to all while it is private, deleted once it is not. */
export function messageButton(view: View, { messages, asker, isPrivate }: Frame): APIButtonComponent {
  const verb: Verb = isPrivate ? 'share' : 'remove'
  return button(isPrivate ? messages.share : messages.remove, { verb, asker, view })
}

/** Opens a field for a question that goes on from the message. */
export function askOnButton(view: View, { messages, asker }: Frame): APIButtonComponent {
  return button(messages.conversation.askOn, { verb: 'ask', asker, view }, { style: 'primary' })
}

/** The notes as Markdown; empty when there are none. */
export function noteLines({ notes }: Frame): string[] {
  return notes.map(note => `*${escapeMarkdown(note)}*`)
}
