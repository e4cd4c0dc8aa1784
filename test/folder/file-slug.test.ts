import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugFromFileName } from '../../src/article/slug.ts'
import { fileSlug } from '../../src/folder/file-slug.ts'
import { hostileInputs } from '../support/articles.ts'

describe('fileSlug', () => {
  it.each([
    ['River floods Marbach!', 'river-floods-marbach'],
    ['../../etc/passwd', 'etc-passwd'],
    ['/absolute/path', 'absolute-path'],
    ['C:\\Windows\\system32', 'c-windows-system32'],
    ['CON', 'con-article'],
    ['nul', 'nul-article'],
    ['COM1', 'com1-article'],
    ['com¹', 'com1-article'],
    ['README', 'readme-article'],
    ['line\nbreak\u0000\u001b[31m', 'line-break-31m'],
    ['\u202egnp.exe', 'gnp-exe'],
    ['...', 'article'],
    ['🙂', 'article'],
    ['Москва слезам не верит', 'москва-слезам-не-верит'],
  ])('makes %j %j', (text, slug) => {
    expect(fileSlug(text)).toBe(slug)
  })

  it('cuts long texts between words, and a word without an end between characters', () => {
    expect(fileSlug('many words '.repeat(1000))).toMatch(/^(?:many-words-){6}many-words$/)
    expect(fileSlug('x'.repeat(1e6))).toBe('x'.repeat(80))
    expect(Buffer.byteLength(fileSlug('語'.repeat(500)))).toBeLessThanOrEqual(180)
    expect(fileSlug(`a${'\u0489'.repeat(1e6)}`)).toBe('article')
  })

  it.each(hostileInputs)('makes a harmless name of %s', (_what, text) => {
    expect(fileSlug(text)).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u)
  })

  it('makes a name that stays as it is when it is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const slug = fileSlug(text)
        expect(slug.length).toBeLessThanOrEqual(90)
        expect(Buffer.byteLength(`.${slug}.txt.4194304-0123456789ab.tmp`)).toBeLessThanOrEqual(255)
        expect(slugFromFileName(`${slug}.txt`)).toBe(slug)
      }),
    )
  })
})
