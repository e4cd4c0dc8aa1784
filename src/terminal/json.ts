/** Answers as the JSON that `--json` prints: the contract that scripts rely on. */

import type { Answer, CheckAnswer, Copy, FoundQuotation, Passage } from '../answer/answer.ts'
import type { Attribution } from '../answer/attribution.ts'
import type { Article, Span } from '../article/article.ts'
import { escapeJson } from '../article/control-characters.ts'

/** JSON on one line that no terminal takes for orders. */
export function toJson(value: object): string {
  return escapeJson(JSON.stringify(value))
}

/**
 * One line for one question. Positions are UTF-16 units of the article's body; unknown parts of an attribution are null. `shown` is
 * the whole answer as a person reads it.
 */
export function answerJson(question: string, answer: Answer, shown: string): string {
  const isSearch = answer.kind === 'found' || answer.kind === 'nearest' || answer.kind === 'nothing-found'
  const passages = passagesIn(answer)
  return toJson({
    question,
    kind: answer.kind,
    confidence: isSearch ? answer.confidence : 1,
    uncovered: isSearch ? answer.uncovered : [],
    shown,
    passages: passages.map(passageJson),
    ...(isSearch ? { ...answer.reading, ...(answer.readAs === null ? {} : { readAs: answer.readAs }) } : {}),
  })
}

/** The passages of any answer to a question, best first. */
function passagesIn(answer: Answer): readonly Passage[] {
  if (answer.kind === 'quotations') return answer.quotations.map(({ passage }) => passage)
  return 'passages' in answer ? answer.passages : []
}

function passageJson(passage: Passage): object {
  const { id, article, paragraph, sentence, start, end, score, attribution, copies, explanation } = passage
  return {
    id,
    article: article.slug,
    paragraph,
    sentence: article.body.slice(sentence.start, sentence.end),
    text: article.body.slice(start, end),
    start,
    end,
    score,
    attribution: attributionJson(attribution),
    ...(copies.length === 0 ? {} : { copies: copies.map(copyJson) }),
    ...(explanation === null ? {} : { explanation }),
  }
}

/** One line for one quotation; the parts of one that "he said" breaks are joined by ` […] `. `start` and `end` are of the whole. */
export function quotationJson({ quotation, passage }: FoundQuotation): string {
  const { parts, paragraph, speaker, description, cue, kind } = quotation
  const { slug, body } = passage.article
  return toJson({
    article: slug,
    paragraph,
    quote: parts.map(({ start, end }) => body.slice(start, end)).join(' […] '),
    speaker,
    cue,
    start: parts[0]?.start ?? null,
    end: parts.at(-1)?.end ?? null,
    description,
    kind,
    ...(passage.copies.length === 0 ? {} : { copies: passage.copies.map(copyJson) }),
  })
}

/** One line for one check. `article`, `speaker`, `printed` and the place are null when nothing was found. */
export function checkJson({
  claimed,
  verdict,
  differences,
  passage,
  printed,
  credit,
  spliced,
  isPartOfSentence,
  ...searched
}: CheckAnswer): string {
  const article = printed.length === 0 ? null : (passage?.article ?? null)
  return toJson({
    verdict,
    article: article?.slug ?? null,
    speaker: credit.speaker,
    printed: article === null ? null : printedText(article, printed),
    ...(spliced === null
      ? {}
      : {
          other: {
            article: spliced.passage.article.slug,
            printed: printedText(spliced.passage.article, spliced.printed),
          },
        }),
    partOfSentence: isPartOfSentence,
    differences,
    claimed,
    paragraph: article === null ? null : (passage?.paragraph ?? null),
    start: printed[0]?.start ?? null,
    end: printed.at(-1)?.end ?? null,
    credit,
    nearest:
      verdict === 'not-found' && passage !== null
        ? {
            article: passage.article.slug,
            sentence: passage.article.body.slice(passage.sentence.start, passage.sentence.end),
          }
        : null,
    articlesSearched: searched.articlesSearched,
    newest: searched.newest,
  })
}

function printedText({ body }: Article, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => body.slice(start, end)).join(' […] ')
}

/** What is printed there, to the letter, and how alike it is. */
function copyJson({ article, attribution, printed, likeness }: Copy): object {
  return {
    article: article.slug,
    paragraph: attribution.paragraph,
    likeness,
    printed: printedText(article, printed),
    attribution: attributionJson(attribution),
  }
}

function attributionJson(attribution: Attribution): object {
  const { headline, outlet, byline, published, dateline, url, speaker, edition } = attribution
  return { headline, outlet, byline, published, dateline, url, speaker, edition }
}
