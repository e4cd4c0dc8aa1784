/** `npm run quote`: quotations by their words or speaker, all of them, or a check of a claimed one. */
import type { FoundQuotation } from '../../answer/answer.ts'
import { check } from '../../answer/check/check.ts'
import { isTooShort } from '../../answer/check/claim.ts'
import { listQuotations, quote } from '../../answer/quote/quote.ts'
import { findArticle } from '../../library/lookup/find-article.ts'
import { checkJson, quotationJson } from '../json.ts'
import { renderText } from '../render.ts'
import { outputStyle } from '../style.ts'
import { readArguments, readTop, UsageError } from './arguments.ts'
import { openLibrary } from './open-library.ts'

/** Resolves to the exit code: 0 whether or not anything was found. */
export async function runQuote(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      speaker: { type: 'string' },
      article: { type: 'string' },
      top: { type: 'string' },
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  })
  const words = positionals.length === 0 ? null : positionals.join(' ')
  const speaker = values.speaker ?? null
  if (words === null && speaker === null && !values.all) {
    throw new UsageError('expected WORDS, --speaker NAME or --all')
  }
  if (values.check && (words === null || isTooShort(words)))
    throw new UsageError('expected at least two WORDS to check')
  const library = await openLibrary(values.corpus)
  if (values.check && words !== null) {
    const answer = check(library, { quote: words, speaker })
    return print(values.json ? checkJson(answer) : renderText(answer, await outputStyle()))
  }
  const article = values.article === undefined ? null : findArticle(library, values.article).slug
  if (values.all) {
    const quotations = listQuotations(library, article)
    const answer = { kind: 'quotations', words, speaker, quotations, total: quotations.length } as const
    const rest = { articlesSearched: library.articles.size, similarSpeakers: [] }
    return print(values.json ? lines(quotations) : renderText({ ...answer, ...rest }, await outputStyle()))
  }
  const answer = quote(library, { words, speaker, article, limit: readTop(values.top, 10) })
  return print(values.json ? lines(answer.quotations) : renderText(answer, await outputStyle()))
}

function lines(quotations: readonly FoundQuotation[]): string {
  return quotations.map(quotationJson).join('\n')
}

function print(text: string): number {
  if (text !== '') process.stdout.write(`${text}\n`)
  return 0
}
