/** What the bot does, with questions that can be asked, as a message. */
import type { HelpAnswer } from '../../answer/answer.ts'
import { reportFeeds } from '../../report/feeds-report.ts'
import { escapeWithin } from './parts/cut.ts'
import { type Frame, formatDate, formatMoment } from './parts/frame.ts'
import { colours, container, type MessageBody, message, separator, text } from './parts/layout.ts'

const EXAMPLE_TEXT = 200

export function renderHelp(
  { version, articles, sentences, examples, feeds, updatedAt, countsGaps }: HelpAnswer,
  frame: Frame,
): MessageBody {
  const { messages, locale } = frame
  const questions = examples.map(example => `- ${escapeWithin(example, EXAMPLE_TEXT)}`)
  const formats = {
    day: (day: string) => formatDate(day, locale),
    moment: (moment: Date) => formatMoment(moment, locale),
  }
  const followed = reportFeeds(feeds, messages, formats).map(line => `- ${escapeWithin(line, EXAMPLE_TEXT)}`)
  return message([
    container(colours.plain, [
      text(messages.helpIntroduction(articles, sentences)),
      ...(questions.length === 0 ? [] : [text([messages.helpExamples, ...questions].join('\n'))]),
      text(messages.helpCommands.join('\n')),
      ...(followed.length === 0 ? [] : [text([messages.feeds.help, ...followed].join('\n'))]),
      separator(),
      text([...messages.helpPrivacy, ...(countsGaps ? [messages.helpGaps] : [])].join('\n')),
      text(`-# ${messages.helpVersion(version, formatMoment(updatedAt, locale))}`),
    ]),
  ])
}
