/** Answers about an article, its attribution and its people, and to manners, as text for a terminal or a pipe. */
import type { AboutAnswer, AttributionAnswer, MannersAnswer, PeopleAnswer } from '../answer/answer.ts'
import {
  reportAttribution,
  reportChosen,
  reportManners,
  reportPeople,
  reportPersons,
  reportShare,
} from '../report/conversation-report.ts'
import { bar, mark, paint, paragraphOf, plain, renderAttribution, renderPlace, type TextStyle } from './text.ts'

/** Headlines of other articles that are named. */
const MOST_OTHERS = 4

/** The sentences first, each behind a bar; then where they are from. */
export function renderAbout(answer: AboutAnswer, style: TextStyle): string {
  const [first] = answer.passages
  return [
    ...chosenLines(answer, style),
    bar(answer.passages.map(passage => mark(passage, style)).join('\n\n'), style),
    paragraphOf(reportShare(answer, style.messages), style),
    ...(first === undefined ? [] : renderAttribution({ ...first.attribution, speaker: null }, style, null)),
  ].join('\n')
}

export function renderFacts(answer: AttributionAnswer, style: TextStyle): string {
  const facts = reportAttribution(answer, style.messages, day => day)
  return [
    ...chosenLines(answer, style),
    ...facts.map(({ label, value, isAsked }) => {
      const text = `${label}: ${plain(value)}`
      return paragraphOf(isAsked ? paint('bold', text, style) : text, style)
    }),
  ].join('\n')
}

/** One article's attribution stands once: under the people of a list, above the first sentence of each article otherwise. */
export function renderPeople(answer: PeopleAnswer, style: TextStyle): string {
  const { messages } = style
  const count = reportPeople(answer, messages)
  const readAs =
    answer.readAs === undefined ? [] : [paragraphOf(plain(messages.conversation.readAs(answer.readAs)), style)]
  const head = [...readAs, ...chosenLines(answer, style), ...(count === null ? [] : [paragraphOf(plain(count), style)])]
  const people = reportPersons(answer.people, messages).map(({ passage, names }) =>
    [
      ...names.map(({ name, more }) => paragraphOf(`${paint('bold', plain(name), style)}${plain(more)}`, style)),
      bar(mark({ ...passage, matches: [] }, style), style),
    ].join('\n'),
  )
  const [first] = answer.people
  const source =
    first === undefined
      ? []
      : [renderAttribution({ ...first.passage.attribution, speaker: null }, style, null).join('\n')]
  const passages = answer.passages.map((passage, at) => {
    const isKnown = answer.passages[at + 1]?.article === passage.article
    const below = isKnown ? [renderPlace(passage, style)] : renderAttribution(passage.attribution, style, passage.id)
    return [bar(mark(passage, style), style), ...below].join('\n')
  })
  return [...(head.length === 0 ? [] : [head.join('\n')]), ...people, ...source, ...passages].join('\n\n')
}

/** That the newest article was taken, and which others there are. */
export function chosenLines(
  { chosen, article, others }: Pick<PeopleAnswer, 'chosen' | 'article' | 'others'>,
  { messages, ...style }: TextStyle,
): readonly string[] {
  const named = others.slice(0, MOST_OTHERS).map(({ headline }) => `“${headline}”`)
  const more = others.length > MOST_OTHERS ? [...named, '…'] : named
  return [
    ...reportChosen(chosen, article, messages),
    ...(more.length === 0 ? [] : [messages.conversation.others(more.join(', '))]),
  ].map(line => paragraphOf(plain(line), { messages, ...style }))
}

export function renderManners(answer: MannersAnswer, style: TextStyle): string {
  return reportManners(answer, style.messages)
    .map(line => paragraphOf(plain(line), style))
    .join('\n')
}
