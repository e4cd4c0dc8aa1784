/** One story in several articles: copies of a sentence become one passage that lists all its attributions. */
import type { Article, Span } from '../../article/article.ts'
import type { Copy, Passage } from '../answer.ts'
import type { AskOptions } from '../ask/ask-options.ts'
import { likenessOf, type Wording, wordingOf } from './fingerprint.ts'

/**
 * The passages in the same order, each sentence once: the best passage of it stands as it was printed, and names where the others are,
 * and whether to the letter. No attribution is lost. With the grouping `paragraph`, whatever sentences of a paragraph are shown count;
 * programs count matched sentences one by one.
 */
export function mergeCopies(passages: readonly Passage[], grouping: AskOptions['grouping']): Passage[] {
  const kept: Passage[] = []
  const byWords = new Map<string, { readonly at: number; readonly wording: Wording }[]>()
  for (const passage of passages) {
    const wording = wordingOf(passage.article, passage.sentence)
    const alike = keysOf(wording).flatMap(key => byWords.get(key) ?? [])
    const first = alike.find(other => likenessOf(other.wording, wording) !== null)
    const better = first === undefined ? undefined : kept[first.at]
    if (first !== undefined && better !== undefined) {
      const likeness = likenessOf(first.wording, wording) ?? 'nearly'
      kept[first.at] = withCopies(better, [copyOf(passage, likeness), ...passage.copies])
      continue
    }
    const at = kept.push(passage) - 1
    for (const shown of grouping === 'paragraph' ? sentencesIn(passage) : [passage.sentence]) {
      const own = shown.start === passage.sentence.start ? wording : wordingOf(passage.article, shown)
      for (const key of keysOf(own)) byWords.set(key, [...(byWords.get(key) ?? []), { at, wording: own }])
    }
  }
  return kept
}

/** The passage with these copies in other articles beside those that it has, each place once. */
export function withCopies(passage: Passage, copies: readonly Copy[]): Passage {
  const byPlace = new Map<string, Copy>()
  for (const copy of [...passage.copies, ...copies]) {
    if (isSameArticle(copy.article, passage.article)) continue
    const place = `${copy.article.slug} ${copy.printed[0]?.start}`
    if (!byPlace.has(place)) byPlace.set(place, copy)
  }
  return byPlace.size === passage.copies.length ? passage : { ...passage, copies: [...byPlace.values()] }
}

/** The same, or the same page once more under another name. */
function isSameArticle(one: Article, other: Article): boolean {
  return one.slug === other.slug || (one.url !== null && one.url === other.url)
}

/** Under which a sentence may be met again; the two kinds are kept apart. */
function keysOf({ exact, near }: Wording): readonly string[] {
  return [...(exact === null ? [] : [`= ${exact}`]), ...(near === null ? [] : [`~ ${near}`])]
}

function sentencesIn({ article, start, end }: Passage): readonly Span[] {
  return article.paragraphs
    .filter(paragraph => paragraph.start < end && paragraph.end > start)
    .flatMap(({ sentences }) => sentences.filter(sentence => sentence.start >= start && sentence.end <= end))
}

function copyOf({ article, attribution, sentence }: Passage, likeness: Copy['likeness']): Copy {
  return { article, attribution, printed: [sentence], likeness }
}
