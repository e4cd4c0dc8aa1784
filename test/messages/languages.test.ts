import { describe, expect, it } from 'vitest'
import { commands, messageCommands } from '../../commands/index.ts'
import { commandBodies } from '../../src/discord/connection/registration.ts'
import { en } from '../../src/messages/en.ts'
import { languages, messagesFor } from '../../src/messages/languages.ts'
import { commandFaults, commandsSchema } from '../support/fake-discord/validate-commands.ts'

/** Every string that a language says, with its functions called on the given values; by the path of its key. */
function spoken(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return [2, 1, 5].flatMap(number => spoken(value(number, number + 1, 3, []), `${path}(${number})`))
  if (Array.isArray(value)) return value.flatMap((item, at) => spoken(item, `${path}.${at}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => spoken(inner, `${path}.${key}`))
}

type Localised = ReturnType<typeof commandsSchema.parse>[number]

/** What only the console says, in English. */
const consoleKeys = new Set(['greeting', 'consoleHelp', 'corpusElsewhere', 'explained'])
const keysOf = (messages: object): string[] =>
  Object.keys(messages)
    .filter(key => !consoleKeys.has(key))
    .sort()

describe.each([...languages])('the language %s', (locale, { messages }) => {
  it('has every key that English has, and no other', () => {
    expect(keysOf(messages)).toEqual(keysOf(en))
  })

  it('leaves nothing empty, and nothing in English', () => {
    const english = new Map(spoken(en, ''))
    // Words that the languages share, and patterns in which only names stand.
    const shared = new Set(['Page', 'Passage', 'Name', 'Link', 'said'])
    for (const [path, text] of spoken(messages, '')) {
      expect(text.trim(), path).not.toBe('')
      if (text.length > 24 && !shared.has(path)) expect(text, path).not.toBe(english.get(path))
    }
  })

  it('is written in its own script', () => {
    const foreign =
      locale === 'ru' ? /[\u0900-\u097f]/ : locale === 'hi' ? /[\u0400-\u04ff]/ : /[\u0400-\u04ff\u0900-\u097f]/
    for (const [path, text] of spoken(messages, '')) expect(text, path).not.toMatch(foreign)
  })
})

describe('the commands', () => {
  const bodies = commandBodies([...commands, ...messageCommands])

  it('keep to the limits of Discord in every language', () => {
    expect(commandFaults(commandsSchema.parse(JSON.parse(JSON.stringify(bodies))))).toEqual([])
  })

  it('have their names, descriptions and options in every language', () => {
    const locales = [...languages.keys()]
    const visit = (given: readonly Localised[], path: string): void => {
      for (const { name, name_localizations, description, description_localizations, options } of given) {
        expect(Object.keys(name_localizations ?? {}), `${path} ${name}`).toEqual(locales)
        if (description) expect(Object.keys(description_localizations ?? {}), `${path} ${name}`).toEqual(locales)
        visit(options ?? [], `${path} ${name}`)
      }
    }
    visit(commandsSchema.parse(JSON.parse(JSON.stringify(bodies))), '')
  })
})

describe('messagesFor', () => {
  it.each([
    ['de', 'Weiter'],
    ['pt-BR', 'Próximo'],
    ['pt-PT', 'Próximo'],
    ['es-419', 'Siguiente'],
    ['en-GB', 'Next'],
    ['ja', 'Next'],
    ['constructor', 'Next'],
  ])('speaks to %s', (locale, next) => {
    expect(messagesFor(locale).next).toBe(next)
  })

  it.each([
    [1, '1 статья:'],
    [2, '2 статьи:'],
    [5, '5 статей:'],
    [21, '21 статья:'],
  ])('counts %i in Russian', (count, counted) => {
    expect(messagesFor('ru').articlesHeld(count)).toBe(counted)
  })

  it('counts days, shown quotations and single articles as each language does', () => {
    expect([1, 3, 30, 21].map(days => /через .*? после/.exec(messagesFor('ru').corpus.kept(days))?.[0])).toEqual([
      'через 1 день после',
      'через 3 дня после',
      'через 30 дней после',
      'через 21 день после',
    ])
    expect([0, 1, 2].map(shown => messagesFor('fr').quotationsShown(shown, 5))).toEqual([
      '0 citation sur 5',
      '1 citation sur 5',
      '2 citations sur 5',
    ])
    for (const locale of ['en', 'de', 'es-ES', 'fr', 'pt-BR']) {
      const [one, many] = [1, 2].map(count => messagesFor(locale).corpus.shared(count, count).replace(/\d/g, ''))
      expect(one, locale).not.toBe(many)
    }
    expect(messagesFor('hi').nothingFound(1)).toContain('1 लेख में')
  })

  it('elides before a vowel in French', () => {
    const { ownWords } = messagesFor('fr')
    expect([ownWords('Ilse Brandt'), ownWords('Tom Okafor')]).toEqual([
      expect.stringContaining('citation d’Ilse Brandt'),
      expect.stringContaining('citation de Tom Okafor'),
    ])
  })
})
