/** The feeds of a bot that follows none. */
import type { ServerFeeds } from '../../src/servers/feeds/server-feeds.ts'

export const noFeeds: ServerFeeds = {
  status: () => [],
  follow: () => Promise.reject(new Error('expected a test that follows no feed')),
  unfollow: async () => null,
  start: () => undefined,
  stop: async () => undefined,
}
