/** Answers a line of a conversation: what it asks for is read first, then answered from the articles. Plain questions are `ask/`'s. */
import type { Article } from '../../article/article.ts'
import { newestArticles } from '../../library/find-article.ts'
import type { Library } from '../../library/library.ts'
import { saidBy, speakerDescribed } from '../../library/speakers.ts'
import { shortlist, termsIn } from '../../retrieval/candidates/shortlist.ts'
import type { AboutAnswer, Answer, Chosen, Passage, PeopleAnswer, QuotationsAnswer } from '../answer.ts'
import { exampleQuestions } from '../articles/describe.ts'
import { ask } from '../ask/ask.ts'
import { passageOver, sentenceAt } from '../passage.ts'
import { listQuotations, quote } from '../quote/quote.ts'
import { type Act, readAct } from './acts.ts'
import { centralSentences } from './central-sentences.ts'
import { carryOn, readOn, saidElse, whoSaid } from './follow-up.ts'
import { type FollowUp, isFollowUp, readFollowUp } from './follow-up-acts.ts'
import { introductionsOf, isNamedIn, quotedIn } from './introductions.ts'
import type { ConverseOptions } from './options.ts'
import { unwrap } from './resolve.ts'
import { passageAgain, type Turn, turnOf } from './turn-before.ts'

/** What a person reads at once, in UTF-16 units of articles. */
const LONGEST_SUMMARY = 900
const MOST_SENTENCES = 5
const MOST_INTRODUCTIONS = 3
const MOST_QUOTATIONS = 5
const MOST_EXAMPLES = 3
/** Paragraphs that are looked up for a name. */
const PARAGRAPHS_WITH_NAME = 60

/** The answer to `line`. A line that is nothing but a question is answered as `ask` does. */
export function converse(library: Library, line: string, options: ConverseOptions): Answer {
  return reply(library, line, turnBefore(library, options), options).answer
}

/** How many earlier lines are gone through again. */
const REMEMBERED = 3

/** Where the earlier lines have led; null when there are none. Each is answered once. */
function turnBefore(library: Library, options: ConverseOptions): Turn | null {
  const lines = options.after.filter(line => readAct(line).kind !== 'manners').slice(-REMEMBERED)
  const [known] = (options.shown ?? []).flatMap(id => passageAgain(library, id))
  const last = lines.at(-1)
  if (last !== undefined && known !== undefined) {
    const passages = (options.shown ?? []).flatMap(id => passageAgain(library, id))
    return turnOf(library, unwrap(last), passages, { ...options, article: known.article.slug })
  }
  const { talkedAbout, ...alone } = options
  return lines.reduce<Turn | null>((turn, line, at) => {
    const isLast = at === lines.length - 1
    const { answer, question } = reply(library, line, turn, alone)
    return turnOf(
      library,
      question,
      answer,
      isLast && options.article === null ? { ...alone, article: talkedAbout ?? null } : alone,
    )
  }, null)
}

/** The answer to `line` after `turn`, and the question that it was understood as. */
function reply(
  library: Library,
  line: string,
  turn: Turn | null,
  options: ConverseOptions,
): { readonly answer: Answer; readonly question: string } {
  const article = options.article ?? options.talkedAbout ?? turn?.article?.slug ?? null
  const wanted = turn === null ? null : readFollowUp(line)
  const followed = turn === null || wanted === null ? null : follow(library, line, wanted, turn, options)
  if (turn !== null && followed !== null)
    return { answer: followed, question: wanted?.kind === 'more' ? turn.question : questionOf(line, followed) }
  const done = perform(library, readAct(line), { ...options, article }, options.article)
  if (done !== null) return { answer: done, question: line }
  if (turn !== null && isFollowUp(line)) {
    const answer = carryOn(library, line, turn, { ...options, article })
    return { answer, question: answer.readAs ?? line }
  }
  return {
    answer: turn === null ? ask(library, line, options) : askAnew(library, line, article, options),
    question: line,
  }
}

function questionOf(line: string, answer: Answer): string {
  return ('readAs' in answer ? answer.readAs : null) ?? line
}

/** A whole question is asked of all articles, unless the one that was talked about accounts for as much of it. */
function askAnew(library: Library, line: string, article: string | null, options: ConverseOptions): Answer {
  const anywhere = ask(library, line, options)
  if (article === null || options.article !== null) return anywhere
  const here = ask(library, line, { ...options, article })
  return here.kind === 'found' && here.uncovered.length <= anywhere.uncovered.length ? here : anywhere
}

/** The answer to a line that wants something of the answer before; null where that has nothing of the kind. */
function follow(library: Library, line: string, wanted: FollowUp, turn: Turn, options: ConverseOptions): Answer | null {
  switch (wanted.kind) {
    case 'more':
      return readOn(line, turn, options)
    case 'who-said':
      return whoSaid(line, turn)
    case 'who-is':
      return turn.speaker === null
        ? null
        : whoIs(library, turn.speaker, { ...options, article: turn.article?.slug ?? null })
    case 'said-more': {
      const person = wanted.speaker === null ? turn.speaker : speakerMeant(library, wanted.speaker)
      if (person === null || turn.article === null) return null
      if (wanted.words === null) return saidElse(line, person, turn, turn.article, options.limit)
      const act = { kind: 'quotations', speaker: person, words: wanted.words, topic: null } as const
      return quotations(library, act, { ...options, article: turn.article.slug }, options.article)
    }
  }
}

