import { expect, it } from 'vitest'
import { labelsOf, shown } from '../support/fake-discord.ts'
import { startBot } from '../support/running-bot.ts'

it("answers in the reader's language, with the article in its own", async () => {
  const { fake, stop } = await startBot()
  const asked = fake.slash('ask', { question: 'How many houses in Marbach were flooded?' }, { locale: 'de' })
  const message = await asked.shown.next()
  expect(JSON.stringify(message.components)).toContain('Artikel lesen')
  expect(shown(message)).toContain('and closed the old bridge.')
  expect(shown(message)).toContain('1\\. Mai 2024 · Absatz 1')
  expect(labelsOf(message)).toContain('Artikel lesen')
  const reading = await fake.click(message, 'Artikel lesen', { locale: 'hi' }).shown.next()
  expect(shown(reading)).toContain('1 मई 2024')
  expect(fake.store.violations).toEqual([])
  await stop()
})
