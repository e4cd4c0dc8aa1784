/** Answers as text for a terminal or a pipe. Passages stand to the letter, their attribution under them. */
import type {
  Answer,
  ArticleAnswer,
  ArticlesAnswer,
  CheckAnswer,
  CitationAnswer,
  CorpusAnswer,
  FoundQuotation,
  HelpAnswer,
  Passage,
  PassagesAnswer,
  QuotationsAnswer,
} from '../answer/answer.ts'
import { isOfSameSentences } from '../answer/quote/quote.ts'
import type { ConsoleMessages } from '../messages/en.ts'
import { reportCheck } from '../report/check-report.ts'
import { citationLine } from '../report/citation-report.ts'
import { reportInstead } from '../report/conversation-report.ts'
import { reportCopies } from '../report/copies-report.ts'
import { reportCorpus } from '../report/corpus-report.ts'
import { reportSeveral } from '../report/several-report.ts'
import { reportVoices } from '../report/voices-report.ts'
import { chosenLines, renderAbout, renderFacts, renderManners, renderPeople } from './render-conversation.ts'
import { bar, mark, paint, paragraphOf, plain, renderAttribution, renderPlace, type TextStyle } from './text.ts'

/** The answer as lines of text, without a newline at the end. */
export function renderText(answer: Answer, style: TextStyle): string {
  switch (answer.kind) {
    case 'found':
    case 'nearest':
    case 'nothing-found':
      return renderPassages(answer, style)
    case 'quotations':
      return renderQuotations(answer, style)
    case 'articles':
      return renderArticles(answer, style)
    case 'article':
      return renderArticle(answer, style)
    case 'check':
      return renderCheck(answer, style)
    case 'help':
      return renderHelp(answer, style)
    case 'corpus':
      return renderCorpus(answer, style)
    case 'citation':
      return renderCitation(answer, style)
    case 'settings':
      return paragraphOf(style.messages.corpusElsewhere, style)
    case 'about':
      return renderAbout(answer, style)
    case 'attribution':
      return renderFacts(answer, style)
    case 'people':
      return renderPeople(answer, style)
    case 'manners':
      return renderManners(answer, style)
  }
}

/** How the question was read; then each passage, the first with what it leaves open; the attribution of an article once, under the last of its passages. */
function renderPassages(answer: PassagesAnswer, style: TextStyle): string {
  const { messages } = style
  const { passages } = answer
  const { corrected, added, absent } = answer.reading
  const isNothing = answer.kind === 'nothing-found'
  const notes = [
    ...(answer.readAs === null ? [] : [messages.conversation.readAs(answer.readAs)]),
    ...corrected.map(({ from, to }) => messages.corrected(from, to)),
    ...(added.length === 0 ? [] : [messages.alsoLookedFor(added.map(({ word }) => word).join(', '))]),
    ...(!isNothing || absent.length === 0 || answer.mention !== undefined
      ? []
      : [messages.absentWords(absent.join(', '))]),
    ...openingOf(answer, messages),
  ]
  const opening = notes.length === 0 ? [] : [paragraphOf(plain(notes.join(' ')), style)]
  const open = isNothing || answer.uncovered.length === 0 ? [] : [messages.notMentioned(answer.uncovered.join(', '))]
  return [
    ...opening,
    ...passages.map((passage, at) => renderPassage(passage, style, goesOn(passages, at), at === 0 ? open : [])),
  ].join('\n\n')
}

function openingOf(answer: PassagesAnswer, messages: ConsoleMessages): string[] {
  const { kind, hasEnded, mention, articlesSearched } = answer
  if (hasEnded === true) return [messages.conversation.ended]
  if (kind === 'found') return mention === undefined ? [] : [messages.conversation.mentioned(mention)]
  if (kind === 'nearest') return [messages.nearest]
  const nothing =
    mention === undefined
      ? messages.nothingFound(articlesSearched)
      : messages.conversation.notMentioned(mention, articlesSearched)
  return [nothing, reportInstead(answer, messages)]
}

