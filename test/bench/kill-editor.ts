/** Saves one file as a program does that may be killed meanwhile: `kill-editor.ts WAY SOURCE TARGET`. Says `begin` before it touches anything. */
import { appendFileSync, closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const [way = '', source = '', target = ''] = process.argv.slice(2)
const bytes = readFileSync(source)
// Straight to the pipe: what is said before a kill has been said.
const say = (word: string): number => writeSync(1, `${word}\n`)

/** Pieces of some 12 saves, cut where it happens, with a pause now and then; one save in six stops for longer than a file has to be quiet. */
async function* pieces(): AsyncGenerator<Uint8Array> {
  const stopsAt = Math.random() < 1 / 6 ? Math.floor(Math.random() * 8) : -1
  const size = 1 + Math.floor((bytes.length / 12) * (0.5 + Math.random()))
  for (let start = 0, number = 0; start < bytes.length; start += size, number += 1) {
    yield bytes.subarray(start, start + size)
    await delay(number === stopsAt ? 1_500 : Math.random() * 12)
  }
}

async function writeTo(path: string): Promise<void> {
  const file = openSync(path, 'w')
  for await (const piece of pieces()) writeSync(file, piece)
  closeSync(file)
}

if (way !== 'fed') say('begin')
switch (way) {
  case 'in place':
    await writeTo(target)
    break
  case 'renamed': {
    const temporary = join(dirname(target), '.saving.swp')
    await writeTo(`${temporary}${process.pid}`)
    renameSync(`${temporary}${process.pid}`, target)
    break
  }
  case 'appended':
    writeFileSync(target, '')
    for await (const piece of pieces()) appendFileSync(target, piece)
    break
  default:
    // What `cp` and `curl` are fed with, from a pipe and over HTTP.
    for await (const piece of pieces()) process.stdout.write(piece)
}
