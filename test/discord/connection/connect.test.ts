import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Command } from '../../../commands/command.ts'
import { helpCommand } from '../../../commands/help.ts'
import { ConfigError } from '../../../src/errors.ts'
import { createFakeDiscord, shown } from '../../support/fake-discord.ts'
import { deferred, startBot, startOn } from '../../support/running-bot.ts'

describe('starting the bot', () => {
  it.each([
    ['the REST API refuses the token', { refuseToken: true }, /DISCORD_TOKEN/],
    ['the gateway refuses the token', { refuseWith: 4004 }, /DISCORD_TOKEN/],
    ['the gateway refuses the intents', { refuseWith: 4014 }, /intents/],
  ])('ends with one clear line when %s', async (_name, options, line) => {
    const fake = await createFakeDiscord(options)
    const error: unknown = await startOn(fake).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConfigError)
    expect(String(error)).toMatch(line)
    expect(String(error)).not.toContain('\n')
    await fake.close()
  })

  it('ends with one clear line when the token is nonsense', async () => {
    const fake = await createFakeDiscord()
    await expect(startOn(fake, { token: 'nonsense' })).rejects.toThrow(/DISCORD_TOKEN/)
    await fake.close()
  })

  it('tries again when Discord is out of order', async () => {
    const fake = await createFakeDiscord()
    // More often than discord.js itself tries.
    fake.fault({ matches: /gateway\/bot/, times: 4, status: 502 })
    const { bot } = await startOn(fake)
    expect(shown(await fake.slash('help').shown.next())).toContain('Verbatim')
    await bot.stop()
    await fake.close()
  }, 20_000)
})

describe('registering commands', () => {
  const everywhere = (id: string): string => `/applications/${id}/commands`
  const inServer = (id: string, guild: string): string => `/applications/${id}/guilds/${guild}/commands`

  it('registers them once, and again only when they changed', async () => {
    const fake = await createFakeDiscord()
    const first = await startOn(fake)
    await first.bot.stop()
    const second = await startOn(fake)
    await second.bot.stop()
    const puts = (): string[] => fake.requests.filter(request => request.startsWith('PUT'))
    expect(puts()).toEqual([`PUT ${everywhere(fake.bot.id)}`])
    const third = await startOn(fake, { commands: [helpCommand] })
    await third.bot.stop()
    expect(puts()).toHaveLength(2)
    expect(fake.store.violations).toEqual([])
    await fake.close()
  })

  it('registers them in one server, and takes back those that would show twice', async () => {
    const fake = await createFakeDiscord()
    await (await startOn(fake)).bot.stop()
    await (await startOn(fake, { guildId: fake.guildId })).bot.stop()
    expect(fake.store.commands.get(everywhere(fake.bot.id))).toEqual([])
    expect(fake.store.commands.get(inServer(fake.bot.id, fake.guildId))).not.toEqual([])
    await (await startOn(fake)).bot.stop()
    expect(fake.store.commands.get(everywhere(fake.bot.id))).not.toEqual([])
    expect(fake.store.commands.get(inServer(fake.bot.id, fake.guildId))).toEqual([])
    await fake.close()
  })

  it('ends with one clear line when the bot is not in the one server', async () => {
    const fake = await createFakeDiscord()
    const body = { code: 50001, message: 'Missing Access' }
    fake.fault({ matches: /GET .*\/guilds\/.*\/commands/, times: 1, status: 403, body })
    await expect(startOn(fake, { guildId: '123456789012345678' })).rejects.toThrow(/^expected DISCORD_GUILD_ID/)
    await fake.close()
  })

  it('runs with those registered before when Discord takes none', async () => {
    const fake = await createFakeDiscord()
    fake.fault({
      matches: /PUT .*\/commands/,
      times: 1,
      status: 400,
      body: { code: 30034, message: 'Max number of daily creates' },
    })
    fake.fault({
      matches: /GET .*\/guilds\/.*\/commands/,
      times: 1,
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    })
    const { bot, logged } = await startOn(fake)
    expect(shown(await fake.slash('help').shown.next())).toContain('Verbatim')
    expect(logged.filter(({ msg }) => msg === 'commands were not registered')).toHaveLength(1)
    await bot.stop()
    await fake.close()
  })

  it('offers them in servers, in direct messages and to those who installed the bot for themselves, but for /corpus and /settings', async () => {
    const { fake, stop } = await startBot()
    for (const command of fake.store.commands.get(everywhere(fake.bot.id)) ?? []) {
      // What a server has of its own is for servers that invited the bot.
      const { name, ...rest } = z.looseObject({ name: z.string() }).parse(command)
      expect(rest).toMatchObject(
        name === 'corpus' || name === 'settings'
          ? { integration_types: [0], contexts: [0] }
          : { integration_types: [0, 1], contexts: [0, 1, 2] },
      )
      expect(rest.default_member_permissions ?? null).toBe(name === 'settings' ? '32' : null)
    }
    await stop()
  })
})

describe('stopping the bot', () => {
  it('finishes what it is answering before it leaves', async () => {
    const begun = deferred()
    const finish = deferred()
    const slow: Command = {
      ...helpCommand,
      async run(options, context) {
        begun.resolve()
        await finish.promise
        return helpCommand.run(options, context)
      },
    }
    const { fake, bot } = await startBot({ commands: [slow] })
    const interaction = fake.slash('help')
    await begun.promise
    const stopped = bot.stop()
    finish.resolve()
    await stopped
    expect(shown(await interaction.shown.next())).toContain('Verbatim')
    await fake.close()
  })
})
