import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/formats/decode.ts'
import { findEnd } from '../../../src/formats/ending/file-end.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const doubtOf = (path: string, text: string | Uint8Array): string | null =>
  findEnd(path, typeof text === 'string' ? bytesOf(text) : text)?.doubt ?? null
const page = (body: string): string => `<html lang="en"><head><title>Ice</title></head><body>${body}</body></html>`

describe('the end of a text', () => {
  it.each([
    'The river rose.',
    'It rose in the U.S.',
    'The river rose.\n',
    'The river rose \r\n',
    'Did it rise?” ',
    '“It rose,” she said (and it did)',
    '**The river rose.**',
    'Она поднялась…',
    '川が増水した。',
    'नदी चढ़ी।',
    'แม่น้ำเพิ่มขึ้น',
    'The river rose.\n\nno sentence, but a line end\n',
    'Editing by Ilse Brandt -30-',
    'It rose. ■',
    'He writes for the Post.[1]',
    '| a | b |',
  ])('is not doubted in %j', text => {
    expect(doubtOf('a.txt', text)).toBeNull()
  })

  it.each([
    'The river ro',
    'The river rose,',
    'The river rose, said Mr.',
    'The river rose. “',
    'The river rose. Nobody was (',
    '---\nheadline: The ri',
    '--',
    "They don'",
    'constructor',
    'Café',
    '@everyone $& 👍',
  ])('is doubted in %j', text => {
    expect(doubtOf('a.md', text)).toMatch(/^one that ends with `.*` and no line end$/)
  })

  it('is doubted inside a character of UTF-8 or UTF-16, of which the text lacks a part', () => {
    const utf8 = bytesOf('Ein Café. Die Brücke').subarray(0, -4)
    expect(doubtOf('a.txt', utf8)).toBe('one that ends inside a character')
    expect(decode(utf8)).toBe('Ein Café. Die Br')
    const wide = Buffer.from('\uFEFFThe river rose 👍', 'utf16le')
    expect(doubtOf('a.txt', wide.subarray(0, -1))).toBe('one that ends inside a character')
    expect(doubtOf('a.txt', wide.subarray(0, -2))).toBe('one that ends inside a character')
    expect(doubtOf('a.txt', Buffer.from('\uFEFFThe river rose.\n', 'utf16le'))).toBeNull()
  })

  it('in windows-1252 is read as such', () => {
    expect(doubtOf('a.txt', Buffer.from('\x93It rose.\x94', 'latin1'))).toBeNull()
    expect(doubtOf('a.txt', Buffer.from('\x93It rose\x94 in the caf\xe9', 'latin1'))).toContain('the café')
  })

  it('is doubted at a whole number of 4 KB, where programs stop that are broken off', () => {
    expect(doubtOf('a.txt', `${'x'.repeat(4095)}.`)).toContain('4 KB')
    expect(doubtOf('a.txt', `${'x'.repeat(4094)}.`)).toBeNull()
    expect(doubtOf('a.txt', `${'x'.repeat(4094)}.\n`)).toBeNull()
  })

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.json'),
        (bytes, path) => {
          findEnd(path, bytes)
        },
      ),
    )
  })
})

describe('the end of a page', () => {
  it.each([
    page('<p>The river rose.'),
    `${page('<p>The river rose.</p>')}\n<!-- saved by a browser -->\n<script>count("<div>")</script>\n`,
    '<!doctype html><title>Ice</title><p>The river rose.<p>It fell.',
    '<article><h1>Ice</h1><p>The river <b>rose</b>.</p></article>',
    '<p>The river rose.</p>\n<p>It fell again.',
    // As programs leave pages that drop every end tag which HTML lets them drop.
    '<!doctype html><html lang=en><title>Ice</title><body class=story><div><p>The river rose.<p>It fell.<p>It rose.</div>',
    '---\nheadline: Ice\n---\n<p>The river rose.</p>',
    '<p>Less than: 4 < 5.</p>',
    '<svg><path d="M0"/></svg><p>It rose.</p>',
  ])('is not doubted in %j', text => {
    expect(doubtOf('a.html', text)).toBeNull()
  })

  it.each([
    ['<html><body><p>The river rose.</p>', /without `<\/html>`/],
    ['<div><p>The river rose.</p>', /without `<\/div>`/],
    ['<p>The river rose.</p><p cla', /inside a tag/],
    ['<p>The river rose.</p><', /inside a tag/],
    ['<p>The river rose.</p><!-- a note', /inside a comment/],
    ['<p>The river rose.</p><script>write("</body>")', /inside a script/],
    ['<p>The river rose.</p><p>It fe', /no line end/],
  ])('is doubted in %j', (text, reason) => {
    expect(doubtOf('a.HTM', text)).toMatch(reason)
  })

  it('is seen in every page of the tests, and missed wherever one is cut before its last end tag', () => {
    const folder = join(import.meta.dirname, '../pages')
    for (const name of readdirSync(folder).filter(file => file.endsWith('.html'))) {
      const bytes = readFileSync(join(folder, name))
      expect(doubtOf(name, bytes), name).toBeNull()
      const text = decode(bytes) ?? ''
      const whole = /<\/(?:body|html)>/i.exec(text)?.index ?? text.length
      for (let at = 40; at < whole; at += 97) {
        expect(doubtOf(name, text.slice(0, at)), `${name} cut at ${at}`).not.toBeNull()
      }
    }
  })

  it('takes time in proportion to a hostile page', () => {
    for (const part of ['<', '<!--', '<script>', '<p ', '</div', '<div>', '`'])
      expect(doubtOf('a.html', part.repeat(200_000)), part).not.toBeUndefined()
  })
})
