/** Holds what `gaps.ts` counts for each server, and writes it a little later, all at once. */
import type { Disk } from '../../folder/disk/disk.ts'
import { countGaps, type GapCount, type Gaps, loadGaps, saveGaps, sumGaps } from './gaps.ts'

/** Milliseconds after which counts are written. */
const WRITTEN_MS = 60_000

export class GapCounter {
  readonly #folder: (server: string) => string
  readonly #disk: Disk
  /** Nothing is written while another change of the server is made. */
  readonly #inTurn: <Result>(server: string, work: () => Promise<Result>) => Promise<Result>
  readonly #log: { warn(what: object, message: string): void }
  readonly #gaps = new Map<string, Gaps>()
  readonly #unwritten = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(
    folder: (server: string) => string,
    disk: Disk,
    inTurn: <Result>(server: string, work: () => Promise<Result>) => Promise<Result>,
    log: { warn(what: object, message: string): void },
  ) {
    this.#folder = folder
    this.#disk = disk
    this.#inTurn = inTurn
    this.#log = log
  }

  /** Takes up what is kept of a server. */
  async read(server: string): Promise<void> {
    if (!this.#unwritten.has(server)) this.#gaps.set(server, await loadGaps(this.#folder(server), this.#disk))
  }

  count(server: string, words: readonly string[], now: Date): void {
    if (words.length === 0 || this.#isClosed) return
    this.#gaps.set(server, countGaps(this.#gaps.get(server) ?? new Map(), words, now))
    this.#unwritten.add(server)
    this.#timer ??= setTimeout(() => void this.#write(), WRITTEN_MS).unref()
  }

  of(server: string): readonly GapCount[] {
    return sumGaps(this.#gaps.get(server) ?? new Map())
  }

  drop(server: string): void {
    this.#gaps.delete(server)
    this.#unwritten.delete(server)
  }

  /** Writes what is not written yet; nothing is counted afterwards. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#write()
  }

  async #write(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const servers = [...this.#unwritten]
    this.#unwritten.clear()
    for (const server of servers) {
      await this.#inTurn(server, () => this.#writeOne(server)).catch(error =>
        this.#log.warn({ server, err: error }, 'could not write which words articles lack'),
      )
    }
  }

  async #writeOne(server: string): Promise<void> {
    const gaps = this.#gaps.get(server)
    // Of a server that was forgotten meanwhile, nothing may come back.
    if (gaps !== undefined) await saveGaps(this.#folder(server), gaps, this.#disk)
  }
}
