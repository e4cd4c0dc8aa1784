/** The list of the feeds that are followed, as OPML 2.0, which feed readers exchange. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateOpml, parseOpml } from 'feedsmith'
import { CorpusError } from '../../errors.ts'
import { freeDisk } from '../../folder/disk/disk.ts'
import { writeFileWhole } from '../../folder/disk/folder-change.ts'
import { hasCode } from '../../folder/disk/write-file.ts'

export type Subscription = { readonly address: string; readonly title: string | null }

type Outline = {
  readonly text?: string | undefined
  readonly title?: string | undefined
  readonly xmlUrl?: string | undefined
  readonly outlines?: readonly Outline[] | undefined
}

/** The subscriptions in the file, in its order, each address once; none where there is no such file. @throws CorpusError for a file that is no OPML. */
export async function readSubscriptions(folder: string, name: string): Promise<readonly Subscription[]> {
  const path = join(folder, name)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  })
  if (text === null) return []
  const found = new Map<string, Subscription>()
  // People sort their feeds into folders, which are outlines with outlines.
  const collect = ({ xmlUrl, title, text: name, outlines = [] }: Outline): void => {
    const address = xmlUrl?.trim()
    if (address !== undefined && address !== '' && !found.has(address)) {
      found.set(address, { address, title: title ?? name ?? null })
    }
    for (const inner of outlines) collect(inner)
  }
  try {
    for (const outline of parseOpml(text).body?.outlines ?? []) collect(outline)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CorpusError([{ path, line: null, message: `expected OPML, got a file that is none (${reason})` }])
  }
  return [...found.values()]
}

/** Writes the list whole, over the one before. */
export async function writeSubscriptions(
  folder: string,
  name: string,
  subscriptions: readonly Subscription[],
): Promise<void> {
  const outlines = subscriptions.map(({ address, title }) => ({
    text: title ?? address,
    ...(title === null ? {} : { title }),
    type: 'rss',
    xmlUrl: address,
  }))
  // OPML without an outline is none to its readers: an empty list is a comment in an empty body.
  const text =
    outlines.length === 0
      ? '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n  <head>\n    <title>Feeds</title>\n  </head>\n  <body/>\n</opml>\n'
      : `${generateOpml({ head: { title: 'Feeds' }, body: { outlines } }).trimEnd()}\n`
  await writeFileWhole(folder, name, new TextEncoder().encode(text), { replace: true, disk: freeDisk })
}
