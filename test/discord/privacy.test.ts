import { afterEach, expect, it } from 'vitest'
import { helpCommand } from '../../commands/help.ts'
import { shown } from '../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../support/running-bot.ts'

const secret = 'wombat'

let running: BotUnderTest | null = null
afterEach(async () => {
  await running?.stop()
  running = null
})

/** The lines above the level `debug`, as text. */
function logOf({ logged }: BotUnderTest): string {
  return logged
    .filter(({ level }) => (level ?? 0) > 20)
    .map(line => JSON.stringify(line))
    .join('\n')
}

it('logs nothing of what people type, whether it is answered or not', async () => {
  running = await startBot()
  const { fake } = running
  await fake.slash('ask', { question: `Where is the ${secret}?` }).shown.next()
  await fake.autocomplete('ask', 'question', secret).choices.next()
  fake.say(`<@bot> Where is the ${secret}?`)
  await fake.store.sent.next()
  expect(logOf(running)).toContain('answered')
  expect(logOf(running)).not.toContain(secret)
})

it('logs nothing of it when Discord refuses the answer, nor the token of the interaction', async () => {
  running = await startBot()
  const { fake } = running
  fake.fault({ matches: /callback/, times: 1, status: 400, body: { code: 50035, message: 'Invalid Form Body' } })
  const interaction = fake.slash('ask', { question: `Where is the ${secret}?` })
  expect(shown(await interaction.shown.next())).toContain(interaction.id)
  fake.fault({
    matches: /POST \/channels\/\d+\/messages/,
    times: 1,
    status: 403,
    body: { code: 50013, message: 'Missing Permissions' },
  })
  fake.say(`<@bot> Where is the ${secret}?`)
  await running.untilLogged('a message failed')
  expect(logOf(running)).toContain('50035')
  expect(logOf(running)).toContain('50013')
  expect(logOf(running)).not.toContain(secret)
  expect(logOf(running)).not.toContain(interaction.token)
})

it('says in /help what it keeps', async () => {
  running = await startBot({ commands: [helpCommand] })
  expect(shown(await running.fake.slash('help').shown.next())).toContain('Nothing that you type is stored')
})
