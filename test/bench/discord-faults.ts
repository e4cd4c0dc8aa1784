/** The faults of Discord, and of the way to it, that `discord-load.ts` injects half-way. */
import type { FakeDiscord } from '../support/fake-discord.ts'

/** Each fault, as something that happens to the fake. The last two run into Discord's limit on identifying: 5 s. */
export const faults: readonly [name: string, inject: (fake: FakeDiscord) => void][] = [
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