/** Whether the passage below is of the same article, whose attribution then stands there. */
function goesOn(passages: readonly Passage[], at: number): boolean {
  return passages[at + 1]?.article === passages[at]?.article
}

/** The passage, drawn in by a bar, who said it, what it leaves open, where it stands, and where else it is printed. */
function renderPassage(passage: Passage, style: TextStyle, isGoingOn = false, open: readonly string[] = []): string {
  return [
    bar(mark(passage, style), style),
    ...reportVoices(passage, style.messages).map(line => paragraphOf(plain(line), style)),
    ...open.map(line => paragraphOf(plain(line), style)),
    ...(isGoingOn ? [renderPlace(passage, style)] : renderAttribution(passage.attribution, style, passage.id)),
    ...renderCopies(passage, style),
    ...renderExplanation(passage, style),
  ].join('\n')
}

/** Where else the words are printed, a line for each degree of likeness. */
function renderCopies({ copies }: Passage, style: TextStyle): string[] {
  return reportCopies(copies, style.messages, day => day).map(({ places, say }) =>
    paragraphOf(plain(say(places.join('; '))), style),
  )
}

/** What `ask --explain` adds: the parts of the score, which add up to it. */
function renderExplanation({ explanation, score }: Passage, { messages }: TextStyle): string[] {
  if (explanation === null) return []
  const parts = explanation.map(({ part, value }) => `  ${value.toFixed(4).padStart(9)}  ${part}`)
  return [messages.explained(score.toFixed(4)), ...parts]
}

function renderQuotations(answer: QuotationsAnswer, style: TextStyle): string {
  const { messages } = style
  const { quotations, total, similarSpeakers, articlesSearched, meant } = answer
  if (quotations.length === 0) {
    const similar = similarSpeakers.length === 0 ? [] : [messages.similarSpeakers(similarSpeakers.join(', '))]
    const hint = similar.length === 0 ? [reportInstead(answer, messages)] : similar
    return paragraphOf(plain([messages.noQuotation(articlesSearched), ...hint].join(' ')), style)
  }
  const head = [
    ...(answer.readAs === undefined ? [] : [paragraphOf(plain(messages.conversation.readAs(answer.readAs)), style)]),
    ...(meant === undefined ? [] : chosenLines(meant, style)),
    ...(quotations.length < total ? [messages.quotationsShown(quotations.length, total)] : []),
    ...reportSeveral(answer, messages).map(line => paragraphOf(plain(line), style)),
  ]
  const shown = onceEach(quotations)
  return [
    ...(head.length === 0 ? [] : [head.join('\n')]),
    ...shown.map((found, at) =>
      renderQuotation(found, style, shown[at + 1]?.passage.article === found.passage.article),
    ),
  ].join('\n\n')
}

/** Several quotations of one person in the same sentences are shown there together, since the sentences hold them all. */
function onceEach(quotations: readonly FoundQuotation[]): readonly FoundQuotation[] {
  const shown: FoundQuotation[] = []
  for (const found of quotations) {
    const last = shown.at(-1)
    if (last !== undefined && isOfSameSentences(last, found) && isSaidBySame(last, found)) {
      const matches = [...last.passage.matches, ...found.passage.matches].sort((a, b) => a.start - b.start)
      const distinct = matches.filter(({ start }, at) => start >= (matches[at - 1]?.end ?? 0))
      shown[shown.length - 1] = { ...last, passage: { ...last.passage, matches: distinct } }
    } else shown.push(found)
  }
  return shown
}

function isSaidBySame({ quotation: one }: FoundQuotation, { quotation: other }: FoundQuotation): boolean {
  return one.speaker === other.speaker && (one.speaker !== null || one.description === other.description)
}

/** The sentence with the quotation in bold, and who said it; then where it was printed: an article's attribution once, under its last. */
function renderQuotation({ passage }: FoundQuotation, style: TextStyle, isGoingOn: boolean): string {
  const { speaker, description } = passage.attribution
  const said = speaker ?? description
  return [
    bar(mark(passage, style), style),
    ...(said === null
      ? []
      : [paragraphOf(`— ${plain(style.messages.said(said, speaker === null ? null : description))}`, style)]),
    ...(isGoingOn ? [renderPlace(passage, style)] : renderAttribution(passage.attribution, style, passage.id)),
    ...renderCopies(passage, style),
  ].join('\n')
}

