/** Draws a quote card as a PNG. Blocks while it does: to be called in a thread of its own, see `worker.ts`. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Card, DrawnCard } from './card.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { type Fitted, fitText } from './wrap.ts'

/** Pixels; the shape in which chat programs show pictures largest. */
const WIDTH = 1200
const HEIGHT = 675
const MARGIN = 80
const BAR = 14
const FOOTER = 210
const LINE_HEIGHT = 1.32
/** From large to the smallest that can still be read on a telephone. */
const WORD_SIZES = [60, 54, 48, 44, 40, 36, 33, 30, 27, 25]
const NAME_SIZES = [32, 28, 24]
const SMALL_SIZES = [22, 20, 18]
const PAPER = '#fbfaf7'
const INK = '#1c1b19'
const FAINT = '#67635c'
const ACCENT = '#2e4a7d'

let fonts: Fonts | null = null

export function drawCard(card: Card): DrawnCard {
  fonts ??= loadFonts()
  const texts = [card.words, card.speaker, card.description ?? '', card.headline, card.printed, card.citation].map(
    clean,
  )
  if (!texts.every(fonts.covers)) return { refused: 'script' }
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  const { families } = fonts
  const measure = (text: string, size: number): number => {
    context.font = `${size}px ${families}`
    return context.measureText(text).width
  }
  const width = WIDTH - 2 * MARGIN - BAR
  const height = HEIGHT - 2 * MARGIN - FOOTER + MARGIN / 2
  const words = fitText(`“${clean(card.words)}”`, WORD_SIZES, { width, height, lineHeight: LINE_HEIGHT }, measure)
  const said = clean(card.description === null ? `— ${card.speaker}` : `— ${card.speaker}, ${card.description}`)
  const line = (text: string, sizes: readonly number[], lines: number): Fitted | null =>
    fitText(text, sizes, { width, height: lines * (sizes[0] ?? 0) * LINE_HEIGHT, lineHeight: LINE_HEIGHT }, measure)
  const name = line(said, NAME_SIZES, 2)
  const headline = line(clean(card.headline), SMALL_SIZES, 2)
  const printed = line(clean(`${card.printed} · ${card.citation}`), SMALL_SIZES, 1)
  if (words === null || name === null || headline === null || printed === null) return { refused: 'too-long' }

  context.fillStyle = PAPER
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.fillStyle = ACCENT
  context.fillRect(MARGIN - BAR * 2, MARGIN, BAR / 2, HEIGHT - 2 * MARGIN)
  const write = (text: Fitted, top: number, colour: string): number => writeLines(context, families, text, top, colour)
  const taken = words.lines.length * words.size * LINE_HEIGHT
  write(words, MARGIN + Math.max(0, (height - taken) / 2), INK)
  const lower = [name, headline, printed].reduce((sum, { lines, size }) => sum + lines.length * size * LINE_HEIGHT, 0)
  let top = HEIGHT - MARGIN - lower
  top = write(name, top, ACCENT)
  top = write(headline, top, FAINT)
  write(printed, top, FAINT)
  return { png: canvas.toBuffer('image/png') }
}

/** Writes lines below `top` and returns where the next may start. */
function writeLines(
  context: SKRSContext2D,
  families: string,
  { lines, size }: Fitted,
  top: number,
  colour: string,
): number {
  context.font = `${size}px ${families}`
  context.fillStyle = colour
  context.textBaseline = 'alphabetic'
  for (const [index, line] of lines.entries()) {
    context.fillText(line, MARGIN, top + size + index * size * LINE_HEIGHT)
  }
  return top + lines.length * size * LINE_HEIGHT
}

/** Without what has no shape of its own: direction marks, soft hyphens, zero-width spaces. Joiners stay, emoji need them. */
function clean(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
