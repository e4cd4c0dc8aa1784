/** A citation as a message: the sentence as it stands, or as it stood and stands now, and one line to copy. */
import { codeBlock } from 'discord.js'
import type { CitationAnswer } from '../../../answer/answer.ts'
import { citationLine } from '../../../report/citation-report.ts'
import { blockQuote, quotePassage } from '../passages.ts'
import { escapeWithin } from './cut.ts'
import { attributionLines, type Frame, headlineLine, noteLines } from './frame.ts'
import { colours, container, linkButton, type MessageBody, message, row, text } from './layout.ts'

const SENTENCE_TEXT = 1_200
/** Longer lines are not offered to be copied: a citation is never cut. */
const LINE_TEXT = 1_000

export function renderCitation({ article, passage, former }: CitationAnswer, frame: Frame): MessageBody {
  const { messages } = frame
  const words = messages.citation
  const before =
    former === null
      ? [passage === null ? words.lost : words.still]
      : [words.formerly, blockQuote(escapeWithin(former, SENTENCE_TEXT)), passage === null ? words.none : words.now]
  const shown =
    passage === null
      ? [headlineLine(article.headline, messages)]
      : [quotePassage(passage, SENTENCE_TEXT).markdown, ...attributionLines(passage.attribution, frame)]
  const line = passage === null || former !== null ? '' : citationLine(passage, messages)
  // A code block is copied whole by one tap; of a line that would end it early, and of a long one, nothing is offered.
  const copied = line === '' || line.includes('```') || line.length > LINE_TEXT ? null : text(codeBlock(line))
  return message([
    container(colours.plain, [
      text([...noteLines(frame), ...before, ...shown].join('\n')),
      copied,
      row([linkButton(messages.link, article.url)]),
    ]),
  ])
}
