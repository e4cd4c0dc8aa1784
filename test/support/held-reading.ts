/** Loaded before the program under test: opening a file whose name begins with `held` waits until the parent process sends any message. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'

const { open } = fs.promises
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
syncBuiltinESMExports()
