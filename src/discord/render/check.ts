/** The verdict on a claimed quotation as a message: the verdict first, then what differs, then where the words stand. */

import type { CheckAnswer } from '../../answer/answer.ts'
import { reportCheck } from '../../report/check-report.ts'
import type { View } from '../custom-id.ts'
import { MESSAGE_TEXT } from '../limits.ts'
import { escapeWithin } from './parts/cut.ts'
import { attributionLines, type Frame, formatDate, messageButton, noteLines, speakerLine } from './parts/frame.ts'
import {
  button,
  colours,
  container,
  linkButton,
  type MessageBody,
  message,
  row,
  separator,
  text,
} from './parts/layout.ts'
import { quotePassage } from './passages.ts'

const SPARE = 100
const CLAIM_TEXT = 500
const DIFFERENCE_TEXT = 140

const verdictColours = {
  verbatim: colours.found,
  shortened: colours.nearest,
  spliced: colours.fault,
  altered: colours.fault,
  'not-found': colours.nothing,
} as const

export function renderCheck(answer: CheckAnswer, frame: Frame): MessageBody {
  const { messages, locale } = frame
  const { passage, verdict } = answer
  const report = reportCheck(answer, messages, day => formatDate(day, locale))
  const head = [
    ...noteLines(frame),
    `**${escapeWithin(report.verdict, CLAIM_TEXT)}**`,
    escapeWithin(messages.claimed(answer.claimed.replace(/\s+/g, ' ')), CLAIM_TEXT),
    ...report.differences.map(line => `- ${escapeWithin(line.replace(/\s+/g, ' '), DIFFERENCE_TEXT)}`),
  ].join('\n')
  const notes = report.notes.map(note => `-# ${escapeWithin(note, CLAIM_TEXT)}`).join('\n')
  const view: View =
    passage === null
      ? { kind: 'articles', page: 0 }
      : {
          kind: 'passages',
          passages: [passage.id, ...(answer.spliced === null ? [] : [answer.spliced.passage.id])],
          position: 0,
          growth: 0,
          nearest: verdict === 'not-found',
          within: false,
        }
  if (passage === null) {
    return message([container(verdictColours[verdict], [text(head), text(notes), row([messageButton(view, frame)])])])
  }
  const speaker = speakerLine(passage.attribution, frame)
  const below = [...(speaker === null ? [] : [speaker]), ...attributionLines(passage.attribution, frame)].join('\n')
  const nearMiss = verdict === 'not-found' ? `${messages.nearMiss}\n` : ''
  const room = MESSAGE_TEXT - SPARE - head.length - notes.length - below.length - nearMiss.length
  const budget = answer.spliced === null ? room : Math.floor(room / 2)
  return message([
    container(verdictColours[verdict], [
      text(head),
      separator(),
      text(`${nearMiss}${quotePassage(passage, budget).markdown}\n${below}`),
      ...otherHalf(answer, budget, frame),
      text(notes),
      row([
        button(messages.readArticle, { verb: 'read', asker: frame.asker, view }),
        linkButton(messages.link, passage.attribution.url),
        messageButton(view, frame),
      ]),
    ]),
  ])
}

/** The second place of a spliced claim, with its own speaker and attribution. */
function otherHalf({ spliced }: CheckAnswer, budget: number, frame: Frame) {
  if (spliced === null) return []
  const { passage } = spliced
  const speaker = speakerLine(passage.attribution, frame)
  const below = [...(speaker === null ? [] : [speaker]), ...attributionLines(passage.attribution, frame)].join('\n')
  const head = frame.messages.otherHalf
  return [
    separator(),
    text(`${head}\n${quotePassage(passage, Math.max(0, budget - below.length - head.length)).markdown}\n${below}`),
  ]
}
