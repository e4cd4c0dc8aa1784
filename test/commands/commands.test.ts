/** One test over the whole set of commands: Discord's limits, our manners, and no crash on anything typed. */
import { describe, expect, it } from 'vitest'
import type { Context } from '../../commands/command.ts'
import { commands } from '../../commands/index.ts'
import { UserError } from '../../src/errors.ts'
import { hostileInputs, makeArticle, makeLibrary } from '../support/articles.ts'

const context: Context = { library: makeLibrary(), locale: 'en' }
const optionsOf = (command: (typeof commands)[number]) => command.data.toJSON().options ?? []
const each = commands.map(command => [command.data.name, command] as const)

describe('the commands', () => {
  it('have distinct names', () => {
    const names = commands.map(({ data }) => data.name)
    expect(names).toEqual([...new Set(names)])
  })

  it.each(each)('/%s is described within 8,000 characters', (_name, { data }) => {
    expect(JSON.stringify(data.toJSON()).length).toBeLessThan(8000)
  })

  it.each(each)('/%s can be answered privately, unless it takes no option', (_name, command) => {
    // What is for some members alone is never shown to others.
    if (command.serverOnly) return expect(command.privateByDefault).toBe(true)
    const names = optionsOf(command).map(({ name }) => name)
    expect(names.length === 0 || names.includes('private')).toBe(true)
  })

  it.each(each)('/%s completes every option that says so', (_name, command) => {
    const completed = optionsOf(command).filter(option => 'autocomplete' in option && option.autocomplete === true)
    for (const { name } of completed) expect(Array.isArray(command.complete?.(name, '', context))).toBe(true)
  })
})

describe.each(each)('/%s', (_name, command) => {
  it.each(hostileInputs)('answers or declines %s in every text option', async (_what, text) => {
    for (const { name } of optionsOf(command)) {
      try {
        expect(await command.run({ [name]: text }, context)).toHaveProperty('kind')
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }
  })

  it.each(hostileInputs)('suggests at most 25 choices of at most 100 characters for %s', (_what, text) => {
    for (const { name } of optionsOf(command)) {
      const choices = command.complete?.(name, text, context) ?? []
      expect(choices.length).toBeLessThanOrEqual(25)
      for (const choice of choices) {
        expect(choice.name.length > 0 && choice.name.length <= 100).toBe(true)
        expect(choice.value.length > 0 && choice.value.length <= 100).toBe(true)
      }
    }
  })
})

describe('article suggestions', () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    makeArticle('A short body.', {
      slug: `article-${n}-${'long'.repeat(40)}`,
      headline: `Headline ${n} ${'of many words '.repeat(20)}`,
    }),
  )
  const large: Context = { library: makeLibrary(many), locale: 'en' }
  const article = commands.find(({ data }) => data.name === 'article')

  it('stay within the limits when headlines and slugs are long', () => {
    const choices = article?.complete?.('name', '', large) ?? []
    expect(choices).toHaveLength(25)
    for (const { name, value } of choices) expect(name.length <= 100 && value.length <= 100).toBe(true)
  })

  it('lead back to the article they suggest', async () => {
    const [choice] = article?.complete?.('name', 'headline 41', large) ?? []
    expect(await article?.run({ name: choice?.value }, large)).toMatchObject({
      article: { headline: expect.stringMatching(/^Headline 41 /) },
    })
  })

  it('name several articles rather than choose one', () => {
    expect(() => article?.run({ name: 'headline' }, large)).toThrow(/Several articles fit/)
  })
})
