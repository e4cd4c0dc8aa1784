/** Answers to lines that lean on the answer before: what they leave out is taken from there. Reading them is `follow-up-acts.ts`'s. */
import type { Article } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { quotationsOf } from '../../library/quotations-of.ts'
import type { Passage, PassagesAnswer } from '../answer.ts'
import { ask } from '../ask/ask.ts'
import type { AskOptions } from '../ask/ask-options.ts'
import { gatherPassage, type Place, passageOver, pointsBackwards } from '../passage.ts'
import { show } from '../quote/quote.ts'
import { tellingWords } from './follow-up-acts.ts'
import type { ConverseOptions } from './options.ts'
import { foldLine } from './plain-line.ts'
import { resolve } from './resolve.ts'
import type { Turn } from './turn-before.ts'

/** Letters that forms of one word share. */
const STEM = 4
const STEM_SHARE = 0.6
/** Shorter stretches between full stops are no sentences, "10 p.m." */
const SHORTEST = 20
/** What is read on at a time, in UTF-16 units. */
const STRETCH = 420
/** Sentences are shorter than passages, so more of them are shown. */
const SHOWN = 5
/** Sentences of each ranking that are looked at. */
const CONSIDERED = 20

/**
 * The answer to a question that leans on an earlier one. Three rankings are joined: that of both questions together, that of the line
 * alone, and the sentences beside the earlier answer; what was shown before comes last. It stays in the article that was talked about
 * unless that has nothing.
 */
export function carryOn(library: Library, line: string, turn: Turn, options: ConverseOptions): PassagesAnswer {
  const { readAs, query, own } = resolve(line, turn)
  const article = options.article ?? turn.article?.slug ?? null
  const asked: AskOptions = { ...options, limit: CONSIDERED, grouping: 'sentence', article }
  const within = ask(library, query, asked)
  const isThere = article === null || within.passages.length > 0
  const where = isThere ? asked : { ...asked, article: null }
  const answer = isThere ? within : ask(library, query, where)
  const alone = own === null ? null : ask(library, own, where)
  const [known] = turn.passages
  const before = foldLine(turn.question)
  const words = [...new Set(tellingWords(foldLine(line)))].filter(word => !before.includes(word.slice(0, STEM)))
  const rankings = [answer.passages, alone?.passages ?? [], known === undefined ? [] : besides(known)]
  const ranked = fuse(rankings, words)
  const isFound = answer.kind === 'found' || alone?.kind === 'found'
  const kind = isFound ? 'found' : ranked.length > 0 ? 'nearest' : answer.kind
  // Why something is so rarely stands in the sentence that says so.
  const isWhy = /^(?:why|how come|how so)\b/i.test(readAs)
  const seen = isWhy ? ranked.filter(({ id }) => turn.passages.some(shown => shown.id === id)) : []
  const ordered = [...ranked.filter(passage => !seen.includes(passage)), ...seen]
  const passages = ordered.slice(0, Math.max(options.limit, SHOWN))
  return {
    ...answer,
    kind,
    question: line,
    passages,
    uncovered: leftOpen(answer.uncovered, words, passages[0]),
    readAs,
  }
}

/** Of the words that an answer leaves open, the line's own that the first passage has not either: the earlier ones were answered before. */
function leftOpen(uncovered: readonly string[], own: readonly string[], first: Passage | undefined): readonly string[] {
  return uncovered.filter(
    word => own.includes(word.toLowerCase()) && (first === undefined || ownWordsIn(first, [word.toLowerCase()]) === 0),
  )
}

/** The stretches of the article that come after what was shown last; null when nothing was shown. */
export function readOn(line: string, turn: Turn, { limit }: ConverseOptions): PassagesAnswer | null {
  const [first] = turn.passages
  if (first === undefined) return null
  const passages = stretchesAfter(first.article, endOfReading(first, turn.passages), turn.passages)
  const answer = answerOf(line, passages.slice(0, limit), `go on (${turn.question})`)
  return passages.length === 0 ? { ...answer, kind: 'nothing-found', hasEnded: true } : answer
}

/** Where the first passage ends, or those that go on from it without a gap. */
function endOfReading(first: Passage, passages: readonly Passage[]): number {
  let { end } = first
  for (const passage of passages) {
    const isNext = passage.article === first.article && passage.start >= end
    if (isNext && first.article.body.slice(end, passage.start).trim() === '') end = passage.end
  }
  return end
}

/** The passage shown last with who said it; null when nobody is known to have. */
export function whoSaid(line: string, turn: Turn): PassagesAnswer | null {
  const said = turn.passages[0]
  return said === undefined || said.attribution.speaker === null
    ? null
    : answerOf(line, [said], `who said it? (${turn.question})`)
}

const REPORTED =
  '(?:said|says|told|added|urged|warned|called|asked|argued|claimed|insisted|noted|explained|announced|wrote|stressed|admitted|denied|accused|promised|suggested|described|tweeted|believes?|thinks?|hopes?|wants?)'

