/** Keeps one person, or one channel, from taking the bot over. What is said to them is left to the handlers. */

/** At most `count` within any `withinMs`. */
export type Allowance = { readonly count: number; readonly withinMs: number }

export type Cooldown = {
  /** Counts one use, and gives 0; or, when there were too many, does not count it and gives the milliseconds until the next. */
  use(person: string, channel: string | null, kind: 'question' | 'click'): number
}

/** Generous for a person who reads the answers; a channel's holds for all its members together. */
const PERSON: Readonly<Record<'question' | 'click', Allowance>> = {
  question: { count: 10, withinMs: 20_000 },
  click: { count: 30, withinMs: 20_000 },
}
const CHANNEL: Allowance = { count: 100, withinMs: 10_000 }

/** Keys that are kept before those that have run out are dropped. */
const SWEEP_AT = 5_000

/** `now` gives the time in milliseconds. */
export function createCooldown(now: () => number): Cooldown {
  const uses = new Map<string, number[]>()

  const waitFor = (key: string, { count, withinMs }: Allowance): number => {
    const recent = (uses.get(key) ?? []).filter(time => time > now() - withinMs)
    if (recent.length === 0) uses.delete(key)
    else uses.set(key, recent)
    return recent.length < count ? 0 : (recent[recent.length - count] ?? 0) + withinMs - now()
  }

  const sweep = (): void => {
    const longest = Math.max(CHANNEL.withinMs, PERSON.question.withinMs, PERSON.click.withinMs)
    for (const [key, times] of uses) if ((times.at(-1) ?? 0) <= now() - longest) uses.delete(key)
  }

  return {
    use(person, channel, kind) {
      const keys: [string, Allowance][] = [[`${kind} ${person}`, PERSON[kind]]]
      if (channel !== null && kind === 'question') keys.push([`channel ${channel}`, CHANNEL])
      const wait = Math.max(...keys.map(([key, allowance]) => waitFor(key, allowance)))
      if (wait > 0) return wait
      for (const [key] of keys) uses.set(key, [...(uses.get(key) ?? []), now()])
      if (uses.size > SWEEP_AT) sweep()
      return 0
    },
  }
}
