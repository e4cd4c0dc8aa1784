/** How text is printed to standard output: wrapped and coloured for a person's terminal, as it is for a pipe. */

import { en } from '../messages/en.ts'
import type { TextStyle } from './text.ts'

const widestLine = 100

export async function outputStyle(): Promise<TextStyle> {
  // NO_COLOR: https://no-color.org
  const colour = process.stdout.isTTY && !process.env.NO_COLOR
  return { messages: en, wrap: process.stdout.isTTY ? await terminalWrap() : null, colour }
}

async function terminalWrap(): Promise<NonNullable<TextStyle['wrap']>> {
  // Loaded for a terminal alone: it takes 40 ms that a pipe need not wait for.
  const { default: wrapAnsi } = await import('wrap-ansi')
  // A person may resize the terminal: its width is asked for at each line. Leading blanks are kept where they lay lines out.
  // One that does not know its width says 0.
  return (text, narrower) =>
    wrapAnsi(text, Math.min(process.stdout.columns || 80, widestLine) - narrower, {
      hard: true,
      trim: !text.startsWith(' '),
    })
}
