import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../../src/discord/connection/client.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the client', () => {
  it('serves as many shards as Discord recommends', () => {
    expect(createClient(null).options.shards).toBe('auto')
  })

  it("serves a sharding manager's choice of shards alone", () => {
    vi.stubEnv('SHARDS', '[1]')
    vi.stubEnv('SHARD_COUNT', '2')
    expect(createClient(null).options).toMatchObject({ shards: [1], shardCount: 2 })
  })

  it('pings nobody unless told to', () => {
    expect(createClient(null).options.allowedMentions).toEqual({ parse: [], repliedUser: false })
  })
})
