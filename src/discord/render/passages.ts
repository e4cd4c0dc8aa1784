/** The answer to a question as a message: one passage at a time, to the letter, with its attribution, and buttons to go on from it. */
import type { Passage, PassagesAnswer } from '../../answer/answer.ts'
import { reportInstead } from '../../report/conversation-report.ts'
import { reportVoices } from '../../report/voices-report.ts'
import type { View } from '../custom-id.ts'
import { renderReadAs, renderRequest } from '../handlers/request.ts'
import { MESSAGE_TEXT } from '../limits.ts'
import { escapeWithin, fitSentences, quoteStretch } from './parts/cut.ts'
import {
  askOnButton,
  attributionLines,
  copiesLines,
  type Frame,
  messageButton,
  noteLines,
  pageButtons,
} from './parts/frame.ts'
import {
  button,
  colours,
  container,
  linkButton,
  type MessageBody,
  message,
  row,
  rows,
  separator,
  text,
} from './parts/layout.ts'

export type PassagesView = Extract<View, { kind: 'passages' }>

/** Characters kept free for what is not counted one by one: line ends, and marks that Discord may count otherwise. */
const SPARE = 100
const NOTES_TEXT = 400
const VOICE_TEXT = 400

/** `view.position` says which of the answer's passages is shown. */
export function renderPassages(answer: PassagesAnswer, view: PassagesView, frame: Frame): MessageBody {
  const passage = answer.passages[view.position]
  const said = [opening(answer, frame).join('\n')].filter(line => line !== '')
  const head = [
    ...renderRequest(frame.request),
    ...renderReadAs(frame.request, frame.messages),
    ...said.map(line => text(line)),
  ]
  if (passage === undefined) {
    return message([container(colours.nothing, [...head, row([askOnButton(view, frame), messageButton(view, frame)])])])
  }
  const used = [...head.map(({ content }) => content)]
  const below = [...attributionLines(passage.attribution, frame), ...copiesLines(passage, frame)]
  const speakers = reportVoices(passage, frame.messages).map(line => escapeWithin(line, VOICE_TEXT))
  const position = [placeLine(passage, view.position, answer.passages.length, frame)]
  const open = leftOpen(answer, view.position, frame)
  for (const line of [...below, ...open, ...speakers, ...position]) used.push(line)
  const budget = MESSAGE_TEXT - SPARE - used.join('\n').length
  const quoted = quotePassage(passage, budget)
  const canGrow = !quoted.clipped && !coversArticle(passage)
  const more = canGrow ? button(frame.messages.moreContext, { verb: 'more', asker: frame.asker, view }) : null
  return message([
    container(answer.kind === 'nearest' ? colours.nearest : colours.found, [
      ...head,
      text([quoted.markdown, ...speakers, ...open].join('\n')),
      text([...below, ...position].join('\n')),
      separator(),
      ...rows(
        [
          ...pageButtons(view.position, answer.passages.length, view, frame),
          askOnButton(view, frame),
          linkButton(frame.messages.link, passage.attribution.url),
          more,
          button(frame.messages.readArticle, { verb: 'read', asker: frame.asker, view }),
          passage.attribution.speaker === null
            ? null
            : button(frame.messages.card, { verb: 'card', asker: frame.asker, view }),
          messageButton(view, frame),
        ],
        frame.messages.conversation.moreToDo,
        { asker: frame.asker, view },
      ),
    ]),
  ])
}

/** A passage as a block quote in at most `budget` characters of Markdown; `clipped` says whether sentences had to be left out. */
export function quotePassage(
  passage: Passage,
  budget: number,
): { readonly markdown: string; readonly clipped: boolean } {
  const { article, matches, sentence } = passage
  const sentences = article.paragraphs.flatMap(paragraph => (overlaps(paragraph, passage) ? paragraph.sentences : []))
  const lines = article.body.slice(passage.start, passage.end).split('\n').length
  const room = Math.max(200, budget - '****'.length * matches.length - '> '.length * lines)
  const stretch = fitSentences(article.body, passage, sentence, sentences, room)
  const markdown = quoteStretch(article.body, stretch, passage, matches)
  return { markdown: blockQuote(markdown), clipped: stretch.clipped }
}

export function blockQuote(markdown: string): string {
  return markdown.replace(/^/gm, '> ')
}

/** Which passage of how many it is, where there are several, and by which id it is found again. */
function placeLine({ id }: Passage, position: number, total: number, { messages }: Frame): string {
  const place = total > 1 ? [messages.passageOf(position + 1, total)] : []
  return `-# ${[...place, messages.citation.id(`\`${id}\``)].join(' · ')}`
}

/** The question's words that the first passage does not account for; none when all is accounted for. */
function leftOpen({ uncovered }: PassagesAnswer, position: number, { messages }: Frame): string[] {
  return uncovered.length === 0 || position > 0
    ? []
    : [escapeWithin(messages.notMentioned(uncovered.join(', ')), NOTES_TEXT)]
}

function opening(answer: PassagesAnswer, frame: Frame): string[] {
  const { messages } = frame
  const { corrected, added, absent } = answer.reading
  const said = {
    found:
      answer.mention === undefined
        ? null
        : `**${escapeWithin(messages.conversation.mentioned(answer.mention), NOTES_TEXT)}**`,
    nearest: `**${messages.nearest}**`,
    'nothing-found': `**${escapeWithin(nothing(answer, messages), NOTES_TEXT)}**`,
  }
  const notes = [
    ...corrected.map(({ from, to }) => messages.corrected(from, to)),
    ...(added.length === 0 ? [] : [messages.alsoLookedFor(added.map(({ word }) => word).join(', '))]),
    ...(absent.length === 0 || answer.kind !== 'nothing-found' || answer.mention !== undefined
      ? []
      : [messages.absentWords(absent.join(', '))]),
    ...(answer.kind === 'nothing-found' && answer.hasEnded !== true ? [reportInstead(answer, messages)] : []),
  ]
  const verdict = said[answer.kind]
  return [
    ...noteLines(frame),
    ...(verdict === null ? [] : [verdict]),
    ...(notes.length === 0 ? [] : [escapeWithin(notes.join(' '), NOTES_TEXT)]),
  ]
}

function nothing({ hasEnded, mention, articlesSearched }: PassagesAnswer, messages: Frame['messages']): string {
  if (hasEnded === true) return messages.conversation.ended
  return mention === undefined
    ? messages.nothingFound(articlesSearched)
    : messages.conversation.notMentioned(mention, articlesSearched)
}

function coversArticle({ article, start, end }: Passage): boolean {
  const first = article.paragraphs[0]
  const last = article.paragraphs.at(-1)
  return first === undefined || last === undefined || (start <= first.start && end >= last.end)
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}
