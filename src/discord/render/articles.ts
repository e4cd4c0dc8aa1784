/** The list of articles, a page of ten at a time, and one article described. */

import type { ArticleAnswer, ArticlesAnswer } from '../../answer/answer.ts'
import { nameArticle } from '../../answer/revisit.ts'
import type { Article } from '../../article/article.ts'
import type { View } from '../custom-id.ts'
import { MESSAGE_TEXT, SELECT_TEXT } from '../limits.ts'
import { escapeWithin } from './parts/cut.ts'
import { type Frame, formatDate, headlineLine, messageButton, noteLines, pageButtons } from './parts/frame.ts'
import {
  button,
  colours,
  container,
  linkButton,
  type MessageBody,
  menu,
  message,
  row,
  separator,
  text,
} from './parts/layout.ts'
import { quotePassage } from './passages.ts'

export type ArticlesView = Extract<View, { kind: 'articles' }>
export type ArticleView = Extract<View, { kind: 'article' }>

const ARTICLES_A_PAGE = 10
const SPARE = 100
const STANDFIRST_TEXT = 600
const SPEAKERS_TEXT = 500
const PRINTED_TEXT = 160

/** `view.page` beyond the last page shows the last. */
export function renderArticles({ articles }: ArticlesAnswer, view: ArticlesView, frame: Frame): MessageBody {
  const { messages, asker } = frame
  const pages = Math.max(1, Math.ceil(articles.length / ARTICLES_A_PAGE))
  const page = Math.max(0, Math.min(view.page, pages - 1))
  const shown = articles.slice(page * ARTICLES_A_PAGE, (page + 1) * ARTICLES_A_PAGE)
  const head = [
    ...noteLines(frame),
    `**${articles.length === 0 ? messages.noArticles : messages.articlesHeld(articles.length)}**`,
  ]
  // Ten headlines of 500 characters do not fit; each may be as long as the others leave room for, and opens whole.
  const room =
    Math.floor((MESSAGE_TEXT - SPARE - head.join('\n').length) / ARTICLES_A_PAGE) - PRINTED_TEXT - '****\n\n'.length
  const lines = shown.map(article => {
    const headline = escapeWithin(article.headline.trim() === '' ? messages.noHeadline : article.headline, room)
    return `**${headline}**\n${escapeWithin(outletAndDate(article, frame), PRINTED_TEXT)}`
  })
  const options = shown.map(article => ({
    label: shorten(article.headline.trim() === '' ? messages.noHeadline : article.headline),
    description: shorten(outletAndDate(article, frame)),
    value: nameArticle(article),
  }))
  const shownView = { ...view, page }
  return message([
    container(colours.plain, [
      text(head.join('\n')),
      ...(lines.length === 0 ? [] : [text(lines.join('\n'))]),
      ...(pages > 1 ? [text(`-# ${messages.pageOf(page + 1, pages)}`)] : []),
      menu(messages.openArticle, { verb: 'open', asker, view: shownView }, unique(options)),
      row([...pageButtons(page, pages, shownView, frame), messageButton(shownView, frame)]),
    ]),
  ])
}

export function renderArticle(answer: ArticleAnswer, view: ArticleView, frame: Frame): MessageBody {
  const { messages, locale, asker } = frame
  const { headline, outlet, byline, dateline, published, edition, standfirst, url } = answer.article
  const printed = [outlet, byline, dateline, published === null ? null : formatDate(published, locale)]
    .filter(part => part !== null)
    .map(part => escapeWithin(part, PRINTED_TEXT))
  const head = [
    ...noteLines(frame),
    headlineLine(headline, messages),
    [...printed, ...(edition === 'digest' ? [messages.digest] : [])].join(' · '),
    ...(standfirst === null ? [] : [escapeWithin(standfirst, STANDFIRST_TEXT)]),
  ].filter(line => line !== '')
  const names = answer.speakers
    .map(({ name, quotations }) => `${name} (${messages.quotationCount(quotations)})`)
    .join(', ')
  const speakers = names === '' ? [] : [`**${messages.speakers}** ${escapeWithin(names, SPEAKERS_TEXT)}`]
  const fixed = SPARE + [...head, ...speakers, messages.keySentences].join('\n').length
  const share = Math.floor((MESSAGE_TEXT - fixed) / Math.max(1, answer.keySentences.length))
  const sentences = answer.keySentences.map(passage => quotePassage(passage, share - 1).markdown)
  return message([
    container(colours.plain, [
      text(head.join('\n')),
      ...(sentences.length === 0 ? [] : [text(`**${messages.keySentences}**\n${sentences.join('\n\n')}`)]),
      ...(speakers.length === 0 ? [] : [text(speakers.join('\n'))]),
      separator(),
      row([
        button(messages.readArticle, { verb: 'read', asker, view }, { style: 'primary' }),
        linkButton(messages.link, url),
        messageButton(view, frame),
      ]),
    ]),
  ])
}

function outletAndDate({ outlet, published }: Article, { messages, locale }: Frame): string {
  const date = published === null ? messages.undated : formatDate(published, locale)
  return [outlet, date].filter(part => part !== null).join(' · ')
}

/** Menus take no more: the list above the menu holds the headline itself. */
function shorten(label: string): string {
  if (label.length <= SELECT_TEXT) return label
  const cut = label.slice(0, SELECT_TEXT - 1)
  return `${cut.replace(/\s+\S*$/, '')}…`
}

/** Discord refuses a menu with one value twice, as two slugs with the same id would make it. */
function unique<Option extends { readonly value: string }>(options: readonly Option[]): Option[] {
  return [...new Map(options.map(option => [option.value, option])).values()]
}
