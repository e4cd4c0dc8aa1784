import { expect, it } from 'vitest'
import { killWriters } from '../bench/kill-store.ts'

it('leaves every article whole or absent when it is killed, and loses none that it acknowledged', async () => {
  const { faults, acknowledged } = await killWriters(4)
  expect(faults).toEqual([])
  expect(acknowledged).toBeGreaterThan(0)
}, 60_000)
