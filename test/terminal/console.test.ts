import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { en } from '../../src/messages/en.ts'
import { runConsole } from '../../src/terminal/console.ts'
import { makeLibrary } from '../support/articles.ts'

/** What the console prints for these lines, and its exit code. */
async function say(lines: readonly string[]): Promise<{ readonly text: string; readonly exitCode: number }> {
  const output = new PassThrough()
  const exitCode = await runConsole({
    commands,
    context: () => ({ library: makeLibrary(), locale: 'en' }),
    style: { messages: en, wrap: (text, narrower) => `${text} <${narrower}>`, colour: false },
    input: Readable.from(lines.map(line => `${line}\n`)),
    output,
    errorOutput: new PassThrough(),
    greeting: null,
  })
  return { text: String(output.read() ?? ''), exitCode }
}

describe('the console', () => {
  it('wraps what it says of a line that makes no sense, too', async () => {
    expect(await say(['/nonsense'])).toEqual({
      text: expect.stringMatching(/^› \/nonsense\n\nThere is no command .* <0>\n$/),
      exitCode: 0,
    })
  })

  it('says where articles are added, since /corpus is Discord’s', async () => {
    for (const line of ['/corpus', '/corpus status']) {
      expect((await say([line])).text).toContain('npm run corpus -- add FILE')
    }
  })

  it('shows each line of a pipe above its answer, so that answers can be told apart', async () => {
    const { text } = await say(['/nonsense', '  /other  '])
    expect(text).toMatch(/^› \/nonsense\n\nThere is [^\n]*\n\n› \/other\n\nThere is [^\n]*\n$/)
  })

  it.each(['help', ' Help '])('helps when it reads `%s`', async line => {
    expect((await say([line])).text).toContain((await say(['/help'])).text.replace(/^.*\n\n/, ''))
  })

  it.each(['quit', 'exit', '/quit', ' EXIT '])('ends when it reads `%s`', async line => {
    expect(await say([line, '/nonsense'])).toEqual({ text: '', exitCode: 0 })
  })

  it('passes over empty lines', async () => {
    expect(await say(['', '   '])).toEqual({ text: '', exitCode: 0 })
  })
})
