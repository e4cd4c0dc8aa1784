import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Click, formatCustomId, parseCustomId } from '../../src/discord/custom-id.ts'

const id = fc.stringMatching(/^[\w-]{6}$/)
const page = fc.nat(99_999)
const view = fc.oneof(
  fc.record({
    kind: fc.constant('passages' as const),
    passages: fc.array(fc.stringMatching(/^[\w-]{12}$/), { minLength: 0, maxLength: 5 }),
    position: fc.nat(4),
    growth: fc.nat(999),
    nearest: fc.boolean(),
    within: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('quotations' as const), article: fc.option(id), page }),
  fc.record({ kind: fc.constant('quotation' as const), passage: fc.stringMatching(/^[\w-]{12}$/), offset: page }),
  fc.record({ kind: fc.constant('articles' as const), page }),
  fc.record({ kind: fc.constant('article' as const), article: id }),
  fc.record({ kind: fc.constant('reading' as const), article: id, version: id, page }),
)
const click: fc.Arbitrary<Click> = fc.record({
  verb: fc.constantFrom('previous', 'next', 'more', 'read', 'share', 'remove', 'open'),
  asker: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String),
  view,
})

describe('custom ids', () => {
  it('hold at most 100 characters and give back what they were made from', () => {
    fc.assert(
      fc.property(click, made => {
        const customId = formatCustomId(made)
        expect(customId.length).toBeLessThanOrEqual(100)
        expect(parseCustomId(customId)).toEqual(made)
      }),
    )
  })

  it('of others, and of no use, are told apart', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() => parseCustomId(text)).not.toThrow()
      }),
    )
    for (const foreign of ['', 'vote:up', 'n.1', 'n.1.p.9.0.0.', '__proto__', 'n.zzzzzzzzzzzzzzzz.l.0']) {
      expect(parseCustomId(foreign)).toBeNull()
    }
  })
})
