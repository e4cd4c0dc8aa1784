/** What is remembered of a feed beside the articles, so that nothing comes twice after a restart: a small file a feed. */
import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WebProblem } from '../../errors.ts'
import { freeDisk } from '../../folder/disk/disk.ts'
import { removeFile, writeFileWhole } from '../../folder/disk/folder-change.ts'
import { hasCode, removeLeftovers } from '../../folder/disk/write-file.ts'
import type { Validators } from '../web/fetch-options.ts'

/** An entry that was seen. */
export type KnownEntry = {
  readonly id: string | null
  /** The canonical form of its address. */
  readonly address: string | null
  /** What the feed last said of it. */
  readonly stamp: string
  /** The fingerprint of its article as it was last read; null where it was not read. */
  readonly print: string | null
  /** Under which its article is kept; null where it is not, as one that was too old. */
  readonly slug: string | null
  /** When it was published, or first seen. */
  readonly atMs: number
  /** Whether its article was about to be stored: after a crash it may be there or not. */
  readonly isPlanned: boolean
  /** How often its page was tried in vain; it is not read again after the last. */
  readonly tries: number
}

export type FeedState = {
  readonly address: string
  readonly title: string | null
  readonly validators: Validators
  /** When it was last read without a fault; null when it never was. */
  readonly checkedMs: number | null
  /** When an article of it was last stored. */
  readonly newestMs: number | null
  /** When it is to be read next. */
  readonly nextMs: number
  readonly failures: number
  readonly failingSinceMs: number | null
  /** Whether it was said that it fails. */
  readonly isReported: boolean
  readonly problem: WebProblem | null
  readonly entries: readonly KnownEntry[]
}

/** Beside the articles, and hidden. */
const stateFolder = '.feeds'
const version = 1

export function newState(address: string, title: string | null): FeedState {
  return {
    address,
    title,
    validators: { etag: null, lastModified: null },
    checkedMs: null,
    newestMs: null,
    nextMs: 0,
    failures: 0,
    failingSinceMs: null,
    isReported: false,
    problem: null,
    entries: [],
  }
}

/** What is remembered of the feed; a new state where there is nothing, or nothing that can be read: then articles are known by themselves. */
export async function loadState(folder: string, address: string, title: string | null): Promise<FeedState> {
  const path = join(folder, stateFolder, fileName(address))
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  })
  const kept = text === null ? null : parse(text)
  return kept !== null && kept.address === address ? { ...kept, title: kept.title ?? title } : newState(address, title)
}

export async function saveState(folder: string, state: FeedState): Promise<void> {
  // Not with the folders above it: where those are gone, all that a server had is.
  await mkdir(join(folder, stateFolder)).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  const bytes = new TextEncoder().encode(JSON.stringify({ version, ...state }))
  await writeFileWhole(join(folder, stateFolder), fileName(state.address), bytes, { replace: true, disk: freeDisk })
}

export async function forgetState(folder: string, address: string): Promise<void> {
  try {
    await removeFile(join(folder, stateFolder), fileName(address), freeDisk)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
}

/** Clears away what writes that were broken off have left. */
export async function openStates(folder: string): Promise<void> {
  for (const each of [folder, join(folder, stateFolder)]) {
    await removeLeftovers(each, freeDisk).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error
    })
  }
}

const fileName = (address: string): string => `${createHash('sha256').update(address).digest('hex').slice(0, 24)}.json`

function parse(text: string): FeedState | null {
  try {
    const value: unknown = JSON.parse(text)
    const isOurs =
      typeof value === 'object' &&
      value !== null &&
      'version' in value &&
      value.version === version &&
      'entries' in value &&
      Array.isArray(value.entries)
    // A parsed boundary: written whole by `saveState` alone, in this version's form.
    return isOurs ? (value as unknown as FeedState) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
