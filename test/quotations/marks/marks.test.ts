import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuoted } from '../../../src/quotations/marks/marks.ts'
import { makeArticle } from '../../support/articles.ts'

const quoted = (body: string) => findQuoted(makeArticle(body)).map(({ start, end }) => body.slice(start, end))

describe('words in quotation marks', () => {
  it.each([
    ['straight', 'He said "go" and left.', ['go']],
    ['curly', 'He said “go” and left.', ['go']],
    ['French', 'Il a dit « allez » et partit.', [' allez ']],
    ['German', 'Er sagte „geh“ und ging.', ['geh']],
    ['single', "He said 'go now,' and left.", ['go now,']],
    ['two single ones for a double one', "He said ''go now'' and left.", ['go now']],
    ['nested in another kind', 'He said “they cried ‘go’ at me” and left.', ['they cried ‘go’ at me']],
    ['nested in the same kind', 'He said "they cried "go" at me" and left.', ['they cried "go" at me']],
    [
      'with an apostrophe inside single ones',
      "She wrote: 'The workers' strike isn't over.'",
      ["The workers' strike isn't over."],
    ],
    ['closed with the wrong mark', 'It was “mostly false.“ So they said.', ['mostly false.']],
    ['beside inches', 'The 6\'3" man said "go" twice.', ['go']],
  ])('are found where the marks are %s', (_name, body, words) => {
    expect(quoted(body)).toEqual(words)
  })

  it('are not found where a mark never closes and the reporter goes on', () => {
    expect(quoted('He said "go, she told me and left.')).toEqual([])
  })

  it('restart where the next paragraph was run on', () => {
    expect(quoted('“The dam is safe. “It will stay,” she said.')).toEqual(['The dam is safe.', 'It will stay,'])
  })

  it('take plural genitives and decades for what they are', () => {
    expect(quoted("The workers' strike of the '90s ended.")).toEqual([])
  })

  it('lie inside their paragraphs, in order and apart, whatever the text', () => {
    const text = fc.array(fc.constantFrom('"', '“', '”', '‘', "'", '«', ' ', 'a', 'B', '.', ',', '\n\n', "''"), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, characters => {
        const article = makeArticle(characters.join(''))
        let last = 0
        for (const { outer, start, end, paragraph } of findQuoted(article)) {
          const span = article.paragraphs[paragraph]
          expect(span !== undefined && outer.start >= span.start && outer.end <= span.end).toBe(true)
          expect(outer.start >= last && outer.start <= start && start < end && end <= outer.end).toBe(true)
          last = outer.end
        }
      }),
    )
  })
})
