/** The daily digest as a message: headline, outlet and one sentence of each new article, to the letter. */
import type { Digest } from '../../answer/articles/digest.ts'
import type { Messages } from '../../messages/en.ts'
import { MESSAGE_TEXT } from '../limits.ts'
import { escapeWithin } from './parts/cut.ts'
import { formatDate, headlineLine } from './parts/frame.ts'
import { colours, container, type MessageBody, message, text } from './parts/layout.ts'
import { quotePassage } from './passages.ts'

const SPARE = 200
const PRINTED_TEXT = 160

/** The subject alone: what a notification shows. */
export function digestSubject({ articles, more }: Digest, messages: Messages): string {
  return messages.digestOf(articles.length + more)
}

export function renderDigest(digest: Digest, messages: Messages, locale: string): MessageBody {
  const { articles, more } = digest
  const room = Math.floor((MESSAGE_TEXT - SPARE) / Math.max(1, articles.length))
  const blocks = articles.map(({ article, key }) => {
    const { headline, outlet, published } = article
    const printed = [outlet, published === null ? null : formatDate(published, locale)].filter(part => part !== null)
    const head = [headlineLine(headline.slice(0, room / 3), messages), escapeWithin(printed.join(' · '), PRINTED_TEXT)]
    const left = room - head.join('\n').length
    const quoted = key === null || left < key.end - key.start + SPARE / 10 ? [] : [quotePassage(key, left).markdown]
    return text([...head.filter(line => line !== ''), ...quoted].join('\n').slice(0, room))
  })
  return message([
    container(colours.plain, [
      text(`**${digestSubject(digest, messages)}**`),
      ...blocks,
      more > 0 ? text(`-# ${messages.corpus.moreArticles(more)}`) : null,
    ]),
  ])
}
