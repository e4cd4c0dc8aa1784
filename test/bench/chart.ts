/** Draws the benchmark's figures as bars: for each corpus the median time of a question, on a logarithmic scale. */
import type { Figures } from './run-engine.ts'

const WIDTH = 720
const BAR = 18
const LEFT = 130
const RIGHT = 110

/** An SVG that reads on light and dark pages alike. */
export function drawChart(figures: readonly Figures[]): string {
  const sizes = [...new Set(figures.map(({ sentences }) => sentences))]
  const most = Math.max(...figures.map(({ p50Ms }) => p50Ms), 1)
  const least = Math.min(...figures.map(({ p50Ms }) => p50Ms), 0.1) / 2
  const lengthOf = (value: number) => ((WIDTH - LEFT - RIGHT) * Math.log(value / least)) / Math.log(most / least)
  const parts: string[] = []
  let top = 20
  for (const size of sizes) {
    parts.push(
      text(
        LEFT,
        top,
        `${size.toLocaleString('en')} sentences: median time of a question (logarithmic)`,
        'start',
        'bold',
      ),
    )
    top += 10
    for (const { engine, p50Ms, firstRight } of figures.filter(({ sentences }) => sentences === size)) {
      const colour = engine === 'Verbatim' ? '#2f7d5b' : '#8a94a6'
      parts.push(text(LEFT - 8, top + 13, engine, 'end'))
      parts.push(
        `<rect x="${LEFT}" y="${top}" width="${lengthOf(p50Ms).toFixed(1)}" height="${BAR - 4}" fill="${colour}" rx="2"/>`,
      )
      parts.push(
        text(
          LEFT + lengthOf(p50Ms) + 6,
          top + 12,
          `${p50Ms.toFixed(2)} ms, ${firstRight.toFixed(0)} % right first`,
          'start',
        ),
      )
      top += BAR
    }
    top += 26
  }
  const style =
    '<style>text{font:12px system-ui,sans-serif;fill:#555}@media(prefers-color-scheme:dark){text{fill:#ccc}}</style>'
  const title = '<title>How fast, and how often right, search engines are on the same sentences</title>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + 60} ${top}" role="img">${title}${style}${parts.join('')}</svg>\n`
}

function text(x: number, y: number, words: string, anchor: 'start' | 'end', weight = 'normal'): string {
  return `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}" font-weight="${weight}">${words}</text>`
}
