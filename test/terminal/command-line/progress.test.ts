import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reportProgress } from '../../../src/terminal/command-line/progress.ts'

/** What is written to a terminal, or to a file that is none. */
function collect(isTTY: boolean): { output: NodeJS.WriteStream; text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  // Of a terminal's stream, a report writes to it and asks whether it is one.
  return { output: Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream, text: () => text }
}

describe('reportProgress', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => vi.useRealTimers())

  it('says nothing within the first second', () => {
    const { output, text } = collect(true)
    const report = reportProgress('reading', 'files', output)
    vi.advanceTimersByTime(900)
    report({ done: 1, total: 4 })
    report.end()
    expect(text()).toBe('')
  })

  it('draws a bar that renews itself in a terminal, and takes it away in the end', () => {
    const { output, text } = collect(true)
    const report = reportProgress('reading', 'files', output)
    vi.advanceTimersByTime(1000)
    report({ done: 1, total: 4 })
    expect(text()).toBe(`\r\x1b[K${'█'.repeat(6)}${'░'.repeat(18)} reading 1 of 4 files`)
    report.end()
    expect(text().endsWith('\r\x1b[K')).toBe(true)
  })

  it('writes plain lines elsewhere, one a second', () => {
    const { output, text } = collect(false)
    const report = reportProgress('reading', 'files', output)
    vi.advanceTimersByTime(1000)
    report({ done: 1, total: 4 })
    report({ done: 2, total: 4 })
    vi.advanceTimersByTime(1000)
    report({ done: 3, total: 4 })
    report.end()
    expect(text()).toBe('reading 1 of 4 files\nreading 3 of 4 files\n')
  })
})
