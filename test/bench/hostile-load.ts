/**
 * A hostile server beside a peaceful one: `node --import tsx test/bench/hostile-load.ts [--kilobytes 256] [--only WORDS]`. Files made to stop the
 * bot are uploaded, asked, quoted, checked, read and removed in one server, while questions are asked in another: all of these must be answered,
 * 99 of 100 within 250 ms, and the process must stay under 512 MB. Exits with 1 where a goal is missed.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { shapes } from '../formats/hostile-shapes.ts'
import { fillQuotations, quotationShapes } from '../quotations/hostile-quotations.ts'
import { type Channel, channel, person } from '../support/fake-discord/people.ts'
import { createFakeDiscord, type FakeDiscord, type FakeInteraction } from '../support/fake-discord.ts'
import { type Program, startProgram } from '../support/running-program.ts'
import { type Counts, count } from './discord-rush.ts'
import { type Attack, attack } from './hostile-visit.ts'

const QUESTIONS_A_SECOND = 20
const PEACE_MS = 10_000
const P99_MS = 250
const MEMORY_MB = 512
const questions = [
  'Who is the Kremlin spokesman?',
  'What did the mayor say?',
  'How many people were detained in Moscow?',
  'When was the agreement signed?',
]

const { values } = parseArgs({
  options: { kilobytes: { type: 'string', default: '256' }, only: { type: 'string', default: '' } },
})
const units = Number(values.kilobytes) * 1_024

/** Every other way to stop a reader of files, and all to stop the search for quotations: at least forty. */
function hostileFiles(): Attack[] {
  const files = shapes.filter((_, at) => at % 3 === 0)
  return [
    ...quotationShapes.map(([name, unit]) => ({ name, ending: 'txt', text: `${FRONT}${fillQuotations(unit, units)}` })),
    ...files.map(({ name, ending, make }) => ({ name, ending, text: make(units) })),
  ].filter(({ name }) => name.includes(values.only))
}

const FRONT = '---\nheadline: Hostile\n---\n\n'

/** Asks in the peaceful server until `over` is aborted. */
async function askOn(fake: FakeDiscord, guildId: string | null, over: AbortSignal): Promise<FakeInteraction[]> {
  const asked: FakeInteraction[] = []
  const startedAt = performance.now()
  for (let at = 0; !over.aborted; at += 1) {
    await delay(Math.max(0, startedAt + (at * 1_000) / QUESTIONS_A_SECOND - performance.now()))
    const where: Channel = channel('text', guildId)
    asked.push(
      fake.slash(
        'ask',
        { question: questions[at % questions.length] ?? '' },
        { by: person(`reader ${at}`), in: where },
      ),
    )
  }
  return asked
}

function report(name: string, asked: readonly FakeInteraction[]): Counts {
  const counts = count(asked)
  const { answered, late, p50, p99, max } = counts
  const [half, most, all] = [p50, p99, max].map(ms => `${ms.toFixed(0)} ms`)
  console.log(
    `${name}: asked ${asked.length}  answered ${answered}  late ${late}  p50 ${half}  p99 ${most}  max ${all}`,
  )
  return counts
}

/** The most memory that the process has had at once, in megabytes: Linux counts it. */
function peakMb({ child }: Program): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1_024
}

function expectGoal(goal: string, isReached: boolean): void {
  console.log(`  ${isReached ? 'reached' : 'MISSED '}  ${goal}`)
  if (!isReached) process.exitCode = 1
}

async function measure(): Promise<void> {
  const fake = await createFakeDiscord({ clock: Date.now })
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-hostile-'))
  const program = startProgram(fake, { DATA_DIR: dataDir }, ['./test/bench/end-with-parent.ts'])
  await program.until(/invite/)
  const peaceful = fake.invite().guildId
  const peace = await askOn(fake, peaceful, AbortSignal.timeout(PEACE_MS))
  report('in peace', peace)
  const over = new AbortController()
  const asking = askOn(fake, peaceful, over.signal)
  const files = hostileFiles()
  for (const file of files) {
    const before = performance.now()
    const steps = await attack(fake, file)
    console.log(
      `${file.name.padEnd(52)} ${steps.padEnd(60)} ${((performance.now() - before) / 1_000).toFixed(1)} s  peak ${peakMb(program).toFixed(0)} MB`,
    )
  }
  over.abort()
  const asked = await asking
  await delay(3_000)
  const { answered, p99 } = report(`beside ${files.length} files of ${values.kilobytes} KB`, asked)
  const peak = peakMb(program)
  console.log(`peak ${peak.toFixed(0)} MB`)
  expectGoal('every question of the other server is answered', answered === asked.length)
  expectGoal(`99 of 100 are answered within ${P99_MS} ms`, p99 < P99_MS)
  expectGoal(`the process takes less than ${MEMORY_MB} MB`, peak < MEMORY_MB)
  program.child.kill('SIGTERM')
  await once(program.child, 'exit')
  await fake.close()
  await rm(dataDir, { recursive: true })
}

await measure()
