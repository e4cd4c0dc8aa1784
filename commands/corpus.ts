/** `/corpus`: the articles that a server is answered from, for those who keep them. What is changed is confirmed first. */
import { SlashCommandBuilder } from '@discordjs/builders'
import { zipSync } from 'fflate'
import type { Answer, CorpusState, FeedState } from '../src/answer/answer.ts'
import type { Article } from '../src/article/article.ts'
import { UserError } from '../src/errors.ts'
import { fold, wordsOf } from '../src/library/lookup/find-article.ts'
import { articleId, versionId } from '../src/library/lookup/passage-id.ts'
import { findSimilar } from '../src/library/lookup/similar.ts'
import { messagesFor } from '../src/messages/languages.ts'
import { articlesListed } from '../src/report/corpus-report.ts'
import type { Draft } from '../src/servers/uploads/drafts.ts'
import type { Choice, Command, Context, Options } from './command.ts'
import { type Editor, feedsOf, requireEditor } from './editor.ts'
import { choiceOf, longestChoice, mostChoices, shorten, textOf } from './options.ts'

export const corpusCommand: Command = {
  data: new SlashCommandBuilder()
    .setName('corpus')
    .setDescription('The articles that this server is answered from')
    .addSubcommand(subcommand => subcommand.setName('status').setDescription('How many there are, and what is wrong'))
    .addSubcommand(subcommand => subcommand.setName('reload').setDescription('Read the articles again'))
    .addSubcommand(subcommand =>
      subcommand
        .setName('add')
        .setDescription('Add an article to this server')
        .addAttachmentOption(option => option.setName('file').setDescription('.txt, .md, .html or .json, up to 8 MB'))
        .addStringOption(option => option.setName('url').setDescription('The link of a page').setMaxLength(2_000)),
    )
    .addSubcommand(subcommand =>
      subcommand.setName('gaps').setDescription('Words that questions had and no article has'),
    )
    .addSubcommand(subcommand => subcommand.setName('export').setDescription('The articles of this server, as files'))
    .addSubcommand(subcommand =>
      subcommand
        .setName('remove')
        .setDescription('Remove an article of this server')
        .addStringOption(option =>
          option.setName('name').setDescription('Which article').setRequired(true).setAutocomplete(true),
        ),
    )
    .addSubcommand(subcommand =>
      subcommand
        .setName('follow')
        .setDescription('Follow a feed: its articles come by themselves')
        .addStringOption(option =>
          option
            .setName('url')
            .setDescription('The link of a feed, or of a page that names one')
            .setRequired(true)
            .setMaxLength(2_000),
        ),
    )
    .addSubcommand(subcommand =>
      subcommand
        .setName('unfollow')
        .setDescription('Follow a feed no longer; its articles stay')
        .addStringOption(option =>
          option.setName('url').setDescription('Which feed').setRequired(true).setAutocomplete(true),
        ),
    ),
  // Shown to all, since a role may be named that keeps the articles; who may is asked when it is used.
  serverOnly: true,
  privateByDefault: true,

  async run(options, context) {
    const editor = requireEditor(context.editor, messagesFor(context.locale))
    switch (options.subcommand) {
      case 'status':
        return { kind: 'corpus', event: 'status', state: await stateOf(editor) }
      case 'reload':
        // Everything is being read just now: that may take longer than Discord waits.
        if (editor.shared.status().reading !== null)
          return { kind: 'corpus', event: 'status', state: await stateOf(editor) }
        return reload(editor)
      case 'add':
        return holdNew(editor, options, context)
      case 'gaps':
        return { kind: 'corpus', event: 'gaps', gaps: gapsOf(editor) }
      case 'export':
        return exportFiles(editor)
      case 'remove':
        return {
          kind: 'corpus',
          event: 'removal',
          articles: [ownArticle(editor, textOf(options, 'name') ?? '', context)],
        }
      case 'follow':
        return {
          kind: 'corpus',
          event: 'followed',
          ...(await editor.feeds.follow(editor.server, textOf(options, 'url') ?? '')),
        }
      case 'unfollow':
        return {
          kind: 'corpus',
          event: 'unfollowed',
          feed: await unfollow(editor, textOf(options, 'url') ?? '', context),
        }
      default:
        throw new UserError(messagesFor(context.locale).corpus.onlyInServers)
    }
  },

  complete(option, typed, { editor }) {
    if (editor?.mayEdit !== true) return []
    return option === 'url' ? completeFeed(typed, editor) : completeOwn(typed, editor)
  },
}

/** Adds what was held under `id`. `replace` says whether the person was told that it takes another's place. */
export async function acceptUpload(id: string, replace: boolean, context: Context): Promise<Answer> {
  const { servers, server, by } = requireEditor(context.editor, messagesFor(context.locale))
  const stored = await servers.accept(server, id, replace, by)
  if (stored === null) return { kind: 'corpus', event: 'expired' }
  return { kind: 'corpus', event: 'added', articles: stored.map(({ article }) => article) }
}

/** Forgets what was held under `id`; nothing was held when a removal is called off. */
export async function callOff(id: string | null, context: Context): Promise<Answer> {
  const { servers, server } = requireEditor(context.editor, messagesFor(context.locale))
  if (id !== null) await servers.discard(server, id)
  return { kind: 'corpus', event: 'cancelled' }
}

