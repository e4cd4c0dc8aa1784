/**
 * Counts by day the words that questions had and no article has, for servers that want it. No question, no person and no message is kept: a
 * word and a number. Counts are written a little later, all at once; a crash loses the last minute of them.
 */
import { join } from 'node:path'
import type { Disk } from '../../folder/disk/disk.ts'
import { writeFileWhole } from '../../folder/disk/folder-change.ts'
import { hasCode } from '../../folder/disk/write-file.ts'

/** Days for which counts are kept, and how many words a day has at most. */
export const gapDays = 30
const mostWords = 500
const longestWord = 40
const dayMs = 24 * 3_600_000
/** Hidden, as all that is no article is. */
const FILE = '.gaps.json'

/** By day (YYYY-MM-DD, UTC), by word. */
export type Gaps = ReadonlyMap<string, ReadonlyMap<string, number>>

export type GapCount = { readonly word: string; readonly count: number }

/** The counts with these words added to the day of `now`; days that are over are left out. */
export function countGaps(gaps: Gaps, words: readonly string[], now: Date): Gaps {
  const today = dayOf(now)
  const counts = new Map(gaps.get(today))
  for (const word of new Set(words.map(fold))) {
    if (word === '' || word.length > longestWord) continue
    const count = counts.get(word)
    if (count !== undefined || counts.size < mostWords) counts.set(word, (count ?? 0) + 1)
  }
  const oldest = dayOf(new Date(now.getTime() - gapDays * dayMs))
  return new Map([...[...gaps].filter(([day]) => day > oldest && day !== today), [today, counts]])
}

/** All days together, most often first, then by word. */
export function sumGaps(gaps: Gaps): readonly GapCount[] {
  const sums = new Map<string, number>()
  for (const counts of gaps.values()) {
    for (const [word, count] of counts) sums.set(word, (sums.get(word) ?? 0) + count)
  }
  return Array.from(sums, ([word, count]) => ({ word, count })).sort(
    (a, b) => b.count - a.count || (a.word < b.word ? -1 : 1),
  )
}

/** What is kept in a server's folder; nothing where there is none, or it cannot be read. */
export async function loadGaps(folder: string, disk: Disk): Promise<Gaps> {
  try {
    return parseGaps(JSON.parse((await disk.readFile(join(folder, FILE))).toString('utf8')))
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return new Map()
    throw error
  }
}

export async function saveGaps(folder: string, gaps: Gaps, disk: Disk): Promise<void> {
  const days = Array.from(gaps, ([day, counts]) => [day, Object.fromEntries(counts)])
  const bytes = new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(days))}\n`)
  await writeFileWhole(folder, FILE, bytes, { replace: true, disk })
}

function parseGaps(value: unknown): Gaps {
  const days = Object.entries(typeof value === 'object' && value !== null ? value : {})
  return new Map(
    days.flatMap(([day, counts]): [string, ReadonlyMap<string, number>][] => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || typeof counts !== 'object' || counts === null) return []
      const known = Object.entries(counts).flatMap(([word, count]): [string, number][] =>
        typeof count === 'number' && Number.isInteger(count) && count > 0 ? [[word, count]] : [],
      )
      return [[day, new Map(known)]]
    }),
  )
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
