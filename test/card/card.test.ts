import { afterAll, describe, expect, it } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { createCardDrawer } from '../../src/card/drawer.ts'
import { fitText, wrap } from '../../src/card/wrap.ts'

/** Every letter as wide as half its size. */
const measure = (text: string, size: number): number => (text.length * size) / 2
const card: Card = {
  words: 'Light is the first thing that I teach.',
  speaker: 'Ana Sousa',
  description: 'painter',
  headline: 'Painter buys lighthouse',
  printed: 'Harbour News · 20 November 2023',
  citation: 'AbCdEf123456',
}

describe('wrapping', () => {
  it('breaks between words and leaves nothing out', () => {
    expect(wrap('one two three four', 10, 50, measure)).toEqual(['one two', 'three four'])
    expect(wrap('one two three', 10, 500, measure)).toEqual(['one two three'])
  })

  it('refuses a word that is wider than the line', () => {
    expect(wrap('extraordinarily', 10, 50, measure)).toBeNull()
  })

  it('takes the largest size at which all fits, and none when none does', () => {
    const box = { width: 100, height: 40, lineHeight: 1 }
    expect(fitText('one two three', [20, 10], box, measure)).toEqual({ size: 20, lines: ['one two', 'three'] })
    expect(fitText('one two three four five', [20, 10], box, measure)?.size).toBe(10)
    expect(fitText('word '.repeat(200), [20, 10], box, measure)).toBeNull()
  })
})

describe('a quote card', () => {
  const drawer = createCardDrawer()
  afterAll(() => drawer.close())

  it('is a PNG of 1200 by 675, with accents, Cyrillic and emoji', async () => {
    const drawn = await drawer.draw({
      ...card,
      words: 'Señor Żółć сказал: 🙂👩‍👩‍👧 naïve café',
      speaker: 'Дмитрий Песков',
    })
    const png = 'png' in drawn ? Buffer.from(drawn.png) : Buffer.alloc(24)
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 675])
  })

  it('is refused rather than cut', async () => {
    expect(await drawer.draw({ ...card, words: 'a long story '.repeat(200) })).toEqual({ refused: 'too-long' })
    expect(await drawer.draw({ ...card, words: '你好，世界' })).toEqual({ refused: 'script' })
  })

  it('does not keep others waiting while it is drawn', async () => {
    let turns = 0
    const ticking = setInterval(() => turns++, 1)
    const drawn = await Promise.all(Array.from({ length: 10 }, () => drawer.draw(card)))
    clearInterval(ticking)
    expect(drawn.every(one => 'png' in one)).toBe(true)
    expect(turns).toBeGreaterThan(10)
  })

  it('is refused when too many are waiting', async () => {
    const drawn = await Promise.all(Array.from({ length: 25 }, () => drawer.draw(card)))
    expect(drawn.filter(one => 'refused' in one && one.refused === 'busy')).toHaveLength(5)
  })

  it('can be drawn again after the thread was closed', async () => {
    const other = createCardDrawer()
    await other.draw(card)
    await other.close()
    expect('png' in (await other.draw(card))).toBe(true)
    await other.close()
  })
})
