/** Every interaction comes through here: it is told apart, answered, and what goes wrong is caught in one place. */
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
} from 'discord.js'
import { checkThisQuoteCommand } from '../../../commands/check.ts'
import type { Choice } from '../../../commands/command.ts'
import { articleOf } from '../../../commands/options.ts'
import { nameArticle } from '../../answer/revisit.ts'
import { DiskError, FetchError, RefusedError, StillReadingError, UserError } from '../../errors.ts'
import { messagesFor } from '../../messages/languages.ts'
import { reportProblem } from '../../report/problem-report.ts'
import { reportDisk, reportRefusal } from '../../report/refusal-report.ts'
import { despiteLostConnections } from '../connection/retry.ts'
import { escapeMarkdown } from '../escape.ts'
import { CHOICE_TEXT, CHOICES, QUESTION_TEXT } from '../limits.ts'
import { escapeWithin } from '../render/parts/cut.ts'
import type { Frame } from '../render/parts/frame.ts'
import { colours, type MessageBody, notice } from '../render/parts/layout.ts'
import { render } from '../render/render.ts'
import { answerAskOn } from './ask-on.ts'
import { claimOf, wordsOf } from './claims.ts'
import { answerClick } from './clicks.ts'
import { editorOf } from './editor.ts'
import { firstView, isNothing } from './first-view.ts'
import { plainOptions, requestOf } from './options.ts'
import { type Answerable, createResponder, type Responder } from './responder.ts'
import { contextOf, localeIn, noteGaps, type Service } from './service.ts'

/** Five faults in a file, some of them with what was found in it, and no more. */
const REFUSAL_TEXT = 1_500

/** Answers the interaction; never rejects. */
export async function answerInteraction(interaction: Interaction, service: Service): Promise<void> {
  const { logger, clock, admission } = service
  if (interaction.isAutocomplete()) {
    if ((await admission.turn(interaction.createdTimestamp, 'suggestion')) !== null)
      await complete(interaction, service)
    return
  }
  if (
    !interaction.isCommand() &&
    !interaction.isButton() &&
    !interaction.isAnySelectMenu() &&
    !interaction.isModalSubmit()
  )
    return
  const ageMs = await admission.turn(interaction.createdTimestamp, 'answer')
  if (ageMs === null) return
  const startedAt = performance.now()
  const responder = createResponder(interaction, ageMs, clock, logger)
  try {
    const name = await dispatch(interaction, responder, service)
    const elapsedMs = Math.round(performance.now() - startedAt)
    logger.info({ interaction: interaction.id, name, elapsedMs, guild: interaction.guildId }, 'answered')
  } catch (error) {
    await report(error, interaction, responder, service)
  }
}

/** Gives the name of what was answered, for the log. */
async function dispatch(interaction: Answerable, responder: Responder, service: Service): Promise<string> {
  const kind = interaction.isCommand() || interaction.isModalSubmit() ? 'question' : 'click'
  const waitMs = service.cooldown.use(interaction.user.id, interaction.channelId, kind)
  if (waitMs > 0) {
    const { slowDown } = messagesFor(localeIn(service, interaction.guildId, interaction.locale))
    await responder.tellAlone(notice(slowDown(Math.ceil(waitMs / 1_000))))
    return 'slow down'
  }
  if (interaction.isChatInputCommand()) return answerCommand(interaction, responder, service)
  if (interaction.isMessageContextMenuCommand()) return answerMessageCommand(interaction, responder, service)
  if (interaction.isModalSubmit()) return answerAskOn(interaction, responder, service)
  if (interaction.isButton() || interaction.isAnySelectMenu()) return answerClick(interaction, responder, service)
  throw new TypeError(`nothing answers interactions of type ${interaction.type}`)
}

async function answerCommand(
  interaction: ChatInputCommandInteraction,
  responder: Responder,
  service: Service,
): Promise<string> {
  const command = service.commands.get(interaction.commandName)
  if (command === undefined) throw new RangeError(`Discord sent the unknown command ${interaction.commandName}`)
  const options = plainOptions(interaction.options.data)
  const isPrivate = typeof options.private === 'boolean' ? options.private : (command.privateByDefault ?? false)
  const context = contextOf(
    service,
    interaction.guildId,
    localeIn(service, interaction.guildId, interaction.locale),
    editorOf(interaction, service),
  )
  const answer = await responder.whileWorking(command.run(options, context), isPrivate)
  noteGaps(service, interaction.guildId, answer)
  const article = articleOf(options, 'article', context)
  const view = firstView(answer, article === null ? null : nameArticle(article))
  const only = 'only' in answer ? answer.only : undefined
  // "Nothing found" disturbs nobody else, unless the answer was asked to be public.
  const isAlone = isPrivate || (options.private === undefined && isNothing(answer))
  const frame = { ...frameOf(interaction, isAlone, service), request: { ...requestOf(options), only: only ?? null } }
  await responder.answer(render(answer, view, frame), isAlone)
  return `/${interaction.commandName}`
}

