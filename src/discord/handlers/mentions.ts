/** Questions asked by mentioning the bot, or in direct messages: answered with one reply, which follows the question's edits and deletion. */
import { createHash } from 'node:crypto'
import { DiscordAPIError, type Message, MessageFlags, type PartialMessage, RESTJSONErrorCodes } from 'discord.js'
import type { Context } from '../../../commands/command.ts'
import type { Answer } from '../../answer/answer.ts'
import { asksOn } from '../../answer/conversation/follow-up-acts.ts'
import { StillReadingError, UserError } from '../../errors.ts'
import { messagesFor } from '../../messages/languages.ts'
import { createTimeToLiveCache, type TimeToLiveCache } from '../../work/time-to-live-cache.ts'
import { despiteLostConnections } from '../connection/retry.ts'
import { QUESTION_TEXT } from '../limits.ts'
import type { Frame } from '../render/parts/frame.ts'
import { type MessageBody, notice } from '../render/parts/layout.ts'
import { render } from '../render/render.ts'
import { type Claim, claimIn } from './claims.ts'
import { answerBefore, askOn, earlierTurn, localeSpoken } from './conversation.ts'
import { firstView } from './first-view.ts'
import { faultNotice } from './interactions.ts'
import { missingPermissions } from './permissions.ts'
import { questionOf } from './question.ts'
import { contextOf, isQuietIn, localeIn, noteGaps, type Service } from './service.ts'

export type Mentions = {
  created(message: Message): Promise<void>
  edited(message: Message): Promise<void>
  deleted(message: Message | PartialMessage): Promise<void>
}

/** For how long a question's edits change its answer, and how many questions are remembered for it: ids and a hash, no words. */
const FOLLOWED_MS = 10 * 60_000
const FOLLOWED = 2_000
/** How often a channel's missing permissions, and somebody's haste, are spoken of. */
const REMINDER_MS = 10 * 60_000
const HASTE_MS = 60_000

type Followed = { readonly hash: string; readonly answer: Promise<string | null> }

/** `now` gives the time in milliseconds. Its functions never reject. */
export function createMentions(service: Service, now: () => number): Mentions {
  const answers = new MentionAnswers(service, now)
  /** The one catch for messages. */
  const guarded = async (message: Message | PartialMessage, work: Promise<void>): Promise<void> => {
    try {
      await work
    } catch (error) {
      service.logger.error({ message: message.id, err: error }, 'a message failed')
    }
  }
  return {
    created: message => guarded(message, answers.created(message)),
    edited: message => guarded(message, answers.edited(message)),
    deleted: message => guarded(message, answers.deleted(message)),
  }
}

class MentionAnswers {
  readonly #service: Service
  readonly #followed: TimeToLiveCache<Followed>
  readonly #reminded: TimeToLiveCache<true>
  readonly #hasty: TimeToLiveCache<true>

  constructor(service: Service, now: () => number) {
    this.#service = service
    this.#followed = createTimeToLiveCache<Followed>(FOLLOWED, FOLLOWED_MS, now)
    this.#reminded = createTimeToLiveCache<true>(FOLLOWED, REMINDER_MS, now)
    this.#hasty = createTimeToLiveCache<true>(FOLLOWED, HASTE_MS, now)
  }

