/** What a click leads to: the next page, a longer passage, the article, or the same question of another article. */
import type { Context, Options } from '../../../commands/command.ts'
import type { Answer } from '../../answer/answer.ts'
import {
  allArticles,
  articleAgain,
  articleAround,
  describe,
  nameArticle,
  passagesAgain,
  versionOf,
} from '../../answer/revisit.ts'
import type { Article } from '../../article/article.ts'
import { UserError } from '../../errors.ts'
import type { ArticleFilter } from '../../library/lookup/article-filter.ts'
import type { Verb, View } from '../custom-id.ts'
import type { Frame } from '../render/parts/frame.ts'
import type { MessageBody } from '../render/parts/layout.ts'
import { pageAt } from '../render/parts/pages.ts'
import { renderReading } from '../render/reading.ts'
import { render } from '../render/render.ts'
import { firstView } from './first-view.ts'
import type { Request } from './request.ts'
import type { Service } from './service.ts'

/** A frame, and the question that stands in the message or above it, which is searched for again; null when it is gone. */
export type AskedFrame = Frame & { readonly asked: string | null }

/** What turns a page, or draws a passage out. */
export type Turn = Extract<Verb, 'previous' | 'next' | 'more'>

/** The view that a click leads to. Renderers keep it within what there is. */
function moved(view: View, verb: Turn): View {
  const step = verb === 'next' ? 1 : verb === 'previous' ? -1 : 0
  switch (view.kind) {
    case 'passages':
      return verb === 'more'
        ? { ...view, growth: view.growth + 1 }
        : { ...view, position: Math.max(0, view.position + step), growth: 0 }
    case 'quotations':
    case 'articles':
    case 'reading':
      return { ...view, page: Math.max(0, view.page + step) }
    case 'article':
    case 'quotation':
    case 'draft':
    case 'removal':
    case 'server':
      return view
  }
}

/** What a message shows after its page was turned. */
export async function turned(
  verb: Turn,
  before: View,
  context: Context,
  frame: AskedFrame,
  service: Service,
): Promise<MessageBody> {
  const view = moved(before, verb)
  switch (view.kind) {
    case 'passages':
      return passages(verb, view, context, frame)
    case 'quotations':
      return quotations(view, context, frame, service)
    case 'articles':
      return render(allArticles(context), view, frame)
    case 'article':
      return open(view, view.article, context, frame)
    case 'reading':
      return read(articleAgain(view.article, context), view.page, view.version, frame)
    case 'quotation':
    case 'draft':
    case 'removal':
    case 'server':
      throw new UserError(frame.messages.outdatedButton)
  }
}

/** @throws UserError when there is nothing left to show in place of what stands in the message, which then stays as it is. */
function passages(
  verb: Turn,
  view: Extract<View, { kind: 'passages' }>,
  context: Context,
  frame: AskedFrame,
): MessageBody {
  const { answer, position, lost } = passagesAgain(
    { ...view, question: frame.asked, only: frame.request.only ?? undefined },
    context,
  )
  const notes = lost === null ? [] : [lost === 'changed' ? frame.messages.articleChanged : frame.messages.articleGone]
  const isStuck = answer.passages.length === 0 || (verb === 'more' && lost !== null)
  if (isStuck) throw new UserError(notes.join('\n') || frame.messages.outdatedButton)
  const shown = {
    ...view,
    passages: answer.passages.map(({ id }) => id),
    position,
    growth: lost === null ? view.growth : 0,
  }
  return render(answer, shown, { ...frame, notes })
}

async function quotations(
  view: Extract<View, { kind: 'quotations' }>,
  context: Context,
  frame: AskedFrame,
  service: Service,
): Promise<MessageBody> {
  const { speaker }: Request = frame.request
  const words = frame.asked
  if (words !== null && speaker === null) {
    const article = view.article === null ? {} : { article: view.article }
    // "Any quotes by the mayor?" was asked of `/ask`; words of a quotation find quotations by `/quote` alone.
    const answer = await askOf(
      { question: words, ...article, ...filterOptions(frame.request.only ?? null) },
      context,
      service,
    )
    if (answer.kind === 'quotations') return render(answer, view, frame)
  }
  const options = {
    ...(words === null ? {} : { words }),
    ...(speaker === null ? {} : { speaker }),
    ...(view.article === null ? {} : { article: view.article }),
    ...filterOptions(frame.request.only ?? null),
  }
  const quote = service.commands.get('quote')
  if (quote === undefined) throw new RangeError('there is no /quote to turn the pages of')
  return render(await quote.run(options, context), view, frame)
}

function filterOptions(only: ArticleFilter | null): Options {
  const given = Object.entries(only ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return Object.fromEntries(given)
}

/** The article that a menu or a button leads to: described from a list, else to be read. */
export function open(view: View, chosen: string | null, context: Context, frame: Frame): MessageBody {
  if (view.kind === 'articles') {
    const article = chosen === null ? null : articleAgain(chosen, context)
    if (article === null) throw new UserError(frame.messages.articleGone)
    return render(describe(article, context), null, frame)
  }
  if (view.kind === 'passages' || view.kind === 'quotation') {
    const passage = view.kind === 'quotation' ? view.passage : (view.passages[view.position] ?? '')
    const around = articleAround(passage, context)
    if (around === null) throw new UserError(frame.messages.articleGone)
    const notes = around.changed ? [frame.messages.articleChanged] : []
    return read(around.article, pageAt(around.article, around.start), versionOf(around.article), { ...frame, notes })
  }
  const id = view.kind === 'article' || view.kind === 'reading' ? view.article : null
  const article = id === null ? null : articleAgain(id, context)
  return read(article, 0, article === null ? '' : versionOf(article), frame)
}

/** `version` is that of the article when the page was counted. */
function read(article: Article | null, page: number, version: string, frame: Frame): MessageBody {
  if (article === null) throw new UserError(frame.messages.articleGone)
  const current = versionOf(article)
  const notes = current === version ? frame.notes : [...frame.notes, frame.messages.articleEdited]
  return renderReading(
    article,
    { kind: 'reading', article: nameArticle(article), version: current, page },
    { ...frame, notes },
  )
}

/** The same question of the article that was chosen. */
export async function ofOther(
  chosen: string | null,
  context: Context,
  frame: AskedFrame,
  service: Service,
): Promise<MessageBody> {
  const article = chosen === null ? null : articleAgain(chosen, context)
  if (article === null) throw new UserError(frame.messages.articleGone)
  const answer = await askOf({ question: frame.asked ?? '', article: article.slug }, context, service)
  return render(answer, firstView(answer, nameArticle(article)), frame)
}

function askOf(options: Options, context: Context, service: Service): Answer | Promise<Answer> {
  const ask = service.commands.get('ask')
  if (ask === undefined) throw new RangeError('there is no /ask to ask again')
  return ask.run(options, context)
}
