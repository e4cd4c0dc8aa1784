import { describe, expect, it } from 'vitest'
import { describeFault } from '../../src/errors.ts'
import { parseFrontMatter } from '../../src/formats/front-matter.ts'

const faultsOf = (text: string): string[] =>
  (parseFrontMatter('corpus/flood.md', text)?.faults ?? []).map(describeFault)

describe('parseFrontMatter', () => {
  it('reads every key as text and leaves the rest to the letter', () => {
    const text =
      '---\nheadline: 1984\noutlet: "The Post"\npublished: 2024-05-01\nlanguage: pt-BR\nedition: digest\nurl: https://a.example/x\nbyline:\nstandfirst: >\n  Two\n  lines\n---\n\n  Body: --- *kept*\n'
    expect(parseFrontMatter('a.txt', text)).toEqual({
      metadata: {
        headline: '1984',
        outlet: 'The Post',
        published: '2024-05-01',
        language: 'pt-BR',
        edition: 'digest',
        url: 'https://a.example/x',
        standfirst: 'Two lines',
      },
      rest: '\n  Body: --- *kept*\n',
      faults: [],
    })
  })

  it('gives null where there is none', () => {
    expect(parseFrontMatter('a.txt', 'Headline\n---\nText')).toBeNull()
    expect(parseFrontMatter('a.txt', '')).toBeNull()
  })

  it('lists every fault with its line', () => {
    expect(
      faultsOf(
        '---\nheadline: A\npublished: May\nauthor: Jo\nlanguage: 12\nurl: ftp://x\nedition: full\noutlet: [a, b]\n---\nText',
      ),
    ).toEqual([
      'corpus/flood.md:3: expected `published` to be a date like 2024-05-01, got `May`',
      'corpus/flood.md:4: expected one of headline, outlet, byline, published, dateline, url, standfirst, language, edition, got the key `author`',
      'corpus/flood.md:5: expected `language` to be a language tag like en or pt-BR, got `12`',
      'corpus/flood.md:6: expected `url` to be a web address like https://example.org/story, got `ftp://x`',
      'corpus/flood.md:7: expected `edition` to be `digest`, or no `edition` for the full text, got `full`',
      'corpus/flood.md:8: expected `outlet` to be text, got a list, a mapping or an alias',
    ])
  })

  it.each([
    ['a day that does not exist', 'published: 2021-02-30'],
    ['a key given twice', 'headline: A\nheadline: B'],
    ['broken YAML', 'headline: "A'],
    ['a list', '- a\n- b'],
    ['words as keys', '__proto__: x\nconstructor: y'],
  ])('finds a fault in %s', (_, yaml) => {
    expect(faultsOf(`---\n${yaml}\n---\nText`).length).toBeGreaterThan(0)
  })

  it('says where front matter has no end', () => {
    expect(faultsOf('---\nheadline: A\n\nText')).toEqual([
      'corpus/flood.md:1: expected front matter to end with a line `---`, got none',
    ])
  })

  it('names the first slip of broken YAML, and nesting without end, in one line', () => {
    expect(faultsOf(`---\nheadline: ${'{a: '.repeat(10_000)}\n---\nx`)).toHaveLength(1)
    expect(faultsOf(`---\n${'a: [\n'.repeat(1_000)}\n---\nx`)).toHaveLength(1)
  })

  it('refuses aliases, so that a billion laughs stay one line', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]}, `.repeat(9)}]`),
    ]
    expect(faultsOf(`---\n${bomb.join('\n')}\nheadline: *i\n---\nText`).length).toBeGreaterThan(0)
  })
})
