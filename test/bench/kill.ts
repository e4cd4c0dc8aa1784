/**
 * `node --import tsx test/bench/kill.ts [KILLS]`: kills what writes articles, KILLS times (200) each: the command line's `add` and `remove`, the bot in the
 * middle of `/corpus add` and `remove`, and editors in the middle of a save in the watched folder. Afterwards every article must be whole or absent, none
 * lost that was acknowledged, and none answered from that is half. Prints a table; exits 1 when anything is otherwise.
 */
import { parseArgs } from 'node:util'
import { formatTable } from '../../src/terminal/table.ts'
import { killBot } from './kill-bot.ts'
import { killEditors } from './kill-editors.ts'
import { type KillRow, killCommandLine } from './kill-programs.ts'
import { killWriters } from './kill-store.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } })
const kills = Number(positionals[0] ?? 200)

async function killStore(): Promise<KillRow[]> {
  const { rounds, acknowledged, brokenOff, tookEffect, faults } = await killWriters(kills)
  return [{ what: "the store's functions", kills: rounds, acknowledged, unacknowledged: brokenOff, tookEffect, faults }]
}

const runs: ReadonlyMap<string, () => Promise<KillRow[]>> = new Map([
  ['store', killStore],
  ['cli', () => killCommandLine(Math.ceil(kills / 2))],
  ['bot', () => killBot(kills)],
  ['editors', () => killEditors(kills)],
])

const rows: KillRow[] = []
for (const [name, run] of runs) {
  if (values.only !== undefined && values.only !== name) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await run()))
}
const cells = rows.map(({ what, faults, kills: count, acknowledged, unacknowledged, tookEffect, likeFinished = 0 }) => [
  what,
  ...[count, acknowledged, unacknowledged, tookEffect, likeFinished, faults.length].map(String),
])
const head = ['KILLED', 'KILLS', 'ACKNOWLEDGED', 'BROKEN OFF', 'OF THESE DONE', 'CUT BEHIND A SENTENCE', 'VIOLATIONS']
process.stdout.write(`${formatTable(head, cells)}\n`)
for (const { faults } of rows) for (const fault of faults.slice(0, 20)) process.stdout.write(`${fault}\n`)
// Servers of the fakes may linger.
process.exit(rows.some(({ faults }) => faults.length > 0) ? 1 : 0)
