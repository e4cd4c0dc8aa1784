import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/answer/ask/ask.ts'
import { standingOf } from '../../../src/answer/ask/standing.ts'
import { slice } from '../../../src/article/article.ts'
import { makeArticle, makeLibrary } from '../../support/articles.ts'

const closed = 'The council closed the old bridge on Monday after engineers had found cracks in two of its pillars.'

function standingOfFirst(text: string, next = closed) {
  return standingOf(makeArticle(`${text}\n\n${next}`), { paragraph: 0 })
}

describe('standingOf', () => {
  it.each([
    'More:Council opens new bridge to traffic',
    'More: Gas prices rise to a seven-year high.',
    'LIVE UPDATES: Bridge closed for months, council says',
    'Read more: Who built the bridge?',
    'A long history:How the bridge came to be built',
    'Cow deaths:18,000 cows lost on the bridge',
    'Bridges in the U.S:More are closed each year',
    "Who pays?Here's what the bridge costs",
    'Sign up for our newsletter about bridges and roads.',
    'Follow Ann Berg on Twitter: @annberg',
    'Email the writer at ann@example.org.',
    'Contributing: Ann Berg, Cyril Dunn',
    'The old bridge at dusk. Ann Berg/Getty Images',
    '(Image credit: Ann Berg)',
  ])('takes %j for an aside', text => {
    expect(standingOfFirst(text)).toBe('aside')
  })

  it.each(['Cracks in the pillars', 'When will the bridge open again?', 'LONDON —'])('takes %j for a heading', text => {
    expect(standingOfFirst(text)).toBe('heading')
  })

  it.each([
    closed,
    'The bridge will be closed until 10:30 on Monday.',
    'The mayor said: “It is closed.”',
    '“Who will pay for this?”',
    'WINNER: Ann Berg, for “The Old Bridge”',
    'More than two hundred cars were turned away.',
    'Read in parliament, the letter caused an uproar.',
    'Follow the river: that was his advice.',
    '',
  ])('lets %j stand by itself', text => {
    expect(standingOfFirst(text)).toBe('passage')
  })

  it('takes a question of a quiz for an aside', () => {
    expect(standingOfFirst('2. Which of these bridges was closed by the council on Monday?', 'The old bridge')).toBe(
      'aside',
    )
  })

  it('lets the items of a list stand by themselves, but for bare names', () => {
    expect(standingOfFirst('Honduras', 'Costa Rica')).toBe('aside')
    expect(standingOfFirst('Stone bridge, 1874', 'Iron bridge, 1902')).toBe('passage')
  })
})

describe('ask', () => {
  const bridge = makeArticle(
    [
      'The council met on Monday.',
      'Why was the bridge closed?',
      'Engineers had found cracks in two pillars of it.',
      'More:Why the bridge was closed in Upton',
      'The mayor thanked them.',
    ].join('\n\n'),
  )

  it('shows what a heading heads in its place, and what links elsewhere after all else', () => {
    const { passages } = ask(makeLibrary([bridge]), 'Why was the bridge closed?', {
      article: null,
      limit: 5,
      grouping: 'sentence',
    })
    const sentences = passages.map(({ article, sentence }) => slice(article, sentence))
    expect(sentences[0]).toBe('Engineers had found cracks in two pillars of it.')
    expect(sentences.slice(-2).sort()).toEqual([
      'More:Why the bridge was closed in Upton',
      'Why was the bridge closed?',
    ])
  })

  it('shows a link where nothing else fits', () => {
    const link = makeArticle('More:Zebras seen in Upton')
    const { passages } = ask(makeLibrary([link]), 'Where were zebras seen?', {
      article: null,
      limit: 5,
      grouping: 'sentence',
    })
    expect(passages.map(({ article, sentence }) => slice(article, sentence))).toEqual(['More:Zebras seen in Upton'])
  })

  it('never brings excluded words back as context', () => {
    const river = makeArticle('The bridge was closed by a flood. It opened in May. The bridge cost a fortune in gold.')
    const { passages } = ask(makeLibrary([river]), 'When was the bridge open in May? -flood', {
      article: null,
      limit: 5,
      grouping: 'paragraph',
    })
    expect(passages.length).toBeGreaterThan(0)
    for (const passage of passages) expect(slice(river, passage)).not.toContain('flood')
  })
})
