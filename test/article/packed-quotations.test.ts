import { describe, expect, it } from 'vitest'
import { packQuotations, unpackQuotations } from '../../src/article/packed-quotations.ts'
import type { Quotation } from '../../src/article/quotation.ts'

describe('packed quotations', () => {
  it('are unpacked as they were', () => {
    const quotations: Quotation[] = [
      {
        parts: [
          { start: 0, end: 4 },
          { start: 90, end: 2_000_000 },
        ],
        paragraph: 1,
        kind: 'statement',
        speaker: 'constructor',
        description: '__proto__',
        cue: 'said',
      },
      { parts: [{ start: 7, end: 9 }], paragraph: 3, kind: 'fragment', speaker: null, description: 'said', cue: null },
      { parts: [], paragraph: 4, kind: 'fragment', speaker: 'constructor', description: null, cue: '' },
    ]
    expect(unpackQuotations(packQuotations(quotations))).toEqual(quotations)
    expect(unpackQuotations(packQuotations([]))).toEqual([])
  })
})
