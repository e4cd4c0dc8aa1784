/** A text is laid out for a terminal in time about linear in it, whatever it is, and with nothing lost. */
import { describe, expect, it } from 'vitest'
import wrapAnsi from 'wrap-ansi'
import { wrapPieces } from '../../src/terminal/style.ts'
import { formatTable } from '../../src/terminal/table.ts'
import { growthOf, LINEAR } from '../support/growth.ts'
import { hostileTexts } from '../support/hostile-texts.ts'

const wrapped = (text: string): string => wrapPieces(text, piece => wrapAnsi(piece, 80, { hard: true }))

describe('a terminal', () => {
  it.each(hostileTexts)('is given %s in time that grows no faster than it', async (_what, make) => {
    const show = (text: string): unknown => [wrapped(text), formatTable(['a'], [[text]])]
    expect(await growthOf(make, 8_192, show)).toBeLessThan(LINEAR)
  })

  it('is given every word of a long text, in lines that fit', () => {
    const words = Array.from({ length: 4_000 }, (_, number) => `word${number}`)
    const lines = wrapped(`${words.slice(0, 2_000).join(' ')}\n${words.slice(2_000).join(' ')}`).split('\n')
    expect(lines.join(' ').split(' ')).toEqual(words)
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
  })
})
