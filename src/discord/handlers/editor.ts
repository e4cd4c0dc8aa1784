/** What `/corpus` may do where an interaction came from: nothing outside servers that the bot is in. */
import { type Interaction, PermissionFlagsBits } from 'discord.js'
import type { Editor, Upload } from '../../../commands/editor.ts'
import { RefusedError } from '../../errors.ts'
import { fetchAttachment } from './attachment.ts'
import type { Service } from './service.ts'

/** Part of a context: empty where no server's articles can be changed. */
export function editorOf(interaction: Interaction, { corpora, address }: Service): { readonly editor?: Editor } {
  // Somebody may use the bot, installed for themselves, in a server that never invited it.
  if (corpora === null || interaction.guildId === null || !interaction.inCachedGuild()) return {}
  const { guildId, memberPermissions, member } = interaction
  const { editors } = corpora.servers.settings(guildId)
  const mayManage = memberPermissions.has(PermissionFlagsBits.ManageGuild)
  const upload = (id: string): Upload | null => {
    const sent = interaction.isChatInputCommand() ? interaction.options.resolved?.attachments?.get(id) : undefined
    if (sent === undefined) return null
    return {
      name: sent.name,
      size: sent.size,
      async read(mostBytes) {
        const bytes = sent.size
        if (bytes > mostBytes) throw new RefusedError({ kind: 'file-too-large', mostBytes, bytes })
        return fetchAttachment(sent.url, mostBytes, address)
      },
    }
  }
  return {
    editor: {
      ...corpora,
      server: guildId,
      by: { interaction: interaction.id, person: interaction.user.id },
      mayManage,
      mayEdit: mayManage || (editors !== null && member.roles.cache.has(editors)),
      upload,
    },
  }
}
