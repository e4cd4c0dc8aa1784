/** Answers a line of a conversation: what it asks for is read first, then answered from the articles. Plain questions are `ask/`'s. */
import type { Library } from '../../library/library.ts'
import type { AboutAnswer, Answer, Meant, PassagesAnswer, PeopleAnswer } from '../answer.ts'
import { listArticles } from '../articles/describe.ts'
import { exampleQuestions } from '../articles/example-questions.ts'
import { ask } from '../ask/ask.ts'
import { passageOver, sentenceAt } from '../passage.ts'
import type { Act, Fact } from './act.ts'
import { readAct } from './acts.ts'
import { centralSentences } from './central-sentences.ts'
import { carryOn, readOn, saidElse, whoSaid } from './follow-up.ts'
import { type FollowUp, goesOn, isFollowUp, isNamingQuestion, readFollowUp } from './follow-up-acts.ts'
import { meantArticle } from './meant-article.ts'
import type { ConverseOptions } from './options.ts'
import { peopleIn, whoIs } from './people-asked.ts'
import { foldLine } from './plain-line.ts'
import { quotationsAsked, speakerMeant } from './quotations-asked.ts'
import { resolve, unwrap, withoutAside } from './resolve.ts'
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
  const within = { ...options, talkedAbout: article ?? undefined }
  const act = turn === null ? readAct(line) : actAfter(line, turn)
  const done = turn !== null && act.kind === 'topic' && goesOn(line) ? null : perform(library, act, within, line)
  if (done !== null) return { answer: done, question: line }
  if (turn !== null && standsAlone(library, line, turn, { ...options, article }))
    return { answer: askAnew(library, line, article, options), question: line }
  if (turn !== null && isFollowUp(line)) {
    const { readAs } = resolve(line, turn)
    const again = readAs.includes('(') ? null : performAgain(library, readAs, within)
    const answer = again ?? carryOn(library, line, turn, { ...options, article })
    return { answer, question: questionOf(line, answer) }
  }
  return {
    answer: turn === null ? ask(library, line, options) : askAnew(library, line, article, options),
    question: line,
  }
}

/** Whether a line that says little leans on nothing all the same: it is asked once more, or the article has all that it names. */
function standsAlone(library: Library, line: string, turn: Turn, options: ConverseOptions): boolean {
  if (foldLine(line) === foldLine(withoutAside(turn.question))) return true
  if (!isNamingQuestion(line)) return false
  const { kind, uncovered } = ask(library, line, options)
  return kind === 'found' && uncovered.length === 0
}

/** "When?" after "who wrote it?" asks for the date; every other line says itself what it asks for. */
function actAfter(line: string, turn: Turn): Act {
  const act = readAct(line)
  if (act.kind !== 'question' || readAct(turn.question).kind !== 'attribution') return act
  const fact = FACTS_BY_WORD.get(foldLine(line).replace(/^(?:and|but|so) /, ''))
  return fact === undefined ? act : { kind: 'attribution', facts: [fact], topic: null }
}

const FACTS_BY_WORD = new Map<string, Fact>([
  ['when', 'published'],
  ['who', 'byline'],
  ['by whom', 'byline'],
  ['where', 'outlet'],
  ['from where', 'dateline'],
])

/** A line that was made a question of its own may ask for somebody: "and Voss?" after "who is the mayor?". */
function performAgain(library: Library, readAs: string, options: ConverseOptions): Answer | null {
  const act = readAct(readAs)
  if (act.kind !== 'people' && act.kind !== 'quotations') return null
  const answer = perform(library, act, options, readAs)
  return answer === null || (answer.kind !== 'people' && answer.kind !== 'quotations') ? null : { ...answer, readAs }
}

function questionOf(line: string, answer: Answer): string {
  return ('readAs' in answer ? answer.readAs : null) ?? line
}

/** A whole question is asked of all articles, unless the one that was talked about accounts for as much of it. */
function askAnew(library: Library, line: string, article: string | null, options: ConverseOptions): PassagesAnswer {
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
        : introduced(whoIs(library, turn.speaker, { ...options, article: turn.article?.slug ?? null }))
    case 'said-more': {
      const person = wanted.speaker === null ? turn.speaker : speakerMeant(library, wanted.speaker)
      if (person === null || turn.article === null) return null
      if (wanted.words === null) return saidElse(line, person, turn, turn.article, options.limit)
      const act = { kind: 'quotations', speaker: person, words: wanted.words, isBest: false, topic: null } as const
      const said = quotationsAsked(library, act, { ...options, talkedAbout: turn.article.slug })
      return said === null ? null : { ...said, readAs: `what did ${person} say about ${wanted.words}?` }
    }
  }
}

function introduced(answer: PeopleAnswer | null): PeopleAnswer | null {
  return answer === null ? null : { ...answer, readAs: `who is ${answer.name}?` }
}

/** The answer to an act; null where it turns out to be a question after all. */
function perform(library: Library, act: Act, options: ConverseOptions, line: string): Answer | null {
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
      return onTopic(library, { ...act, words: asTyped(act.words, line) }, options)
  }
}

/** Acts are read from folded lines: the words as they were typed, where they stand so in the line. */
function asTyped(words: string, line: string): string {
  const at = line.toLowerCase().indexOf(words)
  return at < 0 ? words : line.slice(at, at + words.length)
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
