/** An article is paged in time about linear in its length, whatever it is. Processor time, since other work shares the machine. */
import { describe, expect, it } from 'vitest'
import { pagesOf } from '../../src/discord/render/pages.ts'
import { makeArticle } from '../support/articles.ts'
import { startProcessorTime } from '../support/growth.ts'

function costOf(body: string): number {
  const article = makeArticle(body)
  const elapsedMs = startProcessorTime()
  pagesOf(article)
  return elapsedMs()
}

describe('paging', () => {
  it.each([
    ['one long word', 'a'],
    ['a word of marks', '*'],
    ['words without sentences', 'a '],
    ['short sentences', 'A b. '],
    ['short paragraphs', 'a\n\n'],
    ['family emoji', '👨‍👩‍👧‍👦'],
    ['line starts', '#\n'],
  ])('grows no faster than %s does', (_what, piece) => {
    const make = (units: number): string => piece.repeat(units / piece.length)
    costOf(make(32_768))
    let growth = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 3 && growth >= 24; attempt += 1) {
      growth = Math.min(growth, costOf(make(8 * 32_768)) / Math.max(3, costOf(make(32_768))))
    }
    expect(growth).toBeLessThan(24)
  })
})
