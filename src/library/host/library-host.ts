/** What holds the libraries that are answered from while files change. Holding them is left to `src/library/host.ts`, changing files to `src/folder/`. */
import type { Fault, ReadingProgress } from '../../errors.ts'
import type { Library, LibraryChange } from '../library.ts'

/** How the shared folder stands. */
export type CorpusStatus = {
  /** How far the start has come; null once everything is answered from. */
  readonly reading: ReadingProgress | null
  /** What is answered from; 0 while `reading`. */
  readonly articles: number
  readonly sentences: number
  /** When a change was last taken in. */
  readonly readAt: Date
  /** What is wrong with files now. A file with a fault is answered from as it last was without one. */
  readonly faults: readonly Fault[]
  /** Files that have changed and are not yet answered from. */
  readonly pending: number
}

export interface LibraryHost {
  /**
   * What is answered from in a server at this moment: what all share and what the server has of its own; `null` stands for what all share.
   * @throws StillReadingError until all that is shared is read.
   */
  library(guildId: string | null): Library
  /** Changes what a server has of its own; resolves once it is answered from. */
  applyServer(guildId: string, change: LibraryChange): Promise<void>
  /** Forgets what a server has of its own. */
  dropServer(guildId: string): void
  /** Looks through the shared folder; resolves once everything that changed is answered from, or is a fault. */
  reload(): Promise<void>
  status(): CorpusStatus
}
