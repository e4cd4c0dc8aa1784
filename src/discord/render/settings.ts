/** A server's settings as a message, with a button where something is to be confirmed. */
import { channelMention, roleMention } from 'discord.js'
import type { SettingsAnswer } from '../../answer/answer.ts'
import { reportSettings } from '../../report/settings-report.ts'
import { type Frame, noteLines } from './parts/frame.ts'
import { button, colours, container, type MessageBody, message, row, text } from './parts/layout.ts'

export function renderSettings(answer: SettingsAnswer, frame: Frame): MessageBody {
  const { messages, asker } = frame
  const { title, lines } = reportSettings(answer, messages, { role: roleMention, channel: channelMention })
  const view = { kind: 'server' } as const
  const buttons =
    answer.event === 'forget'
      ? [
          button(messages.settings.forgetButton, { verb: 'take', asker, view }, { style: 'danger' }),
          button(messages.corpus.cancel, { verb: 'cancel', asker, view }),
        ]
      : []
  const said = [...noteLines(frame), `**${title}**`, ...lines].join('\n')
  return message([container(colours.plain, [text(said), row(buttons)])])
}
