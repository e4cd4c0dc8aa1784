/** What `/corpus` did or asks, as a message. Its buttons carry what they confirm; acting on them is left to `corpus-clicks.ts`. */
import type { APIButtonComponent } from 'discord.js'
import type { CorpusAnswer } from '../../answer/answer.ts'
import { nameArticle, versionOf } from '../../answer/revisit.ts'
import { reportCorpus } from '../../report/corpus-report.ts'
import { toMegabytes } from '../../report/refusal-report.ts'
import { FILE_BYTES } from '../limits.ts'
import { escapeWithin } from './parts/cut.ts'
import { type Frame, formatDate, formatMoment, noteLines } from './parts/frame.ts'
import { attachedFile, button, colours, container, type MessageBody, message, row, text } from './parts/layout.ts'

/** A report has at most some twenty lines: so many characters each fit into a message together. */
const LINE_TEXT = 160

export function renderCorpus(answer: CorpusAnswer, frame: Frame): MessageBody {
  const { messages, locale } = frame
  const formats = {
    day: (day: string) => formatDate(day, locale),
    moment: (moment: Date) => formatMoment(moment, locale),
  }
  const { title, lines, opening = [], notes } = reportCorpus(answer, messages, formats)
  const line = (plain: string): string => escapeWithin(plain.replace(/\s+/g, ' '), LINE_TEXT)
  const head = [
    ...noteLines(frame),
    `**${line(title)}**`,
    ...lines.map(line),
    ...opening.map(words => `> ${line(words)}`),
  ].join('\n')
  const small = notes.map(note => `-# ${line(note)}`).join('\n')
  const body = [text(head), small === '' ? null : text(small), row(buttonsOf(answer, frame))]
  if (answer.event !== 'export' || answer.zip === null) return message([container(colours.plain, body)])
  if (answer.zip.length > FILE_BYTES) {
    const tooLarge = messages.corpus.exportTooLarge(toMegabytes(answer.zip.length))
    return message([container(colours.nothing, [text(tooLarge)])])
  }
  const file = { attachment: Buffer.from(answer.zip), name: 'articles.zip', description: title }
  return message([container(colours.plain, [...body, attachedFile(file.name)])], [file])
}

function buttonsOf(answer: CorpusAnswer, { messages, asker }: Frame): APIButtonComponent[] {
  const { add, replace, take, cancel } = messages.corpus
  if (answer.event === 'draft') {
    const view = { kind: 'draft', id: answer.id, replace: answer.replaces.length > 0 } as const
    return [
      button(
        view.replace ? replace : add,
        { verb: 'add', asker, view },
        { style: view.replace ? 'danger' : 'primary' },
      ),
      button(cancel, { verb: 'cancel', asker, view }),
    ]
  }
  const [article] = answer.event === 'removal' ? answer.articles : []
  if (article === undefined) return []
  const view = { kind: 'removal', article: nameArticle(article), version: versionOf(article) } as const
  return [
    button(take, { verb: 'take', asker, view }, { style: 'danger' }),
    button(cancel, { verb: 'cancel', asker, view }),
  ]
}
