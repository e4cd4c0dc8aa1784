/** Answers about an article, its attribution and its people, and to manners, as text for a terminal or a pipe. */
import type { AboutAnswer, AttributionAnswer, MannersAnswer, PeopleAnswer } from '../answer/answer.ts'
import {
  reportAttribution,
  reportChosen,
  reportManners,
  reportPeople,
  reportShare,
} from '../report/conversation-report.ts'
import { bar, mark, paint, paragraphOf, plain, renderAttribution, type TextStyle } from './text.ts'

/** The sentences first, each behind a bar; then where they are from. */
export function renderAbout(answer: AboutAnswer, style: TextStyle): string {
  const [first] = answer.passages
  return [
    ...reportChosen(answer.chosen, answer.article, style.messages).map(line => paragraphOf(plain(line), style)),
    bar(answer.passages.map(passage => mark(passage, style)).join('\n\n'), style),
    paragraphOf(reportShare(answer, style.messages), style),
    ...(first === undefined ? [] : renderAttribution({ ...first.attribution, speaker: null }, style, null)),
  ].join('\n')
}

export function renderFacts(answer: AttributionAnswer, style: TextStyle): string {
  const facts = reportAttribution(answer, style.messages, day => day)
  return [
    ...reportChosen(answer.chosen, answer.article, style.messages).map(line => paragraphOf(plain(line), style)),
    ...facts.map(({ label, value, isAsked }) => {
      const text = `${label}: ${plain(value)}`
      return paragraphOf(isAsked ? paint('bold', text, style) : text, style)
    }),
  ].join('\n')
}

export function renderPeople(answer: PeopleAnswer, style: TextStyle): string {
  const { messages } = style
  const head = [
    ...reportChosen(answer.chosen, answer.article, messages).map(line => paragraphOf(plain(line), style)),
    paragraphOf(plain(reportPeople(answer, messages)), style),
  ].join('\n')
  const people = answer.people.map(({ name, description, quotations, passage }) =>
    [
      paragraphOf(
        `${paint('bold', plain(name), style)}${description === null ? '' : `, ${plain(description)}`} (${messages.quotationCount(quotations)})`,
        style,
      ),
      bar(mark({ ...passage, matches: [] }, style), style),
    ].join('\n'),
  )
  const passages = answer.passages.map(passage =>
    [bar(mark(passage, style), style), ...renderAttribution(passage.attribution, style, passage.id)].join('\n'),
  )
  return [head, ...people, ...passages].join('\n\n')
}

export function renderManners(answer: MannersAnswer, style: TextStyle): string {
  return reportManners(answer, style.messages)
    .map(line => paragraphOf(plain(line), style))
    .join('\n')
}
