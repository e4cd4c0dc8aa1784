/**
 * A busy server: `node --import tsx test/bench/discord-load.ts [--faults] [--memory]`. Always: 500 interactions in 5 s from 200 people over 20
 * channels, with autocompletion between. `--faults`: the same once for each fault, injected half-way. `--memory`: 20,000 interactions.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { type Channel, channel, type Person, person } from '../support/fake-discord/people.ts'
import { createFakeDiscord, type FakeDiscord, type FakeInteraction, type FakeMessage } from '../support/fake-discord.ts'

type Bench = {
  readonly fake: FakeDiscord
  readonly bot: ChildProcess
  readonly questions: readonly string[]
  readonly sentences: number
}
type Asked = { readonly interaction: FakeInteraction; readonly dueAtMs: number }
type Run = { readonly asked: readonly Asked[]; readonly cpuMs: number }

const PEOPLE = 200
const CHANNELS = 20
const INTERACTIONS = 500
const DURATION_MS = 5_000

async function begin(): Promise<Bench> {
  const fake = await createFakeDiscord()
  const bot = fork(new URL('discord-bot.ts', import.meta.url), [fake.address.api, fake.token], {
    execArgv: ['--import', 'tsx'],
  })
  const [told] = await once(bot, 'message')
  const bench = { fake, bot, questions: told.questions, sentences: told.sentences }
  await warmUp(bench)
  return bench
}

/** Asks in every way a few times: a bot that has just started has its code still to compile, and its speakers to find. */
async function warmUp(bench: Bench): Promise<void> {
  for (let at = 0; at < 200; at += 1) {
    const where = channel('text', bench.fake.guildId)
    await interact(bench, at, person('somebody'), where, null).shown.next()
    await bench.fake.autocomplete('ask', 'article', 'On k', { in: where }).choices.next()
  }
}

async function end({ fake, bot }: Bench): Promise<void> {
  bot.send('stop')
  await once(bot, 'exit')
  await fake.close()
}

/** Asks in one of the ways in which people do, in turn. */
function interact(
  { fake, questions }: Bench,
  at: number,
  by: Person,
  where: Channel,
  shown: FakeMessage | null,
): FakeInteraction {
  const question = questions[at % questions.length] ?? ''
  const asking = { by, in: where }
  if (at % 10 < 6) return fake.slash('ask', { question }, asking)
  if (at % 10 === 6) return fake.slash('quote', { words: question, speaker: 'Brandt' }, asking)
  if (at % 10 === 7 || shown === null) return fake.slash('article', {}, asking)
  return fake.click(shown, at % 10 === 8 ? 'More context' : 'Read the article', asking)
}

/** Milliseconds of processor time that the bot has taken since it started: unlike the clock, hardly touched by what else runs. */
async function cpuMs({ bot }: Bench): Promise<number> {
  bot.send('usage')
  const [{ cpuMs }] = await once(bot, 'message')
  return cpuMs
}

/** The interactions of one run, spread evenly; `halfWay` happens in the middle. */
async function load(bench: Bench, halfWay: () => void): Promise<Run> {
  const people = Array.from({ length: PEOPLE }, (_, at) => person(`person ${at}`))
  const channels = Array.from({ length: CHANNELS }, () => channel('text', bench.fake.guildId))
  const asked: Asked[] = []
  const first = bench.fake.slash('ask', { question: bench.questions[0] ?? '' })
  const shown = await first.shown.next()
  const cpuBefore = await cpuMs(bench)
  const startedAt = performance.now()
  for (let at = 0; at < INTERACTIONS; at += 1) {
    const dueAtMs = (at * DURATION_MS) / INTERACTIONS
    await delay(Math.max(0, startedAt + dueAtMs - performance.now()))
    if (at === INTERACTIONS / 2) halfWay()
    const [by, where] = [people[at % PEOPLE], channels[at % CHANNELS]]
    if (by === undefined || where === undefined) continue
    for (let typed = 1; typed <= 3; typed += 1) {
      const interaction = bench.fake.autocomplete('ask', 'article', 'On k'.slice(0, typed + 1), { by, in: where })
      asked.push({ interaction, dueAtMs })
    }
    asked.push({ interaction: interact(bench, at, by, where, shown), dueAtMs })
  }
  await settled(asked)
  return { asked, cpuMs: (await cpuMs(bench)) - cpuBefore }
}

