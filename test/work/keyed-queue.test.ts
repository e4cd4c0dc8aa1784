import { expect, it } from 'vitest'
import { createTurns } from '../../src/work/keyed-queue.ts'

it('lets work of one key take turns, whatever becomes of it, and that of others run beside it', async () => {
  const inTurn = createTurns()
  const done: string[] = []
  let open = (): void => undefined
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  const first = inTurn('a', () => gate.then(() => Promise.reject(new Error('broken'))))
  const second = inTurn('a', async () => done.push('second'))
  await inTurn('b', async () => done.push('other'))
  expect(done).toEqual(['other'])
  open()
  await expect(first).rejects.toThrow('broken')
  await second
  expect(done).toEqual(['other', 'second'])
})
