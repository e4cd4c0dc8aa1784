import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/formats/decode.ts'

const words = 'Crue à Marbach – “café”'
const utf16 = (text: string, swap: boolean): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))
  if (swap) Buffer.from(bytes.buffer).swap16()
  return bytes
}

describe('decode', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with a byte-order mark', new TextEncoder().encode(`\uFEFF${words}`)],
    ['UTF-16 with a byte-order mark', utf16(`\uFEFF${words}`, false)],
    ['UTF-16, big end first, with a byte-order mark', utf16(`\uFEFF${words}`, true)],
    ['UTF-16 without a mark', utf16(words, false)],
    ['UTF-16, big end first, without a mark', utf16(words, true)],
    [
      'windows-1252',
      Uint8Array.from([...'Crue \xe0 Marbach \x96 \x93caf\xe9\x94'].map(letter => letter.charCodeAt(0))),
    ],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe(words)
  })

  it('reads what a head declares, and windows-1252 where nobody knows the declaration', () => {
    const bytes = (head: string): Uint8Array => Uint8Array.from([...new TextEncoder().encode(head), 0xc0, 0xe9])
    expect(decode(bytes('<meta charset="windows-1251">'))).toContain('Ай')
    expect(decode(bytes('<?xml version="1.0" encoding="iso-8859-7"?>'))).toContain('ΐι')
    expect(decode(bytes('<meta charset="klingon">'))).toContain('Àé')
  })

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['zeros', Array.from({ length: 64 }, () => 0)],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0]],
  ])('takes %s for no text', (_, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toBeNull()
  })

  it('gives back any text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'))
        expect(decode(new TextEncoder().encode(text))).toBe(text)
      }),
    )
  })
})
