/** What `/corpus` needs of the place it is used in: which server, who asks and what they may, and where articles are kept. */

import type { FeedsState } from '../src/answer/answer.ts'
import { UserError } from '../src/errors.ts'
import type { LibraryHost } from '../src/library/host/library-host.ts'
import type { Messages } from '../src/messages/en.ts'
import type { ServerFeeds } from '../src/servers/feeds/server-feeds.ts'
import type { Deed, Servers } from '../src/servers/server-articles.ts'

/** A file that somebody sent along. */
export type Upload = {
  readonly name: string
  /** Bytes, as the sender's side says. */
  readonly size: number
  /** @throws UserError when it has more than `mostBytes`, or cannot be had. */
  read(mostBytes: number): Promise<Uint8Array>
}

export type Editor = {
  /** The id of the server. */
  readonly server: string
  readonly by: Deed
  /** Whether the person may manage the server, now and there, as Discord says. */
  readonly mayManage: boolean
  /** Whether the person may keep its articles: managers, and who has the role that the settings name. */
  readonly mayEdit: boolean
  /** The file with this id; null when none was sent along with it. */
  upload(id: string): Upload | null
  readonly servers: Servers
  readonly feeds: ServerFeeds
  readonly shared: Pick<LibraryHost, 'status'>
}

/** The editor, if there is one and the person may use it. @throws UserError that says why not. */
export function requireEditor(editor: Editor | undefined, messages: Messages): Editor {
  if (editor === undefined) throw new UserError(messages.corpus.onlyInServers)
  if (!editor.mayEdit) throw new UserError(messages.corpus.notAllowed)
  return editor
}

/** The editor, if the person may manage the server. @throws UserError that says why not. */
export function requireManager(editor: Editor | undefined, messages: Messages): Editor {
  if (editor === undefined) throw new UserError(messages.corpus.onlyInServers)
  if (!editor.mayManage) throw new UserError(messages.settings.notAllowed)
  return editor
}

/** The feeds of the place, which anybody may know of; none where there is no server. */
export function feedsOf(editor: Editor | undefined): FeedsState {
  const shared = editor?.feeds.status(null) ?? []
  return {
    own: editor?.feeds.status(editor.server) ?? [],
    shared: shared.length,
    sharedFailing: shared.filter(({ failing }) => failing !== null).length,
  }
}
