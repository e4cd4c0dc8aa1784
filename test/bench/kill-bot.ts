/** Kills the bot, started as it is for Discord, in the middle of `/corpus add` and `/corpus remove`, and looks at what its server has afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { type Person, person } from '../support/fake-discord/people.ts'
import { createFakeDiscord, type FakeDiscord, type FakeMessage, shown } from '../support/fake-discord.ts'
import { lineOf, textOf } from './kill-article.ts'
import { compare, type KillRow, killSoon, root, type Stored, type Task } from './kill-programs.ts'

/** More than these a server is not given: it may have 250. */
const mostStored = 60

/** What the bot was told to do and had not confirmed when it was killed. */
type Open = { row: number; wanted: Task['wanted'] }

export async function killBot(kills: number): Promise<KillRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'verbatim-kill-bot-'))
  const fake = await createFakeDiscord()
  const folder = join(dataDir, 'servers', fake.guildId)
  mkdirSync(join(folder, '.pending'), { recursive: true })
  const stored: Stored = new Map()
  const rows = ['/corpus add', '/corpus remove'].map(what => ({
    ...{ what, kills: 0, acknowledged: 0, unacknowledged: 0, tookEffect: 0 },
    faults: [] as string[],
  }))
  try {
    for (let round = 1; round <= kills; round += 1) {
      const open: Open = { row: 0, wanted: new Map() }
      const { acknowledged, count } = await runKilled(fake, { dataDir, folder, stored, round, open })
      const row = rows[open.row]
      if (row === undefined) throw new RangeError(`expected a row, got ${open.row}`)
      const { faults, tookEffect } = await compare(folder, stored, open.wanted)
      row.faults.push(...faults, ...(count === null ? [] : [count]))
      row.kills += 1
      row.unacknowledged += open.wanted.size
      row.tookEffect += tookEffect
      for (const [at, articles] of acknowledged.entries()) {
        const of = rows[at]
        if (of !== undefined) of.acknowledged += articles
      }
    }
  } finally {
    await fake.close()
    rmSync(dataDir, { recursive: true })
  }
  return rows
}

type Round = {
  readonly dataDir: string
  readonly folder: string
  readonly stored: Stored
  readonly round: number
  readonly open: Open
}

/** Starts the bot, lets an editor add and remove until it is killed; `count` says when it did not count what it had before. */
async function runKilled(fake: FakeDiscord, round: Round): Promise<{ acknowledged: number[]; count: string | null }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './test/bench/end-with-parent.ts', 'src/main.ts'],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH ?? '',
        DATA_DIR: round.dataDir,
        DISCORD_TOKEN: fake.token,
        DISCORD_API: fake.address.api,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  const ended = once(child, 'exit').then(() => null)
  await untilReady(child)
  const acknowledged = [0, 0]
  const count = await miscounted(fake, round.stored)
  killSoon(child, round.folder, Math.random() < 0.3 ? { events: 1_000, ms: 400 } : { events: 40, ms: 10_000 })
  for (let step = 0; ; step += 1) {
    const isRemoval = round.stored.size > 0 && (round.stored.size > mostStored || Math.random() < 0.45)
    const task = isRemoval ? removal(fake, round) : addition(fake, round, step)
    round.open.row = isRemoval ? 1 : 0
    round.open.wanted = task.wanted
    const answer = await Promise.race([task.work(), ended])
    if (answer === null) break
    if (!/Added\.|Removed\./.test(answer)) throw new Error(`expected it to be done, got ${answer}`)
    for (const [slug, wanted] of task.wanted) {
      if (wanted === null) round.stored.delete(slug)
      else round.stored.set(slug, wanted)
    }
    acknowledged[isRemoval ? 1 : 0] = (acknowledged[isRemoval ? 1 : 0] ?? 0) + task.wanted.size
    round.open.wanted = new Map()
  }
  return { acknowledged, count }
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (child.stderr === null) throw new Error('expected a stream of the log')
  const lines = createInterface(child.stderr)
  await new Promise<void>((resolve, reject) => {
    lines.on('line', line => line.includes('invite') && resolve())
    child.once('exit', () => reject(new Error('expected the bot to start, got its end')))
  })
}

/** Whether `/corpus status` counts other articles than are stored: it says what the server is answered from. */
async function miscounted(fake: FakeDiscord, stored: Stored): Promise<string | null> {
  let text = ''
  for (let attempt = 0; attempt < 20; attempt += 1) {
    text = shown(await fake.slash('corpus', {}, { by: fake.editor, subcommand: 'status' }).shown.next())
    const counted = /alone: (\d+) of/.exec(text)?.[1]
    if (Number(counted) === stored.size) return null
    await delay(100)
  }
  return `expected ${stored.size} articles in the status, got ${text}`
}

type Work = { readonly wanted: Task['wanted']; readonly work: () => Promise<string> }

/** One article, the same one again in another revision, or a feed of four. */
function addition(fake: FakeDiscord, { round, stored }: Round, step: number): Work {
  const revision = round * 100 + step
  const known = [...stored.keys()]
  const isFeed = step % 3 === 1
  const slugs = isFeed
    ? ['a', 'b', 'c', 'd'].map(letter => `${letter}-${revision}`)
    : [step % 3 === 2 && known.length > 0 ? (known[revision % known.length] ?? '') : `one-${revision}`]
  const text = slugs.map(slug => (isFeed ? lineOf(slug, revision) : textOf(slug, revision))).join('')
  const file = { name: isFeed ? 'feed.jsonl' : `${slugs[0]}.txt`, bytes: new TextEncoder().encode(text) }
  return {
    wanted: new Map(slugs.map(slug => [slug, revision])),
    work: async () => {
      const by = editor()
      const draft = await fake.slash('corpus', {}, { by, subcommand: 'add', files: { file } }).shown.next()
      return press(fake, draft, stored.has(slugs[0] ?? '') ? 'Replace' : 'Add', by)
    },
  }
}

function removal(fake: FakeDiscord, { round, stored }: Round): Work {
  const slugs = [...stored.keys()]
  const slug = slugs[round % slugs.length] ?? ''
  return {
    wanted: new Map([[slug, null]]),
    work: async () => {
      const by = editor()
      const question = await fake.slash('corpus', { name: slug }, { by, subcommand: 'remove' }).shown.next()
      return press(fake, question, 'Remove', by)
    },
  }
}

/** Somebody new each time: nobody is let do so much in so short a time. */
const editor = (): Person => person('Edith', { mayManageServer: true })

async function press(fake: FakeDiscord, message: FakeMessage, label: string, by: Person): Promise<string> {
  return shown(await fake.click(message, label, { by }).shown.next())
}
