/** What a server's daily digest has listed already, so that a restart lists nothing twice. Making the digest is left to others. */
import { join } from 'node:path'
import type { Disk } from '../folder/disk/disk.ts'
import { writeFileWhole } from '../folder/disk/folder-change.ts'
import { hasCode } from '../folder/disk/write-file.ts'

export type DigestState = {
  /** When the last one was sent, or the digest was switched on. */
  readonly at: Date
  /** Ids (`articleId`) of the articles that there were then. */
  readonly known: ReadonlySet<string>
}

/** Hidden, as all that is no article is. */
const FILE = '.digest.json'

/** Null where no digest was ever switched on, or what is kept cannot be read. */
export async function loadDigest(folder: string, disk: Disk): Promise<DigestState | null> {
  try {
    return parseDigest(JSON.parse((await disk.readFile(join(folder, FILE))).toString('utf8')))
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null
    throw error
  }
}

export async function saveDigest(folder: string, { at, known }: DigestState, disk: Disk): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify({ at: at.toISOString(), known: [...known] })}\n`)
  await writeFileWhole(folder, FILE, bytes, { replace: true, disk })
}

function parseDigest(value: unknown): DigestState | null {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('known' in value)) return null
  const at = new Date(String(value.at))
  if (Number.isNaN(at.getTime()) || !Array.isArray(value.known)) return null
  return { at, known: new Set(value.known.filter(id => typeof id === 'string')) }
}
