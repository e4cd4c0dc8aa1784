/** Answers and Discord's clock: three seconds for a first response, fifteen minutes for the rest. */
import { SlashCommandBuilder } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { Command } from '../../commands/command.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { shown } from '../support/fake-discord.ts'
import { createHandClock } from '../support/hand-clock.ts'
import { type BotUnderTest, deferred, startBot } from '../support/running-bot.ts'

let running: BotUnderTest | null = null
afterEach(async () => {
  expect(running?.fake.store.violations).toEqual([])
  await running?.stop()
  running = null
})

const help: Answer = {
  kind: 'help',
  version: '0.0.0',
  articles: 0,
  sentences: 0,
  examples: [],
  feeds: { own: [], shared: 0, sharedFailing: 0 },
  updatedAt: new Date(0),
  countsGaps: false,
}
const data = new SlashCommandBuilder().setName('ask').setDescription('Asks.')
data.addStringOption(option =>
  option.setName('question').setDescription('What to ask.').setAutocomplete(true).setRequired(true),
)

describe('a bot that is pressed for time', () => {
  it('answers everything one by one, however late it seems: its clock may be wrong, or that of Discord', async () => {
    const clock = createHandClock()
    running = await startBot({ clock })
    const { fake } = running
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance(60_000)
      const interaction = fake.slash('ask', { question: 'Who bought the lighthouse?' }, { in: fake.dm(fake.ben) })
      expect(shown(await interaction.shown.next())).toContain('lighthouse')
    }
  })

  it('defers work that takes long, in time for what has come late', async () => {
    const clock = createHandClock()
    const work = deferred()
    const slow: Command = { data, run: () => work.promise.then(() => help) }
    running = await startBot({ commands: [slow], clock }, { clock: clock.wallNow })
    const { fake } = running
    const interaction = fake.slash('ask', { question: 'x' })
    await clock.asked()
    clock.advance(1_500)
    await interaction.deferred.next()
    // Long after the first three seconds, within the fifteen minutes.
    clock.advance(10 * 60_000)
    work.resolve()
    await interaction.shown.next()
    expect(interaction.lateResponses).toBe(0)
  })
})

describe('the fake Discord with a clock', () => {
  it('takes no first response after three seconds, nor a token after fifteen minutes', async () => {
    const clock = createHandClock()
    const work = [deferred(), deferred()]
    let asked = 0
    const slow: Command = { data, run: () => (work[asked++]?.promise ?? Promise.resolve()).then(() => help) }
    running = await startBot({ commands: [slow], clock }, { clock: clock.wallNow })
    const { fake, untilLogged, logged } = running
    const late = fake.slash('ask', { question: 'x' })
    await clock.asked()
    // The bot's deferral, too, is too late.
    clock.advance(3_001)
    work[0]?.resolve()
    expect(await untilLogged('Discord no longer takes an answer')).toMatchObject({ code: 10062 })
    expect(late.lateResponses).toBe(1)

    logged.length = 0
    const interaction = fake.slash('ask', { question: 'x' })
    await clock.asked()
    clock.advance(1_500)
    await interaction.deferred.next()
    clock.advance(15 * 60_000 + 1)
    work[1]?.resolve()
    expect(await untilLogged('Discord no longer takes an answer')).toMatchObject({ code: 50027 })
    expect(interaction.answers).toBe(0)
  })
})
