/** An article is paged in time about linear in its length, whatever it is. Processor time, since other work shares the machine. */
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { splitSentences } from '../../src/article/sentences.ts'
import { escapeMarkdown } from '../../src/discord/escape.ts'
import { escapeWithin, fitSentences, quoteStretch } from '../../src/discord/render/parts/cut.ts'
import { pagesOf } from '../../src/discord/render/parts/pages.ts'
import { onOneLine } from '../../src/discord/render/quotations.ts'
import { makeArticle } from '../support/articles.ts'
import { growthOf, LINEAR, startProcessorTime } from '../support/growth.ts'
import { hostileTexts } from '../support/hostile-texts.ts'

describe('what is shown of a text', () => {
  const middle = (body: string): string => {
    const sentences = splitSentences(body)
    const range = { start: 0, end: body.length }
    const kept = sentences[Math.floor(sentences.length / 2)] ?? range
    const stretch = fitSentences(body, range, kept, sentences, 3_000)
    return quoteStretch(body, stretch, range, [])
  }

  it.each(hostileTexts)('grows no faster than %s does', async (_what, make) => {
    const show = (body: string): unknown => [
      middle(body),
      escapeWithin(body, 400),
      onOneLine(body),
      escapeMarkdown(body),
    ]
    expect(await growthOf(make, 8_192, show)).toBeLessThan(LINEAR)
  })

  it('does not measure a long sentence anew for each short one that fits beside it', () => {
    const body = `${'A b. '.repeat(400)}${'*'.repeat(2 ** 17)}`
    const sentences = splitSentences(body)
    const kept = sentences.at(-2) ?? { start: 0, end: 0 }
    const elapsedMs = startProcessorTime()
    fitSentences(body, { start: 0, end: body.length }, kept, sentences, 3_000)
    const once = startProcessorTime()
    for (let time = 0; time < 20; time += 1) escapeMarkdown(body)
    expect(elapsedMs() - once()).toBeLessThan(once())
  })
})

describe('paging', () => {
  it.each([
    ['one long word', 'a'],
    ['a word of marks', '*'],
    ['white space', ' '],
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