/** Waits until everything is answered, or nothing more was for ten seconds. */
async function settled(asked: readonly Asked[]): Promise<void> {
  for (let waitedMs = 0, open = -1; waitedMs < 10_000; waitedMs += 50) {
    const left = asked.filter(({ interaction }) => interaction.answeredAt === null).length
    if (left === 0) return
    if (left !== open) waitedMs = 0
    open = left
    await delay(50)
  }
}

function report(name: string, { asked, cpuMs }: Run): void {
  const times = asked.flatMap(({ interaction: { answeredAt, sentAt } }) =>
    answeredAt === null ? [] : [answeredAt - sentAt],
  )
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.ceil(times.length * share) - 1] ?? Number.NaN).toFixed(1)
  const late = times.filter(time => time > 1_000).length
  const twice = asked.filter(({ interaction }) => interaction.answers > 1).length
  console.log(
    `${name.padEnd(34)} asked ${asked.length}  answered ${times.length}  over 1 s ${late}  twice ${twice}  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms  bot's processor ${(cpuMs / 1_000).toFixed(2)} s`,
  )
}

/** Each fault, as something that happens to the fake. The last two run into Discord's limit on identifying: 5 s. */
const faults: readonly [name: string, inject: (fake: FakeDiscord) => void][] = [
  ['gateway drops', fake => fake.gateway.drop()],
  ['gateway asks to reconnect', fake => fake.gateway.askToReconnect()],
  [
    '429 of routes',
    fake =>
      fake.fault({
        matches: /callback/,
        times: 20,
        status: 429,
        headers: { 'retry-after': '0.2' },
        body: { retry_after: 0.2 },
      }),
  ],
  [
    'global 429',
    fake =>
      fake.fault({
        matches: /callback/,
        times: 1,
        status: 429,
        headers: { 'retry-after': '0.5', 'x-ratelimit-global': 'true' },
        body: { retry_after: 0.5, global: true },
      }),
  ],
  ['5xx', fake => fake.fault({ matches: /callback/, times: 20, status: 503 })],
  ['slow answers', fake => fake.fault({ matches: /callback/, times: 50, delayMs: 400 })],
  ['resets before they took effect', fake => fake.fault({ matches: /callback/, times: 10, cut: 'before' })],
  ['resets after they took effect', fake => fake.fault({ matches: /callback/, times: 10, cut: 'after' })],
  [
    'expired (10062)',
    fake =>
      fake.fault({
        matches: /callback/,
        times: 10,
        status: 404,
        body: { code: 10062, message: 'Unknown interaction' },
      }),
  ],
  [
    'answered already (40060)',
    fake => fake.fault({ matches: /callback/, times: 10, status: 400, body: { code: 40060, message: 'acknowledged' } }),
  ],
  ['session invalidated', fake => fake.gateway.invalidate()],
]

async function measureFaults(): Promise<void> {
  for (const [name, inject] of faults) {
    const bench = await begin()
    report(name, await load(bench, () => inject(bench.fake)))
    report('  afterwards', await load(bench, () => undefined))
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
      return interact(bench, done + at, by, where, null)
    })
    await Promise.all(batch.map(({ shown }) => shown.next()))
    bench.fake.store.messages.clear()
    bench.fake.store.interactions.clear()
    bench.fake.requests.length = 0
  }
  console.log('violations:', bench.fake.store.violations.length)
  await end(bench)
}

const bench = await begin()
console.log(
  `${bench.sentences} sentences; ${INTERACTIONS} interactions and ${3 * INTERACTIONS} autocompletions in ${DURATION_MS / 1_000} s`,
)
report('load', await load(bench, () => undefined))
console.log('violations:', bench.fake.store.violations.length)
await end(bench)
if (process.argv.includes('--faults')) await measureFaults()
if (process.argv.includes('--memory')) await measureMemory()
