import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitParagraphs } from '../../src/article/paragraphs.ts'

describe('splitParagraphs', () => {
  it('gives paragraphs and sentences without outer white space', () => {
    const body = 'One.  Two.\n \n  Three\nfour. \n'
    const words = splitParagraphs(body).map(paragraph => [
      body.slice(paragraph.start, paragraph.end),
      paragraph.sentences.map(({ start, end }) => body.slice(start, end)),
    ])
    expect(words).toEqual([
      ['One.  Two.', ['One.', 'Two.']],
      ['Three\nfour.', ['Three\nfour.']],
    ])
  })

  it('loses nothing but white space, for any body', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('\n\n', '. ', '\n \n'))), parts => {
        const body = parts.join('')
        const paragraphs = splitParagraphs(body)
        const squeeze = (text: string): string => text.replace(/\s+/g, '')
        expect(squeeze(paragraphs.map(({ start, end }) => body.slice(start, end)).join(''))).toBe(squeeze(body))
        for (const { start, end, sentences } of paragraphs) {
          expect(squeeze(sentences.map(sentence => body.slice(sentence.start, sentence.end)).join(''))).toBe(
            squeeze(body.slice(start, end)),
          )
          expect(body.slice(start, end)).toBe(body.slice(start, end).trim())
        }
      }),
    )
  })
})
