/** The words by which a description is given: without its article, with what an "of" or "in" behind it adds. */
import { type NamedLine, type Phrase, readForward } from '../grammar/phrases.ts'
import type { Token } from '../marks/tokens.ts'
import { WEEKDAYS_AND_MONTHS } from '../words/words.ts'

/** The words of a description without its article, with what an "of" or "in" after it adds: "prosecutors in the capital". */
export function withoutArticle(line: NamedLine, phrase: Phrase): string {
  const first = line.tokens[phrase.from] as Token
  const skip = /^(?:the|a|an)$/.test(first.lower) && phrase.to - phrase.from > 1 ? 1 : 0
  const added = /^(?:of|in|at|for|from)$/.test(line.tokens[phrase.to]?.lower ?? '')
    ? readForward(line, phrase.to + 1)
    : null
  const extended =
    added !== null && (added.kind === 'name' || added.kind === 'description') && !isDay(line.tokens[added.from])
  return textOf(line, phrase.from + skip, extended ? added.to : phrase.to)
}

function isDay(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (WEEKDAYS_AND_MONTHS.has(token.lower) || /^\d|^(?:a|an|his|her|their|its|response)$/.test(token.lower))
  )
}

export function textOf(line: NamedLine, from: number, to: number): string {
  const words = line.tokens.slice(from, to)
  return words
    .map((word, at) => (at > 0 && word.start > (words[at - 1] as Token).end ? ` ${word.text}` : word.text))
    .join('')
}
