/** The system's word on which names in a folder changed: one watch on the folder, put anew where the folder was replaced. */
import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'

export type FolderEventsOptions = {
  readonly folder: string
  /** Called with the name of a file that may have changed; null when the system cannot say which. */
  readonly onChange: (name: string | null) => void
  readonly onError: (error: unknown) => void
}

export class FolderEvents {
  readonly #options: FolderEventsOptions
  #watcher: FSWatcher | null = null
  #inode: number | null = null
  #closed = false

  constructor(options: FolderEventsOptions) {
    this.#options = options
  }

  /** Watches the folder that has the name now: a watch stays with the folder it was put on when that is moved away. */
  async follow(): Promise<void> {
    const inode = await stat(this.#options.folder).then(
      ({ ino }) => ino,
      () => null,
    )
    if (inode === this.#inode || this.#closed) return
    this.#watcher?.close()
    this.#watcher = null
    this.#inode = inode
    if (inode === null) return
    const { folder, onChange, onError } = this.#options
    try {
      this.#watcher = watch(folder, { persistent: false }, (_event, name) => onChange(name))
      this.#watcher.on('error', onError)
    } catch (error) {
      // The system has no watch to give. It is not asked again for this folder, which is gone through all the same.
      onError(error)
    }
  }

  close(): void {
    this.#closed = true
    this.#watcher?.close()
    this.#watcher = null
  }
}
