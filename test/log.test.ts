/** The log as a process writes it. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

describe('the log', () => {
  it('holds no character that steers a terminal, and means the same', () => {
    const hostile = '\u001b[2J\u009b31m\u007f\u202eevil'
    const script = `import { createLogger } from './src/log.ts'; createLogger('info').info({ name: ${JSON.stringify(hostile)} }, ${JSON.stringify(hostile)})`
    const written = execFileSync(
      '/bin/sh',
      ['-c', 'exec "$0" "$@" 2>&1', process.execPath, '--import', 'tsx', '--input-type=module', '-e', script],
      { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' },
    )
    expect(written.trimEnd()).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    expect(JSON.parse(written)).toMatchObject({ name: hostile, msg: hostile })
  })
})
