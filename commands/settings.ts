/** `/settings`: what a server's managers may set for it, shown as it is after each change. */
import { SlashCommandBuilder } from '@discordjs/builders'
import type { Answer } from '../src/answer/answer.ts'
import { UserError } from '../src/errors.ts'
import { languageNames, messagesFor } from '../src/messages/languages.ts'
import { type DigestSetting, isDays, isTime, isZone, MOST_DAYS, type ServerSettings } from '../src/servers/settings.ts'
import type { Choice, Command, Context, Options } from './command.ts'
import { type Editor, requireManager } from './editor.ts'
import { mostChoices, textOf } from './options.ts'

/** `PermissionFlagsBits.ManageGuild` of Discord's API, which this folder does without. */
const manageServer = 1n << 5n

/** What `off` takes back. */
const resets = {
  language: { language: null },
  editors: { editors: null },
  log: { log: null },
  keep: { keepDays: null },
  digest: { digest: null },
} as const satisfies Record<string, Partial<ServerSettings>>

/** Of Discord's kinds of channel, those that text is written in: text and announcements. */
const textChannels = [0, 5] as const

export const settingsCommand: Command = {
  data: new SlashCommandBuilder()
    .setName('settings')
    .setDescription('How I work in this server; without options, as it is now')
    .setDefaultMemberPermissions(manageServer)
    .addStringOption(option =>
      option
        .setName('language')
        .setDescription('The language of my own words here, instead of each member’s own')
        .addChoices(...languageNames().map(([value, name]) => ({ name, value }))),
    )
    .addRoleOption(option => option.setName('editors').setDescription('A role that may keep the articles with /corpus'))
    .addChannelOption(option =>
      option
        .setName('log')
        .setDescription('Where I say who added and removed what, and which feeds fail')
        .addChannelTypes(...textChannels),
    )
    .addBooleanOption(option =>
      option.setName('quiet').setDescription('Whether “nothing found” disturbs nobody but the one who asked'),
    )
    .addBooleanOption(option =>
      option.setName('gaps').setDescription('Whether words that no article has are counted, for /corpus gaps'),
    )
    .addIntegerOption(option =>
      option.setName('keep').setDescription('For how many days an article stays').setMinValue(1).setMaxValue(MOST_DAYS),
    )
    .addChannelOption(option =>
      option
        .setName('digest')
        .setDescription('Where new articles are listed once a day')
        .addChannelTypes(...textChannels),
    )
    .addStringOption(option =>
      option.setName('time').setDescription('At what time the digest comes, as 08:00').setMaxLength(5),
    )
    .addStringOption(option =>
      option.setName('zone').setDescription('The time zone of that time, as Europe/Berlin').setAutocomplete(true),
    )
    .addStringOption(option =>
      option
        .setName('off')
        .setDescription('Takes a setting back')
        .addChoices(...Object.keys(resets).map(name => ({ name, value: name }))),
    )
    .addBooleanOption(option =>
      option.setName('forget').setDescription('Delete all that this server has here; asks once more first'),
    ),
  serverOnly: true,
  privateByDefault: true,

  async run(options, context) {
    const editor = requireManager(context.editor, messagesFor(context.locale))
    const { servers, server } = editor
    if (options.forget === true) return { kind: 'settings', event: 'forget', settings: servers.settings(server) }
    const change = readChange(options, context, servers.settings(server))
    if (Object.keys(change).length === 0) return shown(editor, 'shown')
    await servers.changeSettings(server, change)
    return shown(editor, 'changed')
  },

  complete(option, typed) {
    return option === 'zone' ? completeZone(typed) : []
  },
}

/** Deletes all that the server has, once that was confirmed. */
export async function forgetServer(context: Context): Promise<Answer> {
  const editor = requireManager(context.editor, messagesFor(context.locale))
  await editor.servers.forget(editor.server)
  return shown(editor, 'forgotten')
}

function shown({ servers, server }: Editor, event: 'shown' | 'changed' | 'forgotten'): Answer {
  return { kind: 'settings', event, settings: servers.settings(server) }
}

/** @throws UserError for what cannot be a setting. */
function readChange(options: Options, context: Context, before: ServerSettings): Partial<ServerSettings> {
  const { settings: words } = messagesFor(context.locale)
  const [language, editors, log] = [textOf(options, 'language'), textOf(options, 'editors'), textOf(options, 'log')]
  const keep = textOf(options, 'keep')
  if (keep !== null && !isDays(Number(keep))) throw new UserError(words.notDays(MOST_DAYS))
  const off = textOf(options, 'off')
  const digest = readDigest(options, context, before.digest)
  return {
    ...(language === null ? {} : { language }),
    ...(editors === null ? {} : { editors }),
    ...(log === null ? {} : { log }),
    ...(typeof options.quiet === 'boolean' ? { quiet: options.quiet } : {}),
    ...(typeof options.gaps === 'boolean' ? { gaps: options.gaps } : {}),
    ...(keep === null ? {} : { keepDays: Number(keep) }),
    ...(digest === null ? {} : { digest }),
    ...(off !== null && isReset(off) ? resets[off] : {}),
  }
}

function isReset(name: string): name is keyof typeof resets {
  return Object.hasOwn(resets, name)
}

const DEFAULT_TIME = '08:00'
const DEFAULT_ZONE = 'UTC'

/** The digest as it shall be; what is not given stays as it was. Null when nothing of it is given. */
function readDigest(options: Options, context: Context, before: DigestSetting | null): DigestSetting | null {
  const { settings: words } = messagesFor(context.locale)
  const [channel, time, zone] = [textOf(options, 'digest'), textOf(options, 'time'), textOf(options, 'zone')]
  if (channel === null && time === null && zone === null) return null
  const digest = {
    channel: channel ?? before?.channel ?? null,
    time: time?.padStart(5, '0') ?? before?.time ?? DEFAULT_TIME,
    zone: zone ?? before?.zone ?? DEFAULT_ZONE,
  }
  if (digest.channel === null) throw new UserError(words.digestWithoutChannel)
  if (!isTime(digest.time)) throw new UserError(words.notTime(digest.time))
  if (!isZone(digest.zone)) throw new UserError(words.notZone(digest.zone))
  return { ...digest, channel: digest.channel }
}

function completeZone(typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_')
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter(zone => zone.toLowerCase().includes(wanted))
    .slice(0, mostChoices)
    .map(zone => ({ name: zone, value: zone }))
}
