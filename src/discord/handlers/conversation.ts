/** Goes on from one of the bot's own messages: what it showed and what was asked is read off it, nothing is kept. */
import type { Message } from 'discord.js'
import type { Context } from '../../../commands/command.ts'
import type { Answer } from '../../answer/answer.ts'
import { articleAgain, articleAround } from '../../answer/revisit.ts'
import { languages } from '../../messages/languages.ts'
import { parseCustomId, type View } from '../custom-id.ts'
import { questionOf } from './question.ts'
import { readRequest } from './request.ts'
import type { Service } from './service.ts'

/** One of the bot's messages: its components as JSON, and the question above it, where it is a reply to one. */
export type Shown = { readonly components: readonly unknown[]; readonly above: string | null }

/** What a message was about. */
export type EarlierTurn = Pick<Context, 'after' | 'talkedAbout' | 'shown'>

/** The answer to a question that may lean on an earlier turn. */
export function askOn(
  question: string,
  earlier: EarlierTurn | null,
  context: Context,
  service: Service,
): Answer | Promise<Answer> {
  const command = service.commands.get('ask')
  if (command === undefined) throw new RangeError('there is no /ask to answer with')
  // The context keeps its getter, which reads the library only when it is needed.
  const own = Object.create(context, Object.getOwnPropertyDescriptors(earlier ?? {})) as Context // its prototype is a Context
  return command.run({ question }, own)
}

export function earlierTurn({ components, above }: Shown, context: Context): EarlierTurn {
  const { words, readAs } = readRequest(components)
  const asked = readAs ?? words ?? above
  const view = viewOf(components)
  const article = view === null ? null : articleOf(view, context)
  return {
    after: asked === null ? [] : [asked],
    ...(article === null ? {} : { talkedAbout: article }),
    ...(view?.kind === 'passages' && view.passages.length > 0 ? { shown: seenIn(view) } : {}),
  }
}

/** The passage in view, then those that were in view before it. */
function seenIn({ passages, position }: Extract<View, { kind: 'passages' }>): readonly string[] {
  return [...passages.slice(position, position + 1), ...passages.slice(0, position)]
}

function viewOf(components: readonly unknown[]): View | null {
  for (const id of JSON.stringify(components).matchAll(/"custom_id":"([^"]+)"/g)) {
    const view = parseCustomId(id[1] ?? '')?.view
    if (view?.kind === 'passages' || view?.kind === 'quotations' || view?.kind === 'article') return view
  }
  return null
}

/** The slug of the article that a view shows; null when it is none in particular. */
function articleOf(view: View, context: Context): string | null {
  if (view.kind === 'passages') return articleAround(view.passages[view.position] ?? '', context)?.article.slug ?? null
  if (view.kind !== 'quotations' && view.kind !== 'article') return null
  return view.article === null ? null : (articleAgain(view.article, context)?.slug ?? null)
}

/** How many messages back the bot's last answer is looked for. */
const LOOKED_BACK = 10

/** The answer that the message replies to; in threads and direct messages, which are one conversation, else the last one. */
export async function answerBefore(message: Message): Promise<Shown | null> {
  const { reference, client, channel } = message
  if (reference?.messageId !== undefined) {
    if (message.mentions.repliedUser?.id !== client.user.id) return null
    // Discord sends the message replied to along with the reply, so it is rarely fetched.
    const answer = channel.messages.cache.get(reference.messageId) ?? (await message.fetchReference().catch(() => null))
    return answer === null ? null : shownBy(answer)
  }
  if (!channel.isDMBased() && !channel.isThread()) return null
  const isAnswer = (other: Message): boolean => other.author.id === client.user.id && other.id !== message.id
  const kept = channel.messages.cache.filter(isAnswer).last()
  if (kept !== undefined) return shownBy(kept)
  // Without the permission to read the history, the conversation starts anew.
  const fetched = await channel.messages.fetch({ limit: LOOKED_BACK, before: message.id }).catch(() => null)
  const answer = fetched?.find(isAnswer)
  return answer === undefined ? null : shownBy(answer)
}

/** A message of the bot's; the question above is fetched only where the message does not repeat it. */
export async function shownBy(message: Message): Promise<Shown> {
  const components = message.components.map(component => component.toJSON())
  const { words, readAs } = readRequest(components)
  if (words !== null || readAs != null || message.reference === null) return { components, above: null }
  // Whoever deleted the question wants it forgotten; without it, the answer is gone on from without its words.
  const asked = await message.fetchReference().catch(() => null)
  const question = asked === null || asked.author.bot ? '' : questionOf(asked.content)
  return { components, above: question === '' ? null : question }
}

/** The language of a message of the bot's, by the label of its button; null when it tells none. */
export function localeSpoken(components: readonly unknown[]): string | null {
  const json = JSON.stringify(components)
  for (const [locale, { messages }] of languages) {
    if (json.includes(JSON.stringify(messages.conversation.askOn))) return locale
  }
  return null
}
