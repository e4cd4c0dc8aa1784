import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError } from '../../../src/errors.ts'
import { ownFolder } from '../../../src/folder/disk/owner.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-'))
})
afterEach(() => rm(folder, { recursive: true }))

const never = (error: Error): void => {
  throw error
}
/** A process that runs for as long as the test does. */
const alive = process.ppid
const writeOwner = (pid: number) =>
  writeFile(join(folder, '.owner'), JSON.stringify({ pid, host: hostname(), since: '2024-05-01T00:00:00Z' }))

describe('the owner of a data folder', () => {
  it('is written beside the lock, and gives it up', async () => {
    const release = await ownFolder(folder, never)
    expect(JSON.parse(await readFile(join(folder, '.owner'), 'utf8'))).toMatchObject({ pid: process.pid })
    await release()
    await (await ownFolder(folder, never))()
  })

  it('keeps a second process out, and is named to it', async () => {
    const release = await lock(folder, { lockfilePath: join(folder, '.owner.lock') })
    await writeOwner(alive)
    await expect(ownFolder(folder, never)).rejects.toThrow(ConfigError)
    await expect(ownFolder(folder, never)).rejects.toThrow(new RegExp(`in use by process ${alive} on`))
    await release()
  })

  it('that crashed is followed by the next', async () => {
    await lock(folder, { lockfilePath: join(folder, '.owner.lock') })
    await writeOwner(process.pid)
    const long = new Date(Date.now() - 60_000)
    await utimes(join(folder, '.owner.lock'), long, long)
    await (await ownFolder(folder, never))()
  })

  it('that crashed while its clock was ahead is followed by the next', async () => {
    await lock(folder, { lockfilePath: join(folder, '.owner.lock'), stale: 60_000, update: 30_000 })
    await writeOwner(process.pid)
    const ahead = new Date(Date.now() + 21 * 24 * 3_600_000)
    await utimes(join(folder, '.owner.lock'), ahead, ahead)
    await (await ownFolder(folder, never))()
  })

  it('whose file is no owner’s is told by the lock alone', async () => {
    await writeFile(join(folder, '.owner'), '{"pid":')
    await (await ownFolder(folder, never))()
  })
})
