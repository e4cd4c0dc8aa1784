/** How text is printed to standard output: wrapped and coloured for a person's terminal, as it is for a pipe. */
import type { TextStyle } from '../console/render.ts'
import { en } from '../messages/en.ts'

const widestLine = 100

export function outputStyle(): TextStyle {
  const { isTTY, columns } = process.stdout
  return {
    messages: en,
    width: isTTY ? Math.min(columns, widestLine) : null,
    // NO_COLOR: https://no-color.org
    colour: isTTY && !process.env.NO_COLOR,
  }
}