async function answerMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  responder: Responder,
  service: Service,
): Promise<string> {
  const command = service.messageCommands.get(interaction.commandName)
  if (command === undefined) throw new RangeError(`Discord sent the unknown command ${interaction.commandName}`)
  const isClaim = interaction.commandName === checkThisQuoteCommand.data.name
  const text = isClaim ? claimOf(interaction.targetMessage) : wordsOf(interaction.targetMessage)
  if (text === '')
    throw new UserError(messagesFor(localeIn(service, interaction.guildId, interaction.locale)).emptyMessage)
  const context = contextOf(service, interaction.guildId, localeIn(service, interaction.guildId, interaction.locale))
  // Private, since who reaches for another's message this way rarely wants to be seen doing so; the answer can be shared.
  const answer = await responder.whileWorking(command.run(text, context), true)
  noteGaps(service, interaction.guildId, answer)
  const frame = {
    ...frameOf(interaction, true, service),
    request: { words: text.slice(0, QUESTION_TEXT), speaker: null },
  }
  await responder.answer(render(answer, firstView(answer, null), frame), true)
  return interaction.commandName
}

function frameOf(interaction: Answerable, isPrivate: boolean, service: Service): Omit<Frame, 'request'> {
  const { user } = interaction
  const locale = localeIn(service, interaction.guildId, interaction.locale)
  return { messages: messagesFor(locale), locale, asker: user.id, isPrivate, notes: [] }
}

async function complete(interaction: AutocompleteInteraction, service: Service): Promise<void> {
  const { logger } = service
  let choices: readonly Choice[] = []
  try {
    const { name, value } = interaction.options.getFocused(true)
    const context = contextOf(
      service,
      interaction.guildId,
      localeIn(service, interaction.guildId, interaction.locale),
      editorOf(interaction, service),
    )
    choices = service.commands.get(interaction.commandName)?.complete?.(name, String(value), context) ?? []
  } catch (error) {
    if (error instanceof StillReadingError) choices = stillReading(error, interaction)
    else logger.error({ interaction: interaction.id, err: error }, 'a suggestion failed')
  }
  try {
    const shown = choices.slice(0, CHOICES).map(choice => ({ name: choice.name, value: choice.value }))
    await despiteLostConnections(() => interaction.respond(shown))
  } catch (error) {
    // The person has typed on, and Discord asks again.
    logger.debug({ interaction: interaction.id, err: error }, 'suggestions came too late')
  }
}

/** A list without suggestions would say that nothing fits. The only one says why there are none, and leaves what was typed as it is. */
function stillReading({ progress }: StillReadingError, { locale, options }: AutocompleteInteraction): Choice[] {
  const typed = options.getFocused().slice(0, CHOICE_TEXT)
  const { stillReadingShort } = messagesFor(locale)
  return typed.trim() === '' ? [] : [{ name: stillReadingShort(progress.done, progress.total), value: typed }]
}

/** The one catch: what is written for people is shown to the one who asked; anything else is logged, with an id they can quote. */
async function report(error: unknown, interaction: Answerable, responder: Responder, service: Service): Promise<void> {
  const { logger } = service
  const isWritten = error instanceof UserError
  if (error instanceof DiskError) logger.error({ interaction: interaction.id, err: error.cause }, 'the disk failed')
  if (!isWritten) logger.error({ interaction: interaction.id, err: error }, 'an interaction failed')
  try {
    await responder.tellAlone(
      faultNotice(error, interaction.id, localeIn(service, interaction.guildId, interaction.locale)),
    )
  } catch (again) {
    logger.error({ interaction: interaction.id, err: again }, 'could not say so')
  }
}

/** One sentence about what went wrong, or about what is yet to be done before there can be an answer. */
export function faultNotice(error: unknown, id: string, locale: string): MessageBody {
  const messages = messagesFor(locale)
  if (error instanceof StillReadingError) {
    const { done, total } = error.progress
    return notice(messages.stillReading(done, total), colours.nothing)
  }
  if (error instanceof DiskError) return notice(escapeMarkdown(reportDisk(error, messages)), colours.fault)
  const sentence =
    error instanceof RefusedError
      ? escapeWithin(reportRefusal(error.refusal, messages), REFUSAL_TEXT)
      : error instanceof FetchError
        ? escapeWithin(reportProblem(error.problem, messages), REFUSAL_TEXT)
        : error instanceof UserError
          ? escapeMarkdown(error.message)
          : messages.bug(id)
  return notice(sentence, error instanceof UserError ? colours.nothing : colours.fault)
}
