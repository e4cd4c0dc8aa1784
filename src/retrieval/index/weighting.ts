/** The arithmetic of TF-IDF, as small pure functions. */

/**
 * Inverse document frequency: `1 + ln(N / (1 + n))` for a term that stands in `n` of `N` documents, as in natural's `TfIdf`
 * and Lucene's `ClassicSimilarity` (after K. Spärck Jones, "A statistical interpretation of term specificity", 1972).
 * Always above 0.3; a term that no document has gets the highest.
 */
export function inverseDocumentFrequency(documents: number, documentsWithTerm: number): number {
  return 1 + Math.log(Math.max(1, documents) / (1 + documentsWithTerm))
}

/**
 * Saturated term frequency of Okapi BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.4):
 * `tf (k1 + 1) / (tf + k1 (1 - b + b length / averageLength))`. It rises from 0 towards `k1 + 1`; with `k1` infinite and
 * `b` 0 it is the plain term frequency of TF-IDF.
 */
export function saturate(frequency: number, length: number, averageLength: number, k1: number, b: number): number {
  if (frequency === 0) return 0
  if (k1 === Number.POSITIVE_INFINITY) return frequency / (1 - b + (b * length) / averageLength)
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / averageLength))
}

// Paragraphs are longer than sentences, and length counts less against them: fitted with the ranking, see test/bench/fit.
const PARAGRAPH_K1 = 0.9
const PARAGRAPH_B = 0.3

/** `saturate` for a paragraph; lengths are of paragraphs, in tokens. */
export function saturateParagraph(frequency: number, length: number, averageLength: number): number {
  return saturate(frequency, length, averageLength, PARAGRAPH_K1, PARAGRAPH_B)
}
