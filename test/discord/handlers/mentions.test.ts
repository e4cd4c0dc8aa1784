import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeDiscord, PERMISSIONS, shown } from '../../support/fake-discord.ts'
import { type BotUnderTest, startBot } from '../../support/running-bot.ts'

describe('asking by a message', () => {
  let running: BotUnderTest
  let fake: FakeDiscord
  let clock = 0
  const question = '<@bot> How many houses in Marbach were flooded?'

  beforeAll(async () => {
    running = await startBot({ now: () => (clock += 10_000) })
    fake = running.fake
  })
  afterAll(async () => {
    await running.stop()
    expect(fake.store.violations).toEqual([])
  })

  it('works in a thread', async () => {
    fake.say(question, { in: fake.thread })
    const answer = await fake.store.sent.next()
    expect(answer.channelId).toBe(fake.thread.id)
    expect(shown(answer)).toContain('1,250')
  })

  it('works in a direct message, without a mention', async () => {
    fake.say('How many houses in Marbach were flooded?', { in: fake.dm(fake.ada) })
    expect(shown(await fake.store.sent.next())).toContain('1,250')
  })

  it('gets one line of help when nothing is asked', async () => {
    fake.say('<@bot>')
    expect(shown(await fake.store.sent.next())).toMatch(/^Mention me with a question/)
  })

  it('is left alone by bots, webhooks, @everyone, roles and talk among people', async () => {
    fake.say(question, { by: { ...fake.ben, isBot: true } })
    fake.say(question, { webhook: true })
    fake.say('@everyone look', { mentionsEveryone: true })
    fake.say('<@&1> look', { mentionsRole: true })
    fake.say('hello')
    const asked = fake.say(question)
    expect((await fake.store.sent.next()).repliesTo).toBe(asked)
    expect(fake.store.sent.size()).toBe(0)
  })

  it('goes on in the same article when it replies to an answer', async () => {
    fake.say('<@bot> What did Ana Sousa say?')
    const answer = await fake.store.sent.next()
    expect(shown(answer)).toContain('Painter buys lighthouse')
    fake.say('<@bot> And what happened on Monday?', { replyTo: answer })
    expect(shown(await fake.store.sent.next())).toContain('Painter buys lighthouse')
  })

  it('goes on from the answer that it replies to, and says how it was understood', async () => {
    fake.say(question)
    const answer = await fake.store.sent.next()
    fake.say('and why?', { replyTo: answer })
    const second = await fake.store.sent.next()
    expect(shown(second)).toMatch(/Read as: why were houses in Marbach flooded/)
    expect(shown(second)).toContain('River floods Marbach')
    fake.say('who wrote it?', { replyTo: second })
    expect(shown(await fake.store.sent.next())).toContain('Jo Hart')
  })

  it('goes on in a direct message and in a thread without a reply, and lets a full question start anew', async () => {
    const ben = { in: fake.dm(fake.ben), by: fake.ben }
    fake.say('How many houses in Marbach were flooded?', ben)
    await fake.store.sent.next()
    fake.say('and the bridge?', ben)
    expect(shown(await fake.store.sent.next())).toMatch(/Read as: .*houses in Marbach.*the bridge/)
    fake.say('Who bought the lighthouse on Gull Island?', ben)
    const anew = shown(await fake.store.sent.next())
    expect(anew).toContain('Painter buys lighthouse')
    expect(anew).not.toContain('Read as')
    fake.say('<@bot> How many houses in Marbach were flooded?', { in: fake.thread })
    await fake.store.sent.next()
    fake.say('<@bot> and the bridge?', { in: fake.thread })
    expect(shown(await fake.store.sent.next())).toContain('Read as')
  })

  it('keeps what it was understood as when pages are turned', async () => {
    fake.say(question)
    const answer = await fake.store.sent.next()
    fake.say('and the bridge?', { replyTo: answer })
    const second = await fake.store.sent.next()
    const said = /Read as: .*/.exec(shown(second))?.[0] ?? 'nothing'
    await fake.click(second, 'Next ▶').shown.next()
    expect(shown(second)).toContain(said)
  })

  it('does not take talk in a reply for a question', async () => {
    fake.say(question)
    const answer = await fake.store.sent.next()
    fake.say('nice one', { replyTo: answer })
    const asked = fake.say(question)
    expect((await fake.store.sent.next()).repliesTo).toBe(asked)
  })

  it('does not take thanks for a question', async () => {
    fake.say(question)
    const answer = await fake.store.sent.next()
    fake.say('thanks!', { replyTo: answer })
    const asked = fake.say(question)
    expect((await fake.store.sent.next()).repliesTo).toBe(asked)
  })

  it('has its answer changed when the question is edited, and removed when it is deleted', async () => {
    const id = fake.say(question)
    const answer = await fake.store.sent.next()
    fake.edit(id, '<@bot> Who bought the lighthouse on Gull Island?')
    expect(await fake.store.edited.next()).toBe(answer)
    expect(shown(answer)).toContain('Painter buys lighthouse')
    fake.remove(id)
    expect(await fake.store.deleted.next()).toBe(answer)
  })

  it('is followed in direct messages, too', async () => {
    const saying = { in: fake.dm(fake.ada) }
    const id = fake.say('How many houses in Marbach were flooded?', saying)
    const answer = await fake.store.sent.next()
    fake.edit(id, 'Who bought the lighthouse on Gull Island?', saying)
    expect(await fake.store.edited.next()).toBe(answer)
    fake.remove(id, saying)
    expect(await fake.store.deleted.next()).toBe(answer)
  })

  it('is answered once, though Discord reports an edit when it looked at a link', async () => {
    const id = fake.say(question)
    const answer = await fake.store.sent.next()
    fake.edit(id, question)
    fake.say(question)
    await fake.store.sent.next()
    expect(answer.edits).toBe(0)
  })

  it('is told which permissions are missing, and where, in a direct message', async () => {
    fake.say(question, { in: fake.readOnly })
    const told = await fake.store.sent.next()
    expect(told.channelId).toBe(fake.dm(fake.ada).id)
    expect(shown(told)).toContain(`<#${fake.readOnly.id}>`)
    expect(shown(told)).toContain('Send Messages')
    expect(fake.readOnly.lacking).toBe(PERMISSIONS.sendMessages)
  })

  it('works from the menu of a message, for oneself alone', async () => {
    const answer = await fake.messageCommand('Ask the articles', 'Who is the mayor of Marbach?').shown.next()
    expect(shown(answer)).toContain('Ilse Brandt')
  })
})

describe('asking too much', () => {
  it('is answered with one clear line, then with silence in channels', async () => {
    const { fake, stop } = await startBot({ now: () => 0 })
    for (let asked = 0; asked < 13; asked += 1) fake.say('<@bot> Who is the mayor of Marbach?')
    const answers: string[] = []
    for (let asked = 0; asked < 11; asked += 1) answers.push(shown(await fake.store.sent.next()))
    expect(answers.filter(answer => answer.includes('Ilse Brandt'))).toHaveLength(10)
    expect(answers.filter(answer => answer.includes('try again in 20 seconds'))).toHaveLength(1)
    const refused = await fake.slash('ask', { question: 'Who?' }).shown.next()
    expect(shown(refused)).toContain('try again in 20 seconds')
    const other = await fake.slash('ask', { question: 'Who is the mayor?' }, { by: fake.ben }).shown.next()
    expect(shown(other)).toContain('Ilse Brandt')
    expect(fake.store.sent.size()).toBe(0)
    await stop()
  })
})
