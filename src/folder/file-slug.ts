/** What an added article's file is called: a slug that every system takes as a file's name, and Discord as a suggestion's value. */
import { toSlug } from '../article/slug.ts'

/** UTF-16 units; Discord takes 100. */
const longestSlug = 80
/** Bytes of UTF-8: most file systems take 255, a temporary file's name is longer than the file's own. */
const longestName = 180

/** Names that Windows takes for devices, whatever their ending, and one that a corpus passes over. */
const taken = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|clock|readme)$/

/** A slug from a headline or a file's name, cut between words where it is too long. */
export function fileSlug(text: string): string {
  const slug = toSlug(shorten(toSlug(text)))
  return taken.test(slug) ? `${slug}-article` : slug
}

function shorten(slug: string): string {
  if (isShort(slug)) return slug
  const words = slug.split('-')
  while (words.length > 1) {
    words.pop()
    if (isShort(words.join('-'))) return words.join('-')
  }
  // One word without an end: cut between characters as people see them.
  let short = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(slug)) {
    if (!isShort(short + segment)) return short
    short += segment
  }
  return short
}

function isShort(slug: string): boolean {
  return slug.length <= longestSlug && Buffer.byteLength(slug) <= longestName
}
