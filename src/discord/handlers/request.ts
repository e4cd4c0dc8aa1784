/**
 * What was asked, as it stands at the head of an answer in small print, and read off the message again when a button is clicked:
 * thus nothing that people ask needs to be stored, and buttons work after a restart.
 */
import type { APITextDisplayComponent } from 'discord.js'
import type { ArticleFilter } from '../../library/lookup/article-filter.ts'
import type { Messages } from '../../messages/en.ts'
import { escapeMarkdown, unescapeMarkdown } from '../escape.ts'
import { formatFilter, readFilter } from '../filter-line.ts'
import { QUESTION_TEXT } from '../limits.ts'
import { text } from '../render/parts/layout.ts'

/** The options that searched for words or for a speaker; each is null when it was not given. */
export type Request = {
  readonly words: string | null
  readonly speaker: string | null
  /** What a line that goes on from an earlier one was understood as; missing or null when it stood by itself. */
  readonly readAs?: string | null
  /** What the articles were limited to; missing or null when to nothing. */
  readonly only?: ArticleFilter | null
}

export const NO_REQUEST: Request = { words: null, speaker: null }

// Discord keeps the ids that are given and numbers the other components from 1.
const WORDS_ID = 1_001
const SPEAKER_ID = 1_002
const READ_AS_ID = 1_003
const ONLY_ID = 1_004

const SMALL_PRINT = '-# '

export function renderRequest({ words, speaker, only }: Request): APITextDisplayComponent[] {
  return [...line(words, WORDS_ID), ...line(speaker, SPEAKER_ID), ...line(formatFilter(only ?? null), ONLY_ID)]
}

/** "Read as: …", in the reader's language; none when the line stood by itself. What stands after the colon is read off again. */
export function renderReadAs({ readAs }: Request, { conversation }: Messages): APITextDisplayComponent[] {
  return line(readAs == null ? null : conversation.readAs(readAs), READ_AS_ID)
}

/** What was asked, read off the components of one of our own messages (their JSON). */
export function readRequest(components: readonly unknown[]): Request {
  const found: { -readonly [Part in keyof Request]-?: Exclude<Request[Part], undefined> } = {
    words: null,
    speaker: null,
    readAs: null,
    only: null,
  }
  const visit = (component: unknown): void => {
    if (typeof component !== 'object' || component === null) return
    if ('components' in component && Array.isArray(component.components)) component.components.forEach(visit)
    if (!('id' in component && 'content' in component) || typeof component.content !== 'string') return
    const content = unescapeMarkdown(component.content.slice(SMALL_PRINT.length))
    if (component.id === WORDS_ID) found.words = content
    if (component.id === SPEAKER_ID) found.speaker = content
    if (component.id === ONLY_ID) found.only = readFilter(content)
    if (component.id === READ_AS_ID) found.readAs = content.replace(/^[^:]*:\s*/, '')
  }
  components.forEach(visit)
  return found
}

function line(asked: string | null, id: number): APITextDisplayComponent[] {
  // Small print is one line. What is cut is what nobody typed into `/ask`, which takes no more than this.
  const oneLine = asked?.replace(/\s+/g, ' ').trim() ?? ''
  if (oneLine === '') return []
  const shown =
    oneLine.length <= QUESTION_TEXT ? oneLine : `${oneLine.slice(0, QUESTION_TEXT).replace(/\S*$/, '').trim()} …`
  return [text(`${SMALL_PRINT}${escapeMarkdown(shown)}`, id)]
}
