/** People in a hurry, for the load benches: asks the bot so often a second, in every way in which people do, and counts what became of it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { channel, person } from '../support/fake-discord/people.ts'
import {
  type Asking,
  createFakeDiscord,
  type FakeDiscord,
  type FakeInteraction,
  type FakeMessage,
} from '../support/fake-discord.ts'

export type Bench = {
  readonly fake: FakeDiscord
  readonly bot: ChildProcess
  readonly questions: readonly string[]
  readonly sentences: number
}

export type Rush = {
  readonly perSecond: number
  readonly seconds: number
  /** Autocompletions that come with each interaction. */
  readonly typed: number
  readonly halfWay?: () => void
}

export type Run = {
  readonly asked: readonly FakeInteraction[]
  readonly typed: readonly FakeInteraction[]
  /** Milliseconds of processor time that the bot had, and of the clock: where other work shares the machine it may have too little. */
  readonly cpuMs: number
  readonly elapsedMs: number
}

export type Counts = {
  readonly asked: number
  readonly answered: number
  /** Answered after Discord's three seconds, and so refused. */
  readonly late: number
  readonly twice: number
  /** Milliseconds until the first response: half of them, 99 of 100, and all came within. */
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** A bot that has just started, on a Discord that keeps to its three seconds. */
export async function begin(): Promise<Bench> {
  const fake = await createFakeDiscord({ clock: Date.now })
  const bot = fork(new URL('discord-bot.ts', import.meta.url), [fake.address.api, fake.token], {
    execArgv: ['--import', 'tsx'],
  })
  const [told] = await once(bot, 'message')
  return { fake, bot, questions: told.questions, sentences: told.sentences }
}

export async function end({ fake, bot }: Bench): Promise<void> {
  bot.send('stop')
  await once(bot, 'exit')
  await fake.close()
}

/** Asks in one of the ways in which people do, in turn. */
export function interact(
  { fake, questions }: Bench,
  at: number,
  asking: Asking,
  shown: FakeMessage | null,
): FakeInteraction {
  const question = questions[at % questions.length] ?? ''
  if (at % 10 < 6) return fake.slash('ask', { question }, asking)
  if (at % 10 === 6) return fake.slash('quote', { words: question, speaker: 'Brandt' }, asking)
  if (at % 10 === 7 || shown === null) return fake.slash('article', {}, asking)
  return fake.click(shown, at % 10 === 8 ? 'More context' : 'Read the article', asking)
}

/** Spread evenly over the time, over enough people and channels for nobody to be asked to slow down. Resolves when the last was asked. */
export async function rush(bench: Bench, { perSecond, seconds, typed: typedEach, halfWay }: Rush): Promise<Run> {
  const { fake } = bench
  const total = perSecond * seconds
  const people = Array.from({ length: Math.ceil(total / 5) }, (_, at) => person(`person ${at}`))
  const channels = Array.from({ length: Math.ceil(total / 50) }, () => channel('text', fake.guildId))
  const asked = [fake.slash('ask', { question: bench.questions[0] ?? '' })]
  const shown = (await asked[0]?.shown.next()) ?? null
  const typed: FakeInteraction[] = []
  const cpuBefore = await cpuOf(bench)
  const startedAt = performance.now()
  for (let at = 0; at < total; at += 1) {
    await delay(Math.max(0, startedAt + (at * 1_000) / perSecond - performance.now()))
    if (at === Math.floor(total / 2)) halfWay?.()
    const [by, where] = [people[at % people.length], channels[at % channels.length]]
    if (by === undefined || where === undefined) throw new RangeError('somebody asks somewhere')
    const asking = { by, in: where }
    for (let letters = 1; letters <= typedEach; letters += 1) {
      typed.push(fake.autocomplete('ask', 'article', 'On k'.slice(0, letters + 1), asking))
    }
    asked.push(interact(bench, at, asking, shown))
  }
  const cpuMs = (await cpuOf(bench)) - cpuBefore
  return { asked, typed, cpuMs, elapsedMs: performance.now() - startedAt }
}

/** Waits until everything is answered, or nothing more was for four seconds: longer than Discord takes an answer. */
export async function settled({ asked, typed }: Run): Promise<void> {
  for (let waitedMs = 0, open = -1; waitedMs < 4_000; waitedMs += 50) {
    const left = [...asked, ...typed].filter(({ answeredAt }) => answeredAt === null).length
    if (left === 0) return
    if (left !== open) waitedMs = 0
    open = left
    await delay(50)
  }
}

export function count(interactions: readonly FakeInteraction[]): Counts {
  const times = interactions.flatMap(({ answeredAt, sentAt }) => (answeredAt === null ? [] : [answeredAt - sentAt]))
  times.sort((a, b) => a - b)
  const within = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN
  return {
    asked: interactions.length,
    answered: times.length,
    late: interactions.filter(({ lateResponses }) => lateResponses > 0).length,
    twice: interactions.filter(({ answers }) => answers > 1).length,
    p50: within(0.5),
    p99: within(0.99),
    max: within(1),
  }
}

async function cpuOf({ bot }: Bench): Promise<number> {
  bot.send('usage')
  const [{ cpuMs }] = await once(bot, 'message')
  return cpuMs
}
