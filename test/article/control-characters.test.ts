import { describe, expect, it } from 'vitest'
import { asName, escapeJson, escapeJsonTwice, withoutControls } from '../../src/article/control-characters.ts'

const raw = '\u001b[31mred\u0007\u007f\u009b2J\u202eevil\u2066x\r\b\\u001b\\ "q"\n\tend'

describe('withoutControls', () => {
  it('keeps words, tabs and line ends, and shows where a control stood', () => {
    expect(withoutControls('a\u001b[2Jb\u009bc\u202ed\r\n\te\u200ff')).toBe('a�[2Jb�c�d�\n\te\u200ff')
  })
})

describe('asName', () => {
  it('leaves nothing that turns the words beside it', () => {
    expect(asName('The \u202ePost\u2069\u200e \u001b Times')).toBe('The Post Times')
  })
})

describe('escapeJson', () => {
  it('means the same and holds no control', () => {
    const json = escapeJson(JSON.stringify({ [raw]: raw }))
    expect(JSON.parse(json)).toEqual({ [raw]: raw })
    expect(json).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
  })
})

describe('escapeJsonTwice', () => {
  it('is JSON whose texts hold visible escapes', () => {
    expect(JSON.parse(escapeJsonTwice(JSON.stringify(raw)))).toBe(
      '\\u001b[31mred\\u0007\\u007f\\u009b2J\\u202eevil\\u2066x\\r\\b\\u001b\\ "q"\n\tend',
    )
  })
})
