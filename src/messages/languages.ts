/** Which languages the bot speaks, and which of them fits a reader. The words themselves are in one file a language. */
import { german } from './de.ts'
import { en, type Messages } from './en.ts'
import { spanish } from './es-es.ts'
import { french } from './fr.ts'
import { hindi } from './hi.ts'
import type { CommandWords, Language } from './language.ts'
import { portuguese } from './pt-br.ts'
import { russian } from './ru.ts'

/** By Discord's names for locales. Spanish has two; English, which has two as well, is what everybody else gets. */
export const languages: ReadonlyMap<string, Language> = new Map([
  ['es-ES', spanish],
  ['es-419', spanish],
  ['fr', french],
  ['de', german],
  ['pt-BR', portuguese],
  ['hi', hindi],
  ['ru', russian],
])

/** The bot's words for a BCP 47 locale: of its language where there is no file for its region. */
export function messagesFor(locale: string): Messages {
  const exact = languages.get(locale)
  if (exact !== undefined) return exact.messages
  const [language] = locale.split('-')
  for (const [known, { messages }] of languages) if (known.split('-')[0] === language) return messages
  return en
}

/** What each language calls itself, English first, by Discord's names for locales; each language once. */
export function languageNames(): readonly (readonly [locale: string, name: string])[] {
  const once = new Map(
    [...languages].map(([locale]): [string, string] => [locale.split('-')[0] ?? locale, locale]).reverse(),
  )
  return ['en-US', ...[...once.values()].reverse()].map(locale => [locale, nameOfLanguage(locale)])
}

/** What the language of a locale calls itself. */
export function nameOfLanguage(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale.split('-')[0] ?? locale) ?? locale
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
}

/** The words of a command, or of an option by its path, in every language but English: by locale. */
export function commandWords(command: string, path: readonly string[]): ReadonlyMap<string, CommandWords> {
  const found = new Map<string, CommandWords>()
  for (const [locale, { commands }] of languages) {
    let words: CommandWords | undefined = commands[command]
    for (const option of path) words = words?.options?.[option]
    if (words !== undefined) found.set(locale, words)
  }
  return found
}
