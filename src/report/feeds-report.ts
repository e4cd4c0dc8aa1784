/** How fresh feeds are, in sentences of plain text. */
import type { FeedState, FeedsState } from '../answer/answer.ts'
import type { Messages } from '../messages/en.ts'
import { reportProblem } from './problem-report.ts'

/** How dates and moments are written for the reader. */
export type Formats = { readonly day: (day: string) => string; readonly moment: (moment: Date) => string }

/** A line a feed, those that cannot be read first, and one for all that servers share; none where there is no feed. */
export function reportFeeds(
  { own, shared, sharedFailing }: FeedsState,
  messages: Messages,
  formats: Formats,
): string[] {
  const failingFirst = own.toSorted((one, other) => Number(one.failing === null) - Number(other.failing === null))
  return [
    ...failingFirst.map(feed => reportFeed(feed, messages, formats)),
    ...(shared === 0 ? [] : [messages.feeds.shared(shared, sharedFailing)]),
  ]
}

function reportFeed(
  { title, checkedAt, newestAt, failing }: FeedState,
  messages: Messages,
  { moment }: Formats,
): string {
  const { feeds: words } = messages
  if (failing !== null) return words.failing(title, moment(failing.since), reportProblem(failing.problem, messages))
  if (checkedAt === null) return words.unread(title)
  return words.fresh(title, moment(checkedAt), newestAt === null ? null : moment(newestAt))
}
