import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown, escapeMarked, unescapeMarkdown } from '../../src/discord/escape.ts'

/** What Discord's parser would take for markup once escaped characters are out of the way. */
const MARKUP: readonly RegExp[] = [
  /^\s*#{1,3}\s/m,
  /^\s*-#\s/m,
  /^\s*[-*+]\s/m,
  /^\s*\d+[.)]\s/m,
  /^\s*>/m,
  /[*_~|`\\<]/,
  /\[[^\]]*\]\(/,
  /:[^\s:]+:/,
  /https?:\/\//,
  /@(everyone|here)/,
]

function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\[^0-9A-Za-z\s]/g, 'x')
}

const markupRich = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '_',
          '~~',
          '||',
          '`',
          '```',
          '# ',
          '-# ',
          '- ',
          '> ',
          '>>> ',
          '1. ',
          '[a](https://b.c)',
          '<@1>',
          '<@&1>',
          '<#1>',
        ],
        ...[
          '<t:1:R>',
          '<:a:1>',
          '<a:b:1>',
          '</ask:1>',
          ':x:',
          '@everyone',
          '@here',
          'https://a.b/c_d*e',
          '\\',
          '\n',
          ' ',
          '\u200b',
        ],
        ...['\u202e', '$&', '🙂', 'café', 'word', '12:30', 'a@b.c', '¯\\_(ツ)_/¯'],
      ),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map(parts => parts.join(''))

describe('escapeMarkdown', () => {
  it.each([
    ['# Heading', '\\# Heading'],
    ['-# small', '\\-# small'],
    ['> quoted', '\\> quoted'],
    ['1. first', '1\\. first'],
    ['well-known', 'well-known'],
    ['He said: no', 'He said: no'],
    ['at 12:30', 'at 12\\:30'],
    ['[sic]', '\\[sic\\]'],
    ['https://a.b/c_d', 'https\\://a.b/c\\_d'],
    ['<@1> @everyone', '\\<\\@1> \\@everyone'],
    ['||spoiler||', '\\|\\|spoiler\\|\\|'],
  ])('escapes %j as %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown)
  })

  it('gives the text back when it is un-escaped', () => {
    fc.assert(
      fc.property(markupRich, text => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text)
      }),
    )
  })

  it('leaves nothing that Discord would take for markup', () => {
    fc.assert(
      fc.property(markupRich, text => {
        const rest = withoutEscapes(escapeMarkdown(text))
        for (const markup of MARKUP) expect(rest).not.toMatch(markup)
      }),
    )
  })
})

describe('escapeMarked', () => {
  it('sets the marked words in bold', () => {
    const text = 'Police detained 1,320 people.'
    expect(
      escapeMarked(text, { start: 0, end: text.length }, [
        { start: 7, end: 15 },
        { start: 16, end: 21 },
      ]),
    ).toBe('Police **detained** **1,320** people.')
  })

  it('joins marks that touch, and keeps to the stretch', () => {
    const marks = [
      { start: 0, end: 3 },
      { start: 3, end: 5 },
      { start: 8, end: 20 },
    ]
    expect(escapeMarked('abcdefghijkl', { start: 1, end: 10 }, marks)).toBe('**bcde**fgh**ij**')
  })

  it('marks beside escaped characters', () => {
    expect(escapeMarked('*a*b', { start: 0, end: 4 }, [{ start: 1, end: 2 }])).toBe('\\***a**\\*b')
  })

  it('gives the stretch back when marks and escapes are removed', () => {
    fc.assert(
      fc.property(markupRich, fc.array(fc.tuple(fc.nat(40), fc.nat(10))), fc.nat(10), (text, pairs, cut) => {
        const marks = pairs.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start)
        const stretch = { start: Math.min(cut, text.length), end: text.length }
        const markdown = escapeMarked(text, stretch, marks)
        const plain = markdown.replace(/\\([^0-9A-Za-z\s])|\*\*/g, (_, escaped: string | undefined) => escaped ?? '')
        expect(plain).toBe(text.slice(stretch.start))
      }),
    )
  })
})
