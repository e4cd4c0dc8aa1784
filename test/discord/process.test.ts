/** The program as it is started, in a process of its own, on the fake Discord. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createFakeDiscord, type FakeDiscord, shown } from '../support/fake-discord.ts'
import { freePort, type Program, startProgram } from '../support/running-program.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'verbatim-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const start = (fake: FakeDiscord, more: Readonly<Record<string, string>> = {}): Program =>
  startProgram(fake, { DATA_DIR: dataDir, ...more })

describe('npm start with a token', () => {
  it('says how the bot is invited, answers, tells its health, and finishes its answer before it leaves', async () => {
    const fake = await createFakeDiscord()
    const healthPort = await freePort()
    const { child, until } = start(fake, { HEALTH_PORT: `${healthPort}` })
    expect(await until(/invite/)).toMatch(/oauth2\/authorize\?client_id=\d+/)
    expect(shown(await fake.slash('ask', { question: 'Who is the Kremlin spokesman?' }).shown.next())).toContain(
      'Peskov',
    )

    const health = await fetch(`http://127.0.0.1:${healthPort}/health`)
    expect(health.status).toBe(200)
    expect(await health.json()).toMatchObject({
      ready: true,
      articles: expect.any(Number),
      sentences: expect.any(Number),
    })

    fake.fault({ matches: /callback/, times: 1, delayMs: 300 })
    const requested = fake.requested(/callback/)
    const late = fake.slash('ask', { question: 'Who is the Kremlin spokesman?' })
    await requested
    child.kill('SIGTERM')
    expect(shown(await late.shown.next())).toContain('Peskov')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(fake.store.violations).toEqual([])
    await fake.close()
  }, 20_000)

  it('still answers from what a server added when it was killed the moment after', async () => {
    const fake = await createFakeDiscord()
    const first = start(fake)
    await first.until(/invite/)
    const text = '---\nheadline: Otter seen\n---\n\nAn otter was seen in Grimsby harbour on Saturday.\n'
    const file = { name: 'otter.md', bytes: new TextEncoder().encode(text) }
    const asking = { by: fake.editor, subcommand: 'add', files: { file } }
    const draft = await fake.slash('corpus', {}, asking).shown.next()
    expect(shown(await fake.click(draft, 'Add', { by: fake.editor }).shown.next())).toContain('Added.')
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = start(fake)
    await second.until(/invite/)
    const question = 'Where was an otter seen?'
    expect(shown(await fake.slash('ask', { question }).shown.next())).toContain('Grimsby')
    expect(shown(await fake.slash('ask', { question }, { in: fake.invite() }).shown.next())).not.toContain('Grimsby')
    second.child.kill('SIGTERM')
    expect(await once(second.child, 'exit')).toEqual([0, null])
    expect(fake.store.violations).toEqual([])
    await fake.close()
  })

  it('ends with one clear line when Discord refuses the token', async () => {
    const fake = await createFakeDiscord({ refuseToken: true })
    const { child, lines } = start(fake)
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/DISCORD_TOKEN/)
    await fake.close()
  }, 20_000)

  it('ends with one line that names the token when it is revoked while the bot runs', async () => {
    const fake = await createFakeDiscord()
    const { child, until, lines } = start(fake, { HEALTH_PORT: `${await freePort()}` })
    await until(/invite/)
    const before = lines.length
    const exited = once(child, 'exit')
    fake.gateway.refuse(4004)
    expect(await exited).toEqual([1, null])
    expect(lines.slice(before).filter(line => /DISCORD_TOKEN/.test(line))).toHaveLength(1)
    await fake.close()
  }, 20_000)

  it('ends with one line where another process has its data folder, which that one keeps', async () => {
    const fake = await createFakeDiscord()
    const first = start(fake)
    await first.until(/invite/)
    const second = start(fake)
    expect(await once(second.child, 'exit')).toEqual([1, null])
    expect(second.lines).toHaveLength(1)
    expect(second.lines[0]).toMatch(/DATA_DIR.*in use by process \d+/)
    first.child.kill('SIGTERM')
    expect(await once(first.child, 'exit')).toEqual([0, null])
    await fake.close()
  }, 20_000)

  it('ends with one line where the health port is taken', async () => {
    const fake = await createFakeDiscord()
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const { child, lines } = start(fake, { HEALTH_PORT: `${port}` })
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(lines.at(-1)).toMatch(/HEALTH_PORT.*EADDRINUSE/)
    taken.close()
    await fake.close()
  }, 20_000)
})