/** Removes the server's own article with this short name (`articleId`), unless it has other words by now than `version` (`versionId`) had. */
export async function removeOwn(id: string, version: string, context: Context): Promise<Answer> {
  const messages = messagesFor(context.locale)
  const editor = requireEditor(context.editor, messages)
  const article = ownArticle(editor, id, context)
  if (versionId(article) !== version) throw new UserError(messages.articleEdited)
  await editor.servers.remove(editor.server, article.slug, editor.by)
  return { kind: 'corpus', event: 'removed', articles: [article] }
}

/** Keeps what a file or a page holds until it is confirmed. @throws UserError when there is neither, or both. */
async function holdNew(editor: Editor, options: Options, { library, locale }: Context): Promise<Answer> {
  const [file, url] = [textOf(options, 'file'), textOf(options, 'url')]
  if ((file === null) === (url === null)) throw new UserError(messagesFor(locale).corpus.noFile)
  const draft =
    url === null ? await holdUpload(editor, file ?? '', locale) : await editor.servers.holdPage(editor.server, url)
  const articles = draft.articles.map(({ article }) => article)
  const slugs = new Set(articles.map(({ slug }) => slug))
  const similar = new Set<Article>()
  // Of a long feed only what is listed is compared: the rest would be a mere number as well.
  for (const article of articles.slice(0, articlesListed)) {
    for (const other of await findSimilar(library, article)) similar.add(other)
  }
  return {
    kind: 'corpus',
    event: 'draft',
    id: draft.id,
    articles,
    replaces: editor.servers.own(editor.server).filter(({ slug }) => slugs.has(slug)),
    similar: [...similar],
    unfinished: draft.articles.some(({ doubt }) => doubt !== null),
    keptDays: editor.servers.limits.graceDays,
  }
}

async function holdUpload(editor: Editor, file: string, locale: string): Promise<Draft> {
  const upload = editor.upload(file)
  if (upload === null) throw new UserError(messagesFor(locale).corpus.noFile)
  const bytes = await upload.read(editor.servers.limits.uploadBytes)
  return editor.servers.hold(editor.server, upload.name, bytes)
}

/** The server's own article with this slug, short name or headline. @throws UserError when it has none, though others may. */
function ownArticle({ servers, server }: Editor, typed: string, { locale }: Context): Article {
  const own = servers.own(server)
  const found =
    own.find(article => article.slug === typed || articleId(article) === typed) ??
    own.find(({ headline }) => fold(headline) === fold(typed))
  if (found === undefined) throw new UserError(messagesFor(locale).corpus.notOwn)
  return found
}

function completeOwn(typed: string, { servers, server }: Editor): Choice[] {
  const words = wordsOf(typed)
  const fits = ({ headline, outlet, slug }: Article): boolean => {
    const known = ` ${wordsOf([headline, outlet, slug].join(' ')).join(' ')}`
    return words.every(word => known.includes(` ${word}`))
  }
  return servers.own(server).filter(fits).slice(0, mostChoices).map(choiceOf)
}

/** Shared files are the host's to read again: those of one server would hold up all others. */
async function reload(editor: Editor): Promise<Answer> {
  const { added, changed, removed } = await editor.servers.reload(editor.server)
  const changes = { added: added.length, changed: changed.length, removed: removed.length }
  return { kind: 'corpus', event: 'reloaded', state: await stateOf(editor), changes }
}

/** Words that a list shows. */
const gapsShown = 25

function gapsOf({ servers, server }: Editor): readonly { readonly word: string; readonly count: number }[] | null {
  return servers.settings(server).gaps ? servers.gaps(server).slice(0, gapsShown) : null
}

async function exportFiles({ servers, server }: Editor): Promise<Answer> {
  const files = await servers.files(server)
  const articles = servers.own(server).length
  const zip = files.size === 0 ? null : zipSync(Object.fromEntries(files), { level: 6 })
  return { kind: 'corpus', event: 'export', articles, zip }
}

/** The feed with this address, or this title. @throws UserError when the server follows none. */
async function unfollow({ feeds, server }: Editor, typed: string, { locale }: Context): Promise<FeedState> {
  const followed = feeds.status(server)
  const found =
    followed.find(({ address }) => address === typed.trim()) ??
    followed.find(({ title }) => fold(title) === fold(typed) || shorten(title) === typed)
  const feed = found === undefined ? null : await feeds.unfollow(server, found.address)
  if (feed === null) throw new UserError(messagesFor(locale).feeds.notFollowed)
  return feed
}

function completeFeed(typed: string, { feeds, server }: Editor): Choice[] {
  return feeds
    .status(server)
    .filter(({ title, address }) => fold(`${title} ${address}`).includes(fold(typed)))
    .slice(0, mostChoices)
    .map(({ title, address }) => ({
      name: shorten(title),
      value: address.length > longestChoice ? shorten(title) : address,
    }))
}

async function stateOf(editor: Editor): Promise<CorpusState> {
  const { servers, server, shared } = editor
  const { faults, ...status } = shared.status()
  const own = await servers.status(server)
  return {
    shared: { ...status, faults: faults.length },
    feeds: feedsOf(editor),
    mostFeeds: servers.limits.feeds,
    own: {
      articles: own.articles.length,
      mostArticles: servers.limits.articles,
      bytes: own.bytes,
      mostBytes: servers.limits.totalBytes,
      faults: own.faults.map(nameFault),
    },
  }
}

/** Where on the disk a file lies concerns nobody in a server. */
function nameFault({
  path,
  line,
  message,
}: {
  readonly path: string
  readonly line: number | null
  readonly message: string
}): string {
  return `${path.split(/[/\\]/).at(-1)}${line === null ? '' : `:${line}`}: ${message}`
}
