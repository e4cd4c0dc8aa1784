import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, findExact, tokenise } from '../../../src/answer/check/align.ts'

const steps = (claimed: string, printed: string) =>
  align(tokenise(claimed), tokenise(printed)).steps.map(step =>
    step.kind === 'left-out'
      ? `-${step.printed.folded}`
      : step.kind === 'added'
        ? `+${step.claimed.folded}`
        : step.kind === 'changed'
          ? `${step.claimed.folded}>${step.printed.folded}`
          : step.claimed.folded,
  )

describe('the tokens of a text', () => {
  it.each([
    ['fold case and apostrophes', 'DON’T', ["don't"]],
    ['leave out quotation marks and dashes', '“well-known” — yes', ['well', 'known', 'yes']],
    ['keep numbers whole', '1,320 of 3.5% at -5', ['1,320', 'of', '3.5', '%', 'at', '-5']],
    ['take three full stops for an ellipsis', 'so ... on', ['so', '…', 'on']],
    ['take scripts without spaces letter by letter', '你好', ['你', '好']],
    ['keep emoji', 'yes 🙂', ['yes', '🙂']],
  ])('%s', (_name, text, folded) => {
    expect(tokenise(text).map(token => token.folded)).toEqual(folded)
  })

  it('point into the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
        let last = 0
        for (const { start, end } of tokenise(text)) {
          expect(start >= last && end > start && end <= text.length).toBe(true)
          last = end
        }
      }),
    )
  })
})

describe('an alignment', () => {
  it.each([
    ['the mill is sold', 'the old mill is sold', ['the', '-old', 'mill', 'is', 'sold']],
    ['the mill is gone', 'the mill is sold', ['the', 'mill', 'is', 'gone>sold']],
    ['the mill is not sold', 'the mill is sold', ['the', 'mill', 'is', '+not', 'sold']],
    ['1,520 mills', 'all 1,320 mills', ['1,520>1,320', 'mills']],
  ])('of “%s” with “%s” by hand', (claimed, printed, expected) => {
    expect(steps(claimed, printed)).toEqual(expected)
  })

  it('uses every claimed token once, in order, and printed ones in order', () => {
    const words = fc.array(fc.constantFrom('a', 'mill', 'old', 'not', 'sold', '.', 'by'), {
      minLength: 1,
      maxLength: 14,
    })
    fc.assert(
      fc.property(words, words, (claimed, printed) => {
        const [mine, theirs] = [tokenise(claimed.join(' ')), tokenise(printed.join(' '))]
        const { steps } = align(mine, theirs)
        expect(steps.flatMap(step => (step.kind === 'left-out' ? [] : [step.claimed]))).toEqual(mine)
        const used = steps.flatMap(step => (step.kind === 'added' ? [] : [theirs.indexOf(step.printed)]))
        expect(used).toEqual([...used].sort((a, b) => a - b))
        expect(new Set(used).size).toBe(used.length)
      }),
    )
  })

  it('finds what stands there exactly', () => {
    expect(findExact(tokenise('mill is'), tokenise('the mill is sold'))).toBe(1)
    expect(findExact(tokenise('mill sold'), tokenise('the mill is sold'))).toBe(-1)
    expect(findExact([], tokenise('the mill'))).toBe(-1)
  })
})
