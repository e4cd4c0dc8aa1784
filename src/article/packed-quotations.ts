/** Quotations in a shape that is quick to copy between threads: everything as one list of numbers, beside the words that they name. */
import type { Quotation } from './quotation.ts'

/**
 * Of each quotation its paragraph, whether it is a statement, the places of its speaker, description and cue in `words`, how many parts it
 * has, and the start and end of each of these. The first of `words` stands for null.
 */
export type PackedQuotations = { readonly numbers: Int32Array<ArrayBuffer>; readonly words: readonly (string | null)[] }

export function packQuotations(quotations: readonly Quotation[]): PackedQuotations {
  const places = new Map<string | null, number>([[null, 0]])
  const placeOf = (word: string | null): number => {
    const place = places.get(word) ?? places.size
    places.set(word, place)
    return place
  }
  const numbers: number[] = []
  for (const { paragraph, kind, speaker, description, cue, parts } of quotations) {
    numbers.push(paragraph, Number(kind === 'statement'))
    numbers.push(placeOf(speaker), placeOf(description), placeOf(cue), parts.length)
    for (const { start, end } of parts) numbers.push(start, end)
  }
  return { numbers: Int32Array.from(numbers), words: [...places.keys()] }
}

export function unpackQuotations({ numbers, words }: PackedQuotations): readonly Quotation[] {
  const quotations: Quotation[] = []
  let place = 0
  const next = (): number => numbers[place++] ?? 0
  const word = (): string | null => words[next()] ?? null
  while (place < numbers.length) {
    const paragraph = next()
    const kind = next() === 1 ? 'statement' : 'fragment'
    const [speaker, description, cue, count] = [word(), word(), word(), next()]
    const parts = Array.from({ length: count }, () => ({ start: next(), end: next() }))
    quotations.push({ parts, paragraph, kind, speaker, description, cue })
  }
  return quotations
}
