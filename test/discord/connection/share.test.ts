import { describe, expect, it } from 'vitest'
import { readShare } from '../../../src/discord/connection/share.ts'
import { ConfigError } from '../../../src/errors.ts'
import { serverOf } from '../../support/fake-discord.ts'

describe('readShare', () => {
  it('has all servers where nothing is said of shards', () => {
    const { first, isOurs } = readShare({})
    expect([first, isOurs(serverOf(0, 2)), isOurs(serverOf(1, 2))]).toEqual([0, true, true])
  })

  it.each([
    ['1', '3', [false, true, false], 1],
    ['[0,2]', '3', [true, false, true], 0],
    ['[0,1,2]', undefined, [true, true, true], 0],
  ])('has the servers of the shards %s of %s', (SHARDS, SHARD_COUNT, expected, first) => {
    const share = readShare({ SHARDS, ...(SHARD_COUNT === undefined ? {} : { SHARD_COUNT }) })
    expect([0, 1, 2].map(shard => share.isOurs(serverOf(shard, 3)))).toEqual(expected)
    expect(share.first).toBe(first)
  })

  it('deals servers out as Discord documents it', () => {
    // (guild_id >> 22) % num_shards (events/gateway#sharding): 46,977,624,770 % 4 is 2.
    const id = '197038439483310086'
    const ours = ['0', '1', '2', '3'].map(SHARDS => readShare({ SHARDS, SHARD_COUNT: '4' }).isOurs(id))
    expect(ours).toEqual([false, false, true, false])
  })

  it.each([
    ['x', '2'],
    ['2', '2'],
    ['', '2'],
    ['0', 'two'],
    ['0', ''],
  ])('takes no shards %j of %j', (SHARDS, SHARD_COUNT) => {
    expect(() => readShare({ SHARDS, SHARD_COUNT })).toThrow(ConfigError)
  })
})
