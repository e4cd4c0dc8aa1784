/** The nouns of a corpus: an article, its paragraphs and sentences. Reading them from files is left to `formats/` and `load.ts`. */

/** A half-open range `[start, end)` in UTF-16 units of an article's `body`. */
export type Span = { readonly start: number; readonly end: number }

/** A paragraph of the body, without the blank lines around it. `sentences` are in order, lie inside it, and hold no outer white space. */
export type Paragraph = Span & { readonly sentences: readonly Span[] }

/** What was printed, and by whom. What is not known is null, never guessed. */
export type Article = {
  /** The file's name without its ending: lower-case letters, digits and hyphens; unique in a corpus. */
  readonly slug: string
  readonly headline: string
  readonly outlet: string | null
  readonly byline: string | null
  /** YYYY-MM-DD */
  readonly published: string | null
  readonly dateline: string | null
  readonly url: string | null
  readonly standfirst: string | null
  /** BCP 47, such as `en` or `pt-BR`; null when neither declared nor detected. */
  readonly language: string | null
  /** `digest` when the body is a digest of what was printed; null when it is the full text. */
  readonly edition: 'digest' | null
  /** The text that is quoted from, in Unicode NFC, lines ended by `\n`, paragraphs separated by blank lines. */
  readonly body: string
  readonly paragraphs: readonly Paragraph[]
}

/** The words of a span, to the letter. */
export function slice(article: Article, span: Span): string {
  return article.body.slice(span.start, span.end)
}
