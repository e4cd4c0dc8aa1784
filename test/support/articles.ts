/** Small articles in our own words, for tests that need a library. */

import type { Article } from '../../src/article/article.ts'
import { splitParagraphs } from '../../src/article/paragraphs.ts'
import { createLibrary, type Library } from '../../src/library/library.ts'

/** An article of this body; what is not given is unknown. */
export function makeArticle(body: string, known: Partial<Article> = {}): Article {
  return {
    slug: 'article',
    headline: 'An article',
    outlet: null,
    byline: null,
    published: null,
    dateline: null,
    url: null,
    standfirst: null,
    language: 'en',
    edition: null,
    body,
    paragraphs: splitParagraphs(body),
    ...known,
  }
}

export const flood = makeArticle(
  `The river Lenn rose by four metres on Tuesday night, the water board said. It flooded 1,250 houses in Marbach and closed the old bridge.

"Nobody had seen water like this since 1954," said the mayor, Ilse Brandt. "We will rebuild the bridge before winter."

The U.S. engineer Tom Okafor, who designed the new dam, disagreed. He said the dam would have held the water back.

Schools stay closed until Friday. Trains between Marbach and Café Corner are replaced by buses.`,
  {
    slug: 'flood',
    headline: 'River floods Marbach and closes its old bridge',
    outlet: 'The Valley Post',
    byline: 'Jo Hart',
    published: '2024-05-01',
    dateline: 'Marbach',
    url: 'https://valley.example/flood',
  },
)

export const lighthouse = makeArticle(
  `The lighthouse on Gull Island was sold on Monday for 310,000 dollars. Its new owner is the painter Ana Sousa.

Sousa wants to open a school for children there. "Light is the first thing that I teach," Sousa said.`,
  {
    slug: 'lighthouse',
    headline: 'Painter buys lighthouse on Gull Island',
    outlet: 'Harbour News',
    published: '2023-11-20',
    edition: 'digest',
  },
)

/** An article as a `.txt` file that is read as just this article, when it is called by its slug. */
export function fileOf({ body, slug: _slug, paragraphs: _paragraphs, ...metadata }: Article): string {
  const lines = Object.entries(metadata).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${JSON.stringify(value)}`],
  )
  return ['---', ...lines, '---', '', body, ''].join('\n')
}

/** Three articles that answer "Which gate of Lenn was closed on Monday?" about equally well. */
export const gates: readonly Article[] = ['north', 'south', 'west'].map(side =>
  makeArticle(`The ${side} gate of Lenn was closed on Monday, the mayor said.`, {
    slug: `${side}-gate`,
    headline: `The ${side} gate`,
  }),
)

/** Both articles, read at a fixed moment. */
export function makeLibrary(articles: readonly Article[] = [flood, lighthouse]): Library {
  return createLibrary(articles, new Date('2024-06-01T12:00:00Z'))
}

/** What people may type, by name, and what must never break an answer. */
export const hostileInputs: readonly (readonly [name: string, text: string])[] = [
  ['a word that objects have', 'constructor'],
  ['another', '__proto__'],
  ['a diacritic', 'café'],
  ['an abbreviation', 'U.S.'],
  ['a title', 'Mr.'],
  ['an unclosed quotation mark', '"an unclosed quotation mark'],
  ['a replacement pattern', '$&'],
  ['Markdown', '*_|>#-[]()`'],
  ['a code block', '```code```'],
  ['a ping to all', '@everyone'],
  ['a ping to one', '<@123456789012345678>'],
  ['zero-width marks', 'zero\u200bwidth\u200d'],
  ['right-to-left marks', '\u202eright to left\u200f'],
  ['emoji', '🙂👩‍👩‍👧'],
  ['nothing but a space', ' '],
  ['stop words', 'who is it and what was that'],
  ['one letter', 'a'],
  ['control characters', '\u0000\u001b[31mred'],
  ['6,000 characters of words', 'word '.repeat(1200)],
  ['6,000 characters of one word', 'x'.repeat(6000)],
]
