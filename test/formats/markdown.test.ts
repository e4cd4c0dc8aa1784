import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/formats/markdown.ts'

const parse = (text: string, metadata = {}) => parseMarkdown({ path: 'a.md', slug: 'a', text }, metadata)

describe('parseMarkdown', () => {
  it('keeps the literal text and drops the markup', () => {
    const article = parse(
      '# River *rises*\n\nThe **mayor** said:\n[“We will rebuild”](https://x.example) `now`.\n\n> Nobody knew\\*.\n\n- one\n- two\n  - three\n\n![a photo](p.png)\n\n<!-- note -->\n\n```\ncode  here\n```\n\n1,250 houses &amp; a café\n\n---\n\nEnd.',
    )
    expect(article.headline).toBe('River rises')
    expect(article.body.split('\n\n')).toEqual([
      'The mayor said: “We will rebuild” now.',
      'Nobody knew*.',
      'one',
      'two',
      'three',
      'code  here',
      '1,250 houses & a café',
      'End.',
    ])
  })

  it('reads tables and footnotes, and keeps a tilde', () => {
    const article = parse(
      'About ~5 of ~8 towns.[^1]\n\n| Town | Houses |\n| --- | ---: |\n| *Marbach* | 1,250 |\n\n~~Not~~ so. See https://a.example.\n\n[^1]: By the board.',
    )
    expect(article.body.split('\n\n')).toEqual([
      'About ~5 of ~8 towns.',
      'Town | Houses',
      'Marbach | 1,250',
      'Not so. See https://a.example.',
      'By the board.',
    ])
  })

  it('keeps a heading that is not the headline', () => {
    const article = parse('# Part one\n\nText.\n\n## Part two\n\nMore.', { headline: 'The whole' })
    expect(article.headline).toBe('The whole')
    expect(article.body).toBe('Part one\n\nText.\n\nPart two\n\nMore.')
  })

  it('says when there is no text', () => {
    expect(() => parse('# Only a title')).toThrow('a.md: expected an article, got no text')
  })
})
