import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../src/quotations/find-quotations.ts'
import { makeArticle } from '../support/articles.ts'
import { growthOf, LINEAR } from '../support/growth.ts'
import { fillQuotations, quotationShapes } from './hostile-quotations.ts'

describe('finding quotations in hostile text', () => {
  it.each(quotationShapes)('takes time about linear in the text: %s', async (_name, unit) => {
    const article = (size: number) => makeArticle(fillQuotations(unit, size), { slug: 'hostile' })
    expect(await growthOf(article, 6_000, findQuotations)).toBeLessThan(LINEAR)
  })
})
