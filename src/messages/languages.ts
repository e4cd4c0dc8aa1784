/** Which languages the bot speaks, and which of them fits a reader. The words themselves are in one file a language. */
import { en, type Messages } from './en.ts'

/** By the locale that Discord gives them; English is what others get. */
export const languages: ReadonlyMap<string, Messages> = new Map([['en-US', en]])

/** The bot's words for a BCP 47 locale: of its language where there is no file for its region. */
export function messagesFor(locale: string): Messages {
  const exact = languages.get(locale)
  if (exact !== undefined) return exact
  const [language] = locale.split('-')
  for (const [known, messages] of languages) if (known.split('-')[0] === language) return messages
  return en
}
