/**
 * Loaded before the program under test: opening a file whose name begins with `held` waits until the parent process sends any message.
 * All files look an hour older than they are, so that none counts as still being written, however soon the program starts.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'

const HOUR_MS = 3_600_000

const { open, stat } = fs.promises
const released = new Promise<void>(resolve => {
  process.once('message', () => {
    process.disconnect()
    resolve()
  })
})

fs.promises.open = async (path, ...how) => {
  if (basename(String(path)).startsWith('held')) await released
  return open(path, ...how)
}
fs.promises.stat = new Proxy(stat, {
  apply: async (target, self, [path, ...options]: Parameters<typeof stat>) => {
    const stats = await Reflect.apply(target, self, [path, ...options])
    for (const time of ['mtimeMs', 'ctimeMs'] as const) if (typeof stats[time] === 'number') stats[time] -= HOUR_MS
    return stats
  },
})
syncBuiltinESMExports()
