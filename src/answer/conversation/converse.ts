/** Answers a line of a conversation: what it asks for is read first, then answered from the articles. Plain questions are `ask/`'s. */
import type { Library } from '../../library/library.ts'
import type { AboutAnswer, Answer, Meant } from '../answer.ts'
import { exampleQuestions, listArticles } from '../articles/describe.ts'
import { ask } from '../ask/ask.ts'
import { passageOver, sentenceAt } from '../passage.ts'
import type { Act, Fact } from './act.ts'
import { readAct } from './acts.ts'
import { centralSentences } from './central-sentences.ts'
import { carryOn, readOn, saidElse, whoSaid } from './follow-up.ts'
import { type FollowUp, isFollowUp, readFollowUp } from './follow-up-acts.ts'
import { meantArticle } from './meant-article.ts'
import type { ConverseOptions } from './options.ts'
import { peopleIn, whoIs } from './people-asked.ts'
import { quotationsAsked, speakerMeant } from './quotations-asked.ts'
import { unwrap, withoutStray } from './resolve.ts'
import { topicPassages } from './topic.ts'
import { passageAgain, type Turn, turnOf } from './turn-before.ts'

/** What a person reads at once, in UTF-16 units of articles. */
const LONGEST_SUMMARY = 900
const MOST_SENTENCES = 5
const MOST_EXAMPLES = 3

/** The answer to `line`. A line that is nothing but a question is answered as `ask` does. */
export function converse(library: Library, line: string, options: ConverseOptions): Answer {
  const { answer } = reply(library, line, turnBefore(library, options), options)
  const isNothing = answer.kind === 'nothing-found' && answer.hasEnded !== true
  return isNothing ? { ...answer, instead: exampleQuestions(library, MOST_EXAMPLES) } : answer
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
  const done = perform(library, factAfter(turn, line) ?? readAct(line), {
    ...options,
    talkedAbout: article ?? undefined,
  })
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

const BARE_FACTS = new Map<string, Fact>([
  ['when', 'published'],
  ['where', 'dateline'],
  ['who', 'byline'],
])

/** "When?" behind "who wrote it?" asks for the article's date, too. */
function factAfter(turn: Turn | null, line: string): Act | null {
  const fact = BARE_FACTS.get(withoutStray(line).toLowerCase())
  return fact === undefined || turn === null || readAct(turn.question).kind !== 'attribution'
    ? null
    : { kind: 'attribution', facts: [fact], topic: null }
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
      const act = { kind: 'quotations', speaker: person, words: wanted.words, isBest: false, topic: null } as const
      return quotationsAsked(library, act, { ...options, talkedAbout: turn.article.slug })
    }
  }
}

/** The answer to an act; null where it turns out to be a question after all. */
function perform(library: Library, act: Act, options: ConverseOptions): Answer | null {
  switch (act.kind) {
    case 'question':
      return null
    case 'manners':
      return { kind: 'manners', manner: act.manner, examples: exampleQuestions(library, MOST_EXAMPLES) }
    case 'articles':
      return listArticles(library)
    case 'about': {
      const meant = meantArticle(library, act.topic, options)
      return meant === null ? null : aboutArticle(meant)
    }
    case 'attribution': {
      const meant = meantArticle(library, act.topic, options)
      return meant === null ? null : { kind: 'attribution', ...meant, asked: act.facts }
    }
    case 'people': {
      if (act.name !== null)
        return whoIs(library, act.name, { ...options, article: options.article ?? options.talkedAbout ?? null })
      const meant = meantArticle(library, act.topic, options)
      return meant === null ? null : peopleIn(meant, act.which)
    }
    case 'quotations':
      return quotationsAsked(library, act, options)
    case 'topic':
      return onTopic(library, act, options)
  }
}

/** A person is introduced; of anything else its passages are given, of the article talked about where that has any. */
function onTopic(
  library: Library,
  { words, isWhether }: Extract<Act, { kind: 'topic' }>,
  options: ConverseOptions,
): Answer {
  const talkedAbout = options.article ?? options.talkedAbout ?? null
  const person = isWhether ? null : whoIs(library, words, { ...options, article: talkedAbout })
  if (person !== null) return person
  const here = topicPassages(library, words, isWhether, { ...options, article: talkedAbout })
  return here.kind === 'found' || talkedAbout === options.article
    ? here
    : topicPassages(library, words, isWhether, options)
}

function aboutArticle({ article, chosen, others }: Meant): AboutAnswer {
  const places = centralSentences(article, MOST_SENTENCES, LONGEST_SUMMARY)
  return {
    kind: 'about',
    article,
    chosen,
    others,
    passages: places.map(place => passageOver(article, place, sentenceAt(article, place), 0, () => [])),
    sentences: article.paragraphs.reduce((count, { sentences }) => count + sentences.length, 0),
  }
}
