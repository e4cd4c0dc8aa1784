/** Finds where else a passage's sentence is printed, though the question led to one of its places only. */
import { slice } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { rarestTerms, shortlist } from '../../retrieval/candidates/shortlist.ts'
import type { Copy, Passage } from '../answer.ts'
import { passageOver } from '../passage.ts'
import { likenessOf, type Wording, wordingOf } from './fingerprint.ts'
import { withCopies } from './merge-copies.ts'

/** A copy has the sentence's rarest words: so many of them are looked up, in so many paragraphs. */
const rarestWords = 3
const mostParagraphs = 48
/** Words that are not rewritten on the way to a wording, and so stand in every copy as they stand here. */
const plainWord = /^(?!.*is)[\p{Ll}\p{Lo}\p{M}]{5,}$/u
/** Characters of a sentence of which copies are looked for. What is longer is no sentence, and is looked through once for each of its words. */
const longestSentence = 5_000
/** A copy is at most so many times as long or as short. */
const lengthRatio = 1.6

/** The passages, each with all its copies that the library has. */
export function withAllCopies(library: Library, passages: readonly Passage[]): readonly Passage[] {
  return library.articles.size < 2
    ? passages
    : passages.map(passage => withCopies(passage, findCopies(library, passage)))
}

function findCopies(library: Library, passage: Passage): readonly Copy[] {
  if (passage.sentence.end - passage.sentence.start > longestSentence) return []
  const wording = wordingOf(passage.article, passage.sentence)
  const words = wording.evened.kept.filter(word => plainWord.test(word) && hasWords(wording.text, [word]))
  const terms = rarestTerms(library.index, words.join(' '), rarestWords)
  if (terms === null || terms === 'absent') return []
  const copies: Copy[] = []
  for (const { sourceId, paragraph } of shortlist(library.index, terms, { limit: mostParagraphs })) {
    const article = library.articles.get(sourceId)
    if (article === undefined || article === passage.article) continue
    for (const [sentence, span] of article.paragraphs[paragraph]?.sentences.entries() ?? []) {
      if (!isLikelyAsLong(wording, span.end - span.start) || !hasWords(slice(article, span), words)) continue
      const likeness = likenessOf(wording, wordingOf(article, span))
      if (likeness === null) continue
      const { attribution } = passageOver(article, { paragraph, sentence }, span, 0, () => [])
      copies.push({ article, attribution, printed: [span], likeness })
    }
  }
  return copies
}

/** Told by the letters, which is quick: hardly any sentence comes so far as to be read word by word. */
function hasWords(sentence: string, words: readonly string[]): boolean {
  const lower = sentence.toLowerCase()
  return words.every(word => lower.includes(word))
}

function isLikelyAsLong({ text }: Wording, length: number): boolean {
  return length <= text.length * lengthRatio && text.length <= length * lengthRatio
}
