/** Answers about an article, its attribution and its people, and to manners, as messages. */

import type { AboutAnswer, AttributionAnswer, MannersAnswer, Passage, PeopleAnswer } from '../../answer/answer.ts'
import { nameArticle } from '../../answer/revisit.ts'
import type { Article } from '../../article/article.ts'
import {
  reportAttribution,
  reportManners,
  reportPeople,
  reportPersons,
  reportShare,
} from '../../report/conversation-report.ts'
import type { View } from '../custom-id.ts'
import { renderReadAs, renderRequest } from '../handlers/request.ts'
import { MESSAGE_TEXT } from '../limits.ts'
import { escapeWithin } from './parts/cut.ts'
import { askOnButton, attributionLines, type Frame, formatDate, messageButton, noteLines } from './parts/frame.ts'
import { button, colours, container, linkButton, type MessageBody, message, row, text } from './parts/layout.ts'
import { chosenLines, othersMenu, sourceLines } from './parts/meant.ts'
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
  return onArticle(answer.article, [...head, sentences, below], answer.others, frame)
}

export function renderFacts(answer: AttributionAnswer, frame: Frame): MessageBody {
  const facts = reportAttribution(answer, frame.messages, day => formatDate(day, frame.locale)).map(
    ({ label, value, isAsked }) => {
      const line = `${label}: ${escapeWithin(value, LINE_TEXT)}`
      return isAsked ? `**${line}**` : line
    },
  )
  const lines = [...noteLines(frame), ...chosenLines(answer.chosen, answer.article, frame), ...facts]
  return onArticle(answer.article, lines, answer.others, frame)
}

export function renderPeople(answer: PeopleAnswer, frame: Frame): MessageBody {
  const { messages } = frame
  const count = reportPeople(answer, messages)
  const head = [
    ...noteLines(frame),
    ...chosenLines(answer.chosen, answer.article, frame),
    ...(count === null ? [] : [escapeWithin(count, LINE_TEXT)]),
  ]
  const people = reportPersons(answer.people, messages).map(({ passage, names }) => {
    const who = names.map(({ name, more }) => `**${escapeWithin(name, LINE_TEXT)}**${escapeWithin(more, LINE_TEXT)}`)
    return `${who.join(' · ')}\n${quotePassage({ ...passage, matches: [] }, PERSON_TEXT).markdown}`
  })
  const passages = answer.passages.map((passage, at) =>
    introduction(passage, answer.passages[at + 1], answer.passages.length, frame),
  )
  const article = answer.article ?? answer.passages[0]?.article ?? null
  const source = article === null || people.length === 0 ? [] : [sourceLines(article, frame)]
  const lines = [...fitLines([...head, ...people, ...passages], source.join('').length), ...source]
  return article === null
    ? message([container(colours.plain, [text(lines.join('\n'))])])
    : onArticle(article, lines, answer.others, frame)
}

export function renderManners(answer: MannersAnswer, frame: Frame): MessageBody {
  const [line = '', ...examples] = reportManners(answer, frame.messages)
  const view: View = { kind: 'articles', page: 0 }
  return message([
    container(colours.plain, [
      text(
        [...noteLines(frame), line, ...examples.map(example => `-# ${escapeWithin(example, LINE_TEXT)}`)].join('\n'),
      ),
      row([askOnButton(view, frame), messageButton(view, frame)]),
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

/** As many lines as a message takes beside `spare` characters, whole ones only. */
function fitLines(lines: readonly string[], spare: number): readonly string[] {
  let left = MESSAGE_TEXT - SPARE - spare
  return lines.filter(line => {
    if (line.length + 1 > left) return false
    left -= line.length + 1
    return true
  })
}

function onArticle(article: Article, lines: readonly string[], others: readonly Article[], frame: Frame): MessageBody {
  const view: View = { kind: 'article', article: nameArticle(article) }
  return message([
    container(colours.plain, [
      ...renderRequest(frame.request),
      ...renderReadAs(frame.request, frame.messages),
      text(lines.join('\n')),
      row([
        askOnButton(view, frame),
        button(frame.messages.readArticle, { verb: 'read', asker: frame.asker, view }),
        linkButton(frame.messages.link, article.url),
        messageButton(view, frame),
      ]),
      othersMenu(others, view, frame),
    ]),
  ])
}
