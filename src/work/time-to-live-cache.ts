/** Remembers a few things for a few minutes, and never more than a fixed number of them: the only state of a running bot beside its articles. */

export type TimeToLiveCache<Value> = {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

/** Forgets what was set longer ago than `lifetimeMs`, and the oldest when there are more than `limit`. `now` gives milliseconds. */
export function createTimeToLiveCache<Value>(
  limit: number,
  lifetimeMs: number,
  now: () => number,
): TimeToLiveCache<Value> {
  // A Map keeps the order in which keys were set: the oldest is always the first.
  const known = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    get(key) {
      const entry = known.get(key)
      return entry !== undefined && entry.until > now() ? entry.value : undefined
    },
    set(key, value) {
      known.delete(key)
      known.set(key, { value, until: now() + lifetimeMs })
      for (const [oldest, { until }] of known) {
        if (known.size <= limit && until > now()) break
        known.delete(oldest)
      }
    },
    delete(key) {
      known.delete(key)
    },
  }
}
