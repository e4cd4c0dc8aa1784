/** No text, whoever wrote it, takes a reader longer than its length warrants. Processor time, since other work shares the machine. */
import { describe, expect, it } from 'vitest'
import { findEnd } from '../../src/formats/ending/file-end.ts'
import { parseHere } from '../../src/formats/parse-here.ts'
import { growthOf, LINEAR } from '../support/growth.ts'
import { shapes } from './hostile-shapes.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Characters of the small text at most. Markdown takes ten times as long a character as the others. */
const unitsOf = (ending: string): number => (ending === 'md' ? 2_048 : 4_096)

describe('reading', () => {
  it('knows at least forty hostile shapes, over all formats', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(40)
    expect(new Set(shapes.map(({ ending }) => ending))).toEqual(new Set(['txt', 'md', 'html', 'json', 'jsonl']))
  })

  it.each(shapes.map(shape => [shape.name, shape.ending, shape.make] as const))(
    'grows no faster than %s in .%s does',
    async (_name, ending, make) => {
      const path = `a.${ending}`
      const read = async (bytes: Uint8Array): Promise<unknown> => {
        findEnd(path, bytes)
        // A refusal is an answer, too.
        return parseHere({ path, slug: 'a', bytes }).catch(() => [])
      }
      expect(await growthOf(units => bytesOf(make(units)), unitsOf(ending), read)).toBeLessThan(LINEAR)
    },
    60_000,
  )
})

describe('what cannot be kept', () => {
  it.each([
    ['json', '{"body": "a \\ud800 b"}', 'half a character (a lone surrogate)'],
    ['json', '{"headline": "\\udc00", "body": "x"}', 'half a character (a lone surrogate)'],
    ['json', '{"body": "a \\u0000 b"}', 'a NUL character'],
    ['md', 'a&#13;b', 'a carriage return inside a line'],
    ['txt', `a${'\u0301'.repeat(65)}`, 'more than 64 combining marks in a row'],
    ['md', `a${'&#769;'.repeat(65)}`, 'more than 64 combining marks in a row'],
    ['html', `<title>x${'\u0315\u0316'.repeat(40)}</title><p>a</p>`, 'more than 64 combining marks in a row'],
  ])('is refused with the reason: .%s %s', async (ending, text, what) => {
    const read = parseHere({ path: `a.${ending}`, slug: 'a', bytes: bytesOf(text) })
    await expect(read).rejects.toThrow(`a.${ending}: expected text, got ${what}`)
  })

  it('is Markdown that nests quotes and lists deeper than anybody writes', async () => {
    const read = parseHere({ path: 'a.md', slug: 'a', bytes: bytesOf(`x\n\n${'> - '.repeat(60)}x`) })
    await expect(read).rejects.toThrow('a.md: expected Markdown nested at most 100 deep, got more')
    const shallow = parseHere({ path: 'a.md', slug: 'a', bytes: bytesOf(`${'> - '.repeat(40)}x`) })
    expect((await shallow)[0]?.body).toBe('x')
  })

  it('is Markdown with more brackets in a paragraph than anybody writes', async () => {
    const bytes = bytesOf('a] '.repeat(5_001))
    const message = 'a.md: expected at most 5000 closing brackets before a blank line, got more'
    await expect(parseHere({ path: 'a.md', slug: 'a', bytes })).rejects.toThrow(message)
    const many = bytesOf('[a](b)\n \n'.repeat(5_001))
    expect((await parseHere({ path: 'a.md', slug: 'a', bytes: many }))[0]?.paragraphs).toHaveLength(5_001)
  })
})
