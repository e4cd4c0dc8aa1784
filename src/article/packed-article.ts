/** Articles in a shape that is quick to copy between threads and to save: positions as one list of numbers. */
import type { Article, Paragraph } from './article.ts'

/** Paragraphs as numbers: of each its start and end, how many sentences it has, and the start and end of each of these. */
export type PackedArticle = Omit<Article, 'paragraphs'> & { readonly paragraphs: readonly number[] }

export function packArticle(article: Article): PackedArticle {
  const paragraphs: number[] = []
  for (const { start, end, sentences } of article.paragraphs) {
    paragraphs.push(start, end, sentences.length)
    for (const sentence of sentences) paragraphs.push(sentence.start, sentence.end)
  }
  return { ...article, paragraphs }
}

export function unpackArticle(packed: PackedArticle): Article {
  return { ...packed, paragraphs: unpackParagraphs(packed.paragraphs) }
}

function unpackParagraphs(numbers: readonly number[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let place = 0
  const next = (): number => numbers[place++] ?? 0
  while (place < numbers.length) {
    const [start, end, count] = [next(), next(), next()]
    const sentences = Array.from({ length: count }, () => ({ start: next(), end: next() }))
    paragraphs.push({ start, end, sentences })
  }
  return paragraphs
}
