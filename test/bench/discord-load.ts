/**
 * A busy server: `node --import tsx test/bench/discord-load.ts [--faults] [--memory]`. Always: 500 interactions in 5 s, with autocompletion
 * between, of a bot that has just started; then 500 a second for 5 s, and what is asked two seconds after. Exits with 1 where a goal is missed.
 * `--faults`: 500 in 5 s once for each fault, injected half-way. `--memory`: 20,000 interactions.
 */
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { channel, person } from '../support/fake-discord/people.ts'
import { faults } from './discord-faults.ts'
import { begin, type Counts, count, end, interact, type Run, rush, settled } from './discord-rush.ts'

const USUAL = { perSecond: 100, seconds: 5, typed: 3 }
const STEP = { perSecond: 500, seconds: 5, typed: 1 }
const AFTERWARDS = { perSecond: 100, seconds: 2, typed: 0 }
/** Milliseconds after a rush within which the bot must serve everybody again. */
const RECOVERY_MS = 2_000
const P99_MS = 250

function report(name: string, run: Run): Counts {
  const asked = count(run.asked)
  const typed = count(run.typed)
  const tell = ({ asked, answered, late, twice, p50, p99, max }: Counts): string =>
    `asked ${asked}  answered ${answered}  late ${late}  dropped ${asked - answered - late}  twice ${twice}  p50 ${p50.toFixed(0)} ms  p99 ${p99.toFixed(0)} ms  max ${max.toFixed(0)} ms`
  console.log(
    `${name.padEnd(34)} ${tell(asked)}  the bot had ${Math.round((100 * run.cpuMs) / run.elapsedMs)} % of a processor`,
  )
  if (typed.asked > 0) console.log(`${'  suggestions'.padEnd(34)} ${tell(typed)}`)
  return asked
}

async function measureLoad(): Promise<void> {
  const bench = await begin()
  console.log(`${bench.sentences} sentences`)
  const cold = await rush(bench, USUAL)
  await settled(cold)
  const first = report('100 a second from cold', cold)
  expectGoal('from cold, every interaction is answered', first.answered === first.asked)
  expectGoal(`from cold, 99 of 100 are answered within ${P99_MS} ms`, first.p99 < P99_MS)

  const step = await rush(bench, STEP)
  await delay(RECOVERY_MS)
  const after = await rush(bench, AFTERWARDS)
  await settled(after)
  await settled(step)
  const rushed = report('500 a second', step)
  expectGoal('in a rush nothing is answered late', rushed.late + count(step.typed).late === 0)
  const served = report('100 a second, 2 s after', after)
  expectGoal('2 s after a rush every interaction is answered', served.answered === served.asked)
  expectGoal(`2 s after a rush 99 of 100 are answered within ${P99_MS} ms`, served.p99 < P99_MS)
  expectGoal("nothing is sent against Discord's rules", bench.fake.store.violations.length === 0)
  await end(bench)
}

function expectGoal(goal: string, isReached: boolean): void {
  console.log(`  ${isReached ? 'reached' : 'MISSED '}  ${goal}`)
  if (!isReached) process.exitCode = 1
}

async function measureFaults(): Promise<void> {
  for (const [name, inject] of faults) {
    const bench = await begin()
    await settled(await rush(bench, AFTERWARDS))
    for (const [what, halfWay] of [
      [name, () => inject(bench.fake)],
      ['  afterwards', () => undefined],
    ] as const) {
      const run = await rush(bench, { ...USUAL, halfWay })
      await settled(run)
      report(what, run)
    }
    if (bench.fake.store.violations.length > 0) console.log('  violations:', bench.fake.store.violations.slice(0, 3))
    await end(bench)
  }
}

async function measureMemory(): Promise<void> {
  const bench = await begin()
  const people = Array.from({ length: 10_000 }, (_, at) => person(`person ${at}`))
  const channels = Array.from({ length: 400 }, () => channel('text', bench.fake.guildId))
  for (let done = 0; done <= 20_000; done += 100) {
    if (done % 4_000 === 0) {
      bench.bot.send('memory')
      const [{ heapUsed, rss }] = await once(bench.bot, 'message')
      console.log(
        `after ${done} interactions: heap ${(heapUsed / 1e6).toFixed(1)} MB, resident ${(rss / 1e6).toFixed(0)} MB`,
      )
    }
    const batch = Array.from({ length: 100 }, (_, at) => {
      const [by, where] = [people[(done + at) % people.length], channels[(done + at) % channels.length]]
      if (by === undefined || where === undefined) throw new RangeError('somebody asks somewhere')
      return interact(bench, done + at, { by, in: where }, null)
    })
    await Promise.all(batch.map(({ shown }) => shown.next()))
    bench.fake.store.messages.clear()
    bench.fake.store.interactions.clear()
    bench.fake.requests.length = 0
  }
  console.log('violations:', bench.fake.store.violations.length)
  await end(bench)
}

await measureLoad()
if (process.argv.includes('--faults')) await measureFaults()
if (process.argv.includes('--memory')) await measureMemory()
