/** Answers about an article, its attribution and its people, and to manners, as messages. */

import type { AboutAnswer, AttributionAnswer, MannersAnswer, Passage, PeopleAnswer } from '../../answer/answer.ts'
import { nameArticle } from '../../answer/revisit.ts'
import type { Article } from '../../article/article.ts'
import {
  reportAttribution,
  reportChosen,
  reportManners,
  reportPeople,
  reportShare,
} from '../../report/conversation-report.ts'
import type { View } from '../custom-id.ts'
import { renderRequest } from '../handlers/request.ts'
import { MESSAGE_TEXT } from '../limits.ts'
import { escapeWithin } from './cut.ts'
import { attributionLines, type Frame, formatDate, headlineLine, messageButton, noteLines } from './frame.ts'
import { button, colours, container, linkButton, type MessageBody, message, row, text } from './layout.ts'
import { quotePassage } from './passages.ts'

const SPARE = 200
const LINE_TEXT = 300
const PERSON_TEXT = 400

export function renderAbout(answer: AboutAnswer, frame: Frame): MessageBody {
  const head = [...noteLines(frame), ...chosenLines(answer.chosen, answer.article, frame)]
  const below = `${sourceLines(answer.article, frame)}\n-# ${reportShare(answer, frame.messages)}`
  const share = Math.floor(
    (MESSAGE_TEXT - SPARE - below.length - head.join('\n').length) / Math.max(1, answer.passages.length),
  )
  const sentences = answer.passages.map(passage => quotePassage(passage, share - 2).markdown).join('\n')
  return onArticle(answer.article, [...head, sentences, below], frame)
}

export function renderFacts(answer: AttributionAnswer, frame: Frame): MessageBody {
  const facts = reportAttribution(answer, frame.messages, day => formatDate(day, frame.locale)).map(
    ({ label, value, isAsked }) => {
      const line = `${label}: ${escapeWithin(value, LINE_TEXT)}`
      return isAsked ? `**${line}**` : line
    },
  )
  return onArticle(
    answer.article,
    [...noteLines(frame), ...chosenLines(answer.chosen, answer.article, frame), ...facts],
    frame,
  )
}

export function renderPeople(answer: PeopleAnswer, frame: Frame): MessageBody {
  const { messages } = frame
  const head = [
    ...noteLines(frame),
    ...chosenLines(answer.chosen, answer.article, frame),
    escapeWithin(reportPeople(answer, messages), LINE_TEXT),
  ]
  const people = answer.people.map(({ name, description, quotations, passage }) => {
    const who = `**${escapeWithin(name, LINE_TEXT)}**${description === null ? '' : `, ${escapeWithin(description, LINE_TEXT)}`}`
    return `${who} (${messages.quotationCount(quotations)})\n${quotePassage({ ...passage, matches: [] }, PERSON_TEXT).markdown}`
  })
  const passages = answer.passages.map((passage, at) =>
    introduction(passage, answer.passages[at + 1], answer.passages.length, frame),
  )
  const article = answer.article ?? answer.passages[0]?.article ?? null
  const lines = fitLines([...head, ...people, ...passages])
  return article === null
    ? message([container(colours.plain, [text(lines.join('\n'))])])
    : onArticle(article, lines, frame)
}

export function renderManners(answer: MannersAnswer, frame: Frame): MessageBody {
  const [line = '', ...examples] = reportManners(answer, frame.messages)
  const view: View = { kind: 'articles', page: 0 }
  return message([
    container(colours.plain, [
      text(
        [...noteLines(frame), line, ...examples.map(example => `-# ${escapeWithin(example, LINE_TEXT)}`)].join('\n'),
      ),
      row([messageButton(view, frame)]),
    ]),
  ])
}

/** One article's attribution stands once, under the last of its sentences; those before say their paragraph. */
function introduction(passage: Passage, next: Passage | undefined, count: number, frame: Frame): string {
  const goesOn = next?.article === passage.article
  const below = goesOn
    ? `-# ${frame.messages.paragraph(passage.attribution.paragraph)}`
    : attributionLines(passage.attribution, frame).join('\n')
  const share = Math.floor((MESSAGE_TEXT - SPARE - LINE_TEXT) / count) - below.length
  return `${quotePassage(passage, share).markdown}\n${below}`
}

/** As many lines as a message takes, whole ones only. */
function fitLines(lines: readonly string[]): readonly string[] {
  let left = MESSAGE_TEXT - SPARE
  return lines.filter(line => {
    if (line.length + 1 > left) return false
    left -= line.length + 1
    return true
  })
}

function chosenLines(chosen: AboutAnswer['chosen'] | null, article: Article | null, frame: Frame): readonly string[] {
  return reportChosen(chosen, article, frame.messages).map(line => `-# ${escapeWithin(line, LINE_TEXT)}`)
}

/** Who printed the article and when, without a place in it. */
function sourceLines(
  { headline, outlet, byline, dateline, published, edition }: Article,
  { messages, locale }: Frame,
): string {
  const printed = [outlet, byline, dateline, published === null ? null : formatDate(published, locale)]
    .filter(part => part !== null)
    .map(part => escapeWithin(part, LINE_TEXT))
  return [
    headlineLine(headline, messages),
    [...printed, ...(edition === 'digest' ? [messages.digest] : [])].join(' · '),
  ]
    .filter(line => line !== '')
    .join('\n')
}

function onArticle(article: Article, lines: readonly string[], frame: Frame): MessageBody {
  const view: View = { kind: 'article', article: nameArticle(article) }
  return message([
    container(colours.plain, [
      ...renderRequest(frame.request),
      text(lines.join('\n')),
      row([
        button(frame.messages.readArticle, { verb: 'read', asker: frame.asker, view }),
        linkButton(frame.messages.link, article.url),
        messageButton(view, frame),
      ]),
    ]),
  ])
}
