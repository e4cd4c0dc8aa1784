/** Draws the benchmark's figures as points: how often an engine has the right sentence first, against the median time of a question. */
import type { Figures } from './run-engine.ts'

const WIDTH = 720
const HEIGHT = 420
const LEFT = 60
const RIGHT = 150
const TOP = 40
const BOTTOM = 50
/** What a line of a label takes, and a letter of it, roughly. */
const LINE = 15
const LETTER = 6.2
/** Lines up or down that a label is moved, in the order in which they are tried. */
const MOVES = [0, -1, 1, -2, 2, 3, -3, 4]

/** An SVG that reads on light and dark pages alike. `what` names the questions. */
export function drawScatter(figures: readonly Figures[], what: string): string {
  const times = figures.map(({ p50Ms }) => p50Ms)
  const [fast, slow] = [Math.min(...times) / 1.6, Math.max(...times) * 1.6]
  const most = Math.ceil(Math.max(...figures.map(({ firstRight }) => firstRight)) / 10) * 10
  const x = (ms: number) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(ms / fast)) / Math.log(slow / fast)
  const y = (share: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * share) / most
  const parts = [
    text(LEFT, 20, `Right sentence first, of ${what}, against the median time of a question`, 'start', 'bold'),
    text(WIDTH - RIGHT, HEIGHT - 12, 'milliseconds a question (logarithmic) →', 'end'),
    ...ticks(fast, slow).map(
      ms => gridline(x(ms), TOP, x(ms), HEIGHT - BOTTOM) + text(x(ms), HEIGHT - 32, `${ms}`, 'middle'),
    ),
    ...Array.from({ length: most / 10 + 1 }, (_, step) => {
      const share = step * 10
      return gridline(LEFT, y(share), WIDTH - RIGHT, y(share)) + text(LEFT - 8, y(share) + 4, `${share} %`, 'end')
    }),
  ]
  const taken: Box[] = figures.map(({ p50Ms, firstRight }) => boxAt(x(p50Ms) - 6, y(firstRight) - 6, 12, 12))
  for (const { engine, p50Ms, firstRight } of [...figures].sort((a, b) => b.firstRight - a.firstRight)) {
    const isOurs = engine === 'Verbatim'
    const [cx, cy] = [x(p50Ms), y(firstRight)]
    parts.push(
      `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${isOurs ? 7 : 5}" fill="${isOurs ? '#2f7d5b' : '#8a94a6'}"/>`,
    )
    const label = `${engine}: ${firstRight.toFixed(0)} %, ${p50Ms.toFixed(1)} ms`
    const width = label.length * LETTER
    const boxes = MOVES.flatMap(move =>
      [cx + 11, cx - 11 - width].map(left => boxAt(left, cy - LINE / 2 + move * LINE, width, LINE)),
    )
    const fits = (box: Box) => box.left > LEFT && !taken.some(other => overlap(box, other))
    const box = boxes.find(fits) ?? boxAt(cx + 11, cy, width, LINE)
    taken.push(box)
    const isLeft = box.right < cx
    const weight = isOurs ? 'bold' : 'normal'
    parts.push(text(isLeft ? box.right : box.left, box.top + LINE - 4, label, isLeft ? 'end' : 'start', weight))
  }
  const style =
    '<style>text{font:12px system-ui,sans-serif;fill:#555}line{stroke:#8884}@media(prefers-color-scheme:dark){text{fill:#ccc}}</style>'
  const title = '<title>How often right, and how fast, search engines are on the same questions</title>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">${title}${style}${parts.join('')}</svg>\n`
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

function boxAt(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Round times within the range: 0.1, 0.2, 0.5, 1, 2, 5 … */
function ticks(from: number, to: number): number[] {
  const decades = [0.01, 0.1, 1, 10, 100, 1_000]
  return decades
    .flatMap(ten => [1, 2, 5].map(step => Number((ten * step).toPrecision(1))))
    .filter(ms => ms >= from && ms <= to)
}

function gridline(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}"/>`
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', weight = 'normal'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-weight="${weight}">${words}</text>`
}
