import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { configNames, readConfig } from '../src/config.ts'

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      discordToken: null,
      discordGuildId: null,
      discordApi: null,
      corpusDir: 'corpus',
      dataDir: 'data',
      logLevel: 'info',
      shards: null,
      healthPort: null,
      healthHost: '127.0.0.1',
      allowPrivateAddresses: false,
    })
  })

  it('takes an empty value, as .env.example has it, as not set', () => {
    expect(readConfig({ DISCORD_TOKEN: '', DISCORD_GUILD_ID: ' ', LOG_LEVEL: '' }).discordToken).toBeNull()
  })

  it('names every fault at once', () => {
    expect(() => readConfig({ DISCORD_GUILD_ID: 'my server', LOG_LEVEL: 'loud' })).toThrow(
      /DISCORD_GUILD_ID.*`my server`\nexpected LOG_LEVEL.*`loud`/,
    )
  })

  it.each(['0', '65536', '80a', '-1'])('takes no port %s', port => {
    expect(() => readConfig({ HEALTH_PORT: port })).toThrow(/HEALTH_PORT/)
  })

  it('fetches from private addresses only when told so plainly', () => {
    expect(readConfig({ ALLOW_PRIVATE_ADDRESSES: 'yes' }).allowPrivateAddresses).toBe(true)
    expect(() => readConfig({ ALLOW_PRIVATE_ADDRESSES: 'maybe' })).toThrow(/ALLOW_PRIVATE_ADDRESSES/)
  })

  it('never shows the token in a fault', () => {
    expect(() => readConfig({ DISCORD_TOKEN: 'secret' })).toThrow(/^expected DISCORD_TOKEN to be (?!.*secret)/)
  })
})

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')

  it('names every variable that is read, and no other', () => {
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(match => match[1])
    expect(named.sort()).toEqual([...configNames].sort())
  })
})