  async created(message: Message): Promise<void> {
    if (!isAsked(message) || this.#followed.get(message.id) !== undefined) return
    const waitMs = this.#service.cooldown.use(message.author.id, message.channelId, 'question')
    if (waitMs === 0) return this.#answer(message)
    // Said once a minute: an answer to every message of a flood would be a flood itself.
    if (this.#hasty.get(message.author.id) !== undefined) return
    this.#hasty.set(message.author.id, true)
    const { slowDown } = messagesFor(localeIn(this.#service, message.guildId, localeOf(message)))
    await send(message, notice(slowDown(Math.ceil(waitMs / 1_000))), this.#service, this.#reminded)
  }

  async edited(message: Message): Promise<void> {
    const known = this.#followed.get(message.id)
    const question = questionOf(message.content ?? '')
    // Discord also reports an edit when it has looked at a link; and without a mention it withholds the words.
    if (known === undefined || question === '' || known.hash === hashOf(question)) return
    if (this.#service.cooldown.use(message.author.id, message.channelId, 'question') > 0) return
    await this.#answerAnew(message, question, known)
  }

  async deleted(message: Message | PartialMessage): Promise<void> {
    const answerId = await this.#followed.get(message.id)?.answer
    this.#followed.delete(message.id)
    if (answerId) await unlessGone(() => message.channel.messages.delete(answerId))
  }

  /** Remembered before anything is waited for: an edit or a deletion that comes meanwhile then waits for the answer. */
  async #answer(message: Message): Promise<void> {
    const question = questionOf(message.content)
    const sent = bodyFor(message, question, this.#service).then(body =>
      body === null ? null : send(message, body, this.#service, this.#reminded),
    )
    this.#followed.set(message.id, { hash: hashOf(question), answer: sent.catch(() => null) })
    if ((await sent) === null) return
    this.#service.logger.info({ message: message.id, guild: message.guildId }, 'answered a mention')
  }

  /** Changes the answer once what was under way before is done, so that the last edit wins. */
  async #answerAnew(message: Message, question: string, { answer: before }: Followed): Promise<void> {
    const changed = before.then(async answerId => {
      const body = answerId === null ? null : await bodyFor(message, question, this.#service)
      if (answerId === null || body === null) return
      await unlessGone(() => message.channel.messages.edit(answerId, { ...body }))
    })
    const settled = changed.then(
      () => before,
      () => before,
    )
    this.#followed.set(message.id, { hash: hashOf(question), answer: settled })
    await changed
  }
}

/** Whether a person asked the bot itself: not all, not a role, and not through a webhook. */
function isAsked(message: Message): boolean {
  if (message.author.bot || message.webhookId !== null || message.system) return false
  return message.channel.isDMBased() || message.mentions.users.has(message.client.user.id)
}

/** Whether the bot was mentioned only as Discord does by itself when somebody replies. */
function isBareReply(message: Message): boolean {
  return (
    !message.channel.isDMBased() &&
    message.mentions.repliedUser?.id === message.client.user.id &&
    !message.content.includes(message.client.user.id)
  )
}

/** What to answer; null when silence is better: a reply such as "thanks" is not a question because Discord pinged the bot. */
async function bodyFor(message: Message, question: string, service: Service): Promise<MessageBody | null> {
  const before = await answerBefore(message)
  const locale = localeIn(service, message.guildId, localeOf(message, before?.components ?? []))
  const messages = messagesFor(locale)
  const isBare = isBareReply(message)
  if (question === '') return isBare ? null : notice(messages.mentionHelp)
  try {
    const context = contextOf(service, message.guildId, locale)
    const claim = await claimIn(message, question)
    if (claim !== null) return await checked(claim, message, context, service)
    const answer = await askOn(question, before === null ? null : earlierTurn(before, context), context, service)
    noteGaps(service, message.guildId, answer)
    if (isBare && !isWorthSaying(answer, question)) return null
    const readAs = 'readAs' in answer ? (answer.readAs ?? null) : null
    // Discord shows the question above a reply to it.
    const isAbove = missingPermissions(message).length === 0
    const frame: Frame = {
      messages,
      locale,
      asker: message.author.id,
      isPrivate: false,
      request: { words: isAbove ? null : question, speaker: null, readAs },
      notes: [],
    }
    const body = render(answer, firstView(answer, null), frame)
    const isQuiet = answer.kind === 'nothing-found' && isQuietIn(service, message.guildId)
    return isQuiet ? { ...body, flags: body.flags | MessageFlags.SuppressNotifications } : body
  } catch (error) {
    if (error instanceof StillReadingError && isBare && !question.includes('?')) return null
    if (!(error instanceof UserError)) service.logger.error({ message: message.id, err: error }, 'a question failed')
    return faultNotice(error, message.id, locale)
  }
}

/** The verdict on a claim, for all to see, as the question was. */
async function checked(claim: Claim, message: Message, context: Context, service: Service): Promise<MessageBody> {
  const { locale } = context
  const messages = messagesFor(locale)
  if (claim.kind === 'hidden') return notice(messages.claimHidden)
  const command = service.commands.get('check')
  if (command === undefined) throw new RangeError('there is no /check to check claims with')
  const answer = await command.run({ quote: claim.words }, context)
  const request = { words: claim.words.slice(0, QUESTION_TEXT), speaker: null }
  return render(answer, null, { messages, locale, asker: message.author.id, isPrivate: false, request, notes: [] })
}

/** Whether a reply that does not mention the bot asks for something: people also answer each other in replies. */
function isWorthSaying(answer: Answer, question: string): boolean {
  if (question.includes('?')) return true
  if (answer.kind === 'nearest' || answer.kind === 'nothing-found' || answer.kind === 'manners') return false
  return answer.kind !== 'found' || answer.readAs === null || asksOn(question)
}

/** Sends the answer as a reply, and gives its id; null when it could not be sent, which the person is then told. */
async function send(
  message: Message,
  body: MessageBody,
  { logger }: Service,
  reminded: { get(key: string): true | undefined; set(key: string, value: true): void },
): Promise<string | null> {
  const missing = missingPermissions(message)
  const blocking = missing.filter(name => name !== 'ReadMessageHistory')
  if (blocking.length > 0) {
    const messages = messagesFor(localeOf(message))
    logger.warn({ channel: message.channelId, missing: blocking }, 'cannot answer: permissions are missing')
    if (reminded.get(`channel ${message.channelId}`) !== undefined) return null
    reminded.set(`channel ${message.channelId}`, true)
    const names = blocking.map(name => messages.permissions[name]).join(', ')
    await message.author.send({ ...notice(messages.cannotAnswer(`<#${message.channelId}>`, names)) })
    return null
  }
  // A request that is sent again because its response was lost must not answer twice: Discord knows the nonce.
  const options = { ...body, nonce: message.id, enforceNonce: true }
  const { channel } = message
  const isReply = missing.length === 0 || !channel.isSendable()
  const sent = await despiteLostConnections<{ readonly id: string }>(() =>
    isReply ? message.reply({ ...options, failIfNotExists: false }) : channel.send(options),
  )
  return sent.id
}

async function unlessGone(change: () => Promise<unknown>): Promise<void> {
  try {
    await change()
  } catch (error) {
    if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error
  }
}

/** The server's language; in direct messages, where Discord tells none, that of the bot's own message before, which a command had. */
function localeOf(message: Message, before: readonly unknown[] = []): string {
  return message.guild?.preferredLocale ?? localeSpoken(before) ?? 'en-US'
}

/** Enough to see whether a question was changed, without keeping it. */
function hashOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url')
}
