/** The fonts of a quote card, out of npm packages, and which characters they have. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'

/** Noto Serif for Latin, Greek, Cyrillic and Vietnamese; Noto Emoji draws emoji in one colour, as ink does. Both under the SIL licence. */
const PACKAGES = ['@fontsource/noto-serif', '@fontsource/noto-emoji'] as const

export type Fonts = {
  /** The families in the order in which a letter is looked for, as a canvas takes them. */
  readonly families: string
  /** Whether every character of `text` can be drawn. */
  covers(text: string): boolean
}

type Range = readonly [first: number, last: number]

/** Registers the fonts with the canvas of this thread. */
export function loadFonts(): Fonts {
  const require = createRequire(import.meta.url)
  const families: string[] = []
  const ranges: Range[] = []
  for (const name of PACKAGES) {
    const folder = dirname(require.resolve(`${name}/package.json`))
    // A parsed boundary: each package lists the Unicode ranges of its files.
    const covered = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
    ranges.push(...Object.values(covered).flatMap(parseRanges))
    for (const file of fontFiles(join(folder, 'files'))) {
      const family = `card ${file.replace(/-400-normal\.woff2$/, '')}`
      GlobalFonts.registerFromPath(join(folder, 'files', file), family)
      families.push(family)
    }
  }
  const has = (code: number): boolean => code <= 32 || ranges.some(([first, last]) => code >= first && code <= last)
  return {
    families: families.map(family => `"${family}"`).join(', '),
    covers: text => [...text].every(character => has(character.codePointAt(0) ?? 0)),
  }
}

/** The regular weight, plain Latin first: most letters are found there. */
function fontFiles(folder: string): string[] {
  const files = readdirSync(folder).filter(file => file.endsWith('-400-normal.woff2'))
  return files.sort((a, b) => Number(b.includes('-latin-400')) - Number(a.includes('-latin-400')))
}

/** `U+0000-00FF,U+0131` as pairs of numbers. */
function parseRanges(list: string): Range[] {
  return list.split(',').flatMap(part => {
    const [first, last] = part.replace(/^U\+/i, '').split('-')
    const from = Number.parseInt(first ?? '', 16)
    return Number.isNaN(from) ? [] : [[from, last === undefined ? from : Number.parseInt(last, 16)] as const]
  })
}
