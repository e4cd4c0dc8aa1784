/** An article is paged in time about linear in its length, whatever it is. Processor time, since other work shares the machine. */
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { pagesOf } from '../../src/discord/render/pages.ts'
import { makeArticle } from '../support/articles.ts'
import { growthOf, LINEAR } from '../support/growth.ts'

describe('paging', () => {
  it.each([
    ['one long word', 'a'],
    ['a word of marks', '*'],
    ['words without sentences', 'a '],
    ['short sentences', 'A b. '],
    ['short paragraphs', 'a\n\n'],
    ['family emoji', '👨‍👩‍👧‍👦'],
    ['line starts', '#\n'],
  ])('grows no faster than %s does', async (_what, piece) => {
    const make = (units: number): Article => makeArticle(piece.repeat(units / piece.length))
    expect(await growthOf(make, 32_768, pagesOf)).toBeLessThan(LINEAR)
  })
})
