/** `npm run ask`: questions from the command line or standard input, answers as text or JSON lines. */
import { createInterface } from 'node:readline'
import { ask } from '../../answer/ask/ask.ts'
import type { AskOptions } from '../../answer/ask/ask-options.ts'
import { byParagraph } from '../../answer/ask/by-paragraph.ts'
import { converse } from '../../answer/conversation/converse.ts'
import { UserError } from '../../errors.ts'
import type { Library } from '../../library/library.ts'
import { findArticle } from '../../library/lookup/find-article.ts'
import { en } from '../../messages/en.ts'
import { answerJson } from '../json.ts'
import { renderText } from '../render.ts'
import { outputStyle } from '../style.ts'
import { plain, type TextStyle } from '../text.ts'
import { readArguments, readTop } from './arguments.ts'
import { openLibrary } from './open-library.ts'

type Question = { readonly question: string; readonly article: string | null; readonly after: readonly string[] }

/** How many passages a person is shown; of a line that leans on another, where each is a sentence or two, more. */
const SHOWN = 3
const SHOWN_OF_FOLLOW_UP = 5
/** Sentences that make that many passages. */
const ENOUGH = 12
const PLAIN: TextStyle = { messages: en, wrap: null, colour: false }

/** Resolves to the exit code: 0 whether or not anything was found; 1 when a line of standard input could not be asked. */
export async function runAsk(words: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args: words,
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      article: { type: 'string' },
      top: { type: 'string' },
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
    },
  })
  const bySentence = values.json || values.explain
  const limit = readTop(values.top, 3)
  const library = await openLibrary(values.corpus)
  const article = values.article === undefined ? null : findArticle(library, values.article).slug
  const options: AskOptions = {
    limit,
    article,
    grouping: bySentence ? 'sentence' : 'paragraph',
    explain: values.explain,
  }
  const style = values.json ? null : await outputStyle()
  const answer = (question: Question): string => answerText(library, question, options, style)

  if (positionals.length > 0) {
    process.stdout.write(`${answer({ question: positionals.join(' '), article: null, after: [] })}\n`)
    return 0
  }
  let exitCode = 0
  let lineNumber = 0
  let isFirst = true
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNumber += 1
    if (line.trim() === '') continue
    try {
      const question = parseQuestion(line)
      // Answers to several questions are told apart by the questions.
      const asked = style === null ? '' : `${isFirst ? '' : '\n'}› ${plain(question.question)}\n\n`
      process.stdout.write(`${asked}${answer(question)}\n`)
      isFirst = false
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      process.stderr.write(`line ${lineNumber}: ${plain(error.message)}\n`)
      exitCode = 1
    }
  }
  return exitCode
}

/** JSON where there is no style. */
function answerText(library: Library, asked: Question, options: AskOptions, style: TextStyle | null): string {
  const article = asked.article === null ? options.article : findArticle(library, asked.article).slug
  const { question, after } = asked
  // Programs count sentences; of the same a person is shown whole passages, and fewer of them.
  const limit = style === null ? Math.max(options.limit, ENOUGH) : options.limit
  // Scores are explained for questions; other lines have none.
  const answer =
    options.explain === true
      ? ask(library, question, { ...options, limit, article })
      : converse(library, question, { ...options, limit, article, after })
  if (style !== null) return renderText(answer, style)
  if (!('reading' in answer)) return answerJson(question, answer, renderText(answer, PLAIN))
  const shown = renderText(byParagraph(answer, answer.readAs === null ? SHOWN : SHOWN_OF_FOLLOW_UP), PLAIN)
  return answerJson(question, { ...answer, passages: answer.passages.slice(0, options.limit) }, shown)
}

/** A line of standard input: a JSON object with a question, and perhaps an article and the questions before it, or the question itself. */
function parseQuestion(line: string): Question {
  const plain = { question: line.trim(), article: null, after: [] }
  if (!line.trimStart().startsWith('{')) return plain
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    // A question may begin with a brace: what is not JSON is asked as it stands.
    return plain
  }
  if (typeof value !== 'object' || value === null || !('question' in value) || typeof value.question !== 'string') {
    throw new UserError('expected an object with a `question`')
  }
  const article = 'article' in value ? value.article : null
  if (article !== null && typeof article !== 'string') throw new UserError('expected `article` to be a slug')
  const after = 'after' in value ? value.after : []
  if (!Array.isArray(after) || !after.every(earlier => typeof earlier === 'string')) {
    throw new UserError('expected `after` to be a list of questions')
  }
  return { question: value.question, article, after }
}
