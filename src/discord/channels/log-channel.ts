/** Tells a server's log channel who added and removed what, and which feeds fail. */
import type { Client } from 'discord.js'
import type { Logger } from 'pino'
import type { Article } from '../../article/article.ts'
import type { Messages } from '../../messages/en.ts'
import { messagesFor } from '../../messages/languages.ts'
import { reportProblem } from '../../report/problem-report.ts'
import type { ServerEvent } from '../../servers/events.ts'
import type { Servers } from '../../servers/server-articles.ts'
import { escapeWithin } from '../render/parts/cut.ts'
import { NO_MENTIONS } from '../render/parts/layout.ts'
import { sendable } from './sendable.ts'

const HEADLINE_TEXT = 200
const FEED_TEXT = 500
/** More articles than this are counted rather than listed. */
const MOST_LISTED = 5

/** Follows the servers; `track` holds what is under way, which never rejects. */
export function tellLogChannels(
  client: Client<true>,
  servers: Servers,
  logger: Logger,
  track: (work: Promise<void>) => void,
): void {
  servers.follow((server, event) => {
    const { log, language } = servers.settings(server)
    if (log === null) return
    const locale = language ?? client.guilds.cache.get(server)?.preferredLocale ?? 'en-US'
    const tell = async (): Promise<void> => {
      const channel = await sendable(client, log)
      if (channel === null) {
        logger.warn({ guild: server, channel: log }, 'cannot tell the log channel: no such channel, or no permission')
        return
      }
      await channel.send({ content: lineOf(event, messagesFor(locale)), allowedMentions: NO_MENTIONS })
    }
    track(tell().catch(error => logger.error({ guild: server, err: error }, 'could not tell the log channel')))
  })
}

function lineOf(event: ServerEvent, messages: Messages): string {
  const words = messages.logged
  switch (event.kind) {
    case 'added':
      return words.added(personOf(event.by, messages), named(event.articles, messages), event.replaced)
    case 'removed':
      return words.removed(personOf(event.by, messages), named(event.articles, messages))
    case 'outdated':
      return words.outdated(named(event.articles, messages), event.days)
    case 'feed-failing':
      return words.feedFailing(
        escapeWithin(event.address, FEED_TEXT),
        escapeWithin(reportProblem(event.problem, messages), FEED_TEXT),
      )
  }
}

function personOf(id: string | null, { logged }: Messages): string {
  return id === null ? logged.byFeed : `<@${id}>`
}

function named(articles: readonly Article[], { corpus, noHeadline }: Messages): string {
  const rest = articles.length - MOST_LISTED
  const names = articles
    .slice(0, MOST_LISTED)
    .map(({ headline }) => `**${escapeWithin(headline.trim() === '' ? noHeadline : headline, HEADLINE_TEXT)}**`)
  return [...names, ...(rest > 0 ? [corpus.moreArticles(rest)] : [])].join(', ')
}
