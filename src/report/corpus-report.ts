/** What `/corpus` says, in sentences of plain text: a title, lines, and small print. Layout and buttons are left to renderers. */
import type { CorpusAnswer, CorpusState, ReloadChanges } from '../answer/answer.ts'
import type { Article } from '../article/article.ts'
import type { Messages } from '../messages/en.ts'
import { type Formats, reportFeeds } from './feeds-report.ts'
import { toMegabytes } from './refusal-report.ts'

export type CorpusReport = {
  readonly title: string
  readonly lines: readonly string[]
  /** How the body of what is to be added begins, line by line; missing where that is not shown. */
  readonly opening?: readonly string[]
  readonly notes: readonly string[]
}

/** More articles of a feed, or faults, or similar articles, than this are counted rather than listed. */
export const articlesListed = 5

/** What an attribution lacks when it was not recognised. */
const parts = ['outlet', 'byline', 'published', 'language'] as const

export function reportCorpus(answer: CorpusAnswer, messages: Messages, formats: Formats): CorpusReport {
  const words = messages.corpus
  switch (answer.event) {
    case 'status':
      return reportState([], answer.state, messages, formats)
    case 'reloaded':
      return reportState([words.reloaded, ...reportChanges(answer.changes, messages)], answer.state, messages, formats)
    case 'gaps':
      return reportGaps(answer.gaps, messages)
    case 'export':
      return {
        title: answer.zip === null ? words.nothingToExport : words.exported(answer.articles),
        lines: [],
        notes: [],
      }
    case 'draft': {
      const { articles, replaces, similar, unfinished, keptDays } = answer
      return {
        title: words.draft(articles.length),
        lines: [
          ...listArticles(articles, messages, formats),
          ...(replaces.length === 0 ? [] : [words.replaces(nameArticles(replaces, messages))]),
          ...(similar.length === 0 ? [] : [words.similar(nameArticles(similar, messages))]),
          ...(unfinished ? [words.unfinished] : []),
        ],
        opening: articles.length === 1 ? openingOf(articles) : [],
        notes: [words.kept(keptDays)],
      }
    }
    case 'added':
    case 'removal':
    case 'removed':
      return { title: words[answer.event], lines: listArticles(answer.articles, messages, formats), notes: [] }
    case 'followed': {
      const { feed, isNew, added } = answer
      const title = isNew ? messages.feeds.followed(feed.title) : messages.feeds.followedAlready(feed.title)
      const taken = added === null ? messages.feeds.underWay : messages.feeds.taken(added)
      return { title, lines: isNew ? [taken] : [], notes: [] }
    }
    case 'unfollowed':
      return { title: messages.feeds.unfollowed(answer.feed.title), lines: [], notes: [] }
    case 'cancelled':
    case 'expired':
      return { title: words[answer.event], lines: [], notes: [] }
  }
}

/** Enough to see whether it was read as it was printed. */
const openingLines = 3

function openingOf(articles: readonly Article[]): string[] {
  const lines = articles.flatMap(({ body }) => body.split('\n'))
  return lines.filter(line => line.trim() !== '').slice(0, openingLines)
}

function reportChanges({ added, changed, removed }: ReloadChanges, { corpus: words }: Messages): string[] {
  const lines = [
    ...(added === 0 ? [] : [words.filesAdded(added)]),
    ...(changed === 0 ? [] : [words.filesChanged(changed)]),
    ...(removed === 0 ? [] : [words.filesGone(removed)]),
  ]
  return lines.length === 0 ? [words.filesUnchanged] : lines
}

function reportGaps(
  gaps: readonly { readonly word: string; readonly count: number }[] | null,
  { corpus: words }: Messages,
): CorpusReport {
  if (gaps === null) return { title: words.gapsOff, lines: [], notes: [] }
  if (gaps.length === 0) return { title: words.noGaps, lines: [], notes: [] }
  return { title: words.gaps, lines: gaps.map(({ word, count }) => `${word} · ${count}`), notes: [] }
}

function reportState(
  said: readonly string[],
  { shared, own, feeds, mostFeeds }: CorpusState,
  messages: Messages,
  formats: Formats,
): CorpusReport {
  const words = messages.corpus
  const { faults } = own
  const counts = words.own(own.articles, own.mostArticles, toMegabytes(own.bytes), toMegabytes(own.mostBytes))
  const [title, ...lines] = [
    ...said,
    shared.reading === null
      ? words.shared(shared.articles, shared.sentences)
      : words.reading(shared.reading.done, shared.reading.total),
    counts,
    ...(feeds.own.length === 0 ? [] : [messages.feeds.own(feeds.own.length, mostFeeds)]),
    ...reportFeeds(feeds, messages, formats),
    ...(shared.pending > 0 ? [words.pending(shared.pending)] : []),
    ...(shared.faults > 0 ? [words.sharedFaults(shared.faults)] : []),
    ...(faults.length > 0 ? [words.faults(faults.length), ...faults.slice(0, articlesListed)] : []),
    ...(faults.length > articlesListed ? [words.moreArticles(faults.length - articlesListed)] : []),
  ]
  const notes = shared.reading === null ? [words.updated(formats.moment(shared.readAt))] : []
  return { title: title ?? '', lines, notes }
}

function listArticles(articles: readonly Article[], messages: Messages, formats: Formats): string[] {
  const rest = articles.length - articlesListed
  return [
    ...articles.slice(0, articlesListed).flatMap(article => describe(article, messages, formats)),
    ...(rest > 0 ? [messages.corpus.moreArticles(rest)] : []),
  ]
}

function nameArticles(articles: readonly Article[], { corpus, noHeadline }: Messages): string {
  const rest = articles.length - articlesListed
  const names = articles
    .slice(0, articlesListed)
    .map(({ headline, outlet }) =>
      [headline.trim() === '' ? noHeadline : headline, outlet].filter(part => part !== null),
    )
    .map(parts => parts.join(' · '))
  return [...names, ...(rest > 0 ? [corpus.moreArticles(rest)] : [])].join('; ')
}

/** What was recognised of an article, and what was not. */
function describe(article: Article, { corpus: words, noHeadline }: Messages, { day }: Formats): string[] {
  const { headline, outlet, byline, dateline, published, language, paragraphs } = article
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0)
  const known = [
    outlet,
    byline,
    dateline,
    published === null ? null : day(published),
    language,
    words.sentences(sentences),
  ]
  const missing = parts.filter(part => article[part] === null).map(part => words.parts[part])
  return [
    headline.trim() === '' ? noHeadline : headline,
    known.filter(part => part !== null).join(' · '),
    ...(missing.length === 0 ? [] : [words.missing(missing.join(', '))]),
  ]
}
