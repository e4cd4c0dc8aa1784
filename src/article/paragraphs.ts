/** Splits an article's body into paragraphs and their sentences. Where a sentence ends is left to `sentences.ts`. */
import type { Paragraph, Span } from './article.ts'
import { splitSentences } from './sentences.ts'

/** Paragraphs of `body`, which blank lines separate, in order; spans of the body, they and their sentences without outer white space. */
export function splitParagraphs(body: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const gap of [...body.matchAll(/\n\s*\n/g), null]) {
    const paragraph = trim(body, start, gap?.index ?? body.length)
    if (paragraph.end > paragraph.start) paragraphs.push({ ...paragraph, sentences: sentencesIn(body, paragraph) })
    start = gap === null ? body.length : gap.index + gap[0].length
  }
  return paragraphs
}

function sentencesIn(body: string, paragraph: Span): Span[] {
  return splitSentences(body.slice(paragraph.start, paragraph.end))
    .map(({ start, end }) => trim(body, paragraph.start + start, paragraph.start + end))
    .filter(({ start, end }) => end > start)
}

function trim(text: string, start: number, end: number): Span {
  const words = text.slice(start, end)
  const first = start + words.length - words.trimStart().length
  return { start: first, end: Math.max(first, start + words.trimEnd().length) }
}
