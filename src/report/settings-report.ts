/** What a server's managers have set, a line each, in sentences of plain text. Names of roles and channels are the renderer's. */
import type { SettingsAnswer } from '../answer/answer.ts'
import type { Messages } from '../messages/en.ts'
import { nameOfLanguage } from '../messages/languages.ts'

/** How roles and channels are written. */
export type Mentions = { readonly role: (id: string) => string; readonly channel: (id: string) => string }

export type SettingsReport = { readonly title: string; readonly lines: readonly string[] }

export function reportSettings({ event, settings }: SettingsAnswer, messages: Messages, to: Mentions): SettingsReport {
  const words = messages.settings
  if (event === 'forget' || event === 'forgotten') return { title: words[event], lines: [] }
  const { language, editors, log, quiet, gaps, keepDays, digest } = settings
  return {
    title: event === 'changed' ? words.changed : words.title,
    lines: [
      words.language(language === null ? null : nameOfLanguage(language)),
      words.editors(editors === null ? null : to.role(editors)),
      words.log(log === null ? null : to.channel(log)),
      words.quiet(quiet),
      words.gaps(gaps),
      words.keep(keepDays),
      digest === null ? words.noDigest : words.digest(to.channel(digest.channel), digest.time, digest.zone),
    ],
  }
}
