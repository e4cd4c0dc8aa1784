/** `npm run ask`: questions from the command line or standard input, answers as text or JSON lines. */
import { createInterface } from 'node:readline'
import { findArticle } from '../../answer/articles/find-article.ts'
import { type AskOptions, ask } from '../../answer/ask/ask.ts'
import { UserError } from '../../errors.ts'
import type { Library } from '../../library/library.ts'
import { passagesJson } from '../json.ts'
import { plain, renderText, type TextStyle } from '../render.ts'
import { outputStyle } from '../style.ts'
import { readArguments, readTop } from './arguments.ts'
import { openLibrary } from './open-library.ts'

type Question = { readonly question: string; readonly article: string | null }

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
    process.stdout.write(`${answer({ question: positionals.join(' '), article: null })}\n`)
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
  const answer = ask(library, asked.question, { ...options, article })
  return style === null ? passagesJson(answer) : renderText(answer, style)
}

/** A line of standard input: a JSON object with a question, and perhaps an article, or the question itself. */
function parseQuestion(line: string): Question {
  const plain = { question: line.trim(), article: null }
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
  if (!('article' in value) || value.article === null) return { question: value.question, article: null }
  if (typeof value.article !== 'string') throw new UserError('expected `article` to be a slug')
  return { question: value.question, article: value.article }
}
