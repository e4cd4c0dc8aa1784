/** What ties a quotation to its speaker, and the sentence around it in which the tie is looked for. */
import { isSpeaking, type NamedLine, type Phrase } from './phrases.ts'

/** How a quotation is tied to a speaker. `cue` is the range of tokens of the verb; null for a colon or a signature. */
export type Tie = {
  readonly line: NamedLine
  readonly phrase: Phrase
  readonly cue: { readonly from: number; readonly to: number } | null
  readonly place: 'before' | 'after'
}

/** How many tokens of a sentence are read on either side of a quotation: no printed sentence has more, and a hostile one costs no more. */
const LONGEST_SENTENCE = 100

/** The first token of the sentence that token `at` belongs to. */
export function sentenceStart(line: NamedLine, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_SENTENCE && !line.tokens[start]?.opens) start--
  return start
}

/** The position after the last token of the sentence that token `at` belongs to. */
export function sentenceEnd(line: NamedLine, at: number): number {
  let end = at + 1
  while (end < line.tokens.length && end - at < LONGEST_SENTENCE && !line.tokens[end]?.opens) end++
  return end
}

export function canSpeak(phrase: Phrase): boolean {
  return phrase.kind !== 'description' || isSpeaking(phrase.head)
}