/** The sentence as it stands, or as it stood and stands now; then one line to copy. */
function renderCitation({ article, passage, former }: CitationAnswer, style: TextStyle): string {
  const words = style.messages.citation
  const before =
    former === null
      ? [passage === null ? words.lost : words.still]
      : [words.formerly, bar(plain(former), style), passage === null ? words.none : words.now]
  const shown = passage === null ? [plain(article.headline)] : [renderPassage(passage, style)]
  const line =
    passage === null || former !== null ? [] : ['', paragraphOf(plain(citationLine(passage, style.messages)), style)]
  return [...before, ...shown, ...line].join('\n')
}

function renderCheck(answer: CheckAnswer, style: TextStyle): string {
  const { verdict, differences, notes } = reportCheck(answer, style.messages, day => day)
  const { passage, printed } = answer
  const lines = [
    paint('bold', plain(verdict), style),
    plain(style.messages.claimed(answer.claimed.replace(/\s+/g, ' '))),
    ...differences.map(line => `- ${plain(line)}`),
    ...notes.map(note => paint('dim', plain(note), style)),
  ].map(line => paragraphOf(line, style))
  if (passage === null) return lines.join('\n')
  const near = printed.length === 0 ? [paragraphOf(style.messages.nearMiss, style)] : []
  const { spliced } = answer
  const other = spliced === null ? [] : [[style.messages.otherHalf, renderPassage(spliced.passage, style)].join('\n')]
  return [lines.join('\n'), [...near, renderPassage(passage, style)].join('\n'), ...other].join('\n\n')
}

function renderArticles(answer: ArticlesAnswer, style: TextStyle): string {
  const lines = answer.articles.map(({ slug, headline, outlet, published }) => {
    const printed = [outlet, published, slug].filter(part => part !== null).join(' · ')
    return `${paint('bold', plain(headline), style)}\n  ${paint('dim', plain(printed), style)}`
  })
  return [style.messages.articlesHeld(answer.articles.length), ...lines].join('\n')
}

function renderArticle(answer: ArticleAnswer, style: TextStyle): string {
  const { messages } = style
  const { article, keySentences, speakers } = answer
  const { headline, outlet, byline, dateline, published, url, edition, standfirst } = article
  const printed = [outlet, byline, dateline, published, edition === 'digest' ? messages.digest : null, url]
  const spoken = speakers.map(({ name, quotations }) => `${name} (${messages.quotationCount(quotations)})`)
  return [
    [
      paragraphOf(paint('bold', plain(headline), style), style),
      paragraphOf(paint('dim', plain(printed.filter(part => part !== null).join(' · ')), style), style),
      ...(standfirst === null ? [] : [paragraphOf(plain(standfirst), style)]),
    ].join('\n'),
    `${messages.keySentences}\n${bar(keySentences.map(passage => mark(passage, style)).join('\n\n'), style)}`,
    ...(spoken.length === 0 ? [] : [paragraphOf(`${messages.speakers} ${plain(spoken.join(', '))}`, style)]),
  ].join('\n\n')
}

function renderHelp(answer: HelpAnswer, style: TextStyle): string {
  const { messages } = style
  return messages
    .consoleHelp(answer.version, answer.articles, answer.sentences, answer.examples)
    .map(line => paragraphOf(plain(line), style))
    .join('\n')
}

function renderCorpus(answer: CorpusAnswer, style: TextStyle): string {
  const formats = { day: (day: string) => day, moment: (moment: Date) => moment.toISOString() }
  const { title, lines, opening = [], notes } = reportCorpus(answer, style.messages, formats)
  return [paint('bold', plain(title), style), ...[...lines, ...opening, ...notes].map(plain)]
    .map(line => paragraphOf(line, style))
    .join('\n')
}
