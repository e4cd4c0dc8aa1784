/** Finds the feed at an address that somebody gives: the feed itself, or the one that a page names. */
import { FetchError } from '../../errors.ts'
import type { Feed } from '../feed/feed.ts'
import type { FeedReader } from '../feed/feed-thread.ts'
import { findFeed } from '../feed/find-feed.ts'
import type { Subscription } from '../feed/opml.ts'
import { textBytes } from '../fetch-article.ts'
import type { Web } from '../web/polite-web.ts'
import { feedTypes, mostEntries, mostFeedBytes } from './poll-feed.ts'

/** @throws FetchError when nothing is to be had there, or it is no feed and names none. */
export async function findSubscription(address: string, web: Web, reader: FeedReader): Promise<Subscription> {
  const given = await fetchFeed(address, web, reader)
  if (given.feed !== null) return { address: given.address, title: given.feed.title }
  const named = findFeed(given.text, given.url)
  if (named === null) throw new FetchError({ kind: 'names-no-feed' })
  const found = await fetchFeed(named, web, reader)
  if (found.feed === null) throw new FetchError({ kind: 'not-a-feed' })
  return { address: found.address, title: found.feed.title }
}

type Found = {
  /** As it was asked for, without its fragment: where it leads may change. */
  readonly address: string
  readonly url: string
  readonly text: string
  readonly feed: Feed | null
}

async function fetchFeed(address: string, web: Web, reader: FeedReader): Promise<Found> {
  const fetched = await web.fetch(address, { types: feedTypes, mostBytes: mostFeedBytes })
  const text = new TextDecoder().decode(textBytes(fetched))
  const url = new URL(address)
  url.hash = ''
  const feed = await reader.read({ text, address: fetched.url, most: mostEntries })
  return { address: url.href, url: fetched.url, text, feed }
}
