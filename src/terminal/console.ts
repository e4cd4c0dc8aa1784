/** The console: the bot's commands in a terminal, or line by line from a pipe. */
import { createInterface } from 'node:readline'
import type { Command, Context } from '../../commands/command.ts'
import { corpusCommand } from '../../commands/corpus.ts'
import type { Answer } from '../answer/answer.ts'
import { UserError } from '../errors.ts'
import { cursorIn, parseLine } from './parse-line.ts'
import { renderText } from './render.ts'
import { plain, type TextStyle } from './text.ts'

export type ConsoleOptions = {
  readonly commands: readonly Command[]
  readonly context: () => Context
  readonly style: TextStyle
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly errorOutput: NodeJS.WritableStream
  /** Shown once, and a prompt before each line, when a person sits at a terminal; null for a pipe. */
  readonly greeting: string | null
}

/** Answers each line of the input until it ends. Resolves to the exit code: 0, or 1 when a line met a bug. */
export async function runConsole(options: ConsoleOptions): Promise<number> {
  const { input, output, greeting } = options
  const interactive = greeting !== null
  const lines = createInterface({
    input,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(interactive ? { output, prompt: '\n› ', completer: (line: string) => complete(line, options) } : {}),
  })
  let exitCode = 0
  if (interactive) {
    output.write(`${options.style.wrap?.(greeting, 0) ?? greeting}\n`)
    lines.on('SIGINT', () => lines.close())
    lines.prompt()
  }
  let answered = 0
  const earlier: string[] = []
  for await (const line of lines) {
    if (/^\s*\/?(?:quit|exit)\s*$/i.test(line)) break
    if (line.trim() !== '') {
      const text = await answerLine(line, earlier, options).catch((error: unknown) => {
        exitCode = 1
        options.errorOutput.write(`${plain(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`)
        return 'Something went wrong in answering this; the fault is printed above.'
      })
      // In a pipe nobody sees what was typed: the line stands above its answer.
      const asked = interactive ? '' : `${answered === 0 ? '' : '\n'}› ${plain(line.trim())}\n\n`
      output.write(`${asked}${text}\n`)
      answered += 1
    }
    if (interactive) lines.prompt()
  }
  return exitCode
}

/** Earlier questions that a follow-up may go back to. */
const REMEMBERED = 3

/** Answers one line; a question is added to the `earlier` ones of this session. */
async function answerLine(
  line: string,
  earlier: string[],
  { commands, context, style }: ConsoleOptions,
): Promise<string> {
  try {
    const { command, options } = parseLine(/^help$/i.test(line.trim()) ? '/help' : line, commands)
    if (command.data.name === corpusCommand.data.name) throw new UserError(style.messages.corpusElsewhere)
    const answer: Answer = await command.run(options, { ...context(), after: earlier.slice(-REMEMBERED) })
    if (typeof options.question === 'string') earlier.push(options.question)
    return renderText(answer, style)
  } catch (error) {
    if (error instanceof UserError) return style.wrap?.(plain(error.message), 0) ?? plain(error.message)
    throw error
  }
}

/** What Tab offers: commands after a slash, then what the command suggests for the option at the cursor. */
function complete(line: string, { commands, context }: ConsoleOptions): [string[], string] {
  if (/^\/\S*$/u.test(line)) {
    const names = commands.map(({ data }) => `/${data.name} `)
    return [names.filter(name => name.startsWith(line)), line]
  }
  const cursor = cursorIn(line, commands)
  if (cursor === null) return [[], line]
  const choices = cursor.command.complete?.(cursor.option, cursor.typed, context()) ?? []
  const values = choices.map(({ value }) => (cursor.named && /\s/.test(value) ? `"${value}"` : value))
  return [values, line.slice(cursor.from)]
}
