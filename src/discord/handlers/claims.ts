/** What somebody wants checked when they mention the bot: words in the message itself, or the message that it replies to. */
import type { APIMessageTopLevelComponent, Message } from 'discord.js'
import { questionOf } from './question.ts'

/** A claim to be checked. `hidden`: Discord does not show the bot the message that is meant. */
export type Claim = { readonly kind: 'words'; readonly words: string } | { readonly kind: 'hidden' }

const CHECK =
  /^(?:please |can you |could you )?(?:fact[- ]?check|check|verify)(?: (?:this|that|the|if|whether))?(?: (?:quote|quotation|claim))?[:,]? (?<words>.+)$/iu
/** "is this true?", said of what is replied to. */
const OF_REPLY =
  /^(?:(?:hey|hm+|wait|ok|and)[, ]+)?(?:(?:is|was) (?:this|that|it)(?: quote| quotation)?(?: really| actually)? (?:true|real|right|correct|accurate|legit|genuine|verbatim|fake|a (?:real|fake) quote)|(?:did|does|has) (?:he|she|they|anyone|anybody|somebody|someone)(?: really| actually| ever)? sa(?:y|id) (?:this|that|it)|(?:please |can you |could you )?(?:fact[- ]?check|check|verify)(?: (?:this|that|it))?(?: (?:quote|quotation|claim))?(?: please)?|true|real|really|source)\s*[?!.]*$/iu
/** Fewer words than this after "check" are a question about a check, "check the weather", rather than a claim. */
const FEWEST_WORDS = 4

/** Null when nothing is to be checked: then it is a question. */
export async function claimIn(message: Message, question: string): Promise<Claim | null> {
  const words = CHECK.exec(question)?.groups?.words ?? ''
  if (/["“”„«]/u.test(words) || words.split(' ').length >= FEWEST_WORDS) return { kind: 'words', words }
  if (!OF_REPLY.test(question) || message.reference?.messageId === undefined) return null
  // What the bot itself showed is printed so: a question about that goes on from it.
  if (message.mentions.repliedUser?.id === message.client.user.id) return null
  const meant = await message.fetchReference().catch(() => null)
  const claim = meant === null ? '' : claimOf(meant)
  return claim === '' ? { kind: 'hidden' } : { kind: 'words', words: claim }
}

/** What a message says: its text, its embeds and its components, without markup for things that are not words. */
export function wordsOf(message: Message): string {
  return partsOf(message).join('\n')
}

/** What a message claims: the part of it that quotes, since a headline beside it credits nobody; all of it where none does. */
export function claimOf(message: Message): string {
  const quoting = partsOf(message).filter(part => /["“”„«]/u.test(part))
  const [longest] = quoting.sort((a, b) => b.length - a.length)
  return longest ?? wordsOf(message)
}

function partsOf({ content, embeds, components }: Message): string[] {
  const embedded = embeds.flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ])
  const shown = components.flatMap(component => textsOf(component.toJSON()))
  return [content, ...embedded, ...shown].flatMap(text => {
    const words = questionOf(text ?? '')
    return words === '' ? [] : [words]
  })
}

function textsOf(component: APIMessageTopLevelComponent | object): string[] {
  const own = 'content' in component && typeof component.content === 'string' ? [component.content] : []
  const inner = 'components' in component && Array.isArray(component.components) ? component.components : []
  return [...own, ...inner.flatMap(textsOf)]
}