/** What else somebody said, quoted or reported, in the order of the text from where the answer before stood; null when nothing else is. */
export function saidElse(
  line: string,
  person: string,
  turn: Turn,
  article: Article,
  limit: number,
): PassagesAnswer | null {
  const surname = person.split(/\s+/).at(-1) ?? person
  const quoted = quotationsOf(article)
    .filter(({ speaker }) => speaker !== null && (speaker === person || speaker.split(/\s+/).at(-1) === surname))
    .map(quotation => show({ article, quotation, score: 0 }, null).passage)
  const escaped = surname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const reports = new RegExp(
    `\\b${escaped}\\b[^.“”"]{0,40}\\b${REPORTED}\\b|^(?:He|She)\\b[^.“”"]{0,20}\\b${REPORTED}\\b`,
    'u',
  )
  const reported = placesOf(article)
    .filter(({ start, end }) => reports.test(article.body.slice(start, end)))
    .map(place => gatherPassage(article, place, 0, () => []))
  const from = turn.passages.find(passage => passage.article === article)?.start ?? 0
  const others = [...quoted, ...reported]
    .filter(passage => !turn.passages.some(shown => overlap(shown, passage)))
    .sort((a, b) => Number(a.start < from) - Number(b.start < from) || a.start - b.start)
  const passages = withoutOverlaps(others).map(passage => ({ ...passage, matches: [] }))
  return passages.length === 0
    ? null
    : answerOf(
        line,
        passages.slice(0, Math.max(limit, SHOWN)),
        `what ${/\b(?:else|more|other|another)\b/i.test(line) ? 'else ' : ''}did ${person} say?`,
      )
}

/** Behind the first passage its sentence alone, where that is understood without those before it. */
function shortened(passage: Passage, at: number): Passage {
  const { article, paragraph, sentence } = passage
  if (at === 0 || pointsBackwards(article.body.slice(sentence.start, sentence.end))) return passage
  const index = article.paragraphs[paragraph - 1]?.sentences.findIndex(({ start }) => start === sentence.start) ?? -1
  const place = { paragraph: paragraph - 1, sentence: index }
  const matches = passage.matches.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  return { ...passageOver(article, place, sentence, passage.score, () => matches), copies: passage.copies }
}

function answerOf(question: string, passages: readonly Passage[], readAs: string): PassagesAnswer {
  const reading = { corrected: [], added: [], absent: [] }
  return { kind: 'found', question, passages, reading, uncovered: [], confidence: 1, articlesSearched: 1, readAs }
}

function stretchesAfter(article: Article, from: number, shown: readonly Passage[]): readonly Passage[] {
  const stretches: Passage[] = []
  for (const { start, end, ...place } of placesOf(article)) {
    const last = stretches.at(-1)
    if (
      start < from ||
      shown.some(passage => passage.article === article && passage.start <= start && end <= passage.end)
    )
      continue
    const isApart = last === undefined || article.body.slice(last.end, start).trim() !== ''
    const isNext = isApart || end - last.start > STRETCH
    // Named by its last sentence, so that reading on goes on behind it.
    const stretch = passageOver(article, place, { start: isNext ? start : last.start, end }, 0, () => [])
    stretches.splice(isNext ? stretches.length : -1, 1, stretch)
  }
  return stretches
}

function placesOf(article: Article): readonly (Place & { readonly start: number; readonly end: number })[] {
  return article.paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.map(({ start, end }, sentence) => ({ paragraph, sentence, start, end })),
  )
}

/** Reciprocal rank fusion (Cormack et al. 2009); the constant is small, since only the first ranks matter here. */
const RANK_CONSTANT = 1
const WEIGHTS = [1, 0.6, 0.3]
/** What a sentence is worth more that has all of the line's own words. */
const OWN_WORDS = 0.3

function fuse(rankings: readonly (readonly Passage[])[], own: readonly string[]): readonly Passage[] {
  const worth = new Map<string, { readonly passage: Passage; worth: number }>()
  rankings.forEach((ranking, list) => {
    ranking.forEach((passage, rank) => {
      const known = worth.get(passage.id)
      const gained = (WEIGHTS[list] ?? 0) / (RANK_CONSTANT + rank)
      if (known !== undefined) known.worth += gained
      else {
        worth.set(passage.id, {
          passage,
          worth: gained + OWN_WORDS * (ownWordsIn(passage, own) / Math.max(1, own.length)),
        })
      }
    })
  })
  const sorted = [...worth.values()].sort((a, b) => b.worth - a.worth)
  return withoutOverlaps(sorted.map(({ passage, worth: score }, at) => shortened({ ...passage, score }, at)))
}

/** Passages reach back for what their sentence points to, and so into one another: each stretch is shown once. */
function withoutOverlaps(passages: readonly Passage[]): readonly Passage[] {
  const kept: Passage[] = []
  for (const passage of passages) if (!kept.some(other => overlap(other, passage))) kept.push(passage)
  return kept
}

function overlap(a: Passage, b: Passage): boolean {
  return a.article === b.article && a.start < b.end && b.start < a.end
}

function ownWordsIn({ article, start, end }: Passage, own: readonly string[]): number {
  const text = article.body.slice(start, end).toLowerCase()
  return own.filter(word => text.includes(word.slice(0, Math.max(STEM, Math.ceil(word.length * STEM_SHARE))))).length
}

/** The sentences after the passage's, then the one before it: what an answer leaves open often stands there. */
function besides({ article, sentence }: Passage): readonly Passage[] {
  const places = placesOf(article).filter(({ start, end }) => end - start >= SHORTEST || start === sentence.start)
  const at = places.findIndex(({ start }) => start === sentence.start)
  return [at + 1, at + 2, at - 1, at + 3].flatMap(position => {
    const place = places[position]
    return place === undefined ? [] : [gatherPassage(article, place, 0, () => [])]
  })
}
