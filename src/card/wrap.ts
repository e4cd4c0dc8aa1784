/** Breaks text into lines of a width, between words, and finds the largest size at which all of it fits. Measuring is handed in. */

/** The width of a text in pixels at a size in pixels. */
export type Measure = (text: string, size: number) => number

export type Fitted = { readonly size: number; readonly lines: readonly string[] }

/** The lines of `text` within `width`; null when a single word is wider. Nothing is ever left out or hyphenated. */
export function wrap(text: string, size: number, width: number, measure: Measure): readonly string[] | null {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/\s+/).filter(part => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (measure(longer, size) <= width) {
        line = longer
        continue
      }
      if (line === '' || measure(word, size) > width) return null
      lines.push(line)
      line = word
    }
    if (line !== '') lines.push(line)
  }
  return lines
}

/** The first of `sizes`, largest first, at which `text` fits into the box; null when it fits at none. */
export function fitText(
  text: string,
  sizes: readonly number[],
  box: { readonly width: number; readonly height: number; readonly lineHeight: number },
  measure: Measure,
): Fitted | null {
  for (const size of sizes) {
    const lines = wrap(text, size, box.width, measure)
    if (lines !== null && lines.length * size * box.lineHeight <= box.height) return { size, lines }
  }
  return null
}
