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
  return (text, narrower) => {
    const width = Math.min(process.stdout.columns || 80, widestLine) - narrower
    return wrapPieces(text, piece => wrapAnsi(piece, width, { hard: true, trim: !text.startsWith(' ') }))
  }
}

/** UTF-16 units that are wrapped at once: measuring takes time quadratic in them (64 KB of flags: 8 s). */
const PIECE = 4_000

/** Wraps a text in pieces that end at a line's end or, where a line is longer than a piece, behind a blank if it has one. */
export function wrapPieces(text: string, wrap: (piece: string) => string): string {
  const wrapped: string[] = []
  for (let start = 0; start < text.length || start === 0; ) {
    const window = text.slice(start, start + PIECE)
    const at = start + PIECE >= text.length ? window.length : endOf(window)
    wrapped.push(wrap(window.slice(0, at)))
    start += Math.max(1, at)
    if (text[start] === '\n' || text[start] === ' ') start += 1
  }
  return wrapped.join('\n')
}

/** Where a piece ends: before its last line end, its last blank, or whole characters. */
function endOf(window: string): number {
  const line = window.lastIndexOf('\n')
  if (line > 0) return line
  const blank = window.lastIndexOf(' ')
  if (blank > 0) return blank
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length
}
