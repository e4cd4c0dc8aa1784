/** Collects the tokens of sources in their order, and the dictionary of their terms; counting them is left to `segment.ts`. */
import { isPlain } from '../text/analyse.ts'
import { Numbers } from './numbers.ts'

/** What of a segment is read off its sources in order; the rest of the segment is counted from it. */
export type ForwardIndex = {
  readonly terms: readonly string[]
  readonly termIds: ReadonlyMap<string, number>
  /** By term: a word as printed that it stands for, in lower case where any is. */
  readonly printed: readonly string[]
  readonly tokens: Uint32Array
  /** By sentence, one more. */
  readonly tokensStart: Uint32Array
  readonly contextTokens: Uint32Array
  /** By source, one more. */
  readonly contextStart: Uint32Array
  readonly paragraphOfSentence: Uint32Array
  /** By paragraph, one more: its first sentence. */
  readonly paragraphStart: Uint32Array
  readonly sourceOfParagraph: Uint32Array
  /** By source, one more: its first paragraph. */
  readonly sourceStart: Uint32Array
  readonly sourceIds: readonly string[]
  /** By source: the primary language of its analyser. */
  readonly languages: readonly string[]
}

export class ForwardBuilder {
  /** Tokens of sentences and of contexts: pushed by the caller after `startSentence` and `startSource`. */
  readonly tokens = new Numbers()
  readonly contextTokens = new Numbers()
  readonly #terms: string[] = []
  readonly #termIds = new Map<string, number>()
  readonly #printed: string[] = []
  readonly #tokensStart = new Numbers()
  readonly #contextStart = new Numbers()
  readonly #paragraphOfSentence = new Numbers()
  readonly #paragraphStart = new Numbers()
  readonly #sourceOfParagraph = new Numbers()
  readonly #sourceStart = new Numbers()
  readonly #sourceIds: string[] = []
  readonly #languages: string[] = []

  get sentenceCount(): number {
    return this.#tokensStart.length
  }

  startSource(id: string, language: string): void {
    this.#sourceIds.push(id)
    this.#languages.push(language)
    this.#contextStart.push(this.contextTokens.length)
    this.#sourceStart.push(this.#paragraphStart.length)
  }

  startParagraph(): void {
    this.#paragraphStart.push(this.sentenceCount)
    this.#sourceOfParagraph.push(this.#sourceIds.length - 1)
  }

  startSentence(): void {
    this.#paragraphOfSentence.push(this.#paragraphStart.length - 1)
    this.#tokensStart.push(this.tokens.length)
  }

  /** The number of a term, a new one if it is new. `printed` is a word that it stands for; one in lower case is kept before others. */
  termId(term: string, printed: string): number {
    let id = this.#termIds.get(term)
    if (id === undefined) {
      id = this.#terms.length
      this.#terms.push(term)
      this.#termIds.set(term, id)
      this.#printed.push(printed)
    } else if (printed !== this.#printed[id] && (isPlain(printed) || printed === printed.toLowerCase()))
      this.#printed[id] = printed
    return id
  }

  finish(): ForwardIndex {
    this.#paragraphStart.push(this.sentenceCount)
    this.#tokensStart.push(this.tokens.length)
    this.#contextStart.push(this.contextTokens.length)
    this.#sourceStart.push(this.#sourceOfParagraph.length)
    return {
      terms: this.#terms,
      termIds: this.#termIds,
      printed: this.#printed,
      tokens: this.tokens.toArray(),
      tokensStart: this.#tokensStart.toArray(),
      contextTokens: this.contextTokens.toArray(),
      contextStart: this.#contextStart.toArray(),
      paragraphOfSentence: this.#paragraphOfSentence.toArray(),
      paragraphStart: this.#paragraphStart.toArray(),
      sourceOfParagraph: this.#sourceOfParagraph.toArray(),
      sourceStart: this.#sourceStart.toArray(),
      sourceIds: this.#sourceIds,
      languages: this.#languages,
    }
  }
}
