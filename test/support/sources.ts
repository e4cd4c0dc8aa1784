/** Small sources for the tests of retrieval: texts in our own words, a sentence a line, paragraphs parted by blank lines. */
import type { Source } from '../../src/retrieval/index/search-index.ts'

/** A source of `text`, whose lines are its sentences. */
export function makeSource(id: string, text: string, context = '', language: string | null = null): Source {
  const paragraphs: { start: number; end: number }[][] = [[]]
  let start = 0
  for (const line of text.split('\n')) {
    if (line === '') paragraphs.push([])
    else paragraphs.at(-1)?.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return { id, language, context, text, paragraphs: paragraphs.filter(({ length }) => length > 0) }
}

/** Six sentences whose ranking can be checked by eye. */
export const harbour = makeSource(
  'harbour',
  [
    'The old harbour of Lindau was closed on Tuesday after a storm.',
    'Police detained 1,320 people near the embassy.',
    '',
    'The mayor, Ilse Brandt, opened the new harbour in 1998.',
    'She said the storm was the worst in a century.',
    '',
    'Fishermen mended their nets while the harbour was closed.',
    'The embassy of the U.S. did not answer.',
  ].join('\n'),
  'Storm closes harbour\nPolice hold protesters',
)
