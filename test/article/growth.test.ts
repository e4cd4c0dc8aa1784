/** Where a paragraph and a sentence end is found in time about linear in the text, whatever it is. */
import { describe, expect, it } from 'vitest'
import { splitParagraphs } from '../../src/article/paragraphs.ts'
import { growthOf, LINEAR } from '../support/growth.ts'
import { hostileTexts } from '../support/hostile-texts.ts'

describe('splitting', () => {
  it.each(hostileTexts)('grows no faster than %s does', async (_what, make) => {
    expect(await growthOf(make, 8_192, splitParagraphs)).toBeLessThan(LINEAR)
  })
})