/** The answer to an act; null where it turns out to be a question after all. `asked` is the article that the person chose. */
function perform(library: Library, act: Act, options: ConverseOptions, asked: string | null): Answer | null {
  switch (act.kind) {
    case 'question':
      return null
    case 'manners':
      return { kind: 'manners', manner: act.manner, examples: exampleQuestions(library, MOST_EXAMPLES) }
    case 'about':
      return withArticle(library, act.topic, options, asked, (article, chosen) => aboutArticle(article, chosen))
    case 'attribution':
      return withArticle(library, act.topic, options, asked, (article, chosen) => ({
        kind: 'attribution',
        article,
        chosen,
        asked: act.facts,
      }))
    case 'people':
      return act.name === null
        ? withArticle(library, act.topic, options, asked, (article, chosen) => peopleIn(article, chosen))
        : whoIs(library, act.name, options)
    case 'quotations':
      return quotations(library, act, options, asked)
  }
}

/** The article that is meant: the one asked of, the one that the line names, the one talked about, the only one, or the newest. */
function withArticle<T>(
  library: Library,
  topic: string | null,
  { article: talkedAbout }: ConverseOptions,
  asked: string | null,
  answer: (article: Article, chosen: Chosen) => T,
): T | null {
  const given = asked === null ? undefined : library.articles.get(asked)
  if (given !== undefined) return answer(given, 'named')
  const [only, another] = library.articles.values()
  if (only === undefined) return null
  if (another === undefined) return answer(only, 'only')
  const named = topic === null ? null : articleOn(library, topic)
  const known = talkedAbout === null ? null : (library.articles.get(talkedAbout) ?? null)
  const meant = named ?? known
  if (meant !== null) return answer(meant, 'named')
  const [newest = only] = newestArticles(library)
  return answer(newest, 'newest')
}

/** The article that a topic leads to: the one whose headline, outlet or sentences have most of its words. */
function articleOn(library: Library, topic: string): Article | null {
  const { passages } = ask(library, topic, { limit: 1, article: null, grouping: 'sentence' })
  return passages[0]?.article ?? null
}

function aboutArticle(article: Article, chosen: Chosen): AboutAnswer {
  const places = centralSentences(article, MOST_SENTENCES, LONGEST_SUMMARY)
  return {
    kind: 'about',
    article,
    chosen,
    passages: places.map(place => passageOver(article, place, sentenceAt(article, place), 0, () => [])),
    sentences: article.paragraphs.reduce((count, { sentences }) => count + sentences.length, 0),
  }
}

function peopleIn(article: Article, chosen: Chosen): PeopleAnswer {
  return { kind: 'people', name: null, article, chosen, people: quotedIn(article), passages: [] }
}

/** The sentences that introduce a person; null where no article names them, for then the words may be no name at all. */
function whoIs(library: Library, name: string, { article: slug, limit }: ConverseOptions): PeopleAnswer | null {
  const own = slug === null ? undefined : library.articles.get(slug)
  const articles = own === undefined || !isNamedIn(own, name) ? articlesWith(library, name) : [own]
  const found = articles.flatMap(article => introductionsOf(article, name)).sort((a, b) => b.worth - a.worth)
  if (found.length === 0) return null
  const passages = found
    .slice(0, Math.min(limit, MOST_INTRODUCTIONS))
    .map(
      ({ article, place, worth }): Passage => passageOver(article, place, sentenceAt(article, place), worth, () => []),
    )
  return { kind: 'people', name, article: own ?? null, chosen: null, people: [], passages }
}

/** The articles whose paragraphs are likest to a name: reading every article for it would hold everybody up in a large library. */
function articlesWith(library: Library, name: string): readonly Article[] {
  const hits = shortlist(library.index, termsIn(library.index, name), { limit: PARAGRAPHS_WITH_NAME })
  return [...new Set(hits.map(({ sourceId }) => sourceId))].flatMap(slug => library.articles.get(slug) ?? [])
}

type QuotationsAct = Extract<Act, { kind: 'quotations' }>

/** Quotations by whom the line names, about what it names; null where it names a speaker whom no article quotes. */
function quotations(
  library: Library,
  { speaker, words, topic }: QuotationsAct,
  options: ConverseOptions,
  asked: string | null,
): QuotationsAnswer | null {
  if (speaker === null && words === null) {
    return withArticle(library, topic, options, asked, article => {
      const all = listQuotations(library, article.slug)
      const shown = [...all].sort((a, b) => Number(b.quotation.speaker !== null) - Number(a.quotation.speaker !== null))
      return toAnswer(shown.slice(0, MOST_QUOTATIONS), all.length, 1, null)
    })
  }
  const name = speaker === null ? null : speakerMeant(library, speaker)
  if (speaker !== null && name === null) return null
  const inArticle = quote(library, { words, speaker: name, article: options.article, limit: MOST_QUOTATIONS })
  if (inArticle.total > 0 || asked !== null) return inArticle.total > 0 ? inArticle : null
  const anywhere = quote(library, { words, speaker: name, article: null, limit: MOST_QUOTATIONS })
  return anywhere.total > 0 ? anywhere : null
}

function toAnswer(
  quotations: QuotationsAnswer['quotations'],
  total: number,
  articlesSearched: number,
  speaker: string | null,
): QuotationsAnswer {
  return { kind: 'quotations', words: null, speaker, quotations, total, articlesSearched, similarSpeakers: [] }
}

/** "that amnesty guy luther" means Luther: the words as a name or a description, else the last of them that is a speaker's. */
function speakerMeant(library: Library, typed: string): string | null {
  const words = typed.replace(/^(?:the|that|this|a|an) /, '').split(' ')
  const whole = words.join(' ')
  if (saidBy(library, whole).length > 0) return whole
  const described = speakerDescribed(library, whole)
  if (described !== null) return described
  const names = words.filter(word => word.length > 3 && saidBy(library, word).length > 0)
  return names.at(-1) ?? null
}
